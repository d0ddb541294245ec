import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import type { Comparability, LedgerLine } from '$lib/model/evaluation';
import type { Result, Tag } from '$lib/model/result';
import type { AskedItem } from '../codebook';
import { display } from '../policy';
import { ends, type ResultFields } from '../result-row';
import type { ResultList } from '../result-list';
import { compareIndependent, independentEffects, shareChange } from '../statistics/independent';
import type { DifferenceInterval } from '../statistics/intervals';
import { benjaminiHochberg } from '../statistics/multiplicity';
import { pairedEffects, pairedShareChange, type Transition } from '../statistics/paired';
import {
	countMatching,
	entriesOf,
	matchesRule,
	roundForRanking,
	tabulate,
	type LevelRule
} from '../statistics/frequencies';
import { pomp } from '../statistics/scale-position';
import type { Pairs, SurveyView } from '../survey-view';
import type { Tally } from '../cube';
import { complementAllowed } from '../suppression/suppress-table';
import { changeVerdict } from './verdict';

/** A change before its q is known. */
interface Change {
	fields: ResultFields;
	hidden: boolean;
	/** What the verdict's n is: the smaller wave, or the pairs. */
	judgedN: number;
	p: number | null;
	unjudgeable: boolean;
}

type Named = { wave: string; against: string } & Partial<Pick<Result, 'item' | 'level' | 'method'>>;

function sizeTag(tag: Tag | undefined, more: (Tag | null)[]): Pick<Result, 'tags'> {
	const tags = [tag, ...more].filter((one): one is Tag => one !== null && one !== undefined);
	return tags.length === 0 ? {} : { tags };
}

function points(change: DifferenceInterval | null): Pick<ResultFields, 'value' | 'low' | 'high'> {
	if (!change) return { value: undefinedBecause('no_data') };
	return { value: defined(100 * change.difference), ...ends(change, 100) };
}

/** The effect size of the answers' means and p of the rank test, as details beside the change of shares. */
function effects({ effect, rankP }: ReturnType<typeof pairedEffects>) {
	const g = effect?.g.value ?? null;
	const interval = effect?.interval.value;
	return {
		...(g === null ? {} : { effect: g }),
		...(g === null || !interval ? {} : { effectLow: interval.low, effectHigh: interval.high }),
		...(rankP === null ? {} : { pRank: rankP })
	};
}

/** Change of a favourable share between waves of different or unmatched people. */
export function independentChange(
	view: SurveyView,
	named: Named,
	[earlier, later]: [Tally, Tally],
	[earlierRule, laterRule]: [LevelRule, LevelRule],
	tags: (Tag | null)[] = []
): Change {
	const s1 = countMatching(earlier.answers, earlierRule);
	const s2 = countMatching(later.answers, laterRule);
	const change = shareChange(s1, earlier.n, s2, later.n);
	const judgedN = Math.min(earlier.n, later.n);
	const shown = display({ what: 'indep', n1: earlier.n, n2: later.n }, view.k);
	return {
		fields: {
			measure: 'change_favourable',
			...view.dimensions,
			...named,
			...points(change.value),
			...(earlier.n === 0 ? {} : { baseline: (100 * s1) / earlier.n }),
			n: judgedN,
			count: s2,
			...(shown.test === true ? effects(independentEffects(earlier.answers, later.answers)) : {}),
			...sizeTag(shown.tag, tags)
		},
		hidden: earlier.hidden || later.hidden,
		judgedN,
		p: change.value?.test.p.value ?? null,
		unjudgeable: tags.includes('provisional')
	};
}

/** How many of the matched people went up, went down, stayed. */
export function directions(transitions: readonly Transition[]): Record<'up' | 'down' | 'same', number> {
	const moved = { up: 0, down: 0, same: 0 };
	for (const { from, to, n } of transitions) {
		const difference = roundForRanking(to) - roundForRanking(from);
		moved[difference > 0 ? 'up' : difference < 0 ? 'down' : 'same'] += n;
	}
	return moved;
}

/**
 * Change of a favourable share among the same people, with who went up, down and stayed. Hidden where 1…k−1 answered only
 * once: both waves are shown beside it, and those few would follow by subtraction.
 */
export function matchedChange(
	view: SurveyView,
	named: Named,
	{ transitions, n, hidden }: Pairs,
	everyone: [Tally, Tally],
	rule: LevelRule,
	tags: (Tag | null)[] = []
): Change {
	const cells = { both: 0, gained: 0, lost: 0, neither: 0 };
	for (const { from, to, n } of transitions) {
		const was = matchesRule(from, rule);
		cells[matchesRule(to, rule) ? (was ? 'both' : 'gained') : was ? 'lost' : 'neither'] += n;
	}
	const change = pairedShareChange(cells);
	const shown = display({ what: 'paired', pairs: n }, view.k);
	const interval = shown.show !== 'up_down_same_only';
	const found = points(change.value);
	const fewOnlyOnce = everyone.some((tally) => !complementAllowed(n, tally.n, view.k));
	return {
		fields: {
			measure: 'change_matched',
			...view.dimensions,
			...named,
			...(interval ? found : { value: found.value }),
			...(n > 0 ? { baseline: (100 * (cells.both + cells.lost)) / n, count: cells.both + cells.gained } : {}),
			n,
			nPairs: n,
			...directions(transitions),
			...(shown.test === true ? effects(pairedEffects(transitions)) : {}),
			...sizeTag(shown.tag, tags)
		},
		hidden: hidden || fewOnlyOnce || everyone.some((tally) => tally.hidden),
		judgedN: n,
		p: shown.test === false ? null : (change.value?.mcNemar.midP.value ?? null),
		unjudgeable: tags.includes('provisional')
	};
}

