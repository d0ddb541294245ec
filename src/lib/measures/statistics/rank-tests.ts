import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { binomialDensity } from './distributions/beta';
import { normalTwoSided } from './distributions/normal';
import { entriesOf, roundForRanking, tabulate, total, type Frequencies } from './frequencies';

/** Up to so many non-zero differences the signed rank test is exact. */
const EXACT_PAIRS = 50;
/** Up to so many answers in both waves together the Mann–Whitney test is exact. */
const EXACT_ANSWERS = 60;

/** A tied group: twice its midrank, so that ranks stay integers, and how many members may move. */
interface TiedGroup {
	doubledRank: number;
	members: number;
}

/** Values with equal rounded value merged. */
function rounded(f: Frequencies): Frequencies {
	return tabulate(entriesOf(f).map(([value, count]) => [roundForRanking(value), count] as const));
}

/** Ways to choose 0..n members of a group of n. */
function binomialRow(n: number): number[] {
	const row = [1];
	for (let j = 1; j <= n; j++) row.push(((row[j - 1] ?? 0) * (n - j + 1)) / j);
	return row;
}

/** Probability of each doubled sum of the positive ranks under random signs (shift algorithm, Streitberg & Röhmel 1986). */
export function signedRankDistribution(groups: readonly TiedGroup[]): Float64Array {
	let ways = Float64Array.of(1);
	for (const { doubledRank, members } of groups) {
		const row = Array.from({ length: members + 1 }, (_, chosen) => binomialDensity(chosen, members, 0.5));
		const next = new Float64Array(ways.length + members * doubledRank);
		ways.forEach((chance, sum) => {
			if (chance === 0) return;
			row.forEach((share, chosen) => {
				const reached = sum + chosen * doubledRank;
				next[reached] = (next[reached] ?? 0) + chance * share;
			});
		});
		ways = next;
	}
	return ways;
}

/** Number of subsets of `size` members per doubled rank sum, conditional on the ties. */
export function rankSumDistribution(groups: readonly TiedGroup[], size: number): Map<number, number> {
	let bySize: Map<number, number>[] = Array.from({ length: size + 1 }, () => new Map<number, number>());
	bySize[0]?.set(0, 1);
	for (const { doubledRank, members } of groups) {
		const row = binomialRow(members);
		const next = Array.from({ length: size + 1 }, () => new Map<number, number>());
		bySize.forEach((ways, taken) => {
			for (let chosen = 0; chosen <= Math.min(members, size - taken); chosen++) {
				const target = next[taken + chosen];
				for (const [sum, count] of ways) {
					const reached = sum + chosen * doubledRank;
					target?.set(reached, (target.get(reached) ?? 0) + count * (row[chosen] ?? 0));
				}
			}
		});
		bySize = next;
	}
	return bySize[size] ?? new Map<number, number>();
}

interface ExactP {
	exact: number;
	midP: number;
}

/** Two-sided p of an observed value by its deviation from twice-integer `expected`; 1 where there is none. */
function twoSided(
	distribution: Iterable<readonly [number, number]>,
	observed: number,
	expected: number
): ExactP {
	const deviation = Math.abs(observed - expected);
	if (deviation === 0) return { exact: 1, midP: 1 };
	let all = 0;
	let further = 0;
	let equal = 0;
	for (const [value, count] of distribution) {
		all += count;
		if (Math.abs(value - expected) > deviation) further += count;
		else if (Math.abs(value - expected) === deviation) equal += count;
	}
	return { exact: (further + equal) / all, midP: (further + equal / 2) / all };
}

/** Wilcoxon's signed rank test with Pratt's treatment of zeros. */
export interface SignedRank {
	/** Sums of the midranks of rises and falls, zeros ranked too. */
	positive: number;
	negative: number;
	/** (W⁺ − W⁻)/(n(n+1)/2), the rank-biserial correlation. */
	rankBiserial: number;
	z: Measured;
	pNormal: Measured;
	/** Exact conditional p and mid-p; null where there are more non-zero pairs than asked for. */
	exact: Measured<ExactP> | null;
	/** What is reported: mid-p up to 50 non-zero pairs, else the tie-corrected normal without continuity correction. */
	p: Measured;
}

