import type { Cells, Reading, ReadingOptions } from '$lib/model/reading';
import { rowJudge } from './body';
import { CodedCells, rowsOf } from './cells';
import { ColumnScan, type CodedScan } from './coded-scan';
import { judgeNames } from './columns';
import { utf16ByPattern } from './decode';
import { HEAD_CHARACTERS, rankByHead } from './dialect';
import { IssueList } from './issues';
import { LIMITS } from './limits';
import { noRows } from './no-rows';
import { observeTable } from './observe/observe-table';
import type { InParts } from './parts';
import { readRecord, type Cut } from './record';
import { isBlank, usedWidth } from './row-evidence';
import { isTotalLabel } from './row-words';
import { emptyCounts, judgeHead } from './table';
import type { FileRecord } from './tokenise';

/** A character of UTF-16 takes at most three bytes of UTF-8; the rest is room for a record that runs over the head. */
const HEAD_BYTES = 4 * HEAD_CHARACTERS;
/** More rows than the judgement of a head looks at. */
const HEAD_ROWS = 500;
const FIRST_CHARACTERS = 4096;
const SPACES: ReadonlySet<number> = new Set([9, 10, 13]);
const END_MARK = 0x1a;
const QUOTE = '"';
const LF = 10;
const WORDS_PER_PASSAGE = 10_000;
/** Bytes cut between two turns, some hundredths of a second. */
const BYTES_PER_PART = 8 << 20;
/** Share of a reading's time that is done once the bytes are cut, the columns made, and the rows judged. */
const DONE = { cut: 0.7, columns: 0.8, rows: 0.85 };

/** Nothing is decided by hand that the judgement of a clean file could not find by itself. */
function isUndecided({ encoding, roles, undo, repair, plain, ...fixed }: ReadingOptions): boolean {
	return (
		(encoding === undefined || encoding.toLowerCase() === 'utf-8') &&
		Object.keys(roles ?? {}).length === 0 &&
		(undo ?? []).length === 0 &&
		(repair ?? []).length === 0 &&
		!plain &&
		Object.values(fixed).every((value) => value === undefined)
	);
}

function beginsWithControls(text: string): boolean {
	for (let i = 0; i < Math.min(text.length, FIRST_CHARACTERS); i += 1) {
		const code = text.charCodeAt(i);
		if (code < 32 && !SPACES.has(code)) return true;
	}
	return false;
}

/** The text the file begins with; null where it is no UTF-8, or may be something else than a table of text. */
function headText(bytes: Uint8Array, start: number): string | null {
	if (bytes.at(-1) === END_MARK || (start === 0 && utf16ByPattern(bytes) !== null)) return null;
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	try {
		const stream = start + HEAD_BYTES < bytes.length;
		const text = decoder.decode(bytes.subarray(start, start + HEAD_BYTES), { stream });
		return /^sep=/i.test(text) || beginsWithControls(text) ? null : text;
	} catch {
		return null;
	}
}

/** How the file is cut, by its head, and its first record. */
interface CleanHead {
	cut: Cut;
	names: string[];
	quotedNames: boolean;
	crlf: boolean;
	/** Characters of the first record with its line end. */
	characters: number;
}

/** Null where the cut, or whether the first record is one line of names, is in any doubt. */
function cleanHead(text: string): CleanHead | null {
	const { best } = rankByHead(text);
	if (!best || best.rival !== null || best.width > LIMITS.columns) return null;
	const { cut, width } = best;
	const { recovered, strayQuotes, multiline } = best.scan;
	if (recovered.size > 0 || strayQuotes.size > 0 || multiline.length > 0) return null;
	if (cut.delimiter.length !== 1 || cut.delimiter === ' ') return null;
	if (cut.quote !== QUOTE || cut.escape !== QUOTE) return null;
	const { cells, end, fault } = readRecord(text, 0, cut, 'strict');
	const crlf = text.startsWith('\r\n', end);
	if (fault !== 'none' || !(crlf || text.startsWith('\n', end))) return null;
	if (cells.length !== width || isBlank(cells.at(-1))) return null;
	const quotedNames = text.slice(0, end).includes(QUOTE);
	return { cut, names: cells, quotedNames, crlf, characters: end + (crlf ? 2 : 1) };
}

/** Per row, in how many columns its text passes the test; each distinct text is tested once. */
function passing(cells: Cells, test: (text: string, column: number) => boolean): Uint16Array {
	const found = new Uint16Array(cells.rows);
	let everywhere = 0;
	for (let column = 0; column < cells.width; column += 1) {
		const { texts, counts, codes } = cells.column(column);
		const passes = Uint8Array.from(texts, (text) => (test(text, column) ? 1 : 0));
		const rows = passes.reduce((sum, pass, code) => sum + pass * (counts[code] ?? 0), 0);
		if (rows === 0) continue;
		if (rows === cells.rows) {
			everywhere += 1;
			continue;
		}
		for (let row = 0; row < codes.length; row += 1) {
			found[row] = (found[row] as number) + (passes[codes[row] as number] as number);
		}
	}
	return everywhere === 0 ? found : found.map((count) => count + everywhere);
}

/**
 * True where every row is one of answers. The dictionaries show which rows may be something else; those alone are
 * judged, by the judgement that every file has.
 */
