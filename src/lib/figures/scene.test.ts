import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barInterval, hatchPath, ticks } from './scene';

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

describe('barInterval', () => {
	it('is of paper on the bar and of ink beyond it', () => {
		const lines = barInterval(40, 60, 90, 10, { paper: 'white', ink: 'black' });
		const across = lines.filter(({ y1, y2 }) => y1 === y2);
		expect(across.map(({ x1, x2, stroke }) => [x1, x2, stroke])).toEqual([
			[40, 60, 'white'],
			[60, 90, 'black']
		]);
		const caps = lines.filter(({ x1, x2 }) => x1 === x2);
		expect(caps.map(({ x1, stroke }) => [x1, stroke])).toEqual([
			[40, 'white'],
			[90, 'black']
		]);
	});
});
