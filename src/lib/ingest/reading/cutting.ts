import type { Dialect, Place, ReadingOptions } from '$lib/model/reading';
import { chooseDialect, DELIMITERS, type DialectChoice } from './dialect';
import type { IssueList } from './issues';
import { LIMITS } from './limits';
import { readRecord } from './record';
import { scanText, type Scan } from './scan';
import { tokenise, type FileRecord } from './tokenise';

/** A text cut into records, and how. */
export interface CutText {
	records: FileRecord[];
	dialect: Dialect;
	/** Modal number of cells. */
	width: number;
	quotedShare: number;
}

const SURE_SHARE = 0.5;

function newlineOf(scan: Scan): Dialect['newline'] {
	const { lf, crlf, cr } = scan.terminators;
	const kinds = [lf, crlf, cr].filter((count) => count > 0).length;
	if (kinds > 1) return 'mixed';
	if (crlf > 0) return '\r\n';
	return cr > 0 ? '\r' : '\n';
}

/** The swallowed stretch of an unclosed quote is longer than any cell may be. */
function isHugeSwallow(text: string, start: number, end: number, quote: string): boolean {
	const next = text.indexOf(quote, end);
	return (next < 0 ? text.length : next) - start > LIMITS.cellCharacters;
}

function judgeRecovered(text: string, scan: Scan, quote: string, issues: IssueList): void {
	const bad: Place[] = [];
	const unclosed: Place[] = [];
	const huge: Place[] = [];
	for (const [index, reading] of scan.recovered) {
		const start = scan.starts[index] ?? 0;
		const place: Place = { line: scan.lines[index] ?? 0 };
		const column = reading.cells.findIndex((cell) => cell.includes(quote));
		if (column >= 0) place.column = column + 1;
		if (reading.fault === 'bad-quote') bad.push(place);
		else if (reading.cells.some((cell) => cell.length > LIMITS.cellCharacters)) continue;
		else if (isHugeSwallow(text, start, reading.end, quote)) huge.push(place);
		else unclosed.push(place);
	}
	for (const [index, oddCells] of scan.strayQuotes) {
		if (oddCells > 1 || scan.quotedCells > 0) bad.push({ line: scan.lines[index] ?? 0 });
	}
	bad.sort((a, b) => a.line - b.line);
	if (bad.length > 0) issues.add('bad-quote', { count: bad.length, places: bad });
	if (unclosed.length > 0) issues.add('unclosed-quote', { count: unclosed.length, places: unclosed });
	if (huge.length > 0) issues.add('huge-field', { count: huge.length, places: huge });
}

/** Quoted cells over several lines each of which would be a whole record by itself: a quote too many may have made them. */
function judgeMultiline(text: string, choice: DialectChoice, scan: Scan, issues: IssueList): void {
	if (choice.width < 2) return;
	const cut = { ...choice.cut, quote: '' };
	const places: Place[] = [];
	for (const index of scan.multiline) {
		const end = scan.ends[index] ?? 0;
		let at = scan.starts[index] ?? 0;
		let whole = true;
		while (whole && at < end) {
			const line = readRecord(text, at, cut, 'strict');
			whole = line.cells.length === choice.width;
			at = line.end + (text.startsWith('\r\n', line.end) ? 2 : 1);
		}
		if (whole) places.push({ line: scan.lines[index] ?? 0 });
	}
	if (places.length > 0) issues.add('swallowed-lines', { count: places.length, places });
}

/** Cells of a record that another delimiter cuts to the width of the table; a space must show itself by quoted cells. */
function byOtherDelimiter(text: string, start: number, choice: DialectChoice): string[] | null {
	for (const delimiter of DELIMITERS) {
		if (delimiter.trim() === choice.cut.delimiter.trim() && delimiter !== ' ') continue;
		const reading = readRecord(text, start, { ...choice.cut, delimiter }, 'strict');
		if (reading.fault !== 'none' || reading.innerLines > 0 || reading.cells.length !== choice.width) continue;
		const { quote } = choice.cut;
		if (delimiter === ' ' && !text.slice(start, reading.end).includes(`${quote} ${quote}`)) continue;
		return reading.cells;
	}
	return null;
}

/** Rows pasted with another delimiter than the file's: read by their own, and named. */
function rereadRows(
	text: string,
	choice: DialectChoice,
	scan: Scan,
	records: FileRecord[],
	issues: IssueList
): void {
	if (choice.width < 3) return;
	const places: Place[] = [];
	for (const [index, record] of records.entries()) {
		if (record.cells.length === choice.width || scan.recovered.get(index)?.innerLines) continue;
		const cells = byOtherDelimiter(text, scan.starts[index] ?? 0, choice);
		if (!cells) continue;
		record.cells = cells;
		places.push({ line: record.line });
	}
	if (places.length > 0) issues.add('row-delimiter', { count: places.length, places });
}

/**
 * Cuts a text into records: chooses the dialect, scans the whole text by it, lets PapaParse read what keeps the rules,
 * and reports what does not. Null where the number of columns or rows is beyond the limits.
 */
export function cutText(text: string, options: ReadingOptions, issues: IssueList): CutText | null {
	const fixed: { delimiter?: string; quote?: string } = {};
	if (options.delimiter !== undefined && options.delimiter !== '') fixed.delimiter = options.delimiter;
	if (options.quote !== undefined) fixed.quote = options.quote;
	const choice = chooseDialect(text, fixed);
	if (choice.width > LIMITS.columns) {
		issues.add('too-many-columns', { count: choice.width, params: { limit: LIMITS.columns } });
		return null;
	}
	const scan = scanText(text, choice.cut, choice.width);
	if (scan.starts.length > LIMITS.rows) {
		issues.add('too-many-rows', { count: scan.starts.length, params: { limit: LIMITS.rows } });
		return null;
	}
	if (
		fixed.delimiter === undefined &&
		(choice.rival !== null || choice.share < SURE_SHARE || choice.cut.delimiter === ' ')
	) {
		issues.add('dialect-unsure', { params: { delimiter: choice.cut.delimiter, other: choice.rival ?? '' } });
	}
	const { quote, escape } = choice.cut;
	if (escape !== quote) issues.add('escape-style', { params: { escape } });
	if (quote === "'") issues.add('quote-style', { params: { quote } });
	judgeRecovered(text, scan, quote, issues);
	judgeMultiline(text, choice, scan, issues);
	if (!scan.terminated) issues.add('no-final-newline', { places: [{ line: scan.lines.at(-1) ?? 1 }] });
	const records = tokenise(text, choice.cut, scan);
	rereadRows(text, choice, scan, records, issues);
	const usesQuotes = scan.quotedCells > 0 || scan.recovered.size > 0;
	return {
		records,
		dialect: {
			delimiter: choice.width > 1 ? choice.cut.delimiter : '',
			quote: usesQuotes ? quote : '',
			escape: usesQuotes ? escape : '',
			newline: newlineOf(scan)
		},
		width: choice.width,
		quotedShare: scan.starts.length === 0 ? 0 : scan.quotedCells / scan.starts.length
	};
}
