import type { Rater } from './project';
import type { UndefinedReason } from './reasons';

/** Verdict on a change (measures.md M2), on a target (M3) and on growth (M4). */
export type Verdict =
	| 'rose'
	| 'fell'
	| 'no_clear_change'
	| 'practically_unchanged'
	| 'cannot_be_judged'
	| 'reached_certain'
	| 'reached_uncertain'
	| 'not_reached_uncertain'
	| 'not_reached'
	| 'reached'
	| 'no_data'
	| 'hidden'
	| 'reliable_growth'
	| 'within_uncertainty'
	| 'reliable_decline';

export type Unit = 'percent' | 'points' | 'scale' | 'score' | 'count' | 'ratio' | 'hours' | 'coefficient';

/** How many digits of knowledge the display policy allows a result (policy.json). */
export type Tag =
	| 'counts_only'
	| 'small_group'
	| 'provisional'
	| 'rescaled'
	| 'published'
	| 'grey'
	| 'check_reversed'
	| 'low_coverage'
	| 'few_answers'
	| 'hours_missing'
	| 'sealed_late'
	| 'calculated'
	| 'trial_limits'
	| 'everyone_answered';

/** A flat result row (model.md, "Results"): what every page, figure, export and `evaluate --json` speaks of. Shares are in percent 0–100. */
export interface Result {
	/** Stable key: the dimensions below joined; addresses the row in URLs and in "how do we know". */
	id: string;
	measure: string;
	version: number;
	method?: string;
	criterion: 1 | 2 | 3 | 4;
	audience?: string;
	instrument?: string;
	item?: string;
	block?: string;
	module?: number;
	stage: string;
	wave: string;
	against?: string;
	groupKind?: string;
	group?: string;
	person?: string;
	rater?: Rater;
	/** Answer level (distribution), band (level_share), or event level (participation). */
	level?: string;
	kind?: string;
	indicator?: string;
	value: number | null;
	reason?: UndefinedReason;
	low?: number;
	high?: number;
	n: number | null;
	nPairs?: number;
	/** Count behind a share: `count` of `n`. */
	count?: number;
	up?: number;
	down?: number;
	same?: number;
	p?: number;
	q?: number;
	/** Of a change: Hedges' g on the average standard deviation, Bonett's interval of d, and p of the rank test. */
	effect?: number;
	effectLow?: number;
	effectHigh?: number;
	pRank?: number;
	baseline?: number;
	target?: number;
	/** Upper end of a target to stay between two values; `target` is the lower one. */
	targetTo?: number;
	unit: Unit;
	status?: Verdict;
	verdict?: Verdict;
	tags?: Tag[];
	source?: string;
	/** What the reader narrowed the whole evaluation to; absent where it is about everyone and everything. */
	within?: { groups: Record<string, string>; module: number | null };
}

/** How a number is known: the definition it follows, the statement it came from, and the statement that lists its rows. */
export interface Evidence {
	measure: string;
	sql: string;
	/** Lists `source`, `line` and the answer alone; null where rows may not be opened (suppressed). */
	rowsSql: string | null;
	instrument?: string;
	item?: string;
}