function areAnswers(cells: Cells, names: string[], records: readonly FileRecord[]): boolean {
	const { width } = cells;
	const judge = rowJudge(records, { header: names, headerRows: [names], width });
	const filled = passing(cells, (text) => !isBlank(text));
	if (judge.isEnd(cells.row(cells.rows - 1))) return false;
	const named = passing(cells, (text, column) => judge.isName(text, column));
	const totals = passing(cells, (text, column) => column < 2 && isTotalLabel(text));
	for (let row = 0; row < cells.rows; row += 1) {
		if (filled[row] === 0) return false;
		const suspect = filled[row] === 1 || totals[row] !== 0 || (named[row] ?? 0) * 2 > width;
		if (!suspect) continue;
		const texts = cells.row(row);
		if (judge.repeatsHeader(texts) || judge.isAnotherHeader(texts)) return false;
		if (judge.isTotal(texts) || judge.isGroup(texts)) return false;
	}
	return true;
}

/** Every text of the table, some thousand words at a time. */
class Passages implements Iterable<string> {
	constructor(
		readonly names: readonly string[],
		readonly cells: Cells
	) {}

	*[Symbol.iterator](): Generator<string> {
		yield this.names.join('\n');
		for (let column = 0; column < this.cells.width; column += 1) {
			const { texts } = this.cells.column(column);
			for (let from = 0; from < texts.length; from += WORDS_PER_PASSAGE)
				yield texts.slice(from, from + WORDS_PER_PASSAGE).join('\n');
		}
	}
}

function dialectOf({ cut, crlf, quotedNames }: CleanHead, scan: CodedScan): Reading['dialect'] {
	const quote = quotedNames || scan.quotedCells > 0 ? QUOTE : '';
	return { delimiter: cut.delimiter, quote, escape: quote, newline: crlf ? '\r\n' : '\n' };
}

/** Such a file would not fit row by row either, so that it is refused before all of it is cut. */
function tooManyRows(name: string, bytes: Uint8Array): Reading {
	let count = bytes.at(-1) === LF ? 0 : 1;
	for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
	const issues = new IssueList();
	issues.add('too-many-rows', { count, params: { limit: LIMITS.rows } });
	return noRows(name, 'utf-8', issues);
}

/**
 * Reads a clean file (UTF-8, one line of names, every line one row of answers of that width) column by column, in a
 * fraction of the time and memory; the reading is the one `readFile` makes of it row by row. Null where the file is
 * anything else, or where anything was decided by hand.
 */
export function* readClean(
	name: string,
	bytes: Uint8Array,
	options: ReadingOptions = {}
): InParts<Reading | null> {
	if (!isUndecided(options)) return null;
	const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	const text = headText(bytes, start);
	const head = text === null ? null : cleanHead(text);
	if (text === null || head === null) return null;
	const { names, crlf } = head;
	const width = names.length;
	const body = start + new TextEncoder().encode(text.slice(0, head.characters)).length;
	const delimiter = head.cut.delimiter.charCodeAt(0);
	const cutting = new ColumnScan(bytes, body, { width, delimiter, quote: QUOTE.charCodeAt(0), crlf });
	while (!cutting.done) {
		if (!cutting.advance(cutting.at + BYTES_PER_PART)) return null;
		if (1 + cutting.rows > LIMITS.rows) return tooManyRows(name, bytes);
		yield (DONE.cut * cutting.at) / bytes.length;
	}
	const scan = cutting.finish();
	if (!scan || scan.rows === 0) return null;
	yield DONE.columns;
	const cells = new CodedCells(scan.rows, scan.columns, 2);
	const lastLine = cells.line(scan.rows - 1);

	const blanks = Array.from({ length: scan.blankLines }, (_, at) => ({
		line: lastLine + 1 + at,
		role: 'blank' as const,
		cells: ['']
	}));
	const issues = new IssueList();
	if (!scan.terminated) issues.add('no-final-newline', { places: [{ line: lastLine }] });
	const first = rowsOf(cells, 0, HEAD_ROWS).map((row, at) => ({ line: cells.line(at), cells: [...row] }));
	const records = first.length < HEAD_ROWS ? [...first, ...blanks] : first;
	const above = [{ line: 1, cells: names }, ...records];
	if (usedWidth(above, width) < width) return null;
	const judged = judgeHead(above, width, options, issues);
	const { header, exporter, codes, headerRows, bodyStart } = judged;
	if (!header || codes || headerRows.length !== 1 || headerRows[0] !== 0 || bodyStart !== 1) return null;
	if (header.length !== width || !areAnswers(cells, names, records)) return null;
	yield DONE.rows;
	judgeNames(header, 1, issues);
	observeTable({ header, headerLine: 1, exporter }, cells, new Passages(header, cells), issues);

	return {
		file: name,
		status: issues.status,
		encoding: 'utf-8',
		dialect: dialectOf(head, scan),
		sheets: [],
		sheet: null,
		exporter,
		header,
		codes: null,
		cells,
		ragged: [],
		aside: [{ line: 1, role: 'header', cells: names }, ...blanks],
		counts: { ...emptyCounts(), header: 1, blank: blanks.length, imported: scan.rows },
		issues: issues.issues
	};
}
