import { incompleteBeta } from './beta';
import { findRootOfDecreasing } from './root';

function tails(x: number, df1: number, df2: number): { lower: number; upper: number } {
	const share = df1 * x;
	return incompleteBeta(share / (share + df2), df2 / (share + df2), df1 / 2, df2 / 2);
}

/** P(F > x). */
export function fUpper(x: number, df1: number, df2: number): number {
	return x <= 0 ? 1 : tails(x, df1, df2).upper;
}

/** The x with P(F ≤ x) = p, 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
	const excess = (u: number) => {
		const { lower, upper } = tails(Math.exp(u), df1, df2);
		return p < 0.5 ? Math.log(p) - Math.log(lower) : Math.log(upper) - Math.log(1 - p);
	};
	return Math.exp(findRootOfDecreasing(excess, 0));
}
