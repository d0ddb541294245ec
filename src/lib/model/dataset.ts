import type { AnswerState } from './answer';
import type { Population } from './project';
import type { RowRole } from './reading';

/** A column of an engine table. Typed arrays carry their nulls in `valid` (1 = present); text carries null itself. */
export type TableColumn =
	| { name: string; type: 'tinyint'; values: Int8Array; valid: Uint8Array | null }
	| { name: string; type: 'integer'; values: Int32Array; valid: Uint8Array | null }
	| { name: string; type: 'double'; values: Float64Array; valid: Uint8Array | null }
	| { name: string; type: 'text'; values: (string | null)[] };

/** A finished table for the engine: columns of equal length, names as model.md says. */
export interface DataTable {
	name: string;
	rows: number;
	columns: TableColumn[];
}

/** What one answer column of an instrument is called in SQL, and which states occur beside it. */
export interface ItemColumn {
	item: string;
	column: string;
	/** Name of the state column, where a reason other than "not answered" occurs. */
	stateColumn: string | null;
	states: AnswerState[];
	/** Every answer is a whole number that fits a byte. */
	whole: boolean;
}

/** An instrument's table: where its items and groups stand. Group kinds are `department`, `mentor`, `class` …; SQL column `group_<kind>`. */
export interface ResponseTable {
	instrument: string;
	kind: 'survey' | 'rating';
	table: string;
	rows: number;
	items: ItemColumn[];
	groups: string[];
	/** True where respondents carry a code, so that waves can be matched. */
	matched: boolean;
}

/** Rows of one source by what became of them; adds up to the rows of the file. */
export interface SourceCount {
	source: number;
	sha256: string;
	name: string;
	inFile: number;
	imported: number;
	setAside: number;
	duplicates: number;
	/** Records per role as the reading judged them; `roles.imported` = imported + duplicates + the sum of `reasons`. */
	roles: Record<RowRole, number>;
	/** Data rows set aside while answers were taken, by issue code. */
	reasons: Partial<Record<DataIssueCode, number>>;
}

/** Codes of the problems met while answers are taken from readings; words come from the messages `mapping_issue_<code>`. */
export const DATA_ISSUE_CODES = [
	'unknown-label',
	'out-of-scale',
	'duplicate-responses',
	'outside-waves',
	'missing-date',
	'unreadable-date',
	'missing-wave',
	'wave-mismatch',
	'unmatched-person',
	'missing-person',
	'empty-response',
	'ragged-row',
	'answered-not-asked',
	'unknown-option',
	'unknown-kind',
	'unknown-level',
	'unknown-rater',
	'unknown-criterion',
	'unknown-mark',
	'unknown-audience',
	'unknown-measure',
	'unknown-status',
	'unreadable-month',
	'not-a-number',
	'typed-wins'
] as const;
export type DataIssueCode = (typeof DATA_ISSUE_CODES)[number];

/** A problem met while answers were taken from a reading; same grammar as ReadingIssue, bound to a source. */
export interface DataIssue {
	source: number | null;
	code: DataIssueCode;
	severity: 'note' | 'warn';
	count: number;
	places: { line: number; column?: number; name?: string; text?: string }[];
	params: Record<string, string | number>;
}

/** Everything the engine is filled with: finished tables, their schema, counts and problems. */
export interface Dataset {
	tables: DataTable[];
	responses: ResponseTable[];
	sources: SourceCount[];
	issues: DataIssue[];
	/** Eligible people by audience, wave and group: typed in the page, else from a file of populations (M1 coverage). */
	populations: Population[];
	/** Which of the optional tables hold rows. */
	present: {
		person: boolean;
		membership: boolean;
		attendance: boolean;
		achievement: boolean;
		activity: boolean;
		indicator: boolean;
	};
}