/** Signed rank test of differences later − earlier (Pratt 1959), exact up to `exactUpTo` non-zero ones; null without any. */
export function signedRank(differences: Frequencies, exactUpTo = EXACT_PAIRS): SignedRank | null {
	const n = total(differences);
	if (n === 0) return null;
	const bySize = tabulate(entriesOf(rounded(differences)).map(([d, count]) => [Math.abs(d), count] as const));
	const rises = new Map(entriesOf(rounded(differences)));
	let below = 0;
	let positive = 0;
	let negative = 0;
	let variance = 0;
	const groups: TiedGroup[] = [];
	for (const [size, count] of entriesOf(bySize)) {
		const rank = below + (count + 1) / 2;
		below += count;
		if (size === 0) continue;
		const up = rises.get(size) ?? 0;
		positive += up * rank;
		negative += (count - up) * rank;
		variance += (count * rank * rank) / 4;
		groups.push({ doubledRank: 2 * rank, members: count });
	}
	const rankBiserial = (positive - negative) / ((n * (n + 1)) / 2);
	if (groups.length === 0) {
		const none = undefinedBecause('all_differences_zero');
		return { positive, negative, rankBiserial, z: none, pNormal: none, exact: none, p: none };
	}
	const z = (positive - negative) / 2 / Math.sqrt(variance);
	const moved = groups.reduce((sum, { members }) => sum + members, 0);
	const exact =
		moved <= exactUpTo
			? twoSided(signedRankDistribution(groups).entries(), 2 * positive, positive + negative)
			: null;
	const pNormal = normalTwoSided(z);
	return {
		positive,
		negative,
		rankBiserial,
		z: defined(z),
		pNormal: defined(pNormal),
		exact: exact && defined(exact),
		p: defined(exact && moved <= EXACT_PAIRS ? exact.midP : pNormal)
	};
}

/** The Mann–Whitney test of two independent waves. */
export interface MannWhitney {
	/** Pairs in which the later answer is higher, ties counted half. */
	u: number;
	pNormal: Measured;
	/** Exact conditional p and mid-p; null above 60 answers. */
	exact: Measured<ExactP> | null;
	/** What is reported: mid-p up to 60 answers, else the tie-corrected normal without continuity correction. */
	p: Measured;
}

/** Mann–Whitney test, later against earlier; null where a wave is empty. */
export function mannWhitney(earlier: Frequencies, later: Frequencies): MannWhitney | null {
	const n1 = total(earlier);
	const n2 = total(later);
	if (n1 === 0 || n2 === 0) return null;
	const n = n1 + n2;
	const late = new Map(entriesOf(rounded(later)));
	let below = 0;
	let doubledRankSum = 0;
	let ties = 0;
	const groups: TiedGroup[] = [];
	for (const [value, count] of entriesOf(rounded(tabulate([...entriesOf(earlier), ...entriesOf(later)])))) {
		const doubledRank = 2 * below + count + 1;
		below += count;
		doubledRankSum += (late.get(value) ?? 0) * doubledRank;
		ties += count * (count * count - 1);
		groups.push({ doubledRank, members: count });
	}
	const u = doubledRankSum / 2 - (n2 * (n2 + 1)) / 2;
	if (groups.length === 1) {
		const none = undefinedBecause('all_values_equal');
		return { u, pNormal: none, exact: none, p: none };
	}
	const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
	const pNormal = normalTwoSided((u - (n1 * n2) / 2) / Math.sqrt(variance));
	const exact =
		n <= EXACT_ANSWERS ? twoSided(rankSumDistribution(groups, n2), doubledRankSum, n2 * (n + 1)) : null;
	return {
		u,
		pNormal: defined(pNormal),
		exact: exact && defined(exact),
		p: defined(exact ? exact.midP : pNormal)
	};
}
