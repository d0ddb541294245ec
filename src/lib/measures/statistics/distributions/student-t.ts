import { incompleteBeta } from './beta';
import { normalQuantile, normalTwoSided } from './normal';
import { findRootOfDecreasing } from './root';

/** Above this many degrees of freedom t differs from the normal by less than 1e-9. */
const NORMAL_ABOVE = 1e9;

/** Two-sided p of a t statistic. */
export function tTwoSided(t: number, df: number): number {
	if (df > NORMAL_ABOVE) return normalTwoSided(t);
	const square = t * t;
	return Number.isFinite(square)
		? incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5).lower
		: 0;
}

/** P(T ≤ t). */
export function tLower(t: number, df: number): number {
	const tail = tTwoSided(t, df) / 2;
	return t < 0 ? tail : 1 - tail;
}

/** The t with P(T ≤ t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
	if (df > NORMAL_ABOVE) return normalQuantile(p);
	if (p === 0.5) return 0;
	const twoSided = Math.log(2 * Math.min(p, 1 - p));
	const start = Math.log(Math.abs(normalQuantile(p)));
	const logT = findRootOfDecreasing((u) => Math.log(tTwoSided(Math.exp(u), df)) - twoSided, start);
	return Math.sign(p - 0.5) * Math.exp(logT);
}

/** Whole degrees of freedom occur again and again, and their quantiles do not change. */
const critical = new Map<number, number>();

/** The t that leaves 2.5 % above it: half the width of a 95 % interval in standard errors. */
export function tCritical(df: number): number {
	if (!Number.isInteger(df)) return tQuantile(0.975, df);
	let t = critical.get(df);
	if (t === undefined) critical.set(df, (t = tQuantile(0.975, df)));
	return t;
}
