import { describe, expect, it } from 'vitest';
import type { PrintedBase } from '$lib/model/printed-base';
import type { Result } from '$lib/model/result';
import { printedBases, recoverableCells, recoverableFrom } from './recoverable';

const base = (
	n: number,
	filter: Record<string, string> = {},
	more: Partial<PrintedBase> = {}
): PrintedBase => ({
	...{ instrument: 'pupils', question: 'p1', wave: 'w1' },
	...{ n, filter },
	...more
});
const named = (bases: readonly PrintedBase[], k = 5) =>
	recoverableFrom(bases, k).map(({ whole, parts, n }) => [whole.n, parts.map((part) => part.n), n]);

describe('recoverableFrom', () => {
	it('names the bases that together give a small group away', () => {
		const bases = [
			base(38),
			base(20, { class: '7a' }),
			base(15, { class: '7b' }),
			base(19, { sex: 'f' }),
			base(18, { class: '7a', sex: 'f' })
		];
		expect(named(bases)).toEqual([
			[38, [20, 15], 3],
			[20, [18], 2],
			[19, [18], 1]
		]);
	});

	it('lets through what leaves nobody or enough', () => {
		expect(
			named([base(35), base(20, { class: '7a' }), base(15, { class: '7b' }), base(19, { sex: 'f' })])
		).toEqual([]);
	});

	it('takes the same number of another day for what it is: whoever came in between', () => {
		expect(named([base(21), base(24)])).toEqual([[24, [21], 3]]);
		expect(named([base(21), base(26)])).toEqual([]);
		expect(named([base(21), base(24, {}, { question: 'p2' })])).toEqual([]);
	});

	it('subtracts those who answered twice from those who answered', () => {
		expect(named([base(20), base(17, {}, { bothWith: 'w0' })])).toEqual([[20, [17], 3]]);
		expect(named([base(20), base(20, {}, { bothWith: 'w0' }), base(12, {}, { bothWith: 'w2' })])).toEqual([]);
	});
});

describe('printedBases', () => {
	const row = (n: number, more: Partial<Result>): Result => ({
		...{ id: `${more.measure}|${n}`, measure: 'favourable', version: 1, criterion: 3, unit: 'percent' },
		...{ stage: 'I', instrument: 'pupils', wave: 'w1', value: 0.8, n },
		...more
	});

	it('takes the people of a coefficient of consistency for what they are: those who answered all', () => {
		const [alpha] = printedBases([row(47, { measure: 'alpha', block: 'school' })]);
		expect(alpha).toMatchObject({ question: 'complete score school', n: 47, filter: {} });
		const scored = row(49, { measure: 'block_score', block: 'school' });
		expect(recoverableCells([scored, row(47, { measure: 'alpha', block: 'school' })], 5)).toEqual([]);
		const days = [47, 49].map((n) => row(n, { measure: 'alpha', block: 'school' }));
		expect(recoverableCells(days, 5)).toMatchObject([{ n: 2 }]);
	});

	it('counts nobody where the number is hidden or about staff', () => {
		expect(printedBases([row(4, { reason: 'suppressed', value: null })])).toEqual([]);
		expect(printedBases([row(20, { measure: 'growth_group' })])).toEqual([]);
	});
});
