/** A closed interval, in the unit of the statistic it belongs to. */
export interface Interval {
	low: number;
	high: number;
}

/** A difference (later minus earlier) with its 95 % interval. */
export interface DifferenceInterval extends Interval {
	difference: number;
}

/** The 97.5 % point of the standard normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054;

/** Limits a value to [low, high]. */
export function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}

function scoreInterval(share: number, n: number): Interval {
	const z2 = Z_95 * Z_95;
	const centre = share + z2 / (2 * n);
	const margin = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
	const scale = 1 + z2 / n;
	return {
		low: share === 0 ? 0 : clamp((centre - margin) / scale, 0, 1),
		high: share === 1 ? 1 : clamp((centre + margin) / scale, 0, 1)
	};
}

/** Wilson's score interval of a share in 0..1, without continuity correction; null where n is 0 (Wilson 1927). */
export function wilson(successes: number, n: number): Interval | null {
	return n > 0 ? scoreInterval(successes / n, n) : null;
}

/**
 * Wilson's interval about one finite population all of whose members were invited: n* = n(N−1)/(N−n), p unchanged
 * (O'Neill 2021). [p, p] where everyone answered; null where n is 0 or more people answered than there are.
 */
export function wilsonFinitePopulation(successes: number, n: number, population: number): Interval | null {
	if (n <= 0 || population < n) return null;
	const share = successes / n;
	if (population === n) return { low: share, high: share };
	return scoreInterval(share, (n * (population - 1)) / (population - n));
}

/** Difference of two independent shares, p₂ − p₁, with Newcombe's method 10; null where a wave is empty (Newcombe 1998). */
export function newcombe(s1: number, n1: number, s2: number, n2: number): DifferenceInterval | null {
	const earlier = wilson(s1, n1);
	const later = wilson(s2, n2);
	if (!earlier || !later) return null;
	const p1 = s1 / n1;
	const p2 = s2 / n2;
	const difference = p2 - p1;
	return {
		difference,
		low: difference - Math.hypot(p2 - later.low, earlier.high - p1),
		high: difference + Math.hypot(later.high - p2, p1 - earlier.low)
	};
}

/**
 * (up − down)/n of one sample with the Bonett–Price adjusted Wald interval, clipped to ±1; null where n is 0. Serves the
 * net score, dominance and the paired difference of shares (Bonett & Price 2012).
 */
export function bonettPrice(up: number, down: number, n: number): DifferenceInterval | null {
	if (n <= 0) return null;
	const rise = (up + 1) / (n + 2);
	const fall = (down + 1) / (n + 2);
	const centre = rise - fall;
	const margin = Z_95 * Math.sqrt((rise + fall - centre * centre) / (n + 2));
	return {
		difference: (up - down) / n,
		low: clamp(centre - margin, -1, 1),
		high: clamp(centre + margin, -1, 1)
	};
}

/** The four cells of a matched yes/no answer: favourable both times, gained, lost, never. */
export interface PairedShares {
	both: number;
	gained: number;
	lost: number;
	neither: number;
}

/**
 * Paired difference of shares with Newcombe's square-and-add interval and continuity-corrected φ (1998, paired method
 * 10); null where there are no pairs.
 */
export function newcombePaired({ both, gained, lost, neither }: PairedShares): DifferenceInterval | null {
	const n = both + gained + lost + neither;
	const earlier = wilson(both + lost, n);
	const later = wilson(both + gained, n);
	if (!earlier || !later) return null;
	const p1 = (both + lost) / n;
	const p2 = (both + gained) / n;
	const margins = (both + gained) * (lost + neither) * (both + lost) * (gained + neither);
	const product = both * neither - gained * lost;
	const corrected = product > 0 ? Math.max(product - n / 2, 0) : product;
	const phi = margins === 0 ? 0 : corrected / Math.sqrt(margins);
	const difference = (gained - lost) / n;
	const margin = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
	return {
		difference,
		low: difference - margin(p2 - later.low, earlier.high - p1),
		high: difference + margin(later.high - p2, p1 - earlier.low)
	};
}
