import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonettPrice, newcombe, newcombePaired, wilson, wilsonFinitePopulation } from './intervals';

const share = fc
	.tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
	.map(([n, p]) => ({ n, s: Math.round(n * p) }));
const cells = fc.record({
	both: fc.nat(200),
	gained: fc.nat(200),
	lost: fc.nat(200),
	neither: fc.nat({ max: 200 }).map((n) => n + 1)
});

describe('wilson', () => {
	it('is null without answers', () => {
		expect(wilson(0, 0)).toBeNull();
	});

	it('lies in 0..1 around the share and mirrors for the complement', () => {
		fc.assert(
			fc.property(share, ({ s, n }) => {
				const interval = wilson(s, n);
				const mirrored = wilson(n - s, n);
				expect(interval?.low).toBeGreaterThanOrEqual(0);
				expect(interval?.low).toBeLessThanOrEqual(s / n);
				expect(interval?.high).toBeGreaterThanOrEqual(s / n);
				expect(interval?.high).toBeLessThanOrEqual(1);
				expect(mirrored?.low).toBeCloseTo(1 - (interval?.high ?? NaN), 12);
			})
		);
	});
});

describe('wilsonFinitePopulation', () => {
	it('is the share itself where everyone answered, and undefined where more answered than there are', () => {
		expect(wilsonFinitePopulation(3, 10, 10)).toEqual({ low: 0.3, high: 0.3 });
		expect(wilsonFinitePopulation(3, 10, 9)).toBeNull();
	});

	it('is never wider than the plain interval', () => {
		fc.assert(
			fc.property(share, fc.nat(5000), ({ s, n }, others) => {
				const finite = wilsonFinitePopulation(s, n, n + others);
				const plain = wilson(s, n);
				expect(finite?.low).toBeGreaterThanOrEqual((plain?.low ?? NaN) - 1e-12);
				expect(finite?.high).toBeLessThanOrEqual((plain?.high ?? NaN) + 1e-12);
			})
		);
	});
});

describe('newcombe', () => {
	it('contains the difference, stays in −1..1 and changes sign with the order of the waves', () => {
		fc.assert(
			fc.property(share, share, (a, b) => {
				const forth = newcombe(a.s, a.n, b.s, b.n);
				const back = newcombe(b.s, b.n, a.s, a.n);
				expect(forth?.low).toBeLessThanOrEqual(forth?.difference ?? NaN);
				expect(forth?.high).toBeGreaterThanOrEqual(forth?.difference ?? NaN);
				expect(forth?.low).toBeGreaterThanOrEqual(-1 - 1e-12);
				expect(forth?.high).toBeLessThanOrEqual(1 + 1e-12);
				expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 12);
			})
		);
	});
});

describe('bonettPrice', () => {
	it('stays in −1..1 and changes sign with the direction', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (up, down, same) => {
				fc.pre(up + down + same > 0);
				const forth = bonettPrice(up, down, up + down + same);
				const back = bonettPrice(down, up, up + down + same);
				expect(forth?.low).toBeGreaterThanOrEqual(-1);
				expect(forth?.high).toBeLessThanOrEqual(1);
				expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 12);
				expect(back?.difference).toBeCloseTo(-(forth?.difference ?? NaN), 12);
			})
		);
	});
});

describe('newcombePaired', () => {
	it('contains the difference and changes sign with the order of the waves', () => {
		fc.assert(
			fc.property(cells, (table) => {
				const forth = newcombePaired(table);
				const back = newcombePaired({ ...table, gained: table.lost, lost: table.gained });
				expect(forth?.low).toBeLessThanOrEqual((forth?.difference ?? NaN) + 1e-12);
				expect(forth?.high).toBeGreaterThanOrEqual((forth?.difference ?? NaN) - 1e-12);
				expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 12);
			})
		);
	});
});
