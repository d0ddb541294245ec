import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Method } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Tally } from '../cube';
import { methodKey } from '$lib/model/methods';
import { bandOf, comparedMethods, methodOf, onMethodScale } from '../methods';
import { ends } from '../result-row';
import { sizeTags, type ResultList } from '../result-list';
import { display } from '../policy';
import { meanEnds } from '../satisfaction/mean';
import { pool, sumOf, type PooledAnswers } from '../satisfaction/pooled';
import { describeFrequencies, entriesOf } from '../statistics/frequencies';
import { wilson, type Interval } from '../statistics/intervals';
import { pomp } from '../statistics/scale-position';
import { blocksOf } from '../score-sets';
import type { SurveyView } from '../survey-view';

const POMP_SCALE = { low: 0, high: 100 };

type Dimensions = Partial<
	Pick<Result, 'audience' | 'instrument' | 'groupKind' | 'group' | 'against' | 'within'>
> & {
	wave: string;
};

/** How many people of a histogram of POMP scores are in each band of a method. */
export function bandCounts(scores: Tally, method: Method): Map<string, number> {
	const counts = new Map(method.bands.map(({ id }) => [id, 0]));
	for (const [score, n] of entriesOf(scores.answers)) {
		const band = bandOf(onMethodScale(score, method), method);
		counts.set(band, (counts.get(band) ?? 0) + n);
	}
	return counts;
}

/** У, people per band and block scores of a wave: under the instrument's method, and under every other that applies. */
export function coefficients(view: SurveyView, wave: string, results: ResultList): void {
	const own = methodOf(view.q.instrument, results.project);
	const items = view.asked(wave);
	if (items.length === 0) return;
	const dimensions = { ...view.dimensions, wave };
	const sum = sumOf(view, wave, items);
	const set = view.sets.of(view.scope, wave);
	for (const method of comparedMethods(view.q.instrument, results.project)) {
		const isOwn = methodKey(method) === methodKey(own);
		const scores = set === null ? null : isOwn ? view.scores(wave, set) : view.scoresUnder(method, wave, set);
		coefficient(view, method, isOwn, sum, view.returned(wave), spreadOf(scores), dimensions, results);
		if (scores) levelShares(view, method, isOwn, scores, dimensions, results);
	}
	for (const item of items) {
		const answers = view.answers(wave, item.id);
		const one = pool([item], () => answers);
		const mean = describeFrequencies(answers.answers).meanInterval.value;
		const spread = mean && { low: pomp(mean.low, item.scale), high: pomp(mean.high, item.scale) };
		coefficient(view, own, true, one, answers, spread, { ...dimensions, item: item.id }, results);
	}
	blockScores(view, wave, results);
}

/** У and the bands of every group of each kind, under the instrument's method. */
export function coefficientsByGroup(view: SurveyView, wave: string, results: ResultList): void {
	const method = methodOf(view.q.instrument, results.project);
	const set = view.sets.of(view.scope, wave);
	for (const groupKind of view.q.table.groups) {
		const answers = new Map(
			view.asked(wave).map((item) => [item.id, view.answersByGroup(wave, item.id, groupKind)])
		);
		const scored = set === null ? new Map<string, Tally>() : view.scoresByGroup(wave, set, groupKind);
		for (const [group, returned] of view.returnedByGroup(wave, groupKind)) {
			const dimensions = { ...view.dimensions, wave, groupKind, group };
			const sum = pool(view.asked(wave), ({ id }) => answers.get(id)?.get(group));
			const spread = spreadOf(scored.get(group) ?? null);
			coefficient(view, method, true, sum, returned, spread, dimensions, results);
		}
		for (const [group, scores] of scored) {
			levelShares(view, method, true, scores, { ...view.dimensions, wave, groupKind, group }, results);
		}
	}
}

/** The interval of the people's mean score in POMP, where there is one. */
function spreadOf(scores: Tally | null): Interval | null {
	return scores && describeFrequencies(scores.answers).meanInterval.value;
}

/** The band of a value; below ten people only where it is certain: both ends of the interval in the same band. */
function shownBand(value: number, method: Method, n: number, k: number, spread: Interval | null) {
	const band = bandOf(value, method);
	const unless = display({ what: 'item', n }, k).hide?.includes('level_badge_unless_certain') ?? false;
	const ends = spread ? [spread.low, spread.high] : [];
	const certain = ends.length > 0 && ends.every((end) => bandOf(onMethodScale(end, method), method) === band);
	return unless && !certain ? {} : { level: band };
}

function coefficient(
	view: SurveyView,
	method: Method,
	isOwn: boolean,
	sum: PooledAnswers,
	people: Tally,
	spread: Interval | null,
	dimensions: Dimensions & { item?: string },
	results: ResultList
): void {
	const value = sum.answers === 0 ? null : onMethodScale(sum.pomp / sum.answers, method);
	results.addGated(
		people.hidden || sum.hidden,
		{
			measure: 'coefficient_u',
			...dimensions,
			method: methodKey(method),
			value: value === null ? undefinedBecause('no_data') : defined(value),
			...(value === null ? {} : shownBand(value, method, people.n, view.k, spread)),
			n: people.n,
			...sizeTags(people.n, view.k)
		},
		isOwn
	);
}

/** People per band with Wilson intervals. */
export function levelShares(
	view: SurveyView,
	method: Method,
	isOwn: boolean,
	scores: Tally,
	dimensions: Dimensions,
	results: ResultList
): void {
	for (const [level, count] of bandCounts(scores, method)) {
		results.addGated(
			scores.hidden,
			{
				measure: 'level_share',
				...dimensions,
				method: methodKey(method),
				level,
				value: scores.n === 0 ? undefinedBecause('no_data') : defined((100 * count) / scores.n),
				...ends(wilson(count, scores.n), 100),
				count,
				n: scores.n,
				...sizeTags(scores.n, view.k)
			},
			isOwn
		);
	}
}

/** Mean score of each block, and of each module, over people who answered at least half of it. */
function blockScores(view: SurveyView, wave: string, results: ResultList): void {
	const modules = new Set(view.asked(wave).flatMap(({ module }) => (module === null ? [] : [module])));
	const parts = [
		...blocksOf(view.q).map((block) => ({
			set: view.sets.of({ kind: 'block', block }, wave),
			named: { block }
		})),
		...[...modules].map((module) => ({
			set: view.sets.of({ kind: 'module', module }, wave),
			named: { module }
		}))
	];
	for (const { set, named } of parts) {
		if (set === null) continue;
		const scores = view.scores(wave, set);
		const described = describeFrequencies(scores.answers);
		results.addGated(scores.hidden, {
			measure: 'block_score',
			...view.dimensions,
			...named,
			wave,
			value: described.mean,
			...meanEnds(described.meanInterval.value, scores.n, POMP_SCALE, view.k),
			n: scores.n,
			...sizeTags(scores.n, view.k)
		});
	}
}
