import { defined, undefinedBecause, type Measured, type UndefinedReason } from '$lib/model/reasons';
import { tCritical, tTwoSided } from './distributions/student-t';
import { hedgesFactor } from './distributions/gamma';
import {
	cliffDelta,
	independentEffect,
	noncentralInterval,
	type AverageSdEffect,
	type CliffDelta
} from './effect-sizes';
import { countMatching, meanOf, total, varianceOf, type Frequencies, type LevelRule } from './frequencies';
import { newcombe, type DifferenceInterval, type Interval } from './intervals';
import { mannWhitney, type MannWhitney } from './rank-tests';
import { compareShares, type ShareTest } from './share-tests';

/** Welch's t test of two independent means. */
export interface Welch {
	t: Measured;
	df: Measured;
	p: Measured;
	interval: Measured<Interval>;
}

/** Mean difference over the pooled standard deviation, with its noncentral t interval. */
export interface PooledSdEffect {
	d: Measured;
	g: Measured;
	interval: Measured<Interval>;
}

/** The change of favourable shares between independent waves, p₂ − p₁ with Newcombe's interval. */
export interface ShareChange extends DifferenceInterval {
	share1: number;
	share2: number;
	test: ShareTest;
}

/** Everything about a change between two waves of different (or unmatched) people, later minus earlier. */
export interface IndependentComparison {
	n1: number;
	n2: number;
	mean1: Measured;
	mean2: Measured;
	sd1: Measured;
	sd2: Measured;
	meanDifference: Measured;
	welch: Welch;
	/** Headline effect size with Bonett's interval. */
	averageSd: AverageSdEffect;
	pooledSd: PooledSdEffect;
	mannWhitney: Measured<MannWhitney>;
	cliff: CliffDelta;
	/** Present where the options name the favourable levels. */
	favourable: Measured<ShareChange> | null;
}

/** Compares two unmatched waves from their answer tables. */
export function compareIndependent(
	earlier: Frequencies,
	later: Frequencies,
	options: { favourable?: LevelRule } = {}
): IndependentComparison {
	const n1 = total(earlier);
	const n2 = total(later);
	const mean1 = meanOf(earlier);
	const mean2 = meanOf(later);
	const v1 = varianceOf(earlier);
	const v2 = varianceOf(later);
	const ranks = mannWhitney(earlier, later);
	const one = (value: number | null): Measured =>
		value === null ? undefinedBecause('no_data') : defined(value);
	const root = (variance: number | null, n: number): Measured =>
		variance === null ? undefinedBecause(n === 0 ? 'no_data' : 'n_lt_2') : defined(Math.sqrt(variance));
	return {
		n1,
		n2,
		mean1: one(mean1),
		mean2: one(mean2),
		sd1: root(v1, n1),
		sd2: root(v2, n2),
		meanDifference: one(mean1 === null || mean2 === null ? null : mean2 - mean1),
		...meanEffects({ n1, n2, mean1, mean2, v1, v2 }),
		mannWhitney: ranks ? defined(ranks) : undefinedBecause('no_data'),
		cliff: cliffDelta(earlier, later),
		favourable: options.favourable
			? shareChange(
					countMatching(earlier, options.favourable),
					n1,
					countMatching(later, options.favourable),
					n2
				)
			: null
	};
}

/** The standardised change (d on the average SD) and the Mann–Whitney test alone, without the slow noncentral intervals. */
export function independentEffects(
	earlier: Frequencies,
	later: Frequencies
): { effect: AverageSdEffect | null; rankP: number | null } {
	const [mean1, mean2, v1, v2] = [meanOf(earlier), meanOf(later), varianceOf(earlier), varianceOf(later)];
	const rankP = mannWhitney(earlier, later)?.p.value ?? null;
	if (mean1 === null || mean2 === null || v1 === null || v2 === null || v1 + v2 === 0)
		return { effect: null, rankP };
	const { d, g, interval } = independentEffect(mean2 - mean1, {
		v1,
		v2,
		n1: total(earlier),
		n2: total(later)
	});
	return { effect: { d: defined(d), g: defined(g), interval: defined(interval) }, rankP };
}

/** The change of shares from s₁ of n₁ to s₂ of n₂. */
export function shareChange(s1: number, n1: number, s2: number, n2: number): Measured<ShareChange> {
	const change = newcombe(s1, n1, s2, n2);
	const test = compareShares(s1, n1, s2, n2);
	if (!change || !test) return undefinedBecause('no_data');
	return defined({ ...change, share1: s1 / n1, share2: s2 / n2, test });
}

interface TwoWaves {
	n1: number;
	n2: number;
	mean1: number | null;
	mean2: number | null;
	v1: number | null;
	v2: number | null;
}

type MeanEffects = Pick<IndependentComparison, 'welch' | 'averageSd' | 'pooledSd'>;

function noMeanEffects(reason: UndefinedReason): MeanEffects {
	const none = undefinedBecause(reason);
	const effect = { d: none, g: none, interval: none };
	return { welch: { t: none, df: none, p: none, interval: none }, averageSd: effect, pooledSd: effect };
}

function meanEffects({ n1, n2, mean1, mean2, v1, v2 }: TwoWaves): MeanEffects {
	if (mean1 === null || mean2 === null) return noMeanEffects('no_data');
	if (v1 === null || v2 === null) return noMeanEffects('n_lt_2');
	if (v1 === 0 && v2 === 0) return noMeanEffects('zero_variance');
	const difference = mean2 - mean1;
	const e1 = v1 / n1;
	const e2 = v2 / n2;
	const error = Math.sqrt(e1 + e2);
	const df = (e1 + e2) ** 2 / ((e1 * e1) / (n1 - 1) + (e2 * e2) / (n2 - 1));
	const t = difference / error;
	const margin = tCritical(df) * error;
	const average = independentEffect(difference, { v1, v2, n1, n2 });
	const pooledDf = n1 + n2 - 2;
	const pooled = difference / Math.sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / pooledDf);
	const scale = Math.sqrt(1 / n1 + 1 / n2);
	return {
		welch: {
			t: defined(t),
			df: defined(df),
			p: defined(tTwoSided(t, df)),
			interval: defined({ low: difference - margin, high: difference + margin })
		},
		averageSd: { d: defined(average.d), g: defined(average.g), interval: defined(average.interval) },
		pooledSd: {
			d: defined(pooled),
			g: defined(hedgesFactor(pooledDf) * pooled),
			interval: defined(noncentralInterval(pooled / scale, pooledDf, scale))
		}
	};
}
