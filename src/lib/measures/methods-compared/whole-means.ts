import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import type { AskedItem } from '../codebook';
import { sizeTags, type ResultList } from '../result-list';
import { meanEnds } from '../satisfaction/mean';
import { sumOf, type PooledAnswers } from '../satisfaction/pooled';
import { describeFrequencies } from '../statistics/frequencies';
import type { SurveyView } from '../survey-view';

const POMP_SCALE = { low: 0, high: 100 };

/** The mean of all answers on the scale that every item shares; where items have different ends there is no such scale. */
function commonMean(items: readonly AskedItem[], { answers, pomp }: PooledAnswers): Measured {
	const [first] = items;
	if (!first || answers === 0) return undefinedBecause('no_data');
	const { low, high } = first.scale;
	const shared = items.every(({ scale }) => scale.low === low && scale.high === high);
	return shared
		? defined(low + ((high - low) * pomp) / answers / POMP_SCALE.high)
		: undefinedBecause('not_comparable');
}

/** The whole questionnaire of a wave without bands: mean of all answers, and mean of the people's POMP scores. n counts people. */
export function wholeMeans(view: SurveyView, wave: string, results: ResultList): void {
	const items = view.asked(wave);
	const set = view.sets.of(view.scope, wave);
	if (items.length === 0 || set === null) return;
	const sum = sumOf(view, wave, items);
	const returned = view.returned(wave);
	results.addGated(returned.hidden || sum.hidden, {
		measure: 'mean',
		...view.dimensions,
		wave,
		value: commonMean(items, sum),
		n: returned.n,
		...sizeTags(returned.n, view.k)
	});
	const scores = view.scores(wave, set);
	const described = describeFrequencies(scores.answers);
	results.addGated(scores.hidden, {
		measure: 'block_score',
		...view.dimensions,
		wave,
		value: described.mean,
		...meanEnds(described.meanInterval.value, scores.n, POMP_SCALE, view.k),
		n: scores.n,
		...sizeTags(scores.n, view.k)
	});
}
