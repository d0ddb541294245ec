import { defined, undefinedBecause, type Measured, type UndefinedReason } from '$lib/model/reasons';
import { tCritical, tTwoSided } from './distributions/student-t';
import { noncentralInterval, pairedEffect, type AverageSdEffect } from './effect-sizes';
import {
	entriesOf,
	isConstant,
	matchesRule,
	meanOf,
	roundForRanking,
	tabulate,
	total,
	varianceOf,
	type Frequencies,
	type LevelRule
} from './frequencies';
import {
	bonettPrice,
	newcombePaired,
	type DifferenceInterval,
	type Interval,
	type PairedShares
} from './intervals';
import { signedRank, type SignedRank } from './rank-tests';
import { mcNemar, type McNemar } from './share-tests';

/** One cell of a transition table: how many people answered `from` in the earlier and `to` in the later wave. */
export interface Transition {
	readonly from: number;
	readonly to: number;
	readonly n: number;
}

/** Matched answers of two waves. */
export type Transitions = readonly Transition[];

/** Tabulates matched answers given in the same order of people; a pair with a missing answer is left out. */
export function transitionsOf(
	earlier: readonly (number | null)[],
	later: readonly (number | null)[]
): Transitions {
	const byFrom = new Map<number, Map<number, number>>();
	earlier.forEach((from, person) => {
		const to = later[person] ?? null;
		if (from === null || to === null) return;
		const row = byFrom.get(from) ?? new Map<number, number>();
		byFrom.set(from, row.set(to, (row.get(to) ?? 0) + 1));
	});
	return [...byFrom].flatMap(([from, row]) => [...row].map(([to, n]) => ({ from, to, n })));
}

/** The answers of one wave among the matched people. */
export function marginOf(transitions: Transitions, wave: 'from' | 'to'): Frequencies {
	return tabulate(transitions.map((cell) => [cell[wave], cell.n] as const));
}

/** The differences later − earlier of matched people, rounded so that equal steps between means of items are equal. */
export function differencesOf(transitions: Transitions): Frequencies {
	return tabulate(transitions.map(({ from, to, n }) => [roundForRanking(to - from), n] as const));
}

/** The paired t test of the mean difference. */
export interface PairedT {
	t: Measured;
	df: number;
	p: Measured;
	interval: Measured<Interval>;
	/** Mean difference over the standard deviation of the differences, with its noncentral t interval. */
	dZ: Measured;
	dZInterval: Measured<Interval>;
}

/** The matched change of favourable shares; `gained` and `lost` are those who changed sides. */
export interface PairedShareChange extends DifferenceInterval {
	cells: PairedShares;
	newcombe: DifferenceInterval;
	mcNemar: McNemar;
}

/** Everything about a change between two waves of the same people, later minus earlier. */
export interface PairedComparison {
	pairs: number;
	mean1: Measured;
	mean2: Measured;
	sd1: Measured;
	sd2: Measured;
	correlation: Measured;
	meanDifference: Measured;
	sdDifference: Measured;
	tTest: PairedT;
	/** Headline effect size with Bonett's interval. */
	averageSd: AverageSdEffect;
	up: number;
	down: number;
	same: number;
	/** (up − down)/pairs with its interval. */
	dominance: Measured<DifferenceInterval>;
	/** Undefined below two pairs. */
	signedRank: Measured<SignedRank>;
	/** Present where the options name the favourable levels. */
	favourable: Measured<PairedShareChange> | null;
}

/** Compares two waves of the same people from their transition table. */
export function comparePaired(
	transitions: Transitions,
	options: { favourable?: LevelRule } = {}
): PairedComparison {
	const earlier = marginOf(transitions, 'from');
	const later = marginOf(transitions, 'to');
	const differences = differencesOf(transitions);
	const pairs = total(differences);
	const counted = (keep: (d: number) => boolean) =>
		entriesOf(differences).reduce((sum, [d, n]) => (keep(d) ? sum + n : sum), 0);
	const up = counted((d) => d > 0);
	const down = counted((d) => d < 0);
	const dominance = bonettPrice(up, down, pairs);
	const moments = momentsOf(transitions, earlier, later, differences);
	const few: UndefinedReason = pairs === 0 ? 'no_data' : 'n_lt_2';
	const orNone = (value: number | null): Measured =>
		value === null ? undefinedBecause(few) : defined(value);
	const root = (variance: number | null) => orNone(variance === null ? null : Math.sqrt(variance));
	const ranks = pairs < 2 ? null : signedRank(differences);
	return {
		pairs,
		mean1: orNone(meanOf(earlier)),
		mean2: orNone(meanOf(later)),
		sd1: root(moments?.v1 ?? null),
		sd2: root(moments?.v2 ?? null),
		correlation: moments ? correlationOf(moments) : undefinedBecause(few),
		meanDifference: orNone(meanOf(differences)),
		sdDifference: root(moments?.differenceVariance ?? null),
		tTest: pairedT(transitions, moments, few),
		averageSd: moments
			? pairedEffect(moments.difference, { ...moments, n: pairs })
			: { d: undefinedBecause(few), g: undefinedBecause(few), interval: undefinedBecause(few) },
		up,
		down,
		same: pairs - up - down,
		dominance: dominance ? defined(dominance) : undefinedBecause('no_data'),
		signedRank: ranks ? defined(ranks) : undefinedBecause(few),
		favourable: options.favourable ? compareShares(transitions, options.favourable) : null
	};
}

