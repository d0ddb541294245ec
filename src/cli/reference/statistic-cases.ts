import { icc } from '$lib/measures/statistics/agreement';
import { xmr } from '$lib/measures/statistics/control-chart';
import { kendall, pearson, spearman } from '$lib/measures/statistics/correlation';
import {
	countMatching,
	describeFrequencies,
	favourable,
	frequenciesOf,
	netScore,
	total
} from '$lib/measures/statistics/frequencies';
import { compareIndependent, shareChange } from '$lib/measures/statistics/independent';
import { wilson, wilsonFinitePopulation, type Interval } from '$lib/measures/statistics/intervals';
import { signedRank as exactSignedRank } from '$lib/measures/statistics/rank-tests';
import { benjaminiHochberg, holm } from '$lib/measures/statistics/multiplicity';
import {
	comparePaired,
	differencesOf,
	pairedShareChange,
	transitionsOf
} from '$lib/measures/statistics/paired';
import { groupProgress, progress } from '$lib/measures/statistics/progress';
import { blockCovariance, reliability } from '$lib/measures/statistics/reliability';
import { reliableChanges } from '$lib/measures/statistics/reliable-change';
import { isLevelCertain, levelOf, pomp } from '$lib/measures/statistics/scale-position';
import { fisherExact } from '$lib/measures/statistics/share-tests';
import { mapMeasured, type Measured } from '$lib/model/reasons';
import type { Expected } from './tolerance';

/** What the software says about a field: a plain value, or a value with a reason where it is undefined. */
export type Computed = Expected | Measured<Expected> | undefined;

type Answers = readonly (number | null)[];

/** The inputs of a case, checked where they are read. */
export interface CaseInput {
	params: Readonly<Record<string, unknown>>;
	data: Readonly<Record<string, unknown>>;
}

function isAnswer(value: unknown): value is number | null {
	return value === null || typeof value === 'number';
}

function answers(value: unknown): Answers {
	if (!Array.isArray(value) || !value.every(isAnswer)) throw new TypeError('expected a list of numbers');
	return value;
}

function rows(value: unknown): Answers[] {
	if (!Array.isArray(value)) throw new TypeError('expected a list of rows');
	return value.map(answers);
}

function numberOf(value: unknown): number {
	if (typeof value !== 'number') throw new TypeError('expected a number');
	return value;
}

function texts(value: unknown): string[] {
	if (!Array.isArray(value)) throw new TypeError('expected a list of names');
	return value.map(String);
}

function pair({ low, high }: Interval): [number, number] {
	return [low, high];
}

function interval(measured: Measured<Interval>): Measured<Expected> {
	return mapMeasured(measured, pair);
}

function field<T>(measured: Measured<T>, pick: (value: T) => Computed): Computed {
	if (measured.reason !== null) return measured;
	return pick(measured.value) ?? undefined;
}

function itemFields({ params, data }: CaseInput): Record<string, Computed> {
	const scale = { low: numberOf(params.min), high: numberOf(params.max) };
	const raw = answers(data.x);
	const given = raw.filter((value) => value !== null);
	const valid = given.filter((value) => value >= scale.low && value <= scale.high);
	const table = frequenciesOf(valid);
	const n = total(table);
	const favourableRule = { from: numberOf(params.fav_from) };
	const unfavourableRule = { to: numberOf(params.unfav_to) };
	const described = describeFrequencies(table);
	const share = favourable(table, favourableRule);
	const net = netScore(table, favourableRule, unfavourableRule);
	const position = mapMeasured(described.mean, (mean) => pomp(mean, scale));
	const positionInterval = mapMeasured(described.meanInterval, ({ low, high }) => ({
		low: pomp(low, scale),
		high: pomp(high, scale)
	}));
	const population = typeof params.population === 'number' ? params.population : null;
	const finite =
		population === null ? null : wilsonFinitePopulation(countMatching(table, favourableRule), n, population);
	return {
		n,
		n_missing: raw.length - given.length,
		n_invalid: given.length - valid.length,
		counts: Array.from({ length: scale.high - scale.low + 1 }, (_, step) =>
			countMatching(table, [scale.low + step])
		),
		mean: described.mean,
		median: described.median,
		sd: described.sd,
		mean_ci: interval(described.meanInterval),
		interp_median: described.interpolatedMedian,
		fav_n: mapMeasured(share, ({ count }) => count),
		fav_p: mapMeasured(share, (value) => value.share),
		fav_wilson: interval(share),
		fav_wilson_fpc: finite ? pair(finite) : undefined,
		response_rate: population === null ? undefined : n / population,
		unfav_p: mapMeasured(favourable(table, unfavourableRule), (value) => value.share),
		net: mapMeasured(net, ({ difference }) => difference),
		net_ci: interval(net),
		pomp_mean: position,
		pomp_ci: interval(positionInterval),
		level: mapMeasured(position, levelOf),
		level_certain: mapMeasured(positionInterval, isLevelCertain)
	};
}

