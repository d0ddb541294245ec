import { expect, test } from 'vitest';
import { csv, given } from '../mapping/testing/given';
import { build, column, item } from './testing/one-source';

const POINTS = { id: 'agree', levels: [1, 2, 3].map((value) => ({ value, labels: [String(value)] })) };
const rating = (header: string[], rows: string[][], roles: object[], source: object = {}) =>
	build({
		file: given('ratings.csv', csv([header, ...rows])),
		kind: 'rating',
		columns: roles.map((role, index) => ({ index, ...role })),
		items: [item('c1', ['w1']), item('c2', ['w1'])],
		source: { rater: 'self', ...source },
		project: { scales: [POINTS] }
	});

test('a sheet takes its group from its own rows, and a second value is named at its line', () => {
	const header = ['Мұғалім', 'Критерий', 'Балл', 'Бөлім'];
	const rows = [
		['T1', 'c1', '1', 'Тарих'],
		['T1', 'c2', '2', 'Тарих'],
		['T2', 'c1', '3', 'Химия'],
		['T2', 'c2', '1', 'Химия'],
		['T2', 'c2', '2', 'Химия']
	];
	const roles = [
		{ role: 'person' },
		{ role: 'criterion' },
		{ role: 'value' },
		{ role: 'group', group: 'department' }
	];
	const dataset = rating(header, rows, roles);
	expect(column(dataset, 'rating_x', 'group_department')).toEqual(['Тарих', 'Химия']);
	expect(column(dataset, 'rating_x', 'item_c2')).toEqual([2, 2]);
	const [issue] = dataset.issues;
	expect(issue).toMatchObject({ code: 'duplicate-responses', places: [{ line: 6, text: '2' }] });
});

test('sheets are told apart by person and rater however many there are', () => {
	const header = ['Мұғалім', 'Бағалаушы коды', 'Критерий', 'Балл'];
	const rows = Array.from({ length: 9000 }, (_, at) => {
		const who = String(at % 4500);
		return [`T${who}`, `R${who}`, at < 4500 ? 'c1' : 'c2', String(1 + (at % 3))];
	});
	const roles = [{ role: 'person' }, { role: 'rater' }, { role: 'criterion' }, { role: 'value' }];
	const dataset = rating(header, rows, roles);
	expect(column(dataset, 'rating_x', 'rater_code')).toHaveLength(4500);
	expect(column(dataset, 'rating_x', 'item_c2')?.slice(0, 3)).toEqual([1, 2, 3]);
	expect(dataset.sources[0]).toMatchObject({ imported: 9000, duplicates: 0 });
});
