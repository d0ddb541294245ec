import { PLAN } from './achievements.mjs';
import { onStaff } from './people.mjs';
import { alpha, mean, spearman, variance, wilson } from './statistics.mjs';

/** @typedef {import('./truths-surveys.mjs').Truth} Truth */
/** @typedef {import('./ratings.mjs').Rating} Rating */

const LEVELS = ['school', 'city', 'region', 'republic', 'international'];

/** @param {Rating} rating */
function score(rating) {
	return mean(rating.values.flatMap((value) => (value === null ? [] : [value])));
}

/** Change of the mentor's rating from w1 to w3, by teacher. @param {Rating[]} ratings */
export function mentorGrowth(ratings) {
	const byWave = (/** @type {string} */ wave) =>
		new Map(ratings.flatMap((r) => (r.rater === 'mentor' && r.wave === wave ? [[r.person, r]] : [])));
	const first = byWave('w1');
	const last = byWave('w3');
	return new Map(
		[...first].flatMap(([person, rating]) => {
			const later = last.get(person);
			return later ? [[person, score(later) - score(rating)]] : [];
		})
	);
}

/**
 * Smallest reliable change (Jacobson–Truax) of the mentor's rating: α and spread of the baseline. Reckoned once over
 * all rated in w1 and once over those rated again, so that the verdicts may be checked to agree.
 * @param {Rating[]} ratings
 */
export function smallestReliableChanges(ratings) {
	const baseline = ratings.filter((r) => r.rater === 'mentor' && r.wave === 'w1');
	const again = mentorGrowth(ratings);
	return [baseline, baseline.filter((r) => again.has(r.person))].map((rows) => {
		const reliability = alpha(rows.map((r) => r.values.map((value) => value ?? 0)));
		return 1.96 * Math.sqrt(2 * variance(rows.map(score)) * (1 - reliability));
	});
}

/** @param {Rating[]} modules @param {Rating[]} mentees @returns {Truth[]} */
export function ratingTruths(modules, mentees) {
	const growth = mentorGrowth(modules);
	const [limit] = smallestReliableChanges(modules);
	const n = growth.size;
	const verdict = (/** @type {number} */ change) =>
		change > limit ? 'reliable_growth' : change < -limit ? 'reliable_decline' : 'within_uncertainty';
	const verdicts = [...growth.values()].map(verdict);
	const files = ['ratings-modules.csv'];
	const dims = { instrument: 'modules', rater: 'mentor', wave: 'w3', against: 'w1' };
	const shares = /** @type {const} */ ([
		['growth', 'reliable_growth'],
		['decline', 'reliable_decline'],
		['within', 'within_uncertainty']
	]);
	const sorted = [...growth].sort((a, b) => b[1] - a[1]);
	const [most, middle, least] = [sorted[0], sorted[Math.floor(n / 2)], sorted[n - 1]];
	return [
		...shares.map(([level, word]) => {
			const count = verdicts.filter((v) => v === word).length;
			return {
				id: `growth-${level}`,
				statement: `Teachers whose mentor saw ${word.replace('_', ' ')}`,
				measure: 'reliable_change_share',
				dims: { ...dims, level },
				expect: { value: (100 * count) / n, count, n, ...wilson(count, n) },
				tolerance: 0.05,
				files
			};
		}),
		...[most, middle, least].flatMap((entry, i) =>
			entry
				? [
						{
							id: `growth-person-${['most', 'middle', 'least'][i]}`,
							statement: `Change of ${entry[0]} as the mentor rates it`,
							measure: 'growth_person',
							dims: { ...dims, person: entry[0] },
							expect: { value: entry[1], verdict: verdict(entry[1]) },
							tolerance: 0.0005,
							files
						}
					]
				: []
		),
		...[3, 5].map((module) => {
			const value = meanChange(modules, module - 1);
			return {
				id: `growth-module-${module}`,
				statement: `Module ${module} gained ${module === 3 ? 'most' : 'least'}`,
				measure: 'growth_group',
				dims: { ...dims, module },
				expect: { value: value.mean, nPairs: value.n },
				tolerance: 0.0005,
				files
			};
		}),
		(() => {
			const value = meanChange(mentees, 1);
			return {
				id: 'mentees-methods',
				statement: 'Mentees: use of new methods, mean change as mentors rate it',
				measure: 'growth_group',
				dims: { ...dims, instrument: 'mentee_criteria', item: 'c2' },
				expect: { value: value.mean, nPairs: value.n },
				tolerance: 0.0005,
				files: ['ratings-mentees.csv']
			};
		})()
	];
}

/** @param {Rating[]} ratings @param {number} criterion */
function meanChange(ratings, criterion) {
	const differences = ratings.flatMap((first) => {
		if (first.rater !== 'mentor' || first.wave !== 'w1') return [];
		const last = ratings.find((r) => r.rater === 'mentor' && r.wave === 'w3' && r.person === first.person);
		const before = first.values[criterion];
		const after = last?.values[criterion];
		return typeof before === 'number' && typeof after === 'number' ? [after - before] : [];
	});
	return { mean: mean(differences), n: differences.length };
}

/**
 * @param {import('./attendance.mjs').Attendance[]} attendance
 * @param {Map<string, number>} growth
 * @param {import('./people.mjs').Teacher[]} staff
 * @returns {Truth[]}
 */