/** The standardised change (d on the average SD) and the signed rank test alone, without the slow noncentral intervals. */
export function pairedEffects(transitions: Transitions): {
	effect: AverageSdEffect | null;
	rankP: number | null;
} {
	const differences = differencesOf(transitions);
	const pairs = total(differences);
	const moments = momentsOf(
		transitions,
		marginOf(transitions, 'from'),
		marginOf(transitions, 'to'),
		differences
	);
	return {
		effect: moments && pairedEffect(moments.difference, { ...moments, n: pairs }),
		rankP: pairs < 2 ? null : (signedRank(differences)?.p.value ?? null)
	};
}

type Moments = Record<'difference' | 'v1' | 'v2' | 'covariance' | 'differenceVariance', number>;

function momentsOf(
	transitions: Transitions,
	earlier: Frequencies,
	later: Frequencies,
	differences: Frequencies
): Moments | null {
	const m1 = meanOf(earlier);
	const m2 = meanOf(later);
	const difference = meanOf(differences);
	const v1 = varianceOf(earlier);
	const v2 = varianceOf(later);
	const differenceVariance = varianceOf(differences);
	if (m1 === null || m2 === null || difference === null) return null;
	if (v1 === null || v2 === null || differenceVariance === null) return null;
	const products = transitions.reduce((sum, { from, to, n }) => sum + n * (from - m1) * (to - m2), 0);
	const constant = isConstant(earlier) || isConstant(later);
	const covariance = constant ? 0 : products / (total(differences) - 1);
	return { difference, v1, v2, covariance, differenceVariance };
}

function correlationOf({ v1, v2, covariance }: Moments): Measured {
	if (v1 === 0 || v2 === 0) return undefinedBecause('zero_variance');
	return defined(Math.min(1, Math.max(-1, covariance / Math.sqrt(v1 * v2))));
}

/** t of the differences as they are, since rounding shifts the t of many pairs; d_z of the rounded ones, as mean and sd. */
function pairedT(transitions: Transitions, moments: Moments | null, few: UndefinedReason): PairedT {
	const differences = tabulate(transitions.map(({ from, to, n }) => [to - from, n] as const));
	const pairs = total(differences);
	const df = Math.max(0, pairs - 1);
	const mean = meanOf(differences);
	const variance = varianceOf(differences);
	if (!moments || mean === null || !variance || moments.differenceVariance === 0) {
		const none = undefinedBecause(moments ? 'zero_diff_variance' : few);
		return { t: none, df, p: none, interval: none, dZ: none, dZInterval: none };
	}
	const error = Math.sqrt(variance / pairs);
	const t = mean / error;
	const margin = tCritical(df) * error;
	return {
		t: defined(t),
		df,
		p: defined(tTwoSided(t, df)),
		interval: defined({ low: mean - margin, high: mean + margin }),
		dZ: defined(moments.difference / Math.sqrt(moments.differenceVariance)),
		dZInterval: defined(noncentralInterval(t, df, 1 / Math.sqrt(pairs)))
	};
}

function compareShares(transitions: Transitions, rule: LevelRule): Measured<PairedShareChange> {
	const cells: PairedShares = { both: 0, gained: 0, lost: 0, neither: 0 };
	for (const { from, to, n } of transitions) {
		const was = matchesRule(from, rule);
		const is = matchesRule(to, rule);
		cells[was ? (is ? 'both' : 'lost') : is ? 'gained' : 'neither'] += n;
	}
	return pairedShareChange(cells);
}

/** The matched change of shares from its four cells. */
export function pairedShareChange(cells: PairedShares): Measured<PairedShareChange> {
	const n = cells.both + cells.gained + cells.lost + cells.neither;
	const change = bonettPrice(cells.gained, cells.lost, n);
	const newcombe = newcombePaired(cells);
	if (!change || !newcombe) return undefinedBecause('no_data');
	return defined({ ...change, cells, newcombe, mcNemar: mcNemar(cells.gained, cells.lost) });
}
