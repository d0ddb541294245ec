import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icc } from './agreement';
import { xmr } from './control-chart';
import { kendall, pearson, spearman } from './correlation';
import { describeFrequencies, frequenciesOf } from './frequencies';
import { compareIndependent } from './independent';
import { comparePaired, transitionsOf } from './paired';
import { groupProgress } from './progress';
import { blockCovariance, reliability } from './reliability';
import { reliableChanges } from './reliable-change';

/** Paths of the numbers in a result that are not finite. */
function unusable(result: unknown, path = ''): string[] {
	if (typeof result === 'number') return Number.isFinite(result) ? [] : [path];
	if (typeof result !== 'object' || result === null) return [];
	return Object.entries(result).flatMap(([key, value]) => unusable(value, `${path}.${key}`));
}

const answer = fc.oneof(
	fc.integer({ min: 1, max: 5 }),
	fc.constantFrom(1 / 3, 2 / 3, 10 / 3, 11 / 3),
	fc.double({ min: 0, max: 100, noNaN: true }),
	fc.constant(null)
);
const few = fc.array(answer, { maxLength: 8 });
const many = fc.array(answer, { maxLength: 70 });
const wave = fc.oneof(few, many);

describe('statistics of any answers', () => {
	it('are finite or say why they are not there: paired', () => {
		fc.assert(
			fc.property(wave, wave, (earlier, later) => {
				expect(unusable(comparePaired(transitionsOf(earlier, later), { favourable: { from: 4 } }))).toEqual(
					[]
				);
			}),
			{ numRuns: 300 }
		);
	});

	it('are finite or say why they are not there: independent', () => {
		fc.assert(
			fc.property(wave, wave, (earlier, later) => {
				const result = compareIndependent(frequenciesOf(earlier), frequenciesOf(later), {
					favourable: [4, 5]
				});
				expect(unusable(result)).toEqual([]);
				expect(unusable(describeFrequencies(frequenciesOf(later)))).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	it('are finite or say why they are not there: correlation, change and charts', () => {
		fc.assert(
			fc.property(wave, wave, fc.double({ min: -1, max: 2, noNaN: true }), (x, y, r) => {
				expect(unusable([pearson(x, y), spearman(x, y), kendall(x, y)])).toEqual([]);
				expect(unusable([reliableChanges(x, y, r), xmr(x)])).toEqual([]);
				const courses = x.map((baseline, i) => ({
					baseline,
					target: y[i] ?? null,
					actual: y[i + 1] ?? null
				}));
				expect(unusable(groupProgress(courses))).toEqual([]);
			}),
			{ numRuns: 200 }
		);
	});

	it('are finite or say why they are not there: blocks and raters', () => {
		const matrix = fc
			.integer({ min: 1, max: 6 })
			.chain((columns) =>
				fc.array(fc.array(answer, { minLength: columns, maxLength: columns }), { maxLength: 20 })
			);
		fc.assert(
			fc.property(matrix, (rows) => {
				const items = (rows[0] ?? []).map((_, index) => `q${index}`);
				expect(unusable(reliability(blockCovariance(items, rows)))).toEqual([]);
				expect(unusable(icc(rows))).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	it('have no absolute agreement where two raters contradict each other without any other spread', () => {
		const result = icc([
			[0, 4],
			[4, 0]
		]);
		expect(result.absolute).toEqual({ value: null, reason: 'no_agreement' });
	});

	it('survive two waves that differ enormously', () => {
		const earlier = frequenciesOf([1, 1, 1, 1.000001]);
		const later = frequenciesOf([100, 100, 100, 100.000001]);
		expect(unusable(compareIndependent(earlier, later))).toEqual([]);
		expect(unusable(comparePaired(transitionsOf([1, 1, 1, 1], [99, 99, 99, 99.00001])))).toEqual([]);
	});
});
