import type { Place, ReadingIssue, ReadingIssueCode, ReadingStatus } from '$lib/model/reading';

/**
 * Every code a reading can carry, with the status it leads to by default: `ok` is a note, the rest are warnings.
 * The words stand in the messages as `import_<code>`.
 */
export const ISSUE_LEVELS: Record<ReadingIssueCode, ReadingStatus> = {
	'encoding-detected': 'ok',
	'encoding-unsure': 'ask',
	'lost-letters': 'warn',
	mojibake: 'ask',
	'mixed-encoding': 'refuse',
	'mixed-encoding-read': 'warn',
	'encoding-mismatch': 'refuse',
	'encoding-unknown': 'refuse',
	'replacement-characters': 'warn',
	'truncated-text': 'warn',
	'lone-surrogates': 'warn',
	'control-characters': 'warn',
	'end-mark': 'ok',
	'no-final-newline': 'ok',
	'dialect-unsure': 'ask',
	'unclosed-quote': 'warn',
	'bad-quote': 'warn',
	'swallowed-lines': 'warn',
	'row-delimiter': 'warn',
	'escape-style': 'warn',
	'quote-style': 'ok',
	'double-encoded': 'ask',
	'ragged-rows': 'warn',
	'decimal-comma-vs-delimiter': 'refuse',
	'empty-columns': 'ok',
	'empty-rows': 'ok',
	preamble: 'warn',
	'merged-header': 'warn',
	'duplicate-headers': 'warn',
	'empty-headers': 'warn',
	'long-headers': 'warn',
	'no-header': 'ask',
	'numbering-row': 'warn',
	'no-data': 'refuse',
	'empty-file': 'refuse',
	'totals-rows': 'warn',
	'group-rows': 'warn',
	'several-tables': 'ask',
	'repeated-header': 'warn',
	'exporter-google-forms': 'ok',
	'exporter-microsoft-forms': 'ok',
	'exporter-limesurvey': 'ok',
	'exporter-kobotoolbox': 'ok',
	'exporter-qualtrics': 'ok',
	'exporter-surveymonkey': 'ok',
	'exporter-kundelik': 'ok',
	'preview-rows': 'warn',
	'unfinished-rows': 'ok',
	'masked-formulas': 'ok',
	'excel-damage': 'warn',
	'excel-errors': 'warn',
	'ambiguous-dates': 'ask',
	'missing-tokens': 'ok',
	'out-of-range': 'warn',
	'not-a-number': 'warn',
	'mark-language': 'ask',
	homoglyphs: 'ok',
	'unicode-normalised': 'ok',
	'invisible-characters': 'ok',
	'bidi-controls': 'warn',
	'not-csv-xlsx': 'refuse',
	'not-csv-xls': 'refuse',
	'not-csv-ods': 'refuse',
	'not-csv-html': 'refuse',
	'not-csv-xml': 'refuse',
	'not-csv-archive': 'refuse',
	'not-csv-pdf': 'refuse',
	'not-csv-image': 'refuse',
	'not-csv-binary': 'refuse',
	'file-too-large': 'refuse',
	'several-sheets': 'ask',
	'sheet-missing': 'ask',
	'other-sheets': 'ok',
	'hidden-rows': 'warn',
	'hidden-columns': 'warn',
	'hidden-sheet': 'warn',
	'merged-cells': 'warn',
	'uncomputed-formulas': 'warn',
	'other-format': 'ok',
	'encrypted-file': 'refuse',
	'damaged-workbook': 'refuse',
	'damaged-archive': 'refuse',
	'unpacked-too-large': 'refuse',
	'no-table-in-archive': 'refuse',
	unpacked: 'ok',
	'huge-field': 'warn',
	'too-many-columns': 'refuse',
	'too-many-rows': 'refuse'
};

const RANK: Record<ReadingStatus, number> = { ok: 0, warn: 1, ask: 2, refuse: 3 };
const PLACES_KEPT = 5;
const SHOWN_CHARACTERS = 200;

/** What is known of a problem when it is found; `level` overrides the usual status of the code. */
export interface Finding {
	count?: number;
	places?: Place[];
	params?: Record<string, string | number>;
	level?: ReadingStatus;
}

function shortened(place: Place): Place {
	const { text, name } = place;
	const short = { ...place };
	if (text !== undefined && text.length > SHOWN_CHARACTERS)
		short.text = `${text.slice(0, SHOWN_CHARACTERS)}…`;
	if (name !== undefined && name.length > SHOWN_CHARACTERS)
		short.name = `${name.slice(0, SHOWN_CHARACTERS)}…`;
	return short;
}

/** Collects issues in the order they are found, and the status they amount to; codes in `undone` are not taken up. */
export class IssueList {
	readonly issues: ReadingIssue[] = [];
	status: ReadingStatus = 'ok';
	readonly #undone: ReadonlySet<string>;

	constructor(undone: readonly string[] = []) {
		this.#undone = new Set(undone);
	}

	/** True where the user undid what is done about this code. */
	isUndone(code: ReadingIssueCode): boolean {
		return this.#undone.has(code);
	}

	add(code: ReadingIssueCode, finding: Finding = {}): void {
		if (this.isUndone(code)) return;
		const level = finding.level ?? ISSUE_LEVELS[code];
		if (RANK[level] > RANK[this.status]) this.status = level;
		const places = (finding.places ?? []).slice(0, PLACES_KEPT).map(shortened);
		const count = finding.count ?? 1;
		const first = places[0];
		const issue: ReadingIssue = {
			code,
			severity: level === 'ok' ? 'note' : 'warn',
			count,
			places,
			params: { ...finding.params }
		};
		if (first !== undefined) {
			issue.line = first.line;
			if (first.column !== undefined) issue.column = first.column;
		}
		this.issues.push(issue);
	}

	has(code: ReadingIssueCode): boolean {
		return this.issues.some((issue) => issue.code === code);
	}
}
