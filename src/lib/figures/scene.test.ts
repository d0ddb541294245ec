import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchPath, ticks } from './scene';

describe('ticks', () => {
	it('are round and stay within the domain', () => {
		expect(ticks(40, 90, 4)).toEqual([40, 60, 80]);
		expect(ticks(-0.54, 1.7, 4)).toEqual([0, 1]);
		expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
		expect(ticks(3, 3, 4)).toEqual([3]);
	});
});

describe('hatchPath', () => {
	it('draws nothing outside the box', () => {
		const side = fc.integer({ min: 0, max: 300 });
		fc.assert(
			fc.property(side, side, side, side, (x, y, width, height) => {
				const points = [...hatchPath(x, y, x + width, y + height).matchAll(/([\d.]+),([\d.]+)/gu)];
				for (const [, px, py] of points) {
					expect(Number(px)).toBeGreaterThanOrEqual(x);
					expect(Number(px)).toBeLessThanOrEqual(x + width);
					expect(Number(py)).toBeGreaterThanOrEqual(y);
					expect(Number(py)).toBeLessThanOrEqual(y + height);
				}
				expect(points.length % 2).toBe(0);
			})
		);
	});
});
