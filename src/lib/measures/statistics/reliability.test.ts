import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { omegaTotal } from './omega';
import { blockCovariance, reliability } from './reliability';

const loadings = fc.array(fc.double({ min: 0.3, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 12 });

describe('omegaTotal', () => {
	it('recovers the loadings of an exact one-factor matrix', () => {
		fc.assert(
			fc.property(loadings, fc.double({ min: 0.5, max: 3, noNaN: true }), (lambda, sd) => {
				const covariance = lambda.map((a, i) => lambda.map((b, j) => (i === j ? 1 : a * b) * sd * sd));
				const common = lambda.reduce((sum, value) => sum + value, 0) ** 2;
				const unique = lambda.reduce((sum, value) => sum + 1 - value * value, 0);
				expect(omegaTotal(covariance, 200).value).toBeCloseTo(common / (common + unique), 6);
			})
		);
	});

	it('is improper where an item is all common or there are no more rows than items', () => {
		const matrix = [
			[1, 0.9, 0.9],
			[0.9, 1, 0.5],
			[0.9, 0.5, 1]
		];
		expect(omegaTotal(matrix, 100).reason).toBe('improper_solution');
		expect(
			omegaTotal(
				[
					[1, 0.5, 0.5],
					[0.5, 1, 0.5],
					[0.5, 0.5, 1]
				],
				3
			).reason
		).toBe('improper_solution');
	});
});

describe('omegaTotal of items that say the same', () => {
	it('is improper: no factor reproduces a singular matrix, though a start in the middle would stay there', () => {
		const twins = [0, 1, 0, 1].map((i) => [0, 1, 0, 1].map((j) => (i === j ? 1 : -1 / 6)));
		expect(omegaTotal(twins, 100)).toEqual({ value: null, reason: 'improper_solution' });
	});
});

describe('reliability', () => {
	it('does not hide a reversed item but shows its negative item–rest correlation', () => {
		const rows = [1, 2, 3, 4, 5, 4, 3, 2].map((x, i) => [x, Math.min(5, x + (i % 2)), 6 - x]);
		const result = reliability(blockCovariance(['a', 'b', 'c'], rows));
		expect(result.itemRest[2]?.value).toBeLessThan(0);
		expect(result.standardError).toEqual({ value: null, reason: 'alpha_not_positive' });
	});

	it('has no alpha where the items cancel out', () => {
		const result = reliability(
			blockCovariance(
				['a', 'b'],
				[
					[1, 5],
					[2, 4],
					[4, 2],
					[5, 1]
				]
			)
		);
		expect(result.alpha).toEqual({ value: null, reason: 'zero_variance' });
	});

	it('leaves incomplete rows out and names items without variance', () => {
		const result = reliability(
			blockCovariance(
				['a', 'b', 'c'],
				[
					[1, 1, 3],
					[2, 2, 3],
					[4, 5, 3],
					[null, 5, 3]
				]
			)
		);
		expect(result.n).toBe(3);
		expect(result.dropped).toEqual(['c']);
	});
});
