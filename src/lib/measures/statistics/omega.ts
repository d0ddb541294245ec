import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { maximumLikelihoodFactor, SMALLEST_UNIQUENESS, type OneFactor } from './one-factor';

type Matrix = readonly (readonly number[])[];

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
