import type { GivenFile } from './opening';

const AGREEMENT = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const ITEMS = 12;
const TEACHERS = 8;

function survey(year: number): string {
	const head = [
		'Уақыт белгісі',
		'Жеке код',
		'Бірлестік',
		...Array.from({ length: ITEMS }, (_, item) => `Сұрақ ${item + 1}`)
	];
	const rows = Array.from({ length: TEACHERS }, (_, teacher) => [
		`${10 + teacher}.04.${year} 10:00:00`,
		`T0${teacher}`,
		teacher % 2 === 0 ? 'А' : 'Б',
		...Array.from({ length: ITEMS }, (_, item) => AGREEMENT[(teacher + item + year) % 5] ?? '')
	]);
	return [head, ...rows].map((row) => row.join(',')).join('\n');
}

function roster(): string {
	const rows = Array.from(
		{ length: TEACHERS },
		(_, teacher) => `T0${teacher};Мұғалім ${teacher};${teacher % 2 === 0 ? 'А' : 'Б'};2014-09-01;`
	);
	return ['code;name;department;from;to', ...rows].join('\n');
}

/** Small made-up files that lead a session through its usual work, so that the browser has compiled it before it is needed. */
export function rehearsalFiles(): GivenFile[] {
	const encoder = new TextEncoder();
	return [
		{ name: 'a.csv', bytes: encoder.encode(survey(2015)) },
		{ name: 'b.csv', bytes: encoder.encode(survey(2016)) },
		{ name: 'c.csv', bytes: encoder.encode(roster()) }
	];
}
