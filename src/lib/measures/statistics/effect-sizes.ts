import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { hedgesFactor } from './distributions/gamma';
import { noncentralityInterval } from './distributions/noncentral-t';
import { tCritical } from './distributions/student-t';
import { entriesOf, roundForRanking, tabulate, total, type Frequencies } from './frequencies';
import { clamp, Z_95, type Interval } from './intervals';

/** Standardised mean difference (later − earlier)/√((v₁+v₂)/2) with its small-sample form and Bonett's interval. */
export interface AverageSdEffect {
	d: Measured;
	/** Hedges' correction J(df)·d. */
	g: Measured;
	/** Bonett's (2008) 95 % interval of d. */
	interval: Measured<Interval>;
}

/** d on the average standard deviation of matched waves; `covariance` is that of the two waves. */
export function pairedEffect(
	difference: number,
	{
		v1,
		v2,
		covariance,
		differenceVariance,
		n
	}: Record<'v1' | 'v2' | 'covariance' | 'differenceVariance' | 'n', number>
): AverageSdEffect {
	const averageVariance = (v1 + v2) / 2;
	if (averageVariance === 0) {
		const none = undefinedBecause('zero_variance');
		return { d: none, g: none, interval: undefinedBecause('zero_diff_variance') };
	}
	const df = n - 1;
	const d = difference / Math.sqrt(averageVariance);
	const error =
		(d * d * (v1 * v1 + v2 * v2 + 2 * covariance * covariance)) / (8 * df * averageVariance ** 2) +
		differenceVariance / (df * averageVariance);
	return {
		d: defined(d),
		g: n < 3 ? undefinedBecause('n_lt_3') : defined(hedgesFactor(df) * d),
		interval: differenceVariance === 0 ? undefinedBecause('zero_diff_variance') : defined(around(d, error))
	};
}

/** d on the average standard deviation of independent waves; the variances must not both be 0. */
export function independentEffect(
	difference: number,
	{ v1, v2, n1, n2 }: Record<'v1' | 'v2' | 'n1' | 'n2', number>
): { d: number; g: number; interval: Interval } {
	const averageVariance = (v1 + v2) / 2;
	const d = difference / Math.sqrt(averageVariance);
	const error =
		(d * d * ((v1 * v1) / (n1 - 1) + (v2 * v2) / (n2 - 1))) / (8 * averageVariance ** 2) +
		(v1 / (n1 - 1) + v2 / (n2 - 1)) / averageVariance;
	return { d, g: hedgesFactor(n1 + n2 - 2) * d, interval: around(d, error) };
}

function around(centre: number, variance: number): Interval {
	const margin = Z_95 * Math.sqrt(variance);
	return { low: centre - margin, high: centre + margin };
}

/** Interval of a standardised difference d = t·`scale` by inverting the noncentral t distribution. */
export function noncentralInterval(t: number, df: number, scale: number): Interval {
	const { low, high } = noncentralityInterval(t, df);
	return { low: low * scale, high: high * scale };
}

/** Cliff's δ of two independent waves, later over earlier. */
export interface CliffDelta {
	delta: Measured;
	/** Unbiased variance; undefined where a wave has one answer or nobody differs. */
	variance: Measured;
	/** Asymmetric interval of Feng & Cliff (2004). */
	interval: Measured<Interval>;
}

/** P(later > earlier) − P(later < earlier) with its unbiased variance (Cliff 1993), from the two answer tables. */
export function cliffDelta(earlier: Frequencies, later: Frequencies): CliffDelta {
	const n1 = total(earlier);
	const n2 = total(later);
	const none = (reason: Parameters<typeof undefinedBecause>[0], delta: Measured): CliffDelta => ({
		delta,
		variance: undefinedBecause(reason),
		interval: undefinedBecause(reason)
	});
	if (n1 === 0 || n2 === 0) return none('no_data', undefinedBecause('no_data'));
	const cells = crossTabulate(earlier, later);
	const pairs = n1 * n2;
	let dominance = 0;
	let ties = 0;
	let lateSeen = 0;
	let earlySeen = 0;
	const rows = cells.map(({ early, late }) => {
		const row = {
			early,
			late,
			/** Of one earlier answer against all later ones. */
			earlyMean: (n2 - 2 * lateSeen - late) / n2,
			/** Of one later answer against all earlier ones. */
			lateMean: (2 * earlySeen + early - n1) / n1
		};
		dominance += early * (n2 - 2 * lateSeen - late);
		ties += early * late;
		lateSeen += late;
		earlySeen += early;
		return row;
	});
	const delta = dominance / pairs;
	if (cells.length === 1) return none('all_values_equal', defined(delta));
	if (n1 < 2 || n2 < 2) return none('n_lt_2', defined(delta));
	const centre = Math.abs(dominance) === pairs ? (Math.sign(delta) * (pairs - 1)) / pairs : delta;
	let earlySpread = 0;
	let lateSpread = 0;
	for (const { early, late, earlyMean, lateMean } of rows) {
		earlySpread += early * (earlyMean - centre) ** 2;
		lateSpread += late * (lateMean - centre) ** 2;
	}
	const higher = (pairs - ties + dominance) / 2;
	const lower = pairs - ties - higher;
	const pairSpread = higher * (1 - centre) ** 2 + lower * (1 + centre) ** 2 + ties * centre * centre;
	const variance =
		(n2 * n2 * earlySpread + n1 * n1 * lateSpread - pairSpread) / (pairs * (n1 - 1) * (n2 - 1));
	return {
		delta: defined(delta),
		variance: defined(variance),
		interval:
			variance < 0
				? undefinedBecause('negative_variance')
				: defined(fengCliff(centre, variance, tCritical(n1 + n2 - 2), Math.abs(dominance) === pairs))
	};
}

function fengCliff(delta: number, variance: number, t: number, complete: boolean): Interval {
	const t2s2 = t * t * variance;
	const square = 1 - delta * delta;
	const margin = t * Math.sqrt(variance) * Math.sqrt(square * square + t2s2);
	const low = (delta - delta ** 3 - margin) / (square + t2s2);
	const high = (delta - delta ** 3 + margin) / (square + t2s2);
	return {
		low: complete && delta < 0 ? -1 : clamp(low, -1, 1),
		high: complete && delta > 0 ? 1 : clamp(high, -1, 1)
	};
}

function crossTabulate(earlier: Frequencies, later: Frequencies): { early: number; late: number }[] {
	const ranked = (f: Frequencies) =>
		tabulate(entriesOf(f).map(([value, count]) => [roundForRanking(value), count] as const));
	const early = new Map(entriesOf(ranked(earlier)));
	const late = new Map(entriesOf(ranked(later)));
	const values = [...new Set([...early.keys(), ...late.keys()])].sort((a, b) => a - b);
	return values.map((value) => ({ early: early.get(value) ?? 0, late: late.get(value) ?? 0 }));
}
