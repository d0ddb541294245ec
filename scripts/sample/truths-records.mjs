import { PLAN } from './achievements.mjs';
import { onStaff } from './people.mjs';
import { settle, spearman } from './statistics.mjs';

/** @typedef {import('./truths-teachers.mjs').Truth} Truth */

const LEVELS = ['school', 'city', 'region', 'republic', 'international'];

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
			const sessions = attendance.filter((a) => a.kind === kind);
			const known = codes.filter(
				(code) =>
					sessions.every((a) => a.person !== code) ||
					sessions.some((a) => a.person === code && a.hours !== null)
			);
			const hours = known.map((code) =>
				sessions.reduce((sum, a) => sum + (a.person === code && a.hours !== null ? a.hours : 0), 0)
			);
			const { rho, low, high } = spearman(
				hours,
				known.map((code) => settle(growth.get(code) ?? 0))
			);
			return {
				id: `dose-${kind}`,
				statement: `Hours of ${kind} and growth: ${kind === 'coaching' ? 'a moderate connection' : 'no connection'}`,
				measure: 'dose_growth',
				dims: { instrument: 'modules', kind, rater: 'mentor', wave: 'w3', against: 'w1' },
				expect: { value: rho, low, high, n: known.length },
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
