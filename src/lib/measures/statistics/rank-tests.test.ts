import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequenciesOf } from './frequencies';
import { mannWhitney, signedRank } from './rank-tests';

function midranks(values: readonly number[]): number[] {
	return values.map((value) => {
		const below = values.filter((other) => other < value).length;
		return below + (values.filter((other) => other === value).length + 1) / 2;
	});
}

/** Two-sided mid-p of an observed value among equally likely ones. */
function midP(all: readonly number[], observed: number, expected: number): number {
	const deviation = Math.abs(observed - expected);
	if (deviation === 0) return 1;
	const further = all.filter((value) => Math.abs(value - expected) > deviation).length;
	const equal = all.filter((value) => Math.abs(value - expected) === deviation).length;
	return (further + equal / 2) / all.length;
}

/** All sign patterns of the non-zero ranks, one by one. */
function signedRankByEnumeration(differences: readonly number[]): number {
	const ranks = midranks(differences.map(Math.abs)).filter((_, index) => differences[index] !== 0);
	const signs = differences.filter((d) => d !== 0).map((d) => d > 0);
	const sumOf = (rises: (index: number) => boolean) =>
		ranks.reduce((sum, rank, index) => (rises(index) ? sum + rank : sum), 0);
	const patterns = Array.from({ length: 2 ** ranks.length }, (_, pattern) =>
		sumOf((index) => ((pattern >> index) & 1) === 1)
	);
	return midP(
		patterns,
		sumOf((index) => signs[index] === true),
		sumOf(() => true) / 2
	);
}

/** All ways to call n₂ of the answers the later ones, one by one. */
function mannWhitneyByEnumeration(earlier: readonly number[], later: readonly number[]): number {
	const ranks = midranks([...earlier, ...later]);
	const sums: number[] = [];
	for (let subset = 0; subset < 2 ** ranks.length; subset++) {
		const chosen = ranks.filter((_, index) => ((subset >> index) & 1) === 1);
		if (chosen.length === later.length) sums.push(chosen.reduce((sum, rank) => sum + rank, 0));
	}
	const observed = ranks.slice(earlier.length).reduce((sum, rank) => sum + rank, 0);
	return midP(sums, observed, (later.length * (ranks.length + 1)) / 2);
}

const answers = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength });

describe('signedRank', () => {
	it('gives the mid-p of enumerating all signs', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 10 }),
				(differences) => {
					fc.pre(differences.some((d) => d !== 0));
					const p = signedRank(frequenciesOf(differences))?.p.value;
					expect(p).toBeCloseTo(signedRankByEnumeration(differences), 12);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('keeps the normal p above 50 non-zero pairs even where the exact one is asked for', () => {
		const differences = frequenciesOf([...Array<number>(40).fill(1), ...Array<number>(20).fill(-1)]);
		const result = signedRank(differences, Infinity);
		expect(result?.exact?.reason).toBeNull();
		expect(result?.p.value).toBe(result?.pNormal.value);
	});

	it('treats differences of item means that are equal in decimals as tied', () => {
		const result = signedRank(frequenciesOf([11 / 3 - 10 / 3, 10 / 3 - 3, -1 / 3]));
		expect(result?.positive).toBe(4);
		expect(result?.negative).toBe(2);
	});

	it('says that nobody changed', () => {
		expect(signedRank(frequenciesOf([0, 0, 0]))?.p).toEqual({ value: null, reason: 'all_differences_zero' });
	});
});

describe('mannWhitney', () => {
	it('gives the mid-p of enumerating all allocations', () => {
		fc.assert(
			fc.property(answers(5), answers(5), (earlier, later) => {
				fc.pre(new Set([...earlier, ...later]).size > 1);
				const p = mannWhitney(frequenciesOf(earlier), frequenciesOf(later))?.p.value;
				expect(p).toBeCloseTo(mannWhitneyByEnumeration(earlier, later), 12);
			}),
			{ numRuns: 60 }
		);
	});

	it('counts the pairs in which the later answer is higher, ties half', () => {
		fc.assert(
			fc.property(answers(30), answers(40), (earlier, later) => {
				const pairs = earlier.flatMap((a) => later.map((b) => (Math.sign(b - a) + 1) / 2));
				const u = mannWhitney(frequenciesOf(earlier), frequenciesOf(later))?.u;
				expect(u).toBeCloseTo(
					pairs.reduce((sum, value) => sum + value, 0),
					9
				);
			})
		);
	});
});