function scaleFields({ params, data }: CaseInput): Record<string, Computed> {
	const low = numberOf(params.min);
	const high = numberOf(params.max);
	const items = texts(params.items);
	const reversed = new Set(texts(params.reversed));
	const block = rows(data.rows).map((row) =>
		items.map((item, column) => {
			const value = row[column] ?? null;
			if (value === null || value < low || value > high) return null;
			return reversed.has(item) ? low + high - value : value;
		})
	);
	const scores = block.map((row) => {
		const given = row.filter((value) => value !== null);
		return given.length * 2 < items.length
			? null
			: given.reduce((sum, value) => sum + value, 0) / given.length;
	});
	const described = describeFrequencies(frequenciesOf(scores));
	const result = reliability(blockCovariance(items, block));
	const list = (values: readonly Measured[]): Computed => values.map(({ value }) => value);
	return {
		score_n: described.n,
		score_mean: described.mean,
		score_sd: described.sd,
		score_ci: interval(described.meanInterval),
		n_complete: result.n,
		dropped_items: result.dropped,
		k: result.items.length,
		alpha: result.alpha,
		alpha_ci: interval(result.alphaInterval),
		mean_interitem_r: result.meanInterItem,
		item_rest_r: list(result.itemRest),
		alpha_drop: list(result.alphaIfDropped),
		sem: result.standardError,
		omega_total: result.omega
	};
}

function pairedFields({ data }: CaseInput): Record<string, Computed> {
	const transitions = transitionsOf(answers(data.x1), answers(data.x2));
	const result = comparePaired(transitions);
	const { tTest, averageSd, signedRank } = result;
	const exact = mapMeasured(signedRank, () => exactSignedRank(differencesOf(transitions), Infinity)?.exact);
	return {
		n_pairs: result.pairs,
		mean_1: result.mean1,
		mean_2: result.mean2,
		mean_diff: result.meanDifference,
		n_up: result.up,
		n_down: result.down,
		n_same: result.same,
		dominance: mapMeasured(result.dominance, ({ difference }) => difference),
		dominance_ci: interval(result.dominance),
		sd_1: result.sd1,
		sd_2: result.sd2,
		sd_diff: result.sdDifference,
		r_12: result.correlation,
		t: tTest.t,
		df: tTest.df,
		p_t: tTest.p,
		ci_diff: interval(tTest.interval),
		d_z: tTest.dZ,
		d_z_ci: interval(tTest.dZInterval),
		d_av: averageSd.d,
		d_av_ci: interval(averageSd.interval),
		g_av: averageSd.g,
		z_pratt: field(signedRank, ({ z }) => z),
		p_pratt_asym: field(signedRank, ({ pNormal }) => pNormal),
		p_pratt_exact: field(exact, (ranks) => ranks && mapMeasured(ranks, (value) => value.exact)),
		p_pratt_midp: field(exact, (ranks) => ranks && mapMeasured(ranks, (value) => value.midP)),
		p_signedrank: field(signedRank, ({ p }) => p),
		rrb_pratt: field(signedRank, ({ rankBiserial }) => rankBiserial),
		Wp_pratt: field(signedRank, ({ positive }) => positive),
		Wm_pratt: field(signedRank, ({ negative }) => negative)
	};
}

