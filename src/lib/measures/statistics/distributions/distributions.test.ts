import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialDensity, binomialLower, incompleteBeta } from './beta';
import { fQuantile, fUpper } from './f';
import { chiSquaredUpper, hedgesFactor } from './gamma';
import { noncentralityInterval, noncentralTLower } from './noncentral-t';
import { normalLower, normalQuantile, normalTwoSided } from './normal';
import { findRoot } from './root';
import { tCritical, tLower, tQuantile, tTwoSided } from './student-t';

const df = fc.double({ min: 1, max: 1e6, noNaN: true });
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('distributions', () => {
	it('have quantiles that invert the probability', () => {
		fc.assert(
			fc.property(probability, df, df, (p, df1, df2) => {
				expect(normalLower(normalQuantile(p))).toBeCloseTo(p, 12);
				expect(tLower(tQuantile(p, df1), df1)).toBeCloseTo(p, 10);
				expect(1 - fUpper(fQuantile(p, df1, df2), df1, df2)).toBeCloseTo(p, 9);
			})
		);
	});

	it('agree where one is a special case of another', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 8, noNaN: true }), df, (x, freedom) => {
				expect(fUpper(x * x, 1, freedom)).toBeCloseTo(tTwoSided(x, freedom), 12);
				expect(chiSquaredUpper(x * x, 1)).toBeCloseTo(normalTwoSided(x), 12);
				expect(noncentralTLower(x, freedom, 1e-9)).toBeCloseTo(tLower(x, freedom), 8);
			})
		);
	});

	it('sum binomial probabilities up to the cumulative one', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 60 }),
				fc.double({ min: 0.01, max: 0.99, noNaN: true }),
				(n, p) => {
					let sum = 0;
					for (let x = 0; x <= n; x++) {
						sum += binomialDensity(x, n, p);
						expect(binomialLower(x, n, p)).toBeCloseTo(sum, 11);
					}
				}
			)
		);
	});

	it('keep the complement of the incomplete beta exact', () => {
		const { lower, upper } = incompleteBeta(1e-12, 1 - 1e-12, 2, 3);
		expect(lower).toBeCloseTo(6e-24, 30);
		expect(upper).toBe(1);
	});

	it('reach the normal for large samples', () => {
		expect(tCritical(1e8)).toBeCloseTo(1.959963984540054, 7);
		expect(tCritical(1e12)).toBeCloseTo(1.959963984540054, 12);
		expect(hedgesFactor(1e5) - hedgesFactor(1e5 + 1)).toBeCloseTo(0, 9);
	});

	it('enclose the observed noncentrality', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -6, max: 6, noNaN: true }),
				fc.integer({ min: 2, max: 400 }),
				(t, freedom) => {
					const { low, high } = noncentralityInterval(t, freedom);
					expect(noncentralTLower(t, freedom, low)).toBeCloseTo(0.975, 9);
					expect(noncentralTLower(t, freedom, high)).toBeCloseTo(0.025, 9);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('refuse a bracket without a root', () => {
		expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
		expect(findRoot((x) => x * x * x - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 14);
	});
});
