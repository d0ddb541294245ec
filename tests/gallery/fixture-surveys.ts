import type { Result, Verdict } from '../../src/lib/model/result';
import { WAVES, ITEMS } from './fixture-project';
import { row, share } from './fixture-rows';

/** Counts of five levels that add up to `n`. */
export function spread(n: number, weights: number[], next: () => number): number[] {
	const counts = weights.map((weight) => Math.floor(n * weight * (0.85 + 0.3 * next())));
	const sum = counts.reduce((total, count) => total + count, 0);
	counts[3] = Math.max(0, counts[3]! + n - sum);
	return counts;
}

const SIZES: Record<string, [number, number, number]> = {
	teachers: [44, 45, 46],
	pupils: [280, 291, 298],
	parents: [60, 55, 41],
	mentees: [6, 5, 4]
};

const WEIGHTS: [number[], number[], number[]] = [
	[0.05, 0.12, 0.26, 0.33, 0.24],
	[0.04, 0.09, 0.22, 0.35, 0.3],
	[0.02, 0.05, 0.15, 0.31, 0.47]
];

export function surveyRows(instrument: string, audience: string, next: () => number): Result[] {
	const rows: Result[] = [];
	WAVES.forEach((wave, at) => {
		const n = SIZES[instrument]![at]!;
		const hidden = instrument === 'mentees' && wave === 'w3';
		const about = { instrument, audience, wave, method: 'andreev@1' };
		const reason = hidden ? ({ reason: 'suppressed', value: null, n: null } as const) : null;
		for (const [item] of ITEMS) {
			const counts = spread(n - 2, WEIGHTS[at]!, next);
			const valid = counts.reduce((sum, count) => sum + count, 0);
			counts.forEach((count, level) =>
				rows.push(
					row({
						measure: 'distribution',
						...about,
						item,
						level: String(level + 1),
						value: (100 * count) / valid,
						count,
						n: valid,
						...reason
					})
				)
			);
			rows.push(
				row({
					measure: 'distribution',
					...about,
					item,
					level: 'dont_know',
					value: 200 / n,
					count: 2,
					n,
					...reason
				})
			);
			rows.push({
				...share({ measure: 'favourable', ...about, item }, counts[3]! + counts[4]!, valid),
				...reason
			});
			for (const [group, size] of [
				['Математика', 12],
				['Жаратылыстану және география', 9],
				['Тілдер', 15],
				['Бастауыш', 4]
			] as const) {
				if (instrument !== 'teachers') continue;
				const favourable = Math.round(size * (0.5 + 0.45 * next()));
				const base = share(
					{ measure: 'favourable', ...about, item, groupKind: 'department', group },
					favourable,
					size
				);
				rows.push(
					size < 5
						? {
								...base,
								value: null,
								reason: 'suppressed',
								n: null,
								low: undefined,
								high: undefined,
								count: undefined
							}
						: base
				);
			}
		}
		const level = at === 2 ? 'high' : 'medium';
		rows.push(
			row({
				measure: 'coefficient_u',
				...about,
				value: [2.61, 2.83, 3.12][at]!,
				level,
				n,
				unit: 'coefficient',
				...reason
			})
		);
		const high = Math.round(n * [0.61, 0.66, 0.74][at]!);
		const low = Math.round(n * 0.08);
		rows.push({
			...share({ measure: 'level_share', ...about, criterion: 1, level: 'high' }, high, n),
			...reason
		});
		rows.push({
			...share({ measure: 'level_share', ...about, level: 'medium' }, n - high - low, n),
			...reason
		});
		rows.push({ ...share({ measure: 'level_share', ...about, level: 'low' }, low, n), ...reason });
		const population = { teachers: 48, pupils: 320, parents: 215, mentees: 9 }[instrument]!;
		rows.push(
			row({
				measure: 'coverage',
				...about,
				value: (100 * n) / population,
				count: n,
				n: population,
				...(instrument === 'parents' ? { tags: ['low_coverage' as const] } : {})
			})
		);
	});
	return rows;
}

export function comparisonRows(): Result[] {
	const about = {
		criterion: 1 as const,
		instrument: 'teachers',
		audience: 'teacher',
		wave: 'w3',
		against: 'w1',
		unit: 'points' as const
	};
	const items: [string, number, Verdict][] = [
		['q1', 18, 'rose'],
		['q2', -14, 'fell'],
		['q3', 9, 'no_clear_change'],
		['q4', 21, 'rose'],
		['q5', 1, 'practically_unchanged'],
		['q6', 6, 'no_clear_change']
	];
	const rows = items.map(([item, value, verdict]) =>
		row({
			measure: 'change_matched',
			...about,
			item,
			value,
			low: value - 9,
			high: value + 9,
			verdict,
			n: 41,
			nPairs: 41,
			up: 23,
			down: 6,
			same: 12,
			p: 0.01,
			q: 0.03,
			baseline: 55
		})
	);
	const published = share(
		{
			measure: 'level_share',
			criterion: 1,
			instrument: 'teachers',
			audience: 'teacher',
			level: 'high',
			indicator: 'sat',
			wave: '2013-2014'
		},
		24,
		43
	);
	rows.push({ ...published, stage: '', tags: ['published'], count: undefined });
	rows.push(
		share(
			{
				measure: 'level_share',
				criterion: 1,
				instrument: 'teachers',
				audience: 'teacher',
				level: 'high',
				against: 'w1'
			},
			30,
			41
		)
	);
	rows.push(
		row({
			measure: 'change_favourable',
			...about,
			level: 'high',
			value: 12,
			low: -6,
			high: 30,
			verdict: 'no_clear_change',
			n: 44
		})
	);
	rows.push(
		row({
			measure: 'change_matched',
			...about,
			item: 'q7',
			value: null,
			reason: 'not_comparable',
			verdict: 'cannot_be_judged'
		})
	);
	rows.push(
		row({
			measure: 'change_matched',
			...about,
			level: 'high',
			value: 13,
			low: 6,
			high: 20,
			verdict: 'rose',
			n: 41,
			nPairs: 41,
			up: 23,
			down: 6,
			same: 12
		})
	);
	return rows;
}
