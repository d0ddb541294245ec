import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { binomialDensity, binomialLower } from './distributions/beta';
import { chiSquaredUpper } from './distributions/gamma';

/** Tests of two independent shares. */
export interface ShareTest {
	smallestExpected: number;
	/** Pearson's χ² without continuity correction, df 1. */
	chiSquared: Measured;
	pPearson: Measured;
	/** p of the "N − 1" χ² (Campbell 2007). */
	pNMinusOne: Measured;
	/** What is reported: "N − 1" χ², or Fisher's exact test where an expected count is below 1. */
	p: Measured;
}

/** Compares the shares s₁/n₁ and s₂/n₂; null where a wave is empty. */
export function compareShares(s1: number, n1: number, s2: number, n2: number): ShareTest | null {
	if (n1 <= 0 || n2 <= 0) return null;
	const n = n1 + n2;
	const yes = s1 + s2;
	const no = n - yes;
	const smallestExpected = (Math.min(yes, no) * Math.min(n1, n2)) / n;
	if (yes === 0 || no === 0) {
		const none = undefinedBecause('no_variation');
		return { smallestExpected, chiSquared: none, pPearson: none, pNMinusOne: none, p: none };
	}
	const cross = s2 * (n1 - s1) - s1 * (n2 - s2);
	const chiSquared = (cross / n1 / n2) * (cross / yes / no) * n;
	const pNMinusOne = chiSquaredUpper((chiSquared * (n - 1)) / n, 1);
	return {
		smallestExpected,
		chiSquared: defined(chiSquared),
		pPearson: defined(chiSquaredUpper(chiSquared, 1)),
		pNMinusOne: defined(pNMinusOne),
		p: defined(smallestExpected < 1 ? fisherExact(s1, n1, s2, n2) : pNMinusOne)
	};
}

/** Tables less likely by this factor still count as equally likely, as in R's fisher.test. */
const EQUALLY_LIKELY = 1 + 1e-7;

/** Two-sided p of Fisher's exact test (Irwin's rule: all tables no likelier than the observed one). */
export function fisherExact(s1: number, n1: number, s2: number, n2: number): number {
	const yes = s1 + s2;
	const lowest = Math.max(0, yes - n2);
	const highest = Math.min(n1, yes);
	const mode = Math.min(highest, Math.max(lowest, Math.floor(((n1 + 1) * (yes + 1)) / (n1 + n2 + 2))));
	const weights = new Map([[mode, 1]]);
	for (let x = mode, weight = 1; x < highest; x++) {
		weight *= ((n1 - x) * (yes - x)) / ((x + 1) * (n2 - yes + x + 1));
		weights.set(x + 1, weight);
	}
	for (let x = mode, weight = 1; x > lowest; x--) {
		weight *= (x * (n2 - yes + x)) / ((n1 - x + 1) * (yes - x + 1));
		weights.set(x - 1, weight);
	}
	const limit = (weights.get(s1) ?? 0) * EQUALLY_LIKELY;
	let all = 0;
	let extreme = 0;
	for (const weight of weights.values()) {
		all += weight;
		if (weight <= limit) extreme += weight;
	}
	return extreme / all;
}

/** McNemar's tests of matched yes/no answers, from those who changed sides. */
export interface McNemar {
	chiSquared: Measured;
	pNormal: Measured;
	exact: Measured;
	/** What is reported: mid-p (Fagerland et al. 2013). */
	midP: Measured;
}

/** McNemar's test; `no_discordant_pairs` where nobody changed sides. */
export function mcNemar(gained: number, lost: number): McNemar {
	const changed = gained + lost;
	if (changed === 0) {
		const none = undefinedBecause('no_discordant_pairs');
		return { chiSquared: none, pNormal: none, exact: none, midP: none };
	}
	const chiSquared = (gained - lost) ** 2 / changed;
	const exact = gained === lost ? 1 : Math.min(1, 2 * binomialLower(Math.min(gained, lost), changed, 0.5));
	return {
		chiSquared: defined(chiSquared),
		pNormal: defined(chiSquaredUpper(chiSquared, 1)),
		exact: defined(exact),
		midP: defined(gained === lost ? 1 : exact - binomialDensity(gained, changed, 0.5))
	};
}
