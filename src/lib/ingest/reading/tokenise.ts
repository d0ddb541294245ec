import Papa from 'papaparse';
import { readRecord, type Cut } from './record';
import type { Scan } from './scan';

/** A record of the file as cells of source text, with the physical line on which it begins. */
export interface FileRecord {
	line: number;
	cells: string[];
}

function uniformTerminator(scan: Scan): '\n' | '\r\n' | '\r' | null {
	const { lf, crlf, cr } = scan.terminators;
	if (crlf === 0 && cr === 0) return '\n';
	if (lf === 0 && cr === 0) return '\r\n';
	if (lf === 0 && crlf === 0) return '\r';
	return null;
}

/** Text of the records `from` to `to`, one terminator between each; the file's own text where it has one kind. */
function runText(text: string, scan: Scan, from: number, to: number, uniform: boolean): string {
	const start = scan.starts[from] ?? 0;
	const end = scan.ends[to - 1] ?? start;
	if (uniform) return text.slice(start, end);
	const parts: string[] = [];
	for (let index = from; index < to; index += 1) parts.push(text.slice(scan.starts[index], scan.ends[index]));
	return parts.join('\n');
}

/**
 * PapaParse with everything explicit. `Papa.parse` would strip a byte order mark inside the file and guess what is left
 * open, so the parser is used directly.
 */
function papaRows(input: string, cut: Cut, newline: '\n' | '\r\n' | '\r'): string[][] {
	if (input === '') return [['']];
	const parser = new Papa.Parser({
		delimiter: cut.delimiter,
		quoteChar: cut.quote === '' ? '\u0000' : cut.quote,
		escapeChar: cut.escape === '' ? '\u0000' : cut.escape,
		newline,
		header: false,
		dynamicTyping: false,
		comments: false,
		skipEmptyLines: false
	});
	const result = parser.parse(input, 0, false) as Papa.ParseResult<string[]>;
	return result.data;
}

/** The audit of a run: PapaParse must have found the records and widths that the scan found. */
function agrees(rows: string[][], scan: Scan, from: number, to: number): boolean {
	if (rows.length !== to - from) return false;
	return rows.every((row, k) => row.length === scan.widths[from + k]);
}

/**
 * Cells of every record. Runs of records that keep the rules go through PapaParse; records recovered by the scan bring
 * their cells, and a run on which PapaParse and the scan differ is read record by record.
 */
export function tokenise(text: string, cut: Cut, scan: Scan): FileRecord[] {
	const records: FileRecord[] = [];
	const terminator = uniformTerminator(scan);
	const total = scan.starts.length;
	const take = (from: number, to: number) => {
		if (from >= to) return;
		const rows = papaRows(runText(text, scan, from, to, terminator !== null), cut, terminator ?? '\n');
		const agreed = agrees(rows, scan, from, to);
		for (let index = from; index < to; index += 1) {
			const cells = agreed
				? rows[index - from]
				: readRecord(text, scan.starts[index] ?? 0, cut, 'literal').cells;
			records.push({ line: scan.lines[index] ?? 0, cells: cells ?? [] });
		}
	};
	let from = 0;
	for (const [index, reading] of scan.recovered) {
		take(from, index);
		records.push({ line: scan.lines[index] ?? 0, cells: reading.cells });
		from = index + 1;
	}
	take(from, total);
	return records;
}
