import { defined, undefinedBecause, type Measured, type UndefinedReason } from '$lib/model/reasons';
import { frequenciesOf, varianceOf } from './frequencies';
import { Z_95 } from './intervals';

/** What one person's change is judged by: both values, the first wave's standard deviation, and the reliability. */
export interface Change {
	x1: number;
	x2: number;
	sd1: number;
	reliability: number;
}

/** (x₂ − x₁)/√(2·SD₁²·(1 − r)) (Jacobson & Truax 1991). */
export function reliableChange({ x1, x2, sd1, reliability }: Change): Measured {
	const error = differenceError(sd1, reliability);
	return error.reason === null ? defined((x2 - x1) / error.value) : error;
}

/** Standard error of the difference of two measurements of one person. */
function differenceError(sd1: number, reliability: number): Measured {
	if (!(reliability > 0 && reliability < 1)) return undefinedBecause('reliability_unusable');
	if (sd1 <= 0) return undefinedBecause('zero_variance');
	return defined(Math.SQRT2 * sd1 * Math.sqrt(1 - reliability));
}

/** How many people of a group changed by more than measurement error. */
export interface ReliableChanges {
	/** Per person in order; null where a value is missing. */
	index: (number | null)[];
	improved: number;
	declined: number;
	unchanged: number;
	/** Standard error of one measurement and of a difference. */
	measurementError: number;
	differenceError: number;
	/** The smallest change beyond measurement error. */
	smallestReliable: number;
}

/** Reliable change of a group, |RCI| > 1.96; SD₁ is that of the matched people. */
export function reliableChanges(
	earlier: readonly (number | null)[],
	later: readonly (number | null)[],
	reliability: number
): { n: number; sd1: Measured; changes: Measured<ReliableChanges> } {
	const matched = earlier.map((value, person) => ((later[person] ?? null) === null ? null : value));
	const n = matched.filter((value) => value !== null).length;
	const variance = varianceOf(frequenciesOf(matched));
	const few: UndefinedReason = n === 0 ? 'no_data' : 'n_lt_2';
	if (variance === null) return { n, sd1: undefinedBecause(few), changes: undefinedBecause(few) };
	const sd1 = Math.sqrt(variance);
	const error = differenceError(sd1, reliability);
	if (error.reason !== null) return { n, sd1: defined(sd1), changes: error };
	const index = matched.map((value, person) =>
		value === null ? null : ((later[person] ?? value) - value) / error.value
	);
	const count = (keep: (rci: number) => boolean) => index.filter((rci) => rci !== null && keep(rci)).length;
	const improved = count((rci) => rci > Z_95);
	const declined = count((rci) => rci < -Z_95);
	return {
		n,
		sd1: defined(sd1),
		changes: defined({
			index,
			improved,
			declined,
			unchanged: n - improved - declined,
			measurementError: error.value / Math.SQRT2,
			differenceError: error.value,
			smallestReliable: Z_95 * error.value
		})
	};
}
