import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Method } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Tally } from '../cube';
import { levelShares } from '../coefficient/coefficient';
import { methodKey } from '$lib/model/methods';
import { bandOf, methodOf, onMethodScale } from '../methods';
import type { ResultList } from '../result-list';
import { entriesOf, SAME_VALUE, tabulate, type Frequencies } from '../statistics/frequencies';
import { splitChange } from '../statistics/stayers';
import type { SurveyView } from '../survey-view';
import { addJudged, independentChange, matchedChange } from './change';

/** Scores (POMP) from which a person is in the highest band of a method. */
export function highestRule(method: Method): { from: number } {
	const cut = method.cuts[method.cuts.length - 1] ?? method.low;
	const from = (100 * (cut - method.low)) / (method.high - method.low);
	return { from: method.closed === 'left' ? from : from + 2 * SAME_VALUE };
}

/** The name of a method's highest band. */
export function highestBand(method: Method): string {
	return method.bands[method.bands.length - 1]?.id ?? '';
}

/**
 * The headline quantity of criterion 1: share of respondents whose mean over the items comparable between the two waves
 * is in the highest band. Its course over every wave that asked those items alike, and its change. Null where no item
 * is comparable.
 */
export function headlineChange(
	view: SurveyView,
	wave: string,
	against: string,
	results: ResultList
): Result | null {
	const set = view.sets.comparable(view.scope, wave, against);
	if (set === null) return null;
	const method = methodOf(view.q.instrument, results.project);
	for (const other of view.sets.comparableWaves(view.scope, wave, against)) {
		const scores = view.scores(other, set);
		if (scores.n === 0) continue;
		levelShares(view, method, true, scores, { ...view.dimensions, wave: other, against }, results);
	}
	const rule = highestRule(method);
	const tags = view.sets.sets[set]?.items.some(({ scale }) => scale.provisional)
		? (['provisional'] as const)
		: [];
	const named = { wave, against, level: highestBand(method), method: methodKey(method) };
	const tallies: [Tally, Tally] = [view.scores(against, set), view.scores(wave, set)];
	const [independent] = addJudged(
		[independentChange(view, named, tallies, [rule, rule], [...tags])],
		results
	);
	if (!view.q.table.matched) return independent ?? null;
	const pairs = view.pairs(wave, against, set);
	const [matched] = addJudged([matchedChange(view, named, pairs, tallies, rule, [...tags])], results);
	whoChanged(view, wave, against, set, method, results);
	const byPairs = matched?.reason === undefined || independent?.reason !== undefined;
	return pairs.n > 0 && byPairs ? (matched ?? null) : (independent ?? null);
}

function inHighest(scores: Frequencies, method: Method): Frequencies {
	return tabulate(entriesOf(scores).map(([score, n]) => [Number(isHighest(score, method)), n] as const));
}

function isHighest(score: number, method: Method): boolean {
	return bandOf(onMethodScale(score, method), method) === highestBand(method);
}

/** The headline change split into those who stayed, left and joined; only for everyone, since groups change hands. */
function whoChanged(
	view: SurveyView,
	wave: string,
	against: string,
	set: number,
	method: Method,
	results: ResultList
): void {
	if (view.filter) return;
	const earlier = view.scores(against, set);
	const later = view.scores(wave, set);
	const pairs = view.pairs(wave, against, set);
	const matched = pairs.transitions.map(({ from, to, n }) => ({
		from: Number(isHighest(from, method)),
		to: Number(isHighest(to, method)),
		n
	}));
	const parts = splitChange(inHighest(earlier.answers, method), inHighest(later.answers, method), matched);
	const left = earlier.n - pairs.n;
	const joined = later.n - pairs.n;
	const people = { total: later.n, stayers: pairs.n, leavers: left, joiners: joined };
	const small = Object.values(people).some((n) => n > 0 && n < view.k);
	for (const level of ['total', 'stayers', 'leavers', 'joiners'] as const) {
		results.addGated(small || pairs.hidden || earlier.hidden || later.hidden, {
			measure: 'stayers_leavers_joiners',
			...view.dimensions,
			wave,
			against,
			level,
			value: parts.value ? defined(100 * parts.value[level]) : undefinedBecause('no_data'),
			n: people[level]
		});
	}
}
