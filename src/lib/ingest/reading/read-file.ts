import type { Reading, ReadingIssueCode, ReadingOptions } from '$lib/model/reading';
import { RowCells } from './cells';
import { cutText, type CutText } from './cutting';
import { decodeBytes } from './decode';
import { innerText } from './double-encoding';
import { foreignKind } from './file-kind';
import { IssueList, type Finding } from './issues';
import { LIMITS } from './limits';
import { repairMojibake } from './mojibake';
import { readClean } from './read-clean';
import { observeTable } from './observe/observe-table';
import { emptyCounts, judgeTable, type JudgedTable } from './table';

const SEPARATOR_LINE = /^sep=([^\r\n])(\r\n|\n|\r)/i;
const END_MARK = '\u001a';
const CONTROL_SHARE = 0.1;
const HEAD = 4096;

function noRows(file: string, encoding: string, issues: IssueList): Reading {
	return {
		file,
		status: 'refuse',
		encoding,
		dialect: null,
		exporter: 'plain',
		header: null,
		codes: null,
		cells: new RowCells([], []),
		ragged: [],
		aside: [],
		counts: emptyCounts(),
		issues: issues.issues
	};
}

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

function withoutEndMark(text: string, issues: IssueList): string {
	if (!text.endsWith(END_MARK)) return text;
	issues.add('end-mark');
	return text.slice(0, -1);
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

	const clean = bytes.length >= LIMITS.columnarBytes ? readClean(name, bytes, options) : null;
	if (clean) return clean;
	const decoded = decodeBytes(bytes, options.encoding);
	const { encoding } = decoded;
	if (decoded.text === null) {
		addEncodingFindings(decoded.findings, issues);
		return noRows(name, encoding, issues);
	}
	if (decoded.text.trim() === '') return refuse('empty-file', {}, encoding);
	if (isBinary(decoded.text)) return refuse('not-csv-binary', {}, encoding);

	let text = withoutEndMark(decoded.text, issues);
	const separator = SEPARATOR_LINE.exec(text);
	if (separator) text = text.slice(separator[0].length);
	const cutOptions =
		separator?.[1] !== undefined && !options.delimiter ? { ...options, delimiter: separator[1] } : options;
	const first = cutText(text, cutOptions, issues);
	const cut = first && unwrapped(first, cutOptions, issues);
	if (!cut) return noRows(name, encoding, issues);
	if (separator) for (const record of cut.records) record.line += 1;

	const table = judgeTable(cut.records, cut.width, cut.dialect.delimiter, options, issues);
	if (separator) {
		table.aside.unshift({ line: 1, role: 'title', cells: [separator[0].trimEnd()] });
		table.counts.title += 1;
	}
	if (options.repair?.includes('mojibake')) repairWords(table);
	if (table.rows.length === 0) issues.add('no-data');
	const cells = new RowCells(table.rows, table.lines, table.header?.length);
	observeTable(table, cells, [text], issues);
	addEncodingFindings(decoded.findings, issues);

	const kept = issues.has('no-data') || issues.status !== 'refuse';
	return {
		file: name,
		status: issues.status,
		encoding,
		dialect: cut.dialect,
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
