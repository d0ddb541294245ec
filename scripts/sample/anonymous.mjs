import { randomStream } from './random.mjs';
import { moment } from './teachers.mjs';
import { PARENT_ITEMS, PUPIL_ITEMS } from './words.mjs';

/**
 * @typedef {object} AnonymousResponse
 * @property {string} wave '' where the date lies outside every wave
 * @property {'kk' | 'ru'} language
 * @property {string} date
 * @property {string} time
 * @property {string} group class, as the form shows it
 * @property {(number | null)[]} answers by item, null where not answered
 */

/** Classes with their language of teaching; in all 320 pupils. */
const CLASSES = ['5А', '5Ә', '5Б', '6А', '6Б', '7А', '7Ә', '7Б', '8А', '8Б', '9А', '9Б', '10А', '10Б'];

export const POPULATIONS = [
	{ audience: 'pupil', wave: 'w1', n: 320 },
	{ audience: 'pupil', wave: 'w2', n: 318 },
	{ audience: 'pupil', wave: 'w3', n: 322 },
	{ audience: 'parent', wave: 'w1', n: 210 },
	{ audience: 'parent', wave: 'w2', n: 208 },
	{ audience: 'parent', wave: 'w3', n: 210 }
];

/** Favourable share wanted per item, by wave: p3 rises, p7 falls, the others stay. */
const PUPIL_SHARES = [
	[0.48, 0.49, 0.5],
	[0.58, 0.58, 0.6],
	[0.5, 0.57, 0.66],
	[0.55, 0.56, 0.57],
	[0.71, 0.71, 0.72],
	[0.46, 0.48, 0.5],
	[0.62, 0.55, 0.44],
	[0.77, 0.76, 0.77],
	[0.54, 0.54, 0.55],
	[0.6, 0.61, 0.63],
	[0.64, 0.65, 0.66],
	[0.59, 0.6, 0.61]
];
const PARENT_SHARES = [
	[0.66, 0.68, 0.74],
	[0.7, 0.72, 0.78],
	[0.68, 0.71, 0.8],
	[0.62, 0.66, 0.74],
	[0.6, 0.66, 0.76],
	[0.58, 0.6, 0.67],
	[0.47, 0.45, 0.46],
	[0.5, 0.54, 0.63],
	[0.56, 0.6, 0.67],
	[0.64, 0.65, 0.7],
	[0.63, 0.66, 0.74],
	[0.61, 0.68, 0.78]
];

/** Share of the upper of the two favourable levels, and of the three others from the middle down. */
const UPPER = 0.42;
const OTHERS = [0.58, 0.28, 0.14];

/**
 * @param {number} seed
 * @returns {AnonymousResponse[]}
 */
export function makePupilResponses(seed) {
	const random = randomStream(seed);
	const numbers = [252, 247, 258];
	const days = ['2015-04-20', '2016-04-18', '2017-04-17'];
	const responses = [0, 1, 2].flatMap((wave) => {
		const rows = Array.from({ length: numbers[wave] ?? 0 }, () => {
			const group = random.pick(CLASSES);
			return respond(`w${wave + 1}`, group.endsWith('Б') ? 'ru' : 'kk', days[wave] ?? '', group, random);
		});
		fillByQuota(rows, PUPIL_ITEMS.length, (item) => PUPIL_SHARES[item]?.[wave] ?? 0.5, 1, random);
		return rows;
	});
	const trial = respond('', 'kk', '2014-08-25', '5А', random);
	trial.answers = PUPIL_ITEMS.map(() => 5);
	return inOrder([...responses, { ...trial, date: '2014-08-28' }]);
}

/**
 * @param {number} seed
 * @returns {AnonymousResponse[]}
 */
export function makeParentResponses(seed) {
	const random = randomStream(seed);
	const numbers = [148, 139, 46];
	const days = ['2015-04-27', '2016-04-25', '2017-04-24'];
	const responses = [0, 1, 2].flatMap((wave) => {
		const rows = Array.from({ length: numbers[wave] ?? 0 }, () => {
			const group = random.pick(CLASSES);
			return respond(`w${wave + 1}`, group.endsWith('Б') ? 'ru' : 'kk', days[wave] ?? '', group, random);
		});
		fillByQuota(rows, PARENT_ITEMS.length, (item) => PARENT_SHARES[item]?.[wave] ?? 0.5, 0, random);
		return rows;
	});
	return inOrder(responses);
}

/**
 * @param {string} wave
 * @param {'kk' | 'ru'} language
 * @param {string} day
 * @param {string} group
 * @param {import('./random.mjs').RandomStream} random
 * @returns {AnonymousResponse}
 */
function respond(wave, language, day, group, random) {
	return { wave, language, ...moment(day, random), group, answers: [] };
}

/**
 * Gives every item exactly the wanted distribution: people are put in order of a leaning that the items share, and
 * the levels are handed out along that order. So the shares are planted and the items still hang together.
 * @param {AnonymousResponse[]} rows
 * @param {number} items
 * @param {(item: number) => number} share
 * @param {number} lowest
 * @param {import('./random.mjs').RandomStream} random
 */
function fillByQuota(rows, items, share, lowest, random) {
	const person = rows.map(() => random.normal());
	for (let item = 0; item < items; item++) {
		const asked = rows.map((_, i) => ({
			i,
			leaning: (person[i] ?? 0) + 0.9 * random.normal(),
			answered: !random.chance(0.015)
		}));
		for (const row of asked) if (!row.answered) rows[row.i]?.answers.push(null);
		const answered = asked.filter((row) => row.answered).sort((a, b) => b.leaning - a.leaning);
		const favourable = share(item);
		const unfavourable = 1 - favourable;
		const edges = [
			favourable * UPPER,
			favourable,
			favourable + unfavourable * OTHERS[0],
			favourable + unfavourable * (OTHERS[0] + OTHERS[1]),
			1
		];
		answered.forEach((row, rank) => {
			const place = (rank + 0.5) / answered.length;
			rows[row.i]?.answers.push(lowest + 4 - edges.findIndex((edge) => place <= edge + 1e-12));
		});
	}
}

/** @param {AnonymousResponse[]} responses */
function inOrder(responses) {
	return responses.sort((a, b) => (a.date + a.time < b.date + b.time ? -1 : 1));
}