export function participationTruths(attendance, growth, staff) {
	const files = {
		w1: ['attendance-2014-2016.csv'],
		w2: ['attendance-2014-2016.csv'],
		w3: ['attendance-2016-2017.csv']
	};
	const people = (/** @type {string} */ wave, /** @type {string} */ kind) =>
		new Set(
			attendance.flatMap((a) => (a.wave === wave && (kind === '' || a.kind === kind) ? [a.person] : []))
		).size;
	const codes = [...growth.keys()];
	return [
		.../** @type {const} */ (['w1', 'w2', 'w3']).map((wave) => {
			const count = people(wave, '');
			const n = staff.filter((t) => onStaff(t, wave)).length;
			return {
				id: `taking-part-${wave}`,
				statement: `Share of the staff that took part in anything in ${wave}`,
				measure: 'participation_share',
				dims: { wave },
				expect: { value: (100 * count) / n, count, n },
				tolerance: 0.05,
				files: [...files[wave], 'roster.csv', ...(wave === 'w3' ? ['register-2016-2017.csv'] : [])]
			};
		}),
		.../** @type {const} */ (['w1', 'w3']).map((wave) => ({
			id: `open-lessons-people-${wave}`,
			statement: `Teachers in open lessons in ${wave}`,
			measure: 'participation_people',
			dims: { kind: 'open_lesson', wave },
			expect: { value: people(wave, 'open_lesson') },
			tolerance: 0,
			files: files[wave]
		})),
		.../** @type {const} */ (['coaching', 'seminar']).map((kind) => {
			const hours = codes.map((code) =>
				attendance.reduce((sum, a) => sum + (a.person === code && a.kind === kind ? (a.hours ?? 0) : 0), 0)
			);
			const { rho, low, high } = spearman(
				hours,
				codes.map((code) => growth.get(code) ?? 0)
			);
			return {
				id: `dose-${kind}`,
				statement: `Hours of ${kind} and growth: ${kind === 'coaching' ? 'a moderate connection' : 'no connection'}`,
				measure: 'dose_growth',
				dims: { kind, rater: 'mentor', wave: 'w3', against: 'w1' },
				expect: { value: rho, low, high, n: codes.length },
				tolerance: 0.0005,
				files: ['attendance-2014-2016.csv', 'attendance-2016-2017.csv', 'ratings-modules.csv']
			};
		})
	];
}

/** @param {import('./achievements.mjs').Achievement[]} achievements @param {number} teachersHigh @returns {Truth[]} */
export function targetTruths(achievements, teachersHigh) {
	const count = (/** @type {string} */ wave, /** @type {string} */ kind, lowest = 'school') =>
		achievements.filter(
			(a) => a.wave === wave && a.kind === kind && LEVELS.indexOf(a.level) >= LEVELS.indexOf(lowest)
		).length;
	const files = ['achievements.csv', 'indicators.csv'];
	const status = (
		/** @type {string} */ id,
		/** @type {string} */ statement,
		/** @type {string} */ indicator,
		/** @type {number} */ value,
		/** @type {number} */ target,
		/** @type {string} */ verdict,
		/** @type {string} */ wave = 'w3'
	) => ({
		id,
		statement,
		measure: 'target_status',
		dims: { indicator, wave },
		expect: { value, target, verdict },
		tolerance: 0.05,
		files
	});
	const open = count('w3', 'open_lesson');
	return [
		.../** @type {const} */ (['w1', 'w2', 'w3']).map((wave) => ({
			id: `open-lessons-${wave}`,
			statement: `Open lessons shown in ${wave}`,
			measure: 'achievements_count',
			dims: { kind: 'open_lesson', wave },
			expect: { value: count(wave, 'open_lesson') },
			tolerance: 0,
			files: ['achievements.csv']
		})),
		status(
			'target-open-lessons',
			'Target of open lessons in stage III: reached',
			'open_lessons',
			open,
			24,
			'reached'
		),
		status(
			'target-open-lessons-w2',
			'Stage II is held against the target of stage II: not reached',
			'open_lessons',
			count('w2', 'open_lesson'),
			16,
			'not_reached',
			'w2'
		),
		status(
			'target-contests',
			'Target of contests from the region up: not reached',
			'contests_region',
			count('w3', 'contest', 'region'),
			12,
			'not_reached'
		),
		status(
			'target-author-programmes',
			'Target of author programmes: not reached',
			'author_programmes',
			count('w3', 'author_programme'),
			5,
			'not_reached'
		),
		status(
			'target-publications',
			'Target of publications: reached, but it was written after the stage had ended (tag sealed_late)',
			'publications',
			count('w3', 'publication'),
			12,
			'reached'
		),
		{
			...status(
				'target-teachers-high',
				'Target of the share on the high level: not reached, within uncertainty',
				'teachers_high',
				teachersHigh,
				80,
				'not_reached_uncertain'
			),
			files: ['teachers-2017-kk.csv', 'teachers-2017-ru.csv', 'indicators.csv']
		},
		{
			id: 'progress-open-lessons',
			statement: 'Progress of open lessons from 9 to 24: exceeded, not clamped',
			measure: 'progress',
			dims: { indicator: 'open_lessons', wave: 'w3' },
			expect: { value: (100 * (open - 9)) / (24 - 9) },
			tolerance: 0.05,
			files
		}
	];
}

/** @returns {Truth[]} */
export function planTruths() {
	const stage = PLAN.filter(([name]) => name === 'I');
	const late = stage.filter(([, , month, , , held]) => held.slice(0, 7) > month);
	const done = stage.filter(([, , , , , held]) => held !== '');
	const rows = /** @type {const} */ ([
		['planned', stage.length],
		['done', done.length],
		['late', late.length]
	]);
	return rows.map(([level, value]) => ({
		id: `plan-${level}`,
		statement: `Activities of stage I: ${level}`,
		measure: 'plan_fact',
		dims: { level, wave: 'w1' },
		expect: { value },
		tolerance: 0,
		files: ['plan.csv']
	}));
}
