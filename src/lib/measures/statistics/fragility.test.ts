import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersToFlip, silenceToFlip } from './fragility';
import { newcombe } from './intervals';

/** Rise, fall or neither, by Newcombe's interval against an earlier wave of 20 favourable of 40. */
function judge(favourable: number, n: number): string {
	const change = newcombe(20, 40, favourable, n);
	if (!change) return 'no_data';
	return change.low > 0 ? 'rose' : change.high < 0 ? 'fell' : 'no_clear_change';
}

const wave = fc.integer({ min: 1, max: 80 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('answersToFlip', () => {
	it('finds the fewest changes that trying one by one finds', () => {
		fc.assert(
			fc.property(wave, ([favourable, n]) => {
				const verdict = judge(favourable, n);
				const distances = Array.from({ length: n + 1 }, (_, other) => other)
					.filter((other) => judge(other, n) !== verdict)
					.map((other) => Math.abs(other - favourable));
				const fewest = distances.length > 0 ? Math.min(...distances) : null;
				expect(answersToFlip(favourable, n, judge)?.count ?? null).toBe(fewest);
			})
		);
	});

	it('is null for a verdict that nothing turns', () => {
		expect(answersToFlip(3, 9, () => 'hidden')).toBeNull();
	});
});

describe('silenceToFlip', () => {
	it('finds the shares of the silent that trying one by one finds', () => {
		fc.assert(
			fc.property(wave, fc.integer({ min: 1, max: 60 }), ([favourable, n], silent) => {
				const verdict = judge(favourable, n);
				const at = Array.from({ length: silent + 1 }, (_, more) => judge(favourable + more, n + silent));
				const result = silenceToFlip(favourable, n, n + silent, judge);
				const low = result?.atMost?.favourable ?? -1;
				const high = result?.atLeast?.favourable ?? silent + 1;
				expect(low >= 0).toBe(at[0] !== verdict);
				expect(high <= silent).toBe(at[silent] !== verdict);
				expect(at.slice(0, low + 1).every((other) => other === at[0])).toBe(true);
				expect(at.slice(high).every((other) => other === at[silent])).toBe(true);
				if (low >= 0 && low < silent) expect(at[low + 1]).not.toBe(at[0]);
				if (high <= silent && high > 0) expect(at[high - 1]).not.toBe(at[silent]);
			})
		);
	});

	it('is null where nobody is silent', () => {
		expect(silenceToFlip(3, 9, 9, judge)).toBeNull();
	});
});
