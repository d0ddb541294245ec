/** A judgement on `favourable` of `n` answers of the later wave; verdicts are compared by identity. */
type Judge<V> = (favourable: number, n: number) => V;

/** The fewest changes that turn a verdict, and what it turns into. */
export interface Flip<V> {
	/** Respondents who would have to answer otherwise (or silent people who would have to answer so). */
	count: number;
	/** `more`: towards favourable; `fewer`: away from it. */
	direction: 'more' | 'fewer';
	verdict: V;
}

/**
 * The smallest number in 1..most whose verdict differs from `verdict`, null where none does. Doubles, then halves: the
 * verdict must not turn back within the doubling that first meets another one.
 */
function firstFlip<V>(verdict: V, most: number, at: (count: number) => V): number | null {
	let same = 0;
	let reach = 1;
	while (reach < most && at(reach) === verdict) {
		same = reach;
		reach = Math.min(most, reach * 2);
	}
	if (most < 1 || at(reach) === verdict) return null;
	let other = reach;
	while (other - same > 1) {
		const middle = Math.floor((same + other) / 2);
		if (at(middle) === verdict) same = middle;
		else other = middle;
	}
	return other;
}

/** How many respondents would have to change one answer before the verdict turns; null where even all of them could not. */
export function answersToFlip<V>(favourable: number, n: number, judge: Judge<V>): Flip<V> | null {
	const verdict = judge(favourable, n);
	const more = firstFlip(verdict, n - favourable, (count) => judge(favourable + count, n));
	const fewer = firstFlip(verdict, favourable, (count) => judge(favourable - count, n));
	if (more !== null && (fewer === null || more <= fewer)) {
		return { count: more, direction: 'more', verdict: judge(favourable + more, n) };
	}
	return fewer === null ? null : { count: fewer, direction: 'fewer', verdict: judge(favourable - fewer, n) };
}

/** How the silent part of the roster would have to answer before the verdict turns. */
export interface SilentFlip<V> {
	silent: number;
	/** Turns where at most so many of the silent were favourable; null where that cannot turn it. */
	atMost: { favourable: number; verdict: V } | null;
	/** Turns where at least so many of the silent were favourable; null where that cannot turn it. */
	atLeast: { favourable: number; verdict: V } | null;
}

/** Lets all the silent answer and looks for the shares of favourable answers among them that turn the verdict. */
export function silenceToFlip<V>(
	favourable: number,
	n: number,
	population: number,
	judge: Judge<V>
): SilentFlip<V> | null {
	const silent = population - n;
	if (silent <= 0) return null;
	const verdict = judge(favourable, n);
	const at = (silentFavourable: number) => judge(favourable + silentFavourable, population);
	const lowest = at(0);
	const highest = at(silent);
	const afterLow = lowest === verdict ? null : (firstFlip(lowest, silent, at) ?? silent + 1) - 1;
	const afterHigh =
		highest === verdict
			? null
			: silent - (firstFlip(highest, silent, (count) => at(silent - count)) ?? silent + 1) + 1;
	return {
		silent,
		atMost: afterLow === null ? null : { favourable: afterLow, verdict: lowest },
		atLeast: afterHigh === null ? null : { favourable: afterHigh, verdict: highest }
	};
}
