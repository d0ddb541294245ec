import type { Reading, ReadingIssueCode, ReadingOptions } from '$lib/model/reading';
import { RowCells } from './cells';
import { cutText, type CutText } from './cutting';
import { decodeBytes } from './decode';
import { innerText } from './double-encoding';
import { foreignKind } from './file-kind';
import { IssueList, type Finding } from './issues';
import { LIMITS } from './limits';
import { repairMojibake } from './mojibake';
import { noRows } from './no-rows';
import { atOnce, type InParts } from './parts';
import { readClean } from './read-clean';
import { observeTable } from './observe/observe-table';
import { judgeTable, type JudgedTable } from './table';

const SEPARATOR_LINE = /^(?:sep=([^\r\n])|"sep=([^\r\n])")(?:\r\n|\n|\r)/i;
const END_MARK = 0x1a;
const CONTROL_SHARE = 0.1;
/** Share of a reading's time that is done once there is text, once there are records, and once they are judged. */
const DONE = { decoded: 0.2, cut: 0.7, judged: 0.85 };
const HEAD = 4096;

/** Share of control characters at the start: a file of bytes that are no text. */
function isBinary(text: string): boolean {
	const head = text.slice(0, HEAD);
	let controls = 0;
	for (let i = 0; i < head.length; i += 1) {
		const code = head.charCodeAt(i);
		if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls += 1;
	}
	return controls > CONTROL_SHARE * head.length;
}

const isPadding = (code: number) => code === 0 || code === 10 || code === 13 || code === END_MARK;

/** Old programs end a text by Ctrl-Z and may fill the rest of the block. */
function withoutEndMark(text: string, issues: IssueList): string {
	let end = text.length;
	let mark = -1;
	while (end > 0 && isPadding(text.charCodeAt(end - 1))) {
		end -= 1;
		if (text.charCodeAt(end) === END_MARK) mark = end;
	}
	if (mark < 0) return text;
	issues.add('end-mark');
	return text.slice(0, mark);
}

/** The lost letters name the encoding themselves; a second note about it would only be noise. */
function addEncodingFindings(
	findings: readonly { code: ReadingIssueCode; finding: Finding }[],
	issues: IssueList
): void {
	for (const { code, finding } of findings) {
		if (code === 'encoding-detected' && issues.has('lost-letters')) continue;
		issues.add(code, finding);
	}
}

function repairWords(table: JudgedTable): void {
	const repaired = (cell: string) => repairMojibake(cell) ?? cell;
	if (table.header) table.header = table.header.map(repaired);
	table.rows = table.rows.map((row) => row.map(repaired));
}

function unwrapped(cut: CutText, options: ReadingOptions, issues: IssueList): CutText | null {
	const inner = innerText(cut);
	if (inner === null) return cut;
	if (options.repair?.includes('double-encoded')) return cutText(inner, options, issues);
	issues.add('double-encoded', {
		count: cut.records.length,
		places: [{ line: 1, text: cut.records[0]?.cells[0] ?? '' }]
	});
	return cut;
}

/**
 * Reads one file: bytes to text, text to records, records to a judged table (import.md, "What a reading returns").
 * Pure and synchronous; cells are the source text, never changed unless `options.repair` asks for it.
 * Never throws on any bytes: what cannot be read is a reading of status `refuse`.
 */
export function readFile(name: string, bytes: Uint8Array, options: ReadingOptions = {}): Reading {
	return atOnce(fileReading(name, bytes, options));
}

/** {@link readFile} in parts. */
export function* fileReading(name: string, bytes: Uint8Array, options: ReadingOptions): InParts<Reading> {
	const issues = new IssueList(options.undo);
	const refuse = (code: ReadingIssueCode, finding: Finding = {}, encoding = '') => {
		issues.add(code, finding);
		return noRows(name, encoding, issues);
	};
	if (bytes.length === 0) return refuse('empty-file');
	if (bytes.length > LIMITS.fileBytes)
		return refuse('file-too-large', { params: { limit: LIMITS.fileBytes } });
	const foreign = foreignKind(bytes);
	if (foreign) return refuse(foreign);

	let before = 0;
	if (bytes.length >= LIMITS.columnarBytes) {
		const parts = readClean(name, bytes, options);
		let part = parts.next();
		for (; !part.done; part = parts.next()) yield (before = part.value);
		if (part.value) return part.value;
	}
	const done = (share: number) => before + (1 - before) * share;
	yield done(0);
	const decoded = decodeBytes(bytes, options);
	const { encoding } = decoded;
	if (decoded.text === null) {
		addEncodingFindings(decoded.findings, issues);
		return noRows(name, encoding, issues);
	}
	if (decoded.text.trim() === '') return refuse('empty-file', {}, encoding);
	let text = withoutEndMark(decoded.text, issues);
	if (isBinary(text)) return refuse('not-csv-binary', {}, encoding);
	const separator = SEPARATOR_LINE.exec(text);
	if (separator) text = text.slice(separator[0].length);
	const delimiter = separator?.[1] ?? separator?.[2];
	const cutOptions = delimiter !== undefined && !options.delimiter ? { ...options, delimiter } : options;
	yield done(DONE.decoded);
	const first = cutText(text, cutOptions, issues);
	const cut = first && unwrapped(first, cutOptions, issues);
	if (!cut) return noRows(name, encoding, issues);
	if (separator) for (const record of cut.records) record.line += 1;

	yield done(DONE.cut);
	const table = judgeTable(cut.records, cut.width, cut.dialect.delimiter, options, issues);
	if (separator) {
		table.aside.unshift({ line: 1, role: 'title', cells: [separator[0].trimEnd()] });
		table.counts.title += 1;
	}
	if (options.repair?.includes('mojibake')) repairWords(table);
	if (table.rows.length === 0) issues.add('no-data');
	const cells = new RowCells(table.rows, table.lines, table.header?.length);
	yield done(DONE.judged);
	observeTable(table, cells, [text], issues);
	addEncodingFindings(decoded.findings, issues);

	const kept = issues.has('no-data') || issues.status !== 'refuse';
	return {
		file: name,
		status: issues.status,
		encoding,
		dialect: cut.dialect,
		sheets: [],
		sheet: null,
		exporter: table.exporter,
		header: kept ? table.header : null,
		codes: kept ? table.codes : null,
		cells: kept ? cells : new RowCells([], []),
		ragged: kept ? table.ragged : [],
		aside: table.aside,
		counts: table.counts,
		issues: issues.issues
	};
}
