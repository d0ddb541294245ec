/** A value a case expects or the software computed: number, text, flag, or a list of such; null is "not defined". */
export type Expected = number | string | boolean | null | readonly Expected[];

/** How close a computed number has to be. */
export interface Tolerance {
	relative: number;
	absolute: number;
	/** Expected values under this need only be under it too. */
	floor?: number;
}

/** The outcome of one comparison; `error` is the worst relative error, near zero that of the smallest size compared so. */
export interface Comparison {
	holds: boolean;
	error: number;
}

const DEFAULT: Tolerance = { relative: 1e-8, absolute: 1e-9 };
const EXACT: Tolerance = { relative: 0, absolute: 0 };
const P_VALUE: Tolerance = { relative: 1e-6, absolute: 0, floor: 1e-12 };

/** The reference is 1 − Φ(z) where z > 0, which is as coarse as 1 is. */
const COARSE_P: Tolerance = { ...P_VALUE, absolute: Number.EPSILON };

const COARSE = new Set(['p_pratt_asym', 'p_signedrank']);
const SHARES = new Set(['p_1', 'p_2']);
const ADJUSTED_P = new Set(['BH', 'holm']);
const COUNTS = /^(n|k|n_.*|.*_n|counts|score_n|improved|declined|unchanged|out|run8|dropped_items)$/;

/** The kit's tolerance of a field (README of the reference data). */
export function toleranceOf(field: string): Tolerance {
	if (COUNTS.test(field)) return EXACT;
	if (COARSE.has(field)) return COARSE_P;
	if (ADJUSTED_P.has(field) || (field.startsWith('p_') && !SHARES.has(field))) return P_VALUE;
	if (field === 'omega_total') return { relative: 1e-5, absolute: 1e-9 };
	if (field === 'd_s_ci' || field === 'd_z_ci') return { relative: 1e-7, absolute: 1e-9 };
	return DEFAULT;
}

function compareNumbers(expected: number, actual: number, tolerance: Tolerance): Comparison {
	const { relative, absolute, floor = 0 } = tolerance;
	if (expected < floor && expected >= 0) return { holds: actual >= 0 && actual < floor, error: 0 };
	const difference = Math.abs(actual - expected);
	const scale = relative > 0 ? Math.max(Math.abs(expected), absolute / relative) : 1;
	return {
		holds: difference <= Math.max(relative * Math.abs(expected), absolute),
		error: difference / scale
	};
}

/** Compares a computed value with the expected one, lists element by element. */
export function compare(expected: Expected, actual: Expected, tolerance: Tolerance): Comparison {
	if (typeof expected === 'number' && typeof actual === 'number') {
		return compareNumbers(expected, actual, tolerance);
	}
	if (Array.isArray(expected) && Array.isArray(actual)) {
		if (expected.length !== actual.length) return { holds: false, error: Infinity };
		const parts = expected.map((value: Expected, index) =>
			compare(value, (actual[index] ?? null) as Expected, tolerance)
		);
		return {
			holds: parts.every(({ holds }) => holds),
			error: parts.reduce((worst, { error }) => Math.max(worst, error), 0)
		};
	}
	const holds = expected === actual;
	return { holds, error: holds ? 0 : Infinity };
}

/** One expected field with what the software says; `tolerance` is null where the field is not compared. */
export interface Check {
	field: string;
	expected: Expected;
	actual: Expected;
	tolerance: Tolerance | null;
}
