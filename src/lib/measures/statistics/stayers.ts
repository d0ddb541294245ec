import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { meanOf, type Frequencies } from './frequencies';
import { marginOf, type Transitions } from './paired';

/** A change of means split into who changed and who came and went; the three parts add up to `total`. */
export interface ChangeParts {
	total: number;
	/** s₂ − s₁: change of those who answered both times. */
	stayers: number;
	/** s₁ − m₁: effect of those who answered only the first time. */
	leavers: number;
	/** m₂ − s₂: effect of those who answered only the second time. */
	joiners: number;
}

/** Splits the change between two waves (m₁, m₂ over everyone; s₁, s₂ over the matched); `no_data` without matched people. */
export function splitChange(
	earlier: Frequencies,
	later: Frequencies,
	matched: Transitions
): Measured<ChangeParts> {
	const m1 = meanOf(earlier);
	const m2 = meanOf(later);
	const s1 = meanOf(marginOf(matched, 'from'));
	const s2 = meanOf(marginOf(matched, 'to'));
	if (m1 === null || m2 === null || s1 === null || s2 === null) return undefinedBecause('no_data');
	return defined({ total: m2 - m1, stayers: s2 - s1, leavers: s1 - m1, joiners: m2 - s2 });
}
