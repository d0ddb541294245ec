/** How a reading ended: loaded, loaded with something to know, an answer is needed, refused. */
export type ReadingStatus = 'ok' | 'warn' | 'ask' | 'refuse';

/** `note` leaves the status `ok`; `warn` makes it at least `warn`. */
export type Severity = 'note' | 'warn';

/** A place in a file: physical line (1-based) and, where it is one cell, the 1-based column with its name and source text. */
export interface Place {
	line: number;
	column?: number;
	name?: string;
	text?: string;
}

/** Every problem the reading of a file can name; what is said of each stands in the messages as `import_<code>`. */
export type ReadingIssueCode =
	| 'encoding-detected'
	| 'encoding-unsure'
	| 'lost-letters'
	| 'mojibake'
	| 'mixed-encoding'
	| 'mixed-encoding-read'
	| 'encoding-mismatch'
	| 'encoding-unknown'
	| 'replacement-characters'
	| 'truncated-text'
	| 'lone-surrogates'
	| 'control-characters'
	| 'end-mark'
	| 'no-final-newline'
	| 'dialect-unsure'
	| 'unclosed-quote'
	| 'bad-quote'
	| 'swallowed-lines'
	| 'row-delimiter'
	| 'escape-style'
	| 'quote-style'
	| 'double-encoded'
	| 'ragged-rows'
	| 'decimal-comma-vs-delimiter'
	| 'empty-columns'
	| 'empty-rows'
	| 'preamble'
	| 'merged-header'
	| 'duplicate-headers'
	| 'empty-headers'
	| 'long-headers'
	| 'no-header'
	| 'numbering-row'
	| 'no-data'
	| 'empty-file'
	| 'totals-rows'
	| 'group-rows'
	| 'several-tables'
	| 'repeated-header'
	| 'exporter-google-forms'
	| 'exporter-microsoft-forms'
	| 'exporter-limesurvey'
	| 'exporter-kobotoolbox'
	| 'exporter-qualtrics'
	| 'exporter-surveymonkey'
	| 'exporter-kundelik'
	| 'preview-rows'
	| 'unfinished-rows'
	| 'masked-formulas'
	| 'excel-damage'
	| 'excel-errors'
	| 'ambiguous-dates'
	| 'missing-tokens'
	| 'out-of-range'
	| 'not-a-number'
	| 'mark-language'
	| 'homoglyphs'
	| 'unicode-normalised'
	| 'invisible-characters'
	| 'bidi-controls'
	| 'not-csv-xlsx'
	| 'not-csv-xls'
	| 'not-csv-ods'
	| 'not-csv-html'
	| 'not-csv-xml'
	| 'not-csv-archive'
	| 'not-csv-pdf'
	| 'not-csv-image'
	| 'not-csv-binary'
	| 'file-too-large'
	| 'several-sheets'
	| 'sheet-missing'
	| 'other-sheets'
	| 'hidden-rows'
	| 'hidden-columns'
	| 'hidden-sheet'
	| 'merged-cells'
	| 'uncomputed-formulas'
	| 'other-format'
	| 'encrypted-file'
	| 'damaged-workbook'
	| 'damaged-archive'
	| 'unpacked-too-large'
	| 'no-table-in-archive'
	| 'unpacked'
	| 'huge-field'
	| 'too-many-columns'
	| 'too-many-rows';

/** A problem found in a file. Words come from the messages by `code` and `params`; `places` holds at most the first five. */
export interface ReadingIssue {
	code: ReadingIssueCode;
	severity: Severity;
	count: number;
	line?: number;
	column?: number;
	places: Place[];
	params: Record<string, string | number>;
}

/** What one physical record of a file is. `imported` rows are the data; every other role is set aside and counted. */
export type RowRole =
	| 'header'
	| 'title'
	| 'blank'
	| 'total'
	| 'group'
	| 'repeated-header'
	| 'imported'
	| 'set-aside'
	| 'other-table';

