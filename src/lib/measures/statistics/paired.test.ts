import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequenciesOf, meanOf } from './frequencies';
import { comparePaired, marginOf, transitionsOf } from './paired';
import { splitChange } from './stayers';

const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const people = fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 50 });

function matchedOf(pairs: readonly (readonly [number | null, number | null])[]): [number, number][] {
	return pairs.flatMap(([from, to]) =>
		from === null || to === null ? [] : [[from, to] as [number, number]]
	);
}

describe('comparePaired', () => {
	it('gives from a transition table what the single pairs give', () => {
		fc.assert(
			fc.property(people, (pairs) => {
				const result = comparePaired(
					transitionsOf(
						pairs.map(([a]) => a),
						pairs.map(([, b]) => b)
					),
					{
						favourable: [4, 5]
					}
				);
				const matched = matchedOf(pairs);
				expect(result.pairs).toBe(matched.length);
				expect(result.up).toBe(matched.filter(([from, to]) => to > from).length);
				expect(result.down).toBe(matched.filter(([from, to]) => to < from).length);
				expect(result.up + result.down + result.same).toBe(result.pairs);
				fc.pre(matched.length > 0);
				const mean = matched.reduce((sum, [from, to]) => sum + to - from, 0) / matched.length;
				expect(result.meanDifference.value).toBeCloseTo(mean, 12);
				expect(result.favourable?.value?.cells.gained).toBe(
					matched.filter(([from, to]) => from < 4 && to >= 4).length
				);
			})
		);
	});

	it('turns round with the order of the waves', () => {
		fc.assert(
			fc.property(people, (pairs) => {
				const matched = matchedOf(pairs);
				fc.pre(new Set(matched.map(([from, to]) => to - from)).size > 1);
				const first = matched.map(([from]) => from);
				const second = matched.map(([, to]) => to);
				const forth = comparePaired(transitionsOf(first, second));
				const back = comparePaired(transitionsOf(second, first));
				expect(back.tTest.t.value).toBeCloseTo(-(forth.tTest.t.value ?? NaN), 9);
				expect(back.tTest.p.value).toBeCloseTo(forth.tTest.p.value ?? NaN, 12);
				expect(back.averageSd.interval.value?.low).toBeCloseTo(
					-(forth.averageSd.interval.value?.high ?? NaN),
					9
				);
				expect(back.signedRank.value?.p.value).toBeCloseTo(forth.signedRank.value?.p.value ?? NaN, 12);
			})
		);
	});

	it('has no test where everyone changed by the same amount', () => {
		const result = comparePaired([{ from: 3, to: 4, n: 12 }]);
		expect(result.tTest.p).toEqual({ value: null, reason: 'zero_diff_variance' });
		expect(result.up).toBe(12);
	});
});

describe('splitChange', () => {
	it('adds up exactly to the total change', () => {
		fc.assert(
			fc.property(people, (pairs) => {
				const earlier = frequenciesOf(pairs.map(([a]) => a));
				const later = frequenciesOf(pairs.map(([, b]) => b));
				const parts = splitChange(
					earlier,
					later,
					transitionsOf(
						pairs.map(([a]) => a),
						pairs.map(([, b]) => b)
					)
				);
				if (parts.reason !== null) {
					expect(matchedOf(pairs)).toEqual([]);
					return;
				}
				const { stayers, leavers, joiners, total } = parts.value;
				expect(stayers + leavers + joiners).toBeCloseTo(total, 12);
				expect(total).toBeCloseTo((meanOf(later) ?? NaN) - (meanOf(earlier) ?? NaN), 12);
			})
		);
	});

	it('lays the change on joiners where those who stayed did not change', () => {
		const matched = [{ from: 2, to: 2, n: 4 }];
		const parts = splitChange(marginOf(matched, 'from'), { values: [2, 5], counts: [4, 4] }, matched);
		expect(parts.value).toEqual({ total: 1.5, stayers: 0, leavers: 0, joiners: 1.5 });
	});
});
