import { defined, mapMeasured, undefinedBecause } from '$lib/model/reasons';
import type { Result, Tag } from '$lib/model/result';
import { versionIn, type AskedItem } from '../codebook';
import type { Tally } from '../cube';
import { ends, type ResultFields } from '../result-row';
import { sizeTags, type ResultList } from '../result-list';
import { describeFrequencies, entriesOf, favourable, netScore } from '../statistics/frequencies';
import { wilson } from '../statistics/intervals';
import { meanEnds } from './mean';
import type { SurveyView } from '../survey-view';
import { sumOf } from './pooled';

type Dimensions = Partial<
	Pick<Result, 'audience' | 'instrument' | 'item' | 'groupKind' | 'group' | 'within'>
> & {
	wave: string;
};

/** Distribution, favourable and unfavourable share, net score and mean of every item in every wave. */
export function satisfaction(view: SurveyView, wave: string, results: ResultList): void {
	const asked = view.asked(wave);
	const usual = medianOf(asked.map(({ id }) => view.answers(wave, id).n));
	for (const item of asked) {
		const answers = view.answers(wave, item.id);
		const few = answers.n < usual / 2 ? 'few_answers' : null;
		const dimensions = { ...view.dimensions, item: item.id, wave };
		distribution(item, answers, dimensions, results);
		shares(view, item, answers, dimensions, few, results);
	}
	choices(view, wave, results);
	notAsked(view, wave, results);
	pooled(view, wave, results);
}

/** Share of those who answered a multi-select item that chose each option (`level` is its number); shares may pass 100 % together. */
function choices(view: SurveyView, wave: string, results: ResultList): void {
	if (view.scope.kind !== 'all') return;
	for (const { id, columns } of view.q.choices) {
		const { answered, chosen } = view.choices(wave, id);
		if (answered.asked === 0) continue;
		columns.forEach((_, index) => {
			const count = chosen.get(index + 1) ?? 0;
			results.addGated(answered.hidden, {
				measure: 'option_share',
				...view.dimensions,
				item: id,
				wave,
				level: String(index + 1),
				value: answered.n === 0 ? undefinedBecause('no_data') : defined((100 * count) / answered.n),
				...ends(wilson(count, answered.n), 100),
				count,
				n: answered.n,
				...sizeTags(answered.n, view.k)
			});
		});
	}
}

/** Items of the questionnaire that this wave did not ask say so, lest they look unanswered. */
function notAsked(view: SurveyView, wave: string, results: ResultList): void {
	for (const item of view.q.instrument.items) {
		if (item.kind !== 'scale' || versionIn(item, wave)) continue;
		const value = undefinedBecause('not_asked');
		results.addGated(false, {
			measure: 'favourable',
			...view.dimensions,
			item: item.id,
			wave,
			value,
			n: null
		});
	}
}

/** Favourable share and mean of every item in every group of each kind. */
export function satisfactionByGroup(view: SurveyView, wave: string, results: ResultList): void {
	for (const groupKind of view.q.table.groups) {
		for (const item of view.asked(wave)) {
			for (const [group, answers] of view.answersByGroup(wave, item.id, groupKind)) {
				const dimensions = { ...view.dimensions, item: item.id, wave, groupKind, group };
				results.addGated(answers.hidden, favourableShare(view, item, answers, dimensions));
				results.addGated(answers.hidden, mean(view, item, answers, dimensions));
			}
		}
	}
}