/** Delimiter, quote and escape by which the text was cut; `quote` and `escape` are '' where the file has none. */
export interface Dialect {
	delimiter: string;
	quote: string;
	escape: string;
	newline: '\n' | '\r\n' | '\r' | 'mixed';
}

/** A record of the file before any judgement: physical line of its first character, and its cells as source text. */
export interface SourceRow {
	line: number;
	role: RowRole;
	cells: string[];
}

/** The exporter a file was recognised as, by signature. */
export type Exporter =
	| 'google-forms'
	| 'microsoft-forms'
	| 'limesurvey'
	| 'kobotoolbox'
	| 'qualtrics'
	| 'surveymonkey'
	| 'kundelik'
	| 'plain';

/**
 * The distinct texts of a column and, per row, which of them stands there. Code 0 is the empty text, be it in the file
 * or not; the others come in the order of their first row. `counts` and `first` (row) are aligned with `texts`.
 */
export interface CodedColumn {
	readonly texts: readonly string[];
	readonly counts: Uint32Array;
	readonly first: Uint32Array;
	readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/** The imported rows of a file, cells as source text. Rows and columns count from 0. */
export interface Cells {
	/** Number of imported rows. */
	readonly rows: number;
	/** Cells of the widest row, or names of the header where they are more. */
	readonly width: number;
	/** Text of a cell; undefined beyond the end of a ragged row. */
	text(row: number, column: number): string | undefined;
	/** Physical line of a row. */
	line(row: number): number;
	/** The cells of one row, as long as it stands in the file. */
	row(row: number): readonly string[];
	/** A column by its distinct texts; cells beyond the end of a row count as empty. */
	column(column: number): CodedColumn;
}

/** A sheet of a workbook: rows that hold anything, and whether the workbook hides it. */
export interface SheetInfo {
	name: string;
	rows: number;
	hidden: boolean;
}

/** The judged reading of one file (import.md, "What a reading returns"): best table, where every row stands, and what is to know. */
export interface Reading {
	file: string;
	status: ReadingStatus;
	encoding: string;
	dialect: Dialect | null;
	/** Sheets of a workbook in their order, and the one that was read; none where the file is text. */
	sheets: SheetInfo[];
	sheet: string | null;
	exporter: Exporter;
	/** Names of the columns after joining header rows; null where the file has no header. */
	header: string[] | null;
	/** Codes of the columns where the exporter writes them apart from the labels (Qualtrics), else null. */
	codes: string[] | null;
	cells: Cells;
	/** Imported rows whose number of cells is not the header's; left out of statistics until confirmed. */
	ragged: number[];
	/** Every record of the file that is not an imported row, in file order. */
	aside: SourceRow[];
	/** Rows per role; the sum is the number of records in the file. */
	counts: Record<RowRole, number>;
	issues: ReadingIssue[];
}

/** What a page is told of a reading: plain data that crosses to another thread; imported rows are asked for in parts. */
export interface ReadingView extends Omit<Reading, 'cells'> {
	/** Number of imported rows. */
	rows: number;
	width: number;
	/** The first imported rows. */
	head: readonly (readonly string[])[];
	/** The different texts of each column over all imported rows, each with the number of its rows, at most the first thousand. */
	distinct: readonly (readonly [text: string, rows: number][])[];
	/** How many imported rows stand in the file before each record of `aside`. */
	before: number[];
}

/** What a user may fix by hand before reading again; everything left out is found from the bytes. */
export interface ReadingOptions {
	encoding?: string;
	/** Sheet of a workbook by name. */
	sheet?: string;
	delimiter?: string;
	quote?: string;
	/** Roles by physical line, overriding the judgement. */
	roles?: Record<number, RowRole>;
	/** False where the user says the first row is data, true where it is the header. */
	hasHeader?: boolean;
	/** Issues whose treatment the user undid, by code. */
	undo?: string[];
	/** Refuse the recognised exporter. */
	plain?: boolean;
	/** What is put right only on the user's word; each is the code of the issue that offers it. */
	repair?: ('double-encoded' | 'mojibake' | 'decimal-comma-vs-delimiter' | 'mixed-encoding')[];
}
