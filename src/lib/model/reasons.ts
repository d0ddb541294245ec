/** Why a measure has no value. Words come from the messages by this code. */
export type UndefinedReason =
	| 'no_data'
	| 'n_lt_2'
	| 'n_lt_3'
	| 'k_lt_2'
	| 'k_lt_3'
	| 'zero_variance'
	| 'zero_diff_variance'
	| 'zero_error_variance'
	| 'negative_variance'
	| 'all_differences_zero'
	| 'all_values_equal'
	| 'no_variation'
	| 'no_discordant_pairs'
	| 'no_agreement'
	| 'perfect_or_n_lt_4'
	| 'alpha_not_positive'
	| 'improper_solution'
	| 'reliability_unusable'
	| 'target_equals_baseline'
	| 'no_baseline'
	| 'zero_target'
	| 'status_only'
	| 'too_few'
	| 'not_held'
	| 'suppressed'
	| 'not_comparable'
	| 'not_asked'
	| 'no_population';

/** A value, or the reason why there is none. Never NaN, Infinity or a zero that stands for "unknown". */
export type Measured<T = number> =
	{ readonly value: T; readonly reason: null } | { readonly value: null; readonly reason: UndefinedReason };

/** Wraps a value that exists. */
export function defined<T>(value: T): Measured<T> {
	return { value, reason: null };
}

/** States why there is no value. */
export function undefinedBecause(reason: UndefinedReason): {
	readonly value: null;
	readonly reason: UndefinedReason;
} {
	return { value: null, reason };
}

/** Applies `map` to a value that exists, and hands an undefined one on with its reason. */
export function mapMeasured<T, U>(measured: Measured<T>, map: (value: T) => U): Measured<U> {
	return measured.reason === null ? defined(map(measured.value)) : measured;
}
