import { deviance, stirlingError } from './gamma';

const TINY = 1e-300;
const LARGEST_ITERATION = 1_000_000;

/** Both tails of a distribution at one point, each computed where it is the small one. */
interface Tails {
	lower: number;
	upper: number;
}

/** Γ(n+1)/(Γ(x+1)Γ(n−x+1)) pˣ qⁿ⁻ˣ for real 0 < x < n by the saddle-point form, which does not cancel (Loader 2000). */
function saddlePoint(x: number, n: number, p: number, q: number): number {
	const rest = n - x;
	const exponent =
		stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
	return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest));
}

function continuedFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
	let fraction = d;
	for (let m = 1; m < LARGEST_ITERATION; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / (1 + even * d || TINY);
		c = 1 + even / c || TINY;
		fraction *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + odd * d || TINY);
		c = 1 + odd / c || TINY;
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 1e-16) break;
	}
	return fraction;
}

/** Regularised incomplete beta I_x(a, b) and its complement; `y` is 1 − x, given apart so that neither end is rounded off. */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
	if (x <= 0) return { lower: 0, upper: 1 };
	if (y <= 0) return { lower: 1, upper: 0 };
	const n = a + b;
	const prefix = saddlePoint(a, n, x, y) / n;
	if (x < (a + 1) / (n + 2)) {
		const lower = Math.min(1, prefix * b * continuedFraction(x, a, b));
		return { lower, upper: 1 - lower };
	}
	const upper = Math.min(1, prefix * a * continuedFraction(y, b, a));
	return { lower: 1 - upper, upper };
}

/** P(X = x) of the binomial distribution. */
export function binomialDensity(x: number, n: number, p: number): number {
	if (p === 0 || x === 0) return p === 0 ? Number(x === 0) : Math.exp(n * Math.log1p(-p));
	if (p === 1 || x === n) return p === 1 ? Number(x === n) : Math.exp(n * Math.log(p));
	return saddlePoint(x, n, p, 1 - p);
}

/** P(X ≤ x) of the binomial distribution. */
export function binomialLower(x: number, n: number, p: number): number {
	if (x < 0) return 0;
	return x >= n ? 1 : incompleteBeta(p, 1 - p, x + 1, n - x).upper;
}