function distribution(item: AskedItem, answers: Tally, dimensions: Dimensions, results: ResultList): void {
	const counts = new Map(entriesOf(answers.answers));
	const levels = new Set([...item.scale.levels, ...counts.keys()]);
	for (const level of levels) {
		const count = counts.get(level) ?? 0;
		results.addGated(answers.hidden, {
			measure: 'distribution',
			...dimensions,
			level: String(level),
			value: answers.n === 0 ? undefinedBecause('no_data') : defined((100 * count) / answers.n),
			count,
			n: answers.n
		});
	}
	for (const state of ['dont_know', 'not_applicable', 'not_answered', 'invalid']) {
		const count = answers.states.get(state) ?? 0;
		if (count === 0 && state !== 'not_answered') continue;
		results.addGated(answers.hidden, {
			measure: 'distribution',
			...dimensions,
			level: state,
			value: answers.asked === 0 ? undefinedBecause('no_data') : defined((100 * count) / answers.asked),
			count,
			n: answers.asked
		});
	}
}

function medianOf(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function provisional(item: AskedItem) {
	return item.scale.provisional ? 'provisional' : null;
}

function favourableShare(
	view: SurveyView,
	item: AskedItem,
	answers: Tally,
	dimensions: Dimensions,
	few: Tag | null = null
): ResultFields {
	return share('favourable', view, item, answers, dimensions, few);
}

function share(
	measure: 'favourable' | 'unfavourable',
	view: SurveyView,
	item: AskedItem,
	answers: Tally,
	dimensions: Dimensions,
	few: Tag | null
): ResultFields {
	const found = favourable(answers.answers, item.scale[measure]);
	return {
		measure,
		...dimensions,
		value: mapMeasured(found, ({ share }) => 100 * share),
		...ends(found.value, 100),
		...(found.value ? { count: found.value.count } : {}),
		n: answers.n,
		...sizeTags(answers.n, view.k, provisional(item), few)
	};
}

function mean(
	view: SurveyView,
	item: AskedItem,
	answers: Tally,
	dimensions: Dimensions,
	few: Tag | null = null
): ResultFields {
	const described = describeFrequencies(answers.answers);
	return {
		measure: 'mean',
		...dimensions,
		value: described.mean,
		...meanEnds(described.meanInterval.value, answers.n, item.scale, view.k),
		n: answers.n,
		...sizeTags(answers.n, view.k, provisional(item), few)
	};
}

function shares(
	view: SurveyView,
	item: AskedItem,
	answers: Tally,
	dimensions: Dimensions,
	few: Tag | null,
	results: ResultList
): void {
	const { hidden } = answers;
	results.addGated(hidden, favourableShare(view, item, answers, dimensions, few));
	results.addGated(hidden, share('unfavourable', view, item, answers, dimensions, few));
	const net = netScore(answers.answers, item.scale.favourable, item.scale.unfavourable);
	results.addGated(hidden, {
		measure: 'net',
		...dimensions,
		value: mapMeasured(net, ({ difference }) => 100 * difference),
		...ends(net.value, 100),
		n: answers.n,
		...sizeTags(answers.n, view.k, provisional(item), few)
	});
	results.addGated(hidden, mean(view, item, answers, dimensions, few));
}

/**
 * Favourable share of all answers of the instrument and of each block. One person gives many answers, so the interval
 * is Wilson's for the number of people: as wide as if each person's answers were all alike. It can still be too narrow
 * where people answered very unequal numbers of items, since then a few of them weigh more. n counts people.
 */
function pooled(view: SurveyView, wave: string, results: ResultList): void {
	const asked = view.asked(wave);
	const blocks = [...new Set(asked.flatMap(({ block }) => (block === null ? [] : [block])))];
	const returned = view.returned(wave);
	for (const block of [null, ...blocks]) {
		const items = asked.filter((item) => block === null || item.block === block);
		const sum = sumOf(view, wave, items);
		const share = sum.answers === 0 ? null : sum.favourable / sum.answers;
		results.addGated(returned.hidden || sum.hidden, {
			measure: 'favourable',
			...view.dimensions,
			...(block === null ? {} : { block }),
			wave,
			value: share === null ? undefinedBecause('no_data') : defined(100 * share),
			...ends(share === null ? null : wilson(share * returned.n, returned.n), 100),
			n: returned.n,
			...sizeTags(returned.n, view.k)
		});
	}
}
