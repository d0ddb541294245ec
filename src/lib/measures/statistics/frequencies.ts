import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { tCritical } from './distributions/student-t';
import { bonettPrice, wilson, type DifferenceInterval, type Interval } from './intervals';

/** An answer table: distinct numeric values ascending, and how often each was given. */
export interface Frequencies {
	values: readonly number[];
	counts: readonly number[];
}

/** Which values count: listed levels of an ordered scale, or all from (up to) a cut on a continuous one. */
export type LevelRule = readonly number[] | { readonly from: number } | { readonly to: number };

/** Values closer than this are the same answer. */
export const SAME_VALUE = 1e-9;

/** From here on a number has fewer than nine decimals by itself. */
const COARSE_FROM = 2 ** 53 / 1e9;

/** Rounds to nine decimals, so that means of items that are equal in decimals are equal in binary too. */
export function roundForRanking(value: number): number {
	return Math.abs(value) < COARSE_FROM ? Math.round(value * 1e9) / 1e9 + 0 : value;
}

/** Whether a value belongs to the levels of a rule, within 1e-9. */
export function matchesRule(value: number, rule: LevelRule): boolean {
	if ('from' in rule) return value >= rule.from - SAME_VALUE;
	if ('to' in rule) return value <= rule.to + SAME_VALUE;
	return rule.some((level) => Math.abs(level - value) <= SAME_VALUE);
}

/** Adds up counts by value; values come out ascending and distinct, those that never occur are left out. */
export function tabulate(entries: readonly (readonly [value: number, count: number])[]): Frequencies {
	const counts = new Map<number, number>();
	for (const [value, count] of entries) {
		if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
	}
	const values = [...counts.keys()].sort((a, b) => a - b);
	return { values, counts: values.map((value) => counts.get(value) ?? 0) };
}

/** Tabulates single answers; missing ones (null) are left out. */
export function frequenciesOf(answers: readonly (number | null)[]): Frequencies {
	return tabulate(answers.flatMap((answer) => (answer === null ? [] : [[answer, 1] as const])));
}

/** The (value, count) entries that occur. */
export function entriesOf(f: Frequencies): (readonly [value: number, count: number])[] {
	const entries: (readonly [value: number, count: number])[] = [];
	f.values.forEach((value, index) => {
		const count = f.counts[index] ?? 0;
		if (count > 0) entries.push([value, count]);
	});
	return entries;
}

/** Sum of `term(value)` over all answers. */
function sumOver(f: Frequencies, term: (value: number) => number): number {
	return entriesOf(f).reduce((sum, [value, count]) => sum + count * term(value), 0);
}

/** Number of answers. */
export function total(f: Frequencies): number {
	return sumOver(f, () => 1);
}

/** Mean answer; null where there is none. */
export function meanOf(f: Frequencies): number | null {
	const n = total(f);
	if (n === 0) return null;
	const rough = sumOver(f, (value) => value) / n;
	return rough + sumOver(f, (value) => value - rough) / n;
}

/** Variance with n − 1, exactly 0 where all answers are equal; null below two answers. */
export function varianceOf(f: Frequencies): number | null {
	const n = total(f);
	const mean = meanOf(f);
	if (mean === null || n < 2) return null;
	if (isConstant(f)) return 0;
	return sumOver(f, (value) => (value - mean) ** 2) / (n - 1);
}

/** Whether no two answers differ. */
export function isConstant(f: Frequencies): boolean {
	const given = entriesOf(f);
	const first = given[0];
	const last = given[given.length - 1];
	return !first || !last || last[0] - first[0] <= SAME_VALUE;
}

function valueAt(given: (readonly [number, number])[], position: number): number {
	let seen = 0;
	for (const [value, count] of given) {
		seen += count;
		if (seen >= position) return value;
	}
	return NaN;
}

function median(given: (readonly [number, number])[], n: number): number {
	return (valueAt(given, Math.floor((n + 1) / 2)) + valueAt(given, Math.floor(n / 2) + 1)) / 2;
}

/** m − 0.5 + (n/2 − #below)/#at, where more than one answer is at the median m (psych::interp.median). */
function interpolatedMedian(given: (readonly [number, number])[], n: number): number {
	const m = median(given, n);
	const at = given.find(([value]) => value === m)?.[1] ?? 0;
	if (at <= 1) return m;
	const below = given.reduce((sum, [value, count]) => (value < m ? sum + count : sum), 0);
	return m - 0.5 + (n / 2 - below) / at;
}

/** One wave of one item. `interpolatedMedian` means something on integer scales only. */
export interface Description {
	n: number;
	mean: Measured;
	sd: Measured;
	/** 95 % t interval of the mean, not clipped to the scale. */
	meanInterval: Measured<Interval>;
	median: Measured;
	interpolatedMedian: Measured;
}

/** Mean, standard deviation (n − 1), t interval and medians of an answer table. */
export function describeFrequencies(f: Frequencies): Description {
	const n = total(f);
	const mean = meanOf(f);
	const variance = varianceOf(f);
	if (mean === null) {
		const none = undefinedBecause('no_data');
		return { n, mean: none, sd: none, meanInterval: none, median: none, interpolatedMedian: none };
	}
	const given = entriesOf(f);
	return {
		n,
		mean: defined(mean),
		sd: variance === null ? undefinedBecause('n_lt_2') : defined(Math.sqrt(variance)),
		meanInterval: meanInterval(mean, variance, n),
		median: defined(median(given, n)),
		interpolatedMedian: defined(interpolatedMedian(given, n))
	};
}

function meanInterval(mean: number, variance: number | null, n: number): Measured<Interval> {
	if (variance === null) return undefinedBecause('n_lt_2');
	if (variance === 0) return undefinedBecause('zero_variance');
	const margin = tCritical(n - 1) * Math.sqrt(variance / n);
	return defined({ low: mean - margin, high: mean + margin });
}

/** How many answers satisfy a rule. */
export function countMatching(f: Frequencies, rule: LevelRule): number {
	return entriesOf(f).reduce((sum, [value, count]) => (matchesRule(value, rule) ? sum + count : sum), 0);
}

/** A share in 0..1 with Wilson's interval and the count behind it. */
export interface Share extends Interval {
	count: number;
	n: number;
	share: number;
}

/** Share of the answers that are favourable under a rule; `no_data` where nobody answered, never 0 %. */
export function favourable(f: Frequencies, rule: LevelRule): Measured<Share> {
	const n = total(f);
	const count = countMatching(f, rule);
	const interval = wilson(count, n);
	return interval ? defined({ count, n, share: count / n, ...interval }) : undefinedBecause('no_data');
}

/** Net score, favourable − unfavourable share in −1..1, with the Bonett–Price interval. */
export function netScore(
	f: Frequencies,
	favourableRule: LevelRule,
	unfavourableRule: LevelRule
): Measured<DifferenceInterval> {
	const net = bonettPrice(countMatching(f, favourableRule), countMatching(f, unfavourableRule), total(f));
	return net ? defined(net) : undefinedBecause('no_data');
}
