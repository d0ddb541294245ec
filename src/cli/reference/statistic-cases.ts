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
import { wilson, wilsonFinitePopulation, type Interval } from '$lib/measures/statistics/intervals';
import { benjaminiHochberg, holm } from '$lib/measures/statistics/multiplicity';
import { groupProgress, progress } from '$lib/measures/statistics/progress';
import { blockCovariance, reliability } from '$lib/measures/statistics/reliability';
import { reliableChanges } from '$lib/measures/statistics/reliable-change';
import { isLevelCertain, levelOf, pomp } from '$lib/measures/statistics/scale-position';
import { defined, mapMeasured, undefinedBecause, type Measured } from '$lib/model/reasons';
import {
	answers,
	field,
	interval,
	numberOf,
	pair,
	rows,
	texts,
	type CaseInput,
	type Computed
} from './case-input';
import type { Expected } from './tolerance';
import { independentFields, pairedFields, pairedShareFields, shareFields } from './comparison-cases';

/** An interval in the kit's form, undefined where nobody answered. */
function orNoData(found: Interval | null): Measured<Expected> {
	return found ? defined(pair(found)) : undefinedBecause('no_data');
}

function itemFields({ params, data }: CaseInput): Record<string, Computed> {
	const scale = { low: numberOf(params, 'min'), high: numberOf(params, 'max') };
	const raw = answers(data, 'x');
	const given = raw.filter((value) => value !== null);
	const valid = given.filter((value) => value >= scale.low && value <= scale.high);
	const table = frequenciesOf(valid);
	const n = total(table);
	const favourableRule = { from: numberOf(params, 'fav_from') };
	const unfavourableRule = { to: numberOf(params, 'unfav_to') };
	const described = describeFrequencies(table);
	const share = favourable(table, favourableRule);
	const net = netScore(table, favourableRule, unfavourableRule);
	const position = mapMeasured(described.mean, (mean) => pomp(mean, scale));
	const positionInterval = mapMeasured(described.meanInterval, ({ low, high }) => ({
		low: pomp(low, scale),
		high: pomp(high, scale)
	}));
	const population = typeof params.population === 'number' ? params.population : null;
	const favourableCount = countMatching(table, favourableRule);
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
		fav_wilson_fpc:
			population === null ? undefined : orNoData(wilsonFinitePopulation(favourableCount, n, population)),
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
	const low = numberOf(params, 'min');
	const high = numberOf(params, 'max');
	const items = texts(params, 'items');
	const reversed = new Set(params.reversed === undefined ? [] : texts(params, 'reversed'));
	const block = rows(data, 'rows').map((row) =>
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

function correlationFields({ data }: CaseInput): Record<string, Computed> {
	const x = answers(data, 'x');
	const y = answers(data, 'y');
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
	const result = icc(rows(data, 'rows'));
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
	const points = answers(data, 'x');
	const { n, mean } = describeFrequencies(frequenciesOf(points));
	const chart = xmr(points);
	return {
		n,
		n_mr: chart.value?.movingRanges ?? 0,
		center: chart.value?.centre ?? mean,
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
	const target = answers(data, 'target');
	const actual = answers(data, 'actual');
	const courses = answers(data, 'baseline').map((baseline, index) => ({
		baseline,
		target: target[index] ?? null,
		actual: actual[index] ?? null
	}));
	const group = groupProgress(courses);
	return {
		progress: courses.map((course) => progress(course).value),
		n_complete: group.n,
		group_progress: group.progress,
		reached_n: group.reached,
		reached_wilson: orNoData(wilson(group.reached, group.n))
	};
}

function reliableChangeFields({ params, data }: CaseInput): Record<string, Computed> {
	const { n, sd1, changes } = reliableChanges(
		answers(data, 'x1'),
		answers(data, 'x2'),
		params.reliability === null ? NaN : numberOf(params, 'reliability')
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
		share_improved_wilson: field(changes, ({ improved }) => orNoData(wilson(improved, n))),
		rci: field(changes, ({ index }) => index.filter((value) => value !== null))
	};
}

function adjustmentFields({ params }: CaseInput): Record<string, Computed> {
	const p = answers(params, 'p');
	return { BH: benjaminiHochberg(p), holm: holm(p) };
}

/** Computes the fields of a case, by its type. */
export const STATISTIC_TYPES: ReadonlyMap<string, (input: CaseInput) => Record<string, Computed>> = new Map([
	['item', itemFields],
	['scale', scaleFields],
	['paired', pairedFields],
	['indep', independentFields],
	['prop_indep', shareFields],
	['prop_paired', pairedShareFields],
	['padjust', adjustmentFields],
	['corr', correlationFields],
	['icc', agreementFields],
	['xmr', controlChartFields],
	['progress', progressFields],
	['rci', reliableChangeFields]
]);
