import type { AnswerState } from './answer';

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
}

/** An instrument's table: where its items and groups stand. Group kinds are `department`, `mentor`, `class` …; SQL column `group_<kind>`. */
export interface ResponseTable {
	instrument: string;
	kind: 'survey' | 'rating';
	table: string;
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
}

/** A problem met while answers were taken from a reading; same grammar as ReadingIssue, bound to a source. */
export interface DataIssue {
	source: number | null;
	code: string;
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
