import { incompleteBeta } from './beta';
import { logGamma } from './gamma';
import { normalLower, normalUpper } from './normal';
import { findRootOfDecreasing } from './root';
import { tLower } from './student-t';

const LARGEST_DF = 4e5;
/** 2 ln 2 · 1021: beyond it exp(−ncp²/2) underflows, and the normal approximation is used as in R. */
const LARGEST_SQUARED_NCP = 2 * Math.LN2 * 1021;
const LARGEST_TERM = 1000;

/** P(T ≤ t) of the noncentral t distribution, absolute error about 1e-12 (AS 243, Lenth 1989). */
export function noncentralTLower(t: number, df: number, ncp: number): number {
	if (ncp === 0) return tLower(t, df);
	const negative = t < 0;
	const size = Math.abs(t);
	const shift = negative ? -ncp : ncp;
	const lambda = shift * shift;
	if (df > LARGEST_DF || lambda > LARGEST_SQUARED_NCP) {
		const s = 1 / (4 * df);
		const z = (size * (1 - s) - shift) / Math.sqrt(1 + size * size * 2 * s);
		return negative ? normalUpper(z) : normalLower(z);
	}
	const below = Math.min(1, normalLower(-shift) + (size > 0 ? positivePart(size, df, shift) : 0));
	return negative ? 1 - below : below;
}

/** P(0 < T ≤ t): Poisson mixture of incomplete betas, odd and even terms. */
function positivePart(t: number, df: number, shift: number): number {
	const lambda = shift * shift;
	const square = t * t;
	const x = square / (square + df);
	const y = df / (square + df);
	let p = 0.5 * Math.exp(-0.5 * lambda);
	let q = Math.sqrt(2 / Math.PI) * p * shift;
	let rest = 0.5 - p;
	if (rest < 1e-7) rest = -0.5 * Math.expm1(-0.5 * lambda);
	const b = 0.5 * df;
	const power = Math.pow(y, b);
	const logBeta = 0.5 * Math.log(Math.PI) + logGamma(b) - logGamma(0.5 + b);
	let a = 0.5;
	let odd = incompleteBeta(x, y, a, b).lower;
	let oddStep = 2 * power * Math.exp(a * Math.log(x) - logBeta);
	let even = b * x < Number.EPSILON ? b * x : 1 - power;
	let evenStep = b * x * power;
	let sum = p * odd + q * even;
	for (let term = 1; term <= LARGEST_TERM; term++) {
		a += 1;
		odd -= oddStep;
		even -= evenStep;
		oddStep *= (x * (a + b - 1)) / a;
		evenStep *= (x * (a + b - 0.5)) / (a + 0.5);
		p *= lambda / (2 * term);
		q *= lambda / (2 * term + 1);
		sum += p * odd + q * even;
		rest -= p;
		if (rest <= 0 || Math.abs(2 * rest * (odd - oddStep)) < 1e-13) break;
	}
	return sum;
}

/** The 95 % interval of the noncentrality parameter behind an observed t. */
export function noncentralityInterval(t: number, df: number): { low: number; high: number } {
	const solve = (probability: number, start: number) =>
		findRootOfDecreasing((ncp) => noncentralTLower(t, df, ncp) - probability, start);
	return { low: solve(0.975, t - 2), high: solve(0.025, t + 2) };
}