/** Adds the changes of one comparison: q over all its tests, then the verdicts. Returns the rows in order. */
export function addJudged(changes: readonly Change[], results: ResultList): Result[] {
	const q = benjaminiHochberg(changes.map(({ p, hidden }) => (hidden ? null : p)));
	return changes.map(({ fields, hidden, judgedN, p, unjudgeable }, index) => {
		const adjusted = q[index] ?? null;
		const { low, high } = fields;
		const interval = low === undefined || high === undefined ? null : { low, high };
		return results.addGated(hidden, {
			...fields,
			...(p === null ? {} : { p }),
			...(adjusted === null ? {} : { q: adjusted }),
			verdict: changeVerdict({ hidden, n: judgedN, interval, q: adjusted, unjudgeable })
		});
	});
}

function ofAsked(view: SurveyView, wave: string): Map<string, AskedItem> {
	return new Map(view.asked(wave).map((item) => [item.id, item]));
}

/** Item changes of a questionnaire between two waves: independent for all, matched beside where people carry codes. */
export function itemChanges(
	view: SurveyView,
	wave: string,
	against: string,
	ledger: readonly LedgerLine[],
	results: ResultList
): Result[] {
	const laterItems = ofAsked(view, wave);
	const earlierItems = ofAsked(view, against);
	const independent: Change[] = [];
	const matched: Change[] = [];
	for (const { instrument, item, comparability } of ledger) {
		const later = laterItems.get(item);
		const earlier = earlierItems.get(item);
		if (instrument !== view.q.instrument.id) continue;
		const named = { wave, against, item };
		if (later && earlier && comparability === 'rescaled') rescaledMean(view, named, earlier, later, results);
		if (!later || !earlier || !isComparable(comparability, earlier, later)) {
			notComparable(view, named, comparability, results);
			continue;
		}
		const tags: (Tag | null)[] = [
			later.scale.provisional || earlier.scale.provisional ? 'provisional' : null,
			comparability === 'rescaled' ? 'rescaled' : null
		];
		const tallies: [Tally, Tally] = [view.answers(against, item), view.answers(wave, item)];
		independent.push(
			independentChange(view, named, tallies, [earlier.scale.favourable, later.scale.favourable], tags)
		);
		if (view.q.table.matched && comparability === 'identical') {
			matched.push(
				matchedChange(view, named, view.pairs(wave, against, item), tallies, later.scale.favourable, tags)
			);
		}
	}
	const judged = addJudged(independent, results);
	const judgedPairs = addJudged(matched, results);
	return isMostlyShown(matched) ? judgedPairs : judged;
}

/** Whether most items can be compared person by person; a comparison is told by pairs or by waves, not by a mixture. */
function isMostlyShown(matched: readonly Change[]): boolean {
	return 2 * matched.filter(({ judgedN, hidden }) => judgedN > 0 && !hidden).length > matched.length;
}

/** A rescaled item is comparable by its favourable share only where both scales declare which levels those are. */
function isComparable(comparability: Comparability, earlier: AskedItem, later: AskedItem): boolean {
	return (
		comparability === 'identical' ||
		(comparability === 'rescaled' && earlier.scale.declared && later.scale.declared)
	);
}

function notComparable(
	view: SurveyView,
	named: Named,
	comparability: Comparability,
	results: ResultList
): void {
	const reason =
		comparability === 'reworded' || comparability === 'rescaled' ? 'not_comparable' : 'not_asked';
	const value: Measured = undefinedBecause(reason);
	results.addGated(false, {
		measure: view.q.table.matched ? 'change_matched' : 'change_favourable',
		...view.dimensions,
		...named,
		value,
		n: null,
		verdict: 'cannot_be_judged'
	});
}

/** The change of a rescaled item's mean, both waves in POMP by their own scale's ends (Welch). */
function rescaledMean(
	view: SurveyView,
	named: Named & { item: string; against: string },
	earlier: AskedItem,
	later: AskedItem,
	results: ResultList
): void {
	const inPomp = (tally: Tally, { scale }: AskedItem) =>
		tabulate(entriesOf(tally.answers).map(([value, n]) => [pomp(value, scale), n] as const));
	const before = view.answers(named.against, named.item);
	const after = view.answers(named.wave, named.item);
	const { meanDifference, welch, mean1, n1, n2 } = compareIndependent(
		inPomp(before, earlier),
		inPomp(after, later)
	);
	const hidden = before.hidden || after.hidden;
	const n = Math.min(n1, n2);
	const interval = welch.interval.value;
	const p = welch.p.value;
	results.addGated(hidden, {
		measure: 'change_mean',
		...view.dimensions,
		...named,
		unit: 'score',
		value: meanDifference,
		...ends(interval),
		...(mean1.value === null ? {} : { baseline: mean1.value }),
		...(p === null ? {} : { p, q: p }),
		n,
		verdict: changeVerdict({
			hidden,
			n,
			interval,
			q: p,
			unjudgeable: later.scale.provisional || earlier.scale.provisional
		}),
		tags: ['rescaled']
	});
}
