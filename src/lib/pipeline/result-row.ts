import type { Result } from '$lib/model/result';

/** A result as other programs read it (model.md, "Results"): flat, snake_case names, absent fields left out, null kept. */
export function resultRow(result: Result): Record<string, unknown> {
	const { groupKind, nPairs, effectLow, effectHigh, pRank, ...rest } = result;
	const row: Record<string, unknown> = {
		...rest,
		group_kind: groupKind,
		n_pairs: nPairs,
		effect_low: effectLow,
		effect_high: effectHigh,
		p_rank: pRank
	};
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
