import { SMALL_DEPARTMENT, onStaff } from './people.mjs';
import {
	alpha,
	benjaminiHochberg,
	bonettPrice,
	mcnemarMidP,
	mean,
	settle,
	verdictOfChange,
	wilson
} from './statistics.mjs';
import { COMPARABLE, pompMean, turned } from './teachers.mjs';
import { TEACHER_ITEMS } from './teacher-words.mjs';

/** @typedef {import('./teachers.mjs').TeacherResponse} TeacherResponse */

/**
 * A statement planted in the sample and the result that must come out (dimensions and words of the result rows).
 * `files` are the sources it rests on; `tolerance` is on `value`, `low` and `high`.
 * @typedef {object} Truth
 * @property {string} id
 * @property {string} statement
 * @property {string} measure
 * @property {Record<string, string | number>} dims
 * @property {Record<string, string | number | null>} expect
 * @property {number} tolerance
 * @property {string[]} files
 */

const HIGH = 75;
const REASON = /** @type {const} */ ({ value: null });

/** Both language versions of a questionnaire. @param {string} prefix */
export const both = (prefix) => [`${prefix}-kk.csv`, `${prefix}-ru.csv`];
const TEACHER_FILES = {
	w1: both('teachers-2015'),
	w2: both('teachers-2016'),
	w3: both('teachers-2017')
};
const FIRST_AND_LAST = [...TEACHER_FILES.w1, ...TEACHER_FILES.w3];

/** @param {TeacherResponse} response @param {string} item */
function favourable(response, item) {
	const answer = response.answers.get(item);
	if (typeof answer !== 'number') return null;
	return item === 't18' && response.wave === 'w3' ? answer >= 8 : turned(item, answer) >= 4;
}

/** @param {TeacherResponse[]} responses */
const pairsOf = (responses) => {
	const last = new Map(
		responses.flatMap((r) => (r.wave === 'w3' && r.person !== null ? [[r.person, r]] : []))
	);
	return responses.flatMap((first) => {
		const later = first.wave === 'w1' && first.person !== null ? last.get(first.person) : undefined;
		return later ? [{ first, later }] : [];
	});
};

/** Paired change of every item that was asked in both waves. @param {TeacherResponse[]} responses @param {string[]} items */
export function pairedChanges(responses, items) {
	const pairs = pairsOf(responses);
	const changes = items.map((item) => {
		let n = 0;
		let up = 0;
		let down = 0;
		for (const { first, later } of pairs) {
			const before = favourable(first, item);
			const after = favourable(later, item);
			if (before === null || after === null) continue;
			n++;
			if (after && !before) up++;
			if (before && !after) down++;
		}
		return { item, n, value: (100 * (up - down)) / n, p: mcnemarMidP(up, down), ...bonettPrice(up, down, n) };
	});
	const qs = benjaminiHochberg(changes.map((c) => c.p));
	return changes.map((c, i) => ({ ...c, q: qs[i] ?? null, verdict: verdictOfChange(c, qs[i] ?? null, c.n) }));
}

