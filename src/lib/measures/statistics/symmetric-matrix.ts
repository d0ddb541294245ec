type Matrix = readonly (readonly number[])[];

/** Eigenvalues in falling order; `vectors[m]` is the unit vector of `values[m]`. */
export interface Eigen {
	values: number[];
	vectors: number[][];
}

const MOST_SWEEPS = 60;

/** Eigenvalues and vectors of a symmetric matrix, by Jacobi's rotations in cyclic order (Golub & Van Loan, 8.5). */
export function symmetricEigen(matrix: Matrix): Eigen {
	const size = matrix.length;
	const a = Float64Array.from(matrix.flat());
	const v = Float64Array.from({ length: size * size }, (_, cell) => (cell % (size + 1) === 0 ? 1 : 0));
	for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, size); sweep++) {
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
	}
	const order = Array.from({ length: size }, (_, m) => m).sort(
		(m, other) => (a[other * (size + 1)] ?? 0) - (a[m * (size + 1)] ?? 0)
	);
	return {
		values: order.map((m) => a[m * (size + 1)] ?? 0),
		vectors: order.map((m) => Array.from({ length: size }, (_, row) => v[row * size + m] ?? 0))
	};
}

function isDiagonal(a: Float64Array, size: number): boolean {
	let beside = 0;
	let on = 0;
	for (let cell = 0; cell < a.length; cell++) {
		const square = (a[cell] ?? 0) ** 2;
		if (cell % (size + 1) === 0) on += square;
		else beside += square;
	}
	return beside <= on * Number.EPSILON ** 2;
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
	const apq = a[p * size + q] ?? 0;
	if (apq === 0) return;
	const theta = ((a[q * (size + 1)] ?? 0) - (a[p * (size + 1)] ?? 0)) / (2 * apq);
	const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
	const cosine = 1 / Math.hypot(tangent, 1);
	const sine = tangent * cosine;
	const turn = (values: Float64Array, one: number, other: number) => {
		const [x, y] = [values[one] ?? 0, values[other] ?? 0];
		values[one] = cosine * x - sine * y;
		values[other] = sine * x + cosine * y;
	};
	for (let row = 0; row < size; row++) turn(a, row * size + p, row * size + q);
	for (let column = 0; column < size; column++) turn(a, p * size + column, q * size + column);
	for (let row = 0; row < size; row++) turn(v, row * size + p, row * size + q);
}

/** Solves a·x = b for a symmetric positive definite a, by Cholesky; null where it is not definite. */
export function solveDefinite(a: Matrix, b: readonly number[]): number[] | null {
	const size = b.length;
	const lower = new Float64Array(size * size);
	const x = Float64Array.from(b);
	for (let i = 0; i < size; i++) {
		for (let j = 0; j <= i; j++) {
			let rest = a[i]?.[j] ?? 0;
			for (let m = 0; m < j; m++) rest -= (lower[i * size + m] ?? 0) * (lower[j * size + m] ?? 0);
			if (i !== j) lower[i * size + j] = rest / (lower[j * (size + 1)] ?? 1);
			else if (rest > (a[i]?.[i] ?? 0) * 1e-12) lower[i * (size + 1)] = Math.sqrt(rest);
			else return null;
		}
		let own = x[i] ?? 0;
		for (let m = 0; m < i; m++) own -= (lower[i * size + m] ?? 0) * (x[m] ?? 0);
		x[i] = own / (lower[i * (size + 1)] ?? 1);
	}
	for (let i = size - 1; i >= 0; i--) {
		let own = x[i] ?? 0;
		for (let m = i + 1; m < size; m++) own -= (lower[m * size + i] ?? 0) * (x[m] ?? 0);
		x[i] = own / (lower[i * (size + 1)] ?? 1);
	}
	return [...x];
}
