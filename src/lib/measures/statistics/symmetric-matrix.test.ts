import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveDefinite, symmetricEigen } from './symmetric-matrix';

/** a·a' of free numbers: symmetric, and definite where a has full rank. */
const products = fc
	.integer({ min: 1, max: 8 })
	.chain((size) =>
		fc
			.array(
				fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size + 2, maxLength: size + 2 }),
				{ minLength: size, maxLength: size }
			)
			.map((rows) =>
				rows.map((a) => rows.map((b) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)))
			)
	);
const times = (matrix: readonly (readonly number[])[], x: readonly number[]) =>
	matrix.map((row) => row.reduce((sum, cell, i) => sum + cell * (x[i] ?? 0), 0));

describe('symmetricEigen', () => {
	it('gives pairs for which matrix times vector is value times vector, the largest first', () => {
		fc.assert(
			fc.property(products, (matrix) => {
				const { values, vectors } = symmetricEigen(matrix);
				const scale = 1 + Math.max(...values.map(Math.abs));
				expect(values).toEqual([...values].sort((a, b) => b - a));
				vectors.forEach((vector, m) => {
					expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
					times(matrix, vector).forEach((cell, i) =>
						expect(Math.abs(cell - (values[m] ?? 0) * (vector[i] ?? 0))).toBeLessThan(1e-11 * scale)
					);
				});
			})
		);
	});
});

describe('solveDefinite', () => {
	it('solves what it takes for definite', () => {
		fc.assert(
			fc.property(products, (matrix) => {
				const wanted = matrix.map((_, i) => i + 1);
				const ridged = matrix.map((row, i) => row.map((cell, j) => (i === j ? cell + 1 : cell)));
				const found = solveDefinite(ridged, times(ridged, wanted));
				found?.forEach((value, i) => expect(value).toBeCloseTo(wanted[i] ?? 0, 6));
				expect(found).not.toBeNull();
			})
		);
	});

	it('refuses what is not', () => {
		expect(
			solveDefinite(
				[
					[1, 2],
					[2, 1]
				],
				[1, 1]
			)
		).toBeNull();
		expect(
			solveDefinite(
				[
					[1, 1],
					[1, 1]
				],
				[1, 1]
			)
		).toBeNull();
	});
});