/** @param {TeacherResponse[]} all @param {import('./people.mjs').Teacher[]} staff @returns {Truth[]} */
export function teacherTruths(all, staff) {
	const responses = all.filter((r) => !r.superseded);
	const inWave = (/** @type {string} */ wave) => responses.filter((r) => r.wave === wave);
	/** @type {Truth[]} */
	const truths = [];
	const add = (/** @type {Omit<Truth, 'tolerance'> & {tolerance?: number}} */ truth) =>
		truths.push({ tolerance: 0.05, ...truth });
	const instrument = 'teachers';
	for (const wave of /** @type {const} */ (['w1', 'w3'])) {
		const count = inWave(wave).filter((r) => (pompMean(r, COMPARABLE) ?? 0) >= HIGH).length;
		const n = inWave(wave).length;
		add({
			id: `teachers-high-${wave}`,
			statement: `Share of teachers on the high level in ${wave}`,
			measure: 'level_share',
			dims: { instrument, wave, level: 'high' },
			expect: { value: (100 * count) / n, count, n, ...wilson(count, n) },
			files: TEACHER_FILES[wave]
		});
	}
	truths.push(...headlineTruths(responses));
	const changes = pairedChanges(responses, COMPARABLE);
	for (const [id, item, statement] of [
		['paperwork-fell', 't4', 'Satisfaction with the amount of paperwork fell: the one item that did'],
		['mentor-help-rose', 't5', 'Timely help of a mentor rose'],
		['methods-rose', 't9', 'Confident use of new methods rose']
	]) {
		const change = changes.find((c) => c.item === item);
		if (change)
			add({
				id,
				statement,
				measure: 'change_matched',
				dims: { instrument, item, wave: 'w3', against: 'w1' },
				expect: {
					value: change.value,
					nPairs: change.n,
					low: change.low,
					high: change.high,
					verdict: change.verdict
				},
				files: FIRST_AND_LAST
			});
	}
	add({
		id: 'reworded-not-compared',
		statement: 'The reworded item t16 is not compared',
		measure: 'change_matched',
		dims: { instrument, item: 't16', wave: 'w3', against: 'w1' },
		expect: { ...REASON, reason: 'not_comparable' },
		files: FIRST_AND_LAST
	});
	for (const [item, wave] of /** @type {const} */ ([
		['t4', 'w1'],
		['t4', 'w3'],
		['t8', 'w3'],
		['t18', 'w3']
	])) {
		const known = inWave(wave).flatMap((r) => favourable(r, item) ?? []);
		const count = known.filter(Boolean).length;
		const words = {
			t4: 'Paperwork',
			t8: 'Reversed item “I lack methodical help”, turned',
			t18: 'Item that went from 5 to 10 points'
		}[item];
		add({
			id: `favourable-${item}-${wave}`,
			statement: `${words}: favourable share in ${wave}`,
			measure: 'favourable',
			dims: { instrument, item, wave },
			expect: { value: (100 * count) / known.length, count, n: known.length, ...wilson(count, known.length) },
			files: TEACHER_FILES[wave]
		});
	}
	add({
		id: 'new-item-not-asked',
		statement: 'Item t12 was not asked in w1',
		measure: 'favourable',
		dims: { instrument, item: 't12', wave: 'w1' },
		expect: { ...REASON, reason: 'not_asked' },
		files: TEACHER_FILES.w1
	});
	const small = inWave('w3').filter((r) => r.department === SMALL_DEPARTMENT).length;
	add({
		id: 'small-department-hidden',
		statement: `The department “${SMALL_DEPARTMENT}” has ${small} answers and is hidden`,
		measure: 'favourable',
		dims: { instrument, item: 't4', wave: 'w3', groupKind: 'department', group: SMALL_DEPARTMENT },
		expect: { ...REASON, reason: 'suppressed' },
		files: TEACHER_FILES.w3
	});
	const mentoring = TEACHER_ITEMS.filter((i) => i.block === 'mentoring').map((i) => i.id);
	const complete = inWave('w1').flatMap((r) => {
		const values = mentoring.flatMap((id) => {
			const a = r.answers.get(id);
			return typeof a === 'number' ? [turned(id, a)] : [];
		});
		return values.length === mentoring.length ? [values] : [];
	});
	add({
		id: 'alpha-mentoring',
		statement: 'Reliability of the block on mentoring in w1 (complete rows, reversed item turned)',
		measure: 'alpha',
		dims: { instrument, block: 'mentoring', wave: 'w1' },
		expect: { value: alpha(complete), n: complete.length },
		tolerance: 0.0005,
		files: TEACHER_FILES.w1
	});
	const scores = inWave('w3').flatMap((r) => pompMean(r, mentoring) ?? []);
	add({
		id: 'block-mentoring-w3',
		statement: 'Score of the block on mentoring in w3 (POMP)',
		measure: 'block_score',
		dims: { instrument, block: 'mentoring', wave: 'w3' },
		expect: { value: mean(scores), n: scores.length },
		files: TEACHER_FILES.w3
	});
	const eligible = staff.filter((t) => onStaff(t, 'w1')).length;
	add({
		id: 'coverage-teachers-w1',
		statement: 'Teachers reached in w1, one doubled questionnaire counted once',
		measure: 'coverage',
		dims: { audience: 'teacher', instrument, wave: 'w1' },
		expect: { value: (100 * inWave('w1').length) / eligible, count: inWave('w1').length, n: eligible },
		files: [...TEACHER_FILES.w1, 'roster.csv']
	});
	return truths;
}

/** The headline of criterion 1 and who moved it. @param {TeacherResponse[]} responses @returns {Truth[]} */
function headlineTruths(responses) {
	const pairs = pairsOf(responses).map(({ first, later }) => ({
		before: settle(pompMean(first, COMPARABLE) ?? 0),
		after: settle(pompMean(later, COMPARABLE) ?? 0)
	}));
	const n = pairs.length;
	const gained = pairs.filter((p) => p.before < HIGH && p.after >= HIGH).length;
	const lost = pairs.filter((p) => p.before >= HIGH && p.after < HIGH).length;
	const share = (/** @type {boolean[]} */ high) => (100 * high.filter(Boolean).length) / high.length;
	const all = (/** @type {string} */ wave) =>
		share(responses.filter((r) => r.wave === wave).map((r) => (pompMean(r, COMPARABLE) ?? 0) >= HIGH));
	const stay1 = share(pairs.map((p) => p.before >= HIGH));
	const stay2 = share(pairs.map((p) => p.after >= HIGH));
	const total1 = all('w1');
	const total2 = all('w3');
	const interval = bonettPrice(gained, lost, n);
	const dims = { instrument: 'teachers', wave: 'w3', against: 'w1' };
	const parts = /** @type {const} */ ([
		['total', total2 - total1],
		['stayers', stay2 - stay1],
		['joiners', total2 - stay2],
		['leavers', stay1 - total1]
	]);
	return [
		{
			id: 'teachers-headline',
			statement: `Matched by code, the share of teachers on the high level rose (${gained} up, ${lost} down of ${n})`,
			measure: 'change_matched',
			dims: { ...dims, level: 'high' },
			expect: {
				value: (100 * (gained - lost)) / n,
				nPairs: n,
				...interval,
				up: pairs.filter((p) => p.after > p.before).length,
				down: pairs.filter((p) => p.after < p.before).length,
				same: pairs.filter((p) => p.after === p.before).length,
				verdict: 'rose'
			},
			tolerance: 0.05,
			files: FIRST_AND_LAST
		},
		...parts.map(([level, value]) => ({
			id: `teachers-who-${level}`,
			statement: `Change of the headline share, part of the ${level} (points)`,
			measure: 'stayers_leavers_joiners',
			dims: { ...dims, level },
			expect: { value },
			tolerance: 0.05,
			files: FIRST_AND_LAST
		}))
	];
}
