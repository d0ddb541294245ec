import type { Audience, Item } from './project';
import type { Result, Verdict } from './result';
import type { Selection } from './selection';
import type { Words } from './words';

/** What happened to an item between the waves being compared (comparability ledger, M2). */
export type Comparability = 'identical' | 'rescaled' | 'reworded' | 'new' | 'dropped' | 'other_audience';

export interface LedgerLine {
	instrument: string;
	item: string;
	comparability: Comparability;
}

/** What the change of an item means for its comparison. */
export type LedgerEffect =
	| 'compared'
	| 'pomp_and_favourable'
	| 'pomp'
	| 'no_difference_reworded'
	| 'no_earlier'
	| 'no_later'
	| 'other_audience';

/** A line of the ledger with what was asked then and now; null where the item was not asked. */
export interface LedgerEntry extends LedgerLine {
	wave: string;
	against: string;
	earlier: Item['versions'][number] | null;
	later: Item['versions'][number] | null;
	effect: LedgerEffect;
	/** Whom the other wave asked, where it asked another audience. */
	askedOf: Audience | null;
}

/** One of the four criteria: verdict in words, headline number, cautions. The chart is drawn from `results`. */
export interface Criterion {
	criterion: 1 | 2 | 3 | 4;
	verdict: Verdict | 'k_of_m' | 'level_low' | 'level_medium' | 'level_high' | 'growth_counts' | 'no_data';
	/** The finding as one sentence. */
	text: Words;
	/** The headline result, null where the criterion cannot be judged (then `text` says why and what to add). */
	headline: Result | null;
	/** Headline number's second line: interval, n, who moved. */
	detail: Words[];
	cautions: Words[];
}

/** The evaluation of a selection: four criteria, one sentence for the whole, and every result row. */
export interface Evaluation {
	selection: Selection;
	wave: string | null;
	against: string | null;
	summary: Words;
	criteria: [Criterion, Criterion, Criterion, Criterion];
	results: Result[];
	ledger: LedgerLine[];
	/** The chosen group is one that no staff belong to, as a class: nothing is told about staff. */
	staffLeftOut: boolean;
	/** Ids of results: largest clear changes up and down. */
	changed: { up: string[]; down: string[] };
	/** Who was not reached, and what cannot be judged yet with how to add it. */
	notReached: Words[];
	unjudged: Words[];
	comparisons: number;
}
