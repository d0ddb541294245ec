import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholePercents } from './shares';

it('gives the percents left over to the largest remainders', () => {
	expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
	expect(wholePercents([15, 16, 3])).toEqual([44, 47, 9]);
	expect(wholePercents([0, 0])).toEqual([0, 0]);
});

it('always adds up to 100 and never moves a share by a whole point', () => {
	const counts = fc
		.array(fc.nat(500), { minLength: 1, maxLength: 7 })
		.filter((all) => all.some((one) => one > 0));
	fc.assert(
		fc.property(counts, (all) => {
			const total = all.reduce((sum, count) => sum + count, 0);
			const whole = wholePercents(all);
			expect(whole.reduce((sum, value) => sum + value, 0)).toBe(100);
			whole.forEach((value, at) => expect(Math.abs(value - (100 * all[at]!) / total)).toBeLessThan(1));
		})
	);
});
