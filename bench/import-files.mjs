import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export const ITEMS = 50;
const DEPARTMENTS = [
	'Қазақ тілі мен әдебиеті',
	'Орыс тілі мен әдебиеті',
	'Шет тілдері',
	'Математика және информатика',
	'Жаратылыстану пәндері',
	'Тарих және география',
	'Бастауыш сыныптар',
	'Өнер және технология'
];
const DAYS = Array.from({ length: 28 }, (_, day) => `2025-03-${String(day + 1).padStart(2, '0')}`);
const LABELS = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const CHUNK = 1 << 20;

/** mulberry32: the same file on every machine. */
function seeded(seed) {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

const criterion = (item) => `Criterion ${item + 1}`;
const respondent = (index) => `R${String(index + 1).padStart(6, '0')}`;

const wideHeader = [
	'Code',
	'Department',
	'Date',
	...Array.from({ length: ITEMS }, (_, item) => criterion(item))
];

/** A header and the lines of one respondent, by shape; an answer is a number from 1 to 5. */
const SHAPES = {
	wide: {
		header: wideHeader,
		lines: (code, department, day, answers) => `${code},${department},${day},${answers.join(',')}\n`
	},
	'wide-labels': {
		header: wideHeader,
		lines: (code, department, day, answers) =>
			`${code},${department},${day},${answers.map((value) => LABELS[value - 1]).join(',')}\n`
	},
	long: {
		header: ['Person', 'Rater', 'Criterion', 'Date', 'Department', 'Value'],
		lines: (code, department, day, answers) =>
			answers.map((value, item) => `${code},Self,${criterion(item)},${day},${department},${value}\n`).join('')
	}
};

/**
 * Writes `respondents` × 50 answers from 1 to 5 as a clean UTF-8 CSV into `folder`: `wide` has a row per respondent,
 * `wide-labels` too, with the words of the scale as most questionnaires export them; `long` has a row per answer.
 */
export async function writeAnswers(folder, shape, respondents) {
	const path = join(folder, `${shape}-${respondents}.csv`);
	const { header, lines } = SHAPES[shape];
	const next = seeded(respondents);
	const stream = createWriteStream(path);
	let chunk = `${header.join(',')}\n`;
	for (let index = 0; index < respondents; index++) {
		const department = DEPARTMENTS[next(DEPARTMENTS.length)];
		const day = DAYS[next(DAYS.length)];
		chunk += lines(
			respondent(index),
			department,
			day,
			Array.from({ length: ITEMS }, () => next(5) + 1)
		);
		if (chunk.length < CHUNK) continue;
		if (!stream.write(chunk)) await once(stream, 'drain');
		chunk = '';
	}
	stream.end(chunk);
	await once(stream, 'finish');
	return { path, bytes: (await stat(path)).size };
}
