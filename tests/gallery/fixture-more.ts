import type { Result } from '../../src/lib/model/result';
import { WAVES } from './fixture-project';
import { row, share } from './fixture-rows';

/** Attendances of every month of lessons over three school years; null in the summer. */
export function monthRows(next: () => number): Result[] {
	const rows: Result[] = [];
	const about = { criterion: 2 as const, unit: 'count' as const };
	WAVES.forEach((wave, at) => {
		['09', '10', '11', '12', '01', '02', '03', '04', '05'].forEach((month, index) => {
			const kind = `${2014 + at + (index > 3 ? 1 : 0)}-${month}`;
			const value = Math.round(30 + 40 * next() + (at === 2 && index === 1 ? 60 : 0));
			rows.push(row({ measure: 'participation_monthly', ...about, wave, kind, value, n: 30 }));
			if (at === 2 && index === 1)
				rows.push(
					row({ measure: 'participation_limits', ...about, wave, level: 'outside', kind, value, n: 27 })
				);
			if (at === 0 && index === 8)
				rows.push(
					row({ measure: 'participation_limits', ...about, wave, level: 'runs', kind, value, n: 27 })
				);
		});
	});
	for (const [level, value] of [
		['centre', 52],
		['lower', 12],
		['upper', 92]
	] as const) {
		rows.push(row({ measure: 'participation_limits', ...about, level, value, n: 27 }));
	}
	return rows;
}

/** Highest levels, hours and concentration of each stage. */
export function reachRows(): Result[] {
	return WAVES.flatMap((wave, at) => {
		const about = { criterion: 2 as const, wave };
		const people = [21 - 2 * at, 7 + at, 6 + 4 * at, 3 + at, at];
		const n = people.reduce((sum, count) => sum + count, 0);
		const levels = ['school', 'city', 'region', 'republic', 'international'];
		return [
			...levels.flatMap((level, index) =>
				['participation_highest', 'achievements_highest'].map((measure) =>
					row({ measure, ...about, unit: 'count', level, value: people[index]!, n })
				)
			),
			row({
				...{ measure: 'participation_hours', ...about, unit: 'hours', value: 10.8 + 2.4 * at, n },
				tags: ['hours_missing']
			}),
			row({ measure: 'participation_concentration', ...about, value: 27 - 6 * at, n })
		];
	});
}

/** Moves between categories: three up, one down, and people with a record in one wave only. */
export function moveRows(): Result[] {
	const about = {
		measure: 'category_transitions',
		criterion: 4 as const,
		against: 'w1',
		n: 47,
		unit: 'count' as const
	};
	const ways: [string, number][] = [
		['up', 5],
		['same', 32],
		['down', 1],
		['no_record', 9]
	];
	const cells: [string, string, number, 'up' | 'same' | 'down' | null][] = [
		['санаты жоқ', 'санаты жоқ', 5, 'same'],
		['санаты жоқ', 'екінші', 2, 'up'],
		['екінші', 'екінші', 15, 'same'],
		['екінші', 'бірінші', 3, 'up'],
		['екінші', 'no_record', 4, null],
		['бірінші', 'екінші', 1, 'down'],
		['бірінші', 'бірінші', 12, 'same'],
		['жоғары', 'жоғары', 0, 'same'],
		['no_record', 'екінші', 5, null]
	];
	return [
		...ways.map(([level, value]) => row({ ...about, kind: 'category', level, value })),
		...cells.map(([group, level, value, way]) =>
			row({
				...{ ...about, groupKind: 'category', group, level, value },
				...(way === null
					? {}
					: {
							up: way === 'up' ? value : 0,
							down: way === 'down' ? value : 0,
							same: way === 'same' ? value : 0
						})
			})
		)
	];
}

/** Hours against growth by form of work: a clear link, none, and too few people. */
export function doseRows(): Result[] {
	const about = {
		criterion: 4 as const,
		instrument: 'ratings',
		audience: 'teacher',
		rater: 'mentor' as const,
		against: 'w1'
	};
	const links: [string, number, number][] = [
		['collective', 0.5, 0.24],
		['seminar', -0.02, 0.3],
		['coaching', 0.54, 0.23],
		['chained_lessons', 0.12, 0.29],
		['method_association', -0.41, 0.25]
	];
	const rows = links.flatMap(([kind, value, half]) =>
		(['dose_growth', 'dose_growth_tau'] as const).map((measure) => {
			const found = measure === 'dose_growth' ? value : value * 0.7;
			const ends = { low: found - half, high: found + half };
			return row({ measure, ...about, kind, value: found, ...ends, n: 44, unit: 'coefficient' });
		})
	);
	const few = { value: null, reason: 'too_few' as const, n: 7, unit: 'coefficient' as const };
	return [...rows, row({ measure: 'dose_growth', ...about, kind: 'conference', ...few })];
}

