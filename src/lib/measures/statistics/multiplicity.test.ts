import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from './multiplicity';

const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), {
	maxLength: 30
});

describe('benjaminiHochberg', () => {
	it('rejects what the step-up rule rejects', () => {
		fc.assert(
			fc.property(pValues, (p) => {
				const sorted = p.filter((value) => value !== null).sort((a, b) => a - b);
				const cut = sorted.reduce(
					(largest, value, index) => (value * sorted.length <= 0.05 * (index + 1) ? value : largest),
					-1
				);
				const rejected = benjaminiHochberg(p).map((q) => q !== null && q <= 0.05);
				expect(rejected).toEqual(p.map((value) => value !== null && value <= cut));
			})
		);
	});

	it('leaves a single test alone and missing ones out of the count', () => {
		expect(benjaminiHochberg([null, 0.03, null])).toEqual([null, 0.03, null]);
	});
});

describe('holm', () => {
	it('is never below Benjamini–Hochberg and never above Bonferroni', () => {
		fc.assert(
			fc.property(pValues, (p) => {
				const q = benjaminiHochberg(p);
				const m = p.filter((value) => value !== null).length;
				holm(p).forEach((adjusted, index) => {
					const raw = p[index] ?? null;
					expect(adjusted === null).toBe(raw === null);
					if (adjusted === null || raw === null) return;
					expect(adjusted).toBeGreaterThanOrEqual((q[index] ?? NaN) - 1e-15);
					expect(adjusted).toBeLessThanOrEqual(Math.min(1, m * raw) + 1e-15);
				});
			})
		);
	});
});