function independentFields({ data }: CaseInput): Record<string, Computed> {
	const result = compareIndependent(frequenciesOf(answers(data.x1)), frequenciesOf(answers(data.x2)));
	const { welch, pooledSd, averageSd, mannWhitney, cliff } = result;
	return {
		n_1: result.n1,
		n_2: result.n2,
		mean_1: result.mean1,
		mean_2: result.mean2,
		mean_diff: result.meanDifference,
		sd_1: result.sd1,
		sd_2: result.sd2,
		t_welch: welch.t,
		df_welch: welch.df,
		p_welch: welch.p,
		ci_welch: interval(welch.interval),
		d_s: pooledSd.d,
		g_s: pooledSd.g,
		d_s_ci: interval(pooledSd.interval),
		d_av: averageSd.d,
		d_av_ci: interval(averageSd.interval),
		U2: field(mannWhitney, ({ u }) => u),
		p_mw_nocc: field(mannWhitney, ({ pNormal }) => pNormal),
		p_mw_exact: field(mannWhitney, ({ exact }) => exact && mapMeasured(exact, (value) => value.exact)),
		p_mw_midp: field(mannWhitney, ({ exact }) => exact && mapMeasured(exact, (value) => value.midP)),
		p_mannwhitney: field(mannWhitney, ({ p }) => p),
		cliff_delta: cliff.delta,
		cliff_var: cliff.variance,
		cliff_ci: interval(cliff.interval)
	};
}

function shareFields({ params }: CaseInput): Record<string, Computed> {
	const counts = [params.x_1, params.n_1, params.x_2, params.n_2].map(numberOf);
	const [s1 = 0, n1 = 0, s2 = 0, n2 = 0] = counts;
	const change = shareChange(s1, n1, s2, n2);
	return {
		p_1: mapMeasured(change, ({ share1 }) => share1),
		p_2: mapMeasured(change, ({ share2 }) => share2),
		diff: mapMeasured(change, ({ difference }) => difference),
		newcombe: interval(change),
		min_expected: field(change, ({ test }) => test.smallestExpected),
		chi2: field(change, ({ test }) => test.chiSquared),
		p_chi2: field(change, ({ test }) => test.pPearson),
		p_chi2_n1: field(change, ({ test }) => test.pNMinusOne),
		p_fisher: mapMeasured(change, () => fisherExact(s1, n1, s2, n2))
	};
}

function pairedShareFields({ params }: CaseInput): Record<string, Computed> {
	const cells = {
		both: numberOf(params.a_fav_fav),
		gained: numberOf(params.b_not_fav),
		lost: numberOf(params.c_fav_not),
		neither: numberOf(params.d_not_not)
	};
	const change = pairedShareChange(cells);
	return {
		n: cells.both + cells.gained + cells.lost + cells.neither,
		diff: mapMeasured(change, ({ difference }) => difference),
		bonett_price: interval(change),
		newcombe_paired: mapMeasured(change, ({ newcombe }) => pair(newcombe)),
		mcnemar_chi2: field(change, ({ mcNemar }) => mcNemar.chiSquared),
		p_mcnemar: field(change, ({ mcNemar }) => mcNemar.pNormal),
		p_exact: field(change, ({ mcNemar }) => mcNemar.exact),
		p_midp: field(change, ({ mcNemar }) => mcNemar.midP)
	};
}

function correlationFields({ data }: CaseInput): Record<string, Computed> {
	const x = answers(data.x);
	const y = answers(data.y);
	const ranked = spearman(x, y);
	const concordance = kendall(x, y);
	const linear = pearson(x, y);
	return {
		n: ranked.n,
		spearman: ranked.value,
		p_spearman: ranked.p,
		spearman_ci: interval(ranked.interval),
		kendall_b: concordance.value,
		p_kendall: concordance.p,
		kendall_ci: interval(concordance.interval),
		pearson: linear.value,
		p_pearson: linear.p,
		pearson_ci: interval(linear.interval)
	};
}

