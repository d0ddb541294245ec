import { describe, expect, it } from 'vitest';
import { attainment, groupProgress, progress } from './progress';
import { reliableChange } from './reliable-change';
import { xmr } from './control-chart';

describe('progress', () => {
	it('is not clamped and is undefined without a way to go', () => {
		expect(progress({ baseline: 2, target: 4, actual: 1 })).toEqual({ value: -0.5, reason: null });
		expect(progress({ baseline: 2, target: 2, actual: 3 }).reason).toBe('target_equals_baseline');
		expect(progress({ baseline: null, target: 2, actual: 3 }).reason).toBe('no_baseline');
		expect(attainment({ target: 0, actual: 3 }).reason).toBe('zero_target');
	});

	it('of a group is not the mean of its ratios, and counts targets below the baseline as reached from above', () => {
		const group = groupProgress([
			{ baseline: 0, target: 1, actual: 1 },
			{ baseline: 0, target: 9, actual: 0 },
			{ baseline: 9, target: 5, actual: 5 },
			{ baseline: null, target: 5, actual: 5 }
		]);
		expect(group).toEqual({ n: 3, progress: { value: -0.5, reason: null }, reached: 2 });
	});
});

describe('reliableChange', () => {
	it('needs a usable reliability and a spread', () => {
		expect(reliableChange({ x1: 2, x2: 4, sd1: 1, reliability: 0.5 }).value).toBeCloseTo(2, 12);
		expect(reliableChange({ x1: 2, x2: 4, sd1: 1, reliability: 1 }).reason).toBe('reliability_unusable');
		expect(reliableChange({ x1: 2, x2: 4, sd1: 0, reliability: 0.5 }).reason).toBe('zero_variance');
	});
});

describe('xmr', () => {
	it('ends a run at a point on the line and skips gaps', () => {
		const high = Array<number>(7).fill(6);
		expect(xmr([...high, null, 6, ...Array<number>(8).fill(4)]).value?.runs).toEqual([9, 17]);
		expect(xmr([...high, 5, 6, ...Array<number>(8).fill(4)]).value?.runs).toEqual([17]);
	});

	it('has no chart without two neighbouring points', () => {
		expect(xmr([1, null, 2]).reason).toBe('n_lt_2');
		expect(xmr([null]).reason).toBe('no_data');
	});
});