/** Seven modules on four lines; nothing was achieved in the last but one, no attendance of the last. */
export function moduleRows(): Result[] {
	return Array.from({ length: 7 }, (_, index) => index + 1).flatMap((module) => {
		const about = { criterion: 2 as const, module };
		const lines: [string, number | null, 'scale' | 'count'][] = [
			['voice', 3.9 - 0.1 * module, 'scale'],
			['expert', 3 + 0.08 * module, 'scale'],
			['practice', module === 7 ? null : 40 - 5 * module, 'count'],
			['achievement', module === 6 ? 0 : 12 - module, 'count']
		];
		return [
			...lines.map(([level, value, unit]) =>
				row({
					...{ measure: 'module_profile', ...about, level, value, unit, n: 44 },
					...(value === null ? { reason: 'no_data' as const } : {})
				})
			),
			row({ measure: 'module_disagreement', ...about, unit: 'count', value: Math.abs(8 - 2 * module), n: 4 })
		];
	});
}

/** The headline's change split, a question with several answers, and shares of this wave alone. */
export function surveyExtras(): Result[] {
	const about = { instrument: 'teachers', audience: 'teacher' };
	const parts: [string, number, number][] = [
		['total', 15.94, 46],
		['stayers', 18.42, 41],
		['leavers', -1.23, 5],
		['joiners', -1.25, 5]
	];
	const options = WAVES.flatMap((wave, at) =>
		[21 + 3 * at, 30 - 2 * at, 8].map((count, index) =>
			share({ measure: 'option_share', ...about, item: 'forms', wave, level: String(index + 1) }, count, 43)
		)
	);
	const whole = { measure: 'favourable_this_wave', ...about, value: 79.6, low: 74, high: 84, n: 46 };
	return [
		...parts.map(([level, value, n]) =>
			row({
				...{ measure: 'stayers_leavers_joiners', criterion: 1, ...about, against: 'w1' },
				...{ level, value, n, unit: 'points' }
			})
		),
		...options,
		row(whole)
	];
}

/** Expected results: with a target, without one, and one of which nothing was held. */
export function expectedRows(): Result[] {
	const lines: [string, Partial<Result>, (number | null)[]][] = [
		['confidence', { level: 'mean', groupKind: 'rater', group: 'self', unit: 'scale' }, [3.57, 3.5, 3.52]],
		[
			'joint_research',
			{ level: 'participation_people', kind: 'lesson_study', unit: 'count' },
			[null, 12, 18]
		],
		[
			'school_ties',
			{ level: 'participation_attendances', groupKind: 'level_from', group: 'city', unit: 'count' },
			[9, 20, 35]
		],
		[
			'exchange',
			{ level: 'achievements_count', kind: 'open_lesson', indicator: 'open_lesson', unit: 'count' },
			[12, 20, 34]
		],
		['qualification', { level: 'participation_people', kind: 'course', unit: 'count' }, [9, 4, null]]
	];
	return lines.flatMap(([block, of, values]) =>
		values.map((value, at) =>
			row({
				...{ measure: 'expected_result', criterion: 2, block, ...of, wave: WAVES[at]!, value, n: 20 },
				...(value === null ? { reason: 'not_held' as const } : {})
			})
		)
	);
}

/** Reliability of two blocks: firm, grey, with an item against the rest, with too few complete rows, and hidden. */
export function reliabilityRows(): Result[] {
	const about = { instrument: 'teachers', audience: 'teacher', unit: 'coefficient' as const };
	const found: [string, string, number, number, number | null, number][] = [
		['support', 'w1', 0.78, 0.14, 0.8, 41],
		['support', 'w2', 0.71, 0.24, null, 22],
		['support', 'w3', 0.84, 0.1, 0.85, 44],
		['confidence', 'w1', -0.2, 1.1, null, 40],
		['confidence', 'w2', 0.62, 0.36, null, 14]
	];
	const rows = found.flatMap(([block, wave, value, below, omega, n]) => {
		const odd = value < 0 ? [row({ measure: 'item_rest', ...about, item: 'q6', block, wave, value, n })] : [];
		const none = { value: null, reason: n < 30 ? ('too_few' as const) : ('improper_solution' as const) };
		return [
			row({
				...{ measure: 'alpha', ...about, block, wave, value, low: value - below, high: value + 0.08, n },
				...(odd.length > 0 ? { tags: ['check_reversed'] } : n < 30 ? { tags: ['grey'] } : {})
			}),
			row({
				...{ measure: 'omega', ...about, block, wave, n },
				...(omega === null ? none : { value: omega })
			}),
			...odd
		];
	});
	const silent = { ...about, measure: 'alpha', block: 'confidence', value: null };
	return [
		...rows,
		row({ ...silent, wave: 'w3', n: 7, reason: 'too_few' }),
		row({ ...silent, instrument: 'mentees', wave: 'w3', n: null, reason: 'suppressed' })
	];
}
