import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	describeFrequencies,
	entriesOf,
	favourable,
	frequenciesOf,
	meanOf,
	roundForRanking,
	tabulate,
	total,
	varianceOf
} from './frequencies';
import { cliffDelta } from './effect-sizes';

const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 60 });

describe('answer tables', () => {
	it('add up: two schools tabulated apart give the statistics of both together', () => {
		fc.assert(
			fc.property(answers, answers, (one, other) => {
				const merged = tabulate([...entriesOf(frequenciesOf(one)), ...entriesOf(frequenciesOf(other))]);
				expect(describeFrequencies(merged)).toEqual(describeFrequencies(frequenciesOf([...one, ...other])));
			})
		);
	});

	it('give the mean and variance of the single answers', () => {
		fc.assert(
			fc.property(answers, (given) => {
				const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
				const squares = given.reduce((sum, value) => sum + (value - mean) ** 2, 0);
				const f = frequenciesOf(given);
				expect(total(f)).toBe(given.length);
				expect(meanOf(f)).toBeCloseTo(mean, 12);
				expect(varianceOf(f)).toBeCloseTo(squares / (given.length - 1), 10);
			})
		);
	});

	it('round for ranking to nine decimals, and leave numbers without as many as they are', () => {
		expect(roundForRanking(11 / 3 - 10 / 3)).toBe(roundForRanking(10 / 3 - 3));
		expect([9_007_200.25, -1e22, 1e300].map(roundForRanking)).toEqual([9_007_200.25, -1e22, 1e300]);
	});

	it('have no variance where all answers are the same binary fraction', () => {
		const described = describeFrequencies(frequenciesOf([0.1, 0.1, 0.1]));
		expect(described.sd).toEqual({ value: 0, reason: null });
		expect(described.meanInterval).toEqual({ value: null, reason: 'zero_variance' });
	});
});

describe('favourable', () => {
	it('takes listed levels or a cut, tolerant to rounding at the cut', () => {
		const f = frequenciesOf([1, 3, 3, 4, 11 / 3 + 1 / 3]);
		expect(favourable(f, [3, 4]).value?.count).toBe(4);
		expect(favourable(f, { from: 4 }).value?.count).toBe(2);
		expect(favourable(frequenciesOf([]), [1])).toEqual({ value: null, reason: 'no_data' });
	});
});

describe('cliffDelta', () => {
	it('equals the share of higher minus the share of lower pairs, with the unbiased variance of the pairs', () => {
		fc.assert(
			fc.property(answers, answers, (earlier, later) => {
				const n1 = earlier.length;
				const n2 = later.length;
				const pairs = earlier.map((a) => later.map((b) => Math.sign(b - a)));
				const sum = (values: number[]) => values.reduce((running, value) => running + value, 0);
				const delta = sum(pairs.flat()) / (n1 * n2);
				fc.pre(Math.abs(delta) < 1 && new Set([...earlier, ...later]).size > 1);
				const rows = sum(pairs.map((row) => (sum(row) / n2 - delta) ** 2));
				const columns = sum(later.map((_, j) => (sum(pairs.map((row) => row[j] ?? 0)) / n1 - delta) ** 2));
				const single = sum(pairs.flat().map((d) => (d - delta) ** 2));
				const variance = (n2 * n2 * rows + n1 * n1 * columns - single) / (n1 * n2 * (n1 - 1) * (n2 - 1));
				const result = cliffDelta(frequenciesOf(earlier), frequenciesOf(later));
				expect(result.delta.value).toBeCloseTo(delta, 10);
				expect(result.variance.value).toBeCloseTo(variance, 10);
			})
		);
	});
});