function agreementFields({ data }: CaseInput): Record<string, Computed> {
	const result = icc(rows(data.rows));
	return {
		n_subjects: result.subjects,
		n_raters: result.raters,
		msb: result.meanSquares?.subjects,
		msj: result.meanSquares?.raters,
		mse: result.meanSquares?.error,
		icc1: result.oneWay,
		icc2: result.absolute,
		icc3: result.consistency,
		icc1k: result.oneWayMean,
		icc2k: result.absoluteMean,
		icc3k: result.consistencyMean,
		icc2_ci: interval(result.absoluteInterval),
		icc3_ci: interval(result.consistencyInterval),
		icc2k_ci: interval(result.absoluteMeanInterval),
		bias: result.bias,
		loa: interval(result.limitsOfAgreement)
	};
}

function controlChartFields({ data }: CaseInput): Record<string, Computed> {
	const chart = xmr(answers(data.x));
	return {
		n: field(chart, ({ n }) => n),
		n_mr: field(chart, ({ movingRanges }) => movingRanges),
		center: field(chart, ({ centre }) => centre),
		mr_bar: field(chart, ({ meanMovingRange }) => meanMovingRange),
		sigma: field(chart, ({ sigma }) => sigma),
		ucl: field(chart, ({ upper }) => upper),
		lcl: field(chart, ({ lower }) => lower),
		mr_ucl: field(chart, ({ movingRangeUpper }) => movingRangeUpper),
		out: field(chart, ({ outside }) => outside),
		run8: field(chart, ({ runs }) => runs)
	};
}

function progressFields({ data }: CaseInput): Record<string, Computed> {
	const target = answers(data.target);
	const actual = answers(data.actual);
	const courses = answers(data.baseline).map((baseline, index) => ({
		baseline,
		target: target[index] ?? null,
		actual: actual[index] ?? null
	}));
	const group = groupProgress(courses);
	const reached = wilson(group.reached, group.n);
	return {
		progress: courses.map((course) => progress(course).value),
		n_complete: group.n,
		group_progress: group.progress,
		reached_n: group.reached,
		reached_wilson: reached ? pair(reached) : undefined
	};
}

function reliableChangeFields({ params, data }: CaseInput): Record<string, Computed> {
	const { n, sd1, changes } = reliableChanges(
		answers(data.x1),
		answers(data.x2),
		numberOf(params.reliability)
	);
	return {
		n,
		sd_1: sd1,
		sem: mapMeasured(changes, ({ measurementError }) => measurementError),
		sdiff: mapMeasured(changes, ({ differenceError }) => differenceError),
		min_reliable_change: mapMeasured(changes, ({ smallestReliable }) => smallestReliable),
		improved: mapMeasured(changes, ({ improved }) => improved),
		declined: mapMeasured(changes, ({ declined }) => declined),
		unchanged: mapMeasured(changes, ({ unchanged }) => unchanged),
		share_improved_wilson: field(changes, ({ improved }) => {
			const share = wilson(improved, n);
			return share && pair(share);
		}),
		rci: field(changes, ({ index }) => index.filter((value) => value !== null))
	};
}

function adjustmentFields({ params }: CaseInput): Record<string, Computed> {
	const p = answers(params.p);
	return { BH: benjaminiHochberg(p), holm: holm(p) };
}

/** Computes the fields of a case, by its type. */
export const STATISTIC_TYPES: Readonly<Record<string, (input: CaseInput) => Record<string, Computed>>> = {
	item: itemFields,
	scale: scaleFields,
	paired: pairedFields,
	indep: independentFields,
	prop_indep: shareFields,
	prop_paired: pairedShareFields,
	padjust: adjustmentFields,
	corr: correlationFields,
	icc: agreementFields,
	xmr: controlChartFields,
	progress: progressFields,
	rci: reliableChangeFields
};
