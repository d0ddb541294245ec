import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';

type Matrix = readonly (readonly number[])[];

/** A uniqueness this small is a Heywood case: the one-factor model does not fit. */
const SMALLEST_UNIQUENESS = 0.005;
const LARGEST_CYCLE_COUNT = 20_000;
const CONVERGED = 1e-12;

/** Loadings and uniquenesses of standardised items. */
interface OneFactor {
	loadings: number[];
	uniquenesses: number[];
}

function at(matrix: Matrix, row: number, column: number): number {
	return matrix[row]?.[column] ?? 0;
}

/**
 * McDonald's ω total of the one-factor maximum likelihood solution, from a covariance matrix of n complete rows;
 * `improper_solution` where n ≤ k or a uniqueness is at most .005 of its item's variance.
 */
export function omegaTotal(covariance: Matrix, n: number): Measured {
	const k = covariance.length;
	if (k < 3) return undefinedBecause('k_lt_3');
	if (n <= k) return undefinedBecause('improper_solution');
	const sds = covariance.map((_, item) => Math.sqrt(at(covariance, item, item)));
	const correlations = covariance.map((row, i) =>
		row.map((value, j) => value / ((sds[i] ?? 1) * (sds[j] ?? 1)))
	);
	const factor = k === 3 ? exactFactor(correlations) : maximumLikelihoodFactor(correlations);
	if (!factor || factor.uniquenesses.some((psi) => psi <= SMALLEST_UNIQUENESS)) {
		return undefinedBecause('improper_solution');
	}
	let common = 0;
	let unique = 0;
	sds.forEach((sd, item) => {
		common += (factor.loadings[item] ?? 0) * sd;
		unique += (factor.uniquenesses[item] ?? 0) * sd * sd;
	});
	return defined((common * common) / (common * common + unique));
}

/** Three items identify one factor exactly: λᵢ² = rᵢⱼ rᵢₖ / rⱼₖ. */
function exactFactor(r: Matrix): OneFactor | null {
	const [ab, ac, bc] = [at(r, 0, 1), at(r, 0, 2), at(r, 1, 2)];
	const squares = [(ab * ac) / bc, (ab * bc) / ac, (ac * bc) / ab];
	if (!squares.every((square) => Number.isFinite(square) && square >= 0)) return null;
	const signs = [1, Math.sign(ab), Math.sign(ac)];
	return {
		loadings: squares.map((square, item) => Math.sqrt(square) * (signs[item] ?? 1)),
		uniquenesses: squares.map((square) => 1 - square)
	};
}

/** EM for one factor (Rubin & Thayer 1982), accelerated by squared extrapolation (SQUAREM, Varadhan & Roland 2008). */
function maximumLikelihoodFactor(r: Matrix): OneFactor {
	let current = principalFactor(r);
	for (let cycle = 0; cycle < LARGEST_CYCLE_COUNT; cycle++) {
		const first = emStep(r, current);
		const second = emStep(r, first);
		const extrapolated = extrapolate(current, first, second);
		const next = emStep(r, extrapolated ?? second);
		const accepted = extrapolated && discrepancy(r, next) > discrepancy(r, second) + 1e-13 ? second : next;
		if (distance(current, first) < CONVERGED) return second;
		current = accepted;
	}
	return current;
}

function principalFactor(r: Matrix): OneFactor {
	let vector = r.map((_, item) => 1 + item / 1000);
	let value = 1;
	for (let step = 0; step < 200; step++) {
		const image = r.map((row) => row.reduce((sum, cell, j) => sum + cell * (vector[j] ?? 0), 0));
		value = Math.hypot(...image);
		vector = image.map((cell) => cell / value);
	}
	const shrink = Math.sqrt(Math.max(0.1, value - 1) / value);
	const loadings = vector.map((cell) => Math.max(-0.95, Math.min(0.95, cell * Math.sqrt(value) * shrink)));
	return { loadings, uniquenesses: loadings.map((loading) => 1 - loading * loading) };
}

function emStep(r: Matrix, { loadings, uniquenesses }: OneFactor): OneFactor {
	const weights = loadings.map((loading, item) => loading / (uniquenesses[item] ?? 1));
	const information = weights.reduce((sum, weight, item) => sum + weight * (loadings[item] ?? 0), 0);
	const scores = weights.map((weight) => weight / (1 + information));
	const shared = r.map((row) => row.reduce((sum, cell, j) => sum + cell * (scores[j] ?? 0), 0));
	const spread =
		1 / (1 + information) + scores.reduce((sum, score, item) => sum + score * (shared[item] ?? 0), 0);
	const next = shared.map((value) => value / spread);
	return {
		loadings: next,
		uniquenesses: next.map((loading, item) =>
			Math.max(SMALLEST_UNIQUENESS, at(r, item, item) - loading * (shared[item] ?? 0))
		)
	};
}

/** Maximum likelihood discrepancy ln|Σ| + tr(RΣ⁻¹) of the one-factor Σ = λλ' + Ψ. */
function discrepancy(r: Matrix, { loadings, uniquenesses }: OneFactor): number {
	const weights = loadings.map((loading, item) => loading / (uniquenesses[item] ?? 1));
	const information = weights.reduce((sum, weight, item) => sum + weight * (loadings[item] ?? 0), 0);
	let value = Math.log1p(information);
	uniquenesses.forEach((psi, i) => {
		const projected = (r[i] ?? []).reduce((sum, cell, j) => sum + cell * (weights[j] ?? 0), 0);
		value += Math.log(psi) + at(r, i, i) / psi - ((weights[i] ?? 0) * projected) / (1 + information);
	});
	return value;
}

function flat({ loadings, uniquenesses }: OneFactor): number[] {
	return [...loadings, ...uniquenesses];
}

function distance(a: OneFactor, b: OneFactor): number {
	const other = flat(b);
	return flat(a).reduce(
		(largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? 0))),
		0
	);
}

function extrapolate(start: OneFactor, first: OneFactor, second: OneFactor): OneFactor | null {
	const x0 = flat(start);
	const x1 = flat(first);
	const x2 = flat(second);
	const change = x0.map((value, index) => (x1[index] ?? 0) - value);
	const curvature = change.map((step, index) => (x2[index] ?? 0) - (x1[index] ?? 0) - step);
	const bend = Math.hypot(...curvature);
	if (bend === 0) return null;
	const length = Math.max(1, Math.hypot(...change) / bend);
	const x = x0.map(
		(value, i) => value + 2 * length * (change[i] ?? 0) + length * length * (curvature[i] ?? 0)
	);
	const k = start.loadings.length;
	return {
		loadings: x.slice(0, k),
		uniquenesses: x.slice(k).map((psi) => Math.min(1, Math.max(SMALLEST_UNIQUENESS, psi)))
	};
}
