import { solveDefinite, symmetricEigen } from './symmetric-matrix';

type Matrix = readonly (readonly number[])[];

/** Loadings and uniquenesses of standardised items. */
export interface OneFactor {
	loadings: number[];
	uniquenesses: number[];
}

/** A uniqueness this small is a Heywood case: the one-factor model does not fit. R's `factanal` has the same bound. */
export const SMALLEST_UNIQUENESS = 0.005;
const LOWEST = Math.log(SMALLEST_UNIQUENESS);
const MOST_STEPS = 500;
/** Differences of the discrepancy this small are rounding. */
const ROUNDING = 1e-13;
const CONVERGED = 1e-9;

/** The likelihood's discrepancy at log-uniquenesses x, with what its derivatives need. */
interface Fit {
	x: readonly number[];
	discrepancy: number;
	gradient: number[];
	/** Eigenvalues and vectors of Ψ^-½ R Ψ^-½, the largest first. */
	values: number[];
	vectors: number[][];
}

/**
 * The one-factor maximum likelihood solution of a correlation matrix: the likelihood concentrated on the logarithms of the
 * uniquenesses, minimised by Newton's method (Jennrich & Robinson 1969; second derivatives by Clarke 1970) between .005
 * and 1; where they are not convex, by Lawley & Maxwell's (1971) approximation of them. Null where the matrix is singular,
 * as with two items that say the same: then no such model reproduces it.
 */
export function maximumLikelihoodFactor(r: Matrix): OneFactor | null {
	const start = startOf(r);
	if (!start) return null;
	let fit = fitAt(r, start);
	for (let step = 0; step < MOST_STEPS; step++) {
		const free = freeOf(fit);
		if (free.every((item) => Math.abs(fit.gradient[item] ?? 0) < CONVERGED)) break;
		const next =
			descend(r, fit, free, newtonStep(fit, free)) ?? descend(r, fit, free, scoringStep(fit, free));
		if (!next) break;
		fit = next;
	}
	const [largest = 1] = fit.values;
	const [leading = []] = fit.vectors;
	const uniquenesses = fit.x.map((value) => (value <= LOWEST ? SMALLEST_UNIQUENESS : Math.exp(value)));
	const common = Math.sqrt(Math.max(0, largest - 1));
	const sign = leading.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
	return {
		loadings: uniquenesses.map((psi, item) => sign * Math.sqrt(psi) * (leading[item] ?? 0) * common),
		uniquenesses
	};
}

/** Uniquenesses of half the factors per item, by the items' squared multiple correlations (Jöreskog), as `factanal` starts. */
function startOf(r: Matrix): number[] | null {
	const size = r.length;
	const start: number[] = [];
	for (let item = 0; item < size; item++) {
		const unit = r.map((_, other) => (other === item ? 1 : 0));
		const inverse = solveDefinite(r, unit)?.[item];
		if (inverse === undefined) return null;
		start.push(Math.log(Math.min(1, Math.max(SMALLEST_UNIQUENESS, (1 - 0.5 / size) / inverse))));
	}
	return start;
}

function fitAt(r: Matrix, x: readonly number[]): Fit {
	const roots = x.map((value) => Math.exp(-value / 2));
	const scaled = r.map((row, i) => row.map((cell, j) => cell * (roots[i] ?? 0) * (roots[j] ?? 0)));
	const { values, vectors } = symmetricEigen(scaled);
	const [largest = 1] = values;
	const [leading = []] = vectors;
	let discrepancy = Math.log(largest) - largest;
	const gradient = x.map((value, item) => {
		const precision = Math.exp(-value);
		discrepancy += precision + value;
		return 1 - precision + (largest - 1) * (leading[item] ?? 0) ** 2;
	});
	return { x, discrepancy, gradient, values, vectors };
}

/** Items that are not held at a bound by the slope. */
function freeOf({ x, gradient }: Fit): number[] {
	return x.flatMap((value, item) => {
		const slope = gradient[item] ?? 0;
		return (value <= LOWEST && slope > 0) || (value >= 0 && slope < 0) ? [] : [item];
	});
}

function newtonStep({ x, gradient, values, vectors }: Fit, free: readonly number[]): number[] | null {
	const [largest = 1, ...others] = values;
	const [leading = [], ...rest] = vectors;
	const weights = others.map((value) => (largest + value) / (largest - value));
	if (!weights.every(Number.isFinite)) return null;
	const hessian = free.map((i) =>
		free.map((j) => {
			const both = (leading[i] ?? 0) * (leading[j] ?? 0);
			const turning = weights.reduce(
				(sum, weight, m) => sum + weight * (rest[m]?.[i] ?? 0) * (rest[m]?.[j] ?? 0),
				0
			);
			const own = i === j ? Math.exp(-(x[i] ?? 0)) : 0;
			return own - largest * both ** 2 - (largest - 1) * both * turning;
		})
	);
	return solveDefinite(
		hessian,
		free.map((item) => -(gradient[item] ?? 0))
	);
}

/** With the second derivatives' expected form, which is never negative; a little is added where it is singular. */
function scoringStep({ gradient, vectors }: Fit, free: readonly number[]): number[] | null {
	const [leading = []] = vectors;
	const expected = free.map((i) =>
		free.map((j) => {
			const same = i === j ? 1 : 0;
			return (same - (leading[i] ?? 0) * (leading[j] ?? 0)) ** 2 + same * 1e-6;
		})
	);
	return solveDefinite(
		expected,
		free.map((item) => -(gradient[item] ?? 0))
	);
}

/** Goes along a step until it is downhill enough, halving it; null where it never is. */
function descend(r: Matrix, fit: Fit, free: readonly number[], step: readonly number[] | null): Fit | null {
	if (!step) return null;
	for (let length = 1; length > 1e-10; length /= 2) {
		const x = [...fit.x];
		let expected = 0;
		free.forEach((item, place) => {
			const from = x[item] ?? 0;
			const to = Math.min(0, Math.max(LOWEST, from + length * (step[place] ?? 0)));
			expected += (to - from) * (fit.gradient[item] ?? 0);
			x[item] = to;
		});
		if (expected >= 0) return null;
		const next = fitAt(r, x);
		if (next.discrepancy <= fit.discrepancy + 1e-4 * expected + ROUNDING) return next;
	}
	return null;
}
