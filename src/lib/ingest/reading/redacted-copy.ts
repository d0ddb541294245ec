import { joinedBytes } from '$lib/model/bytes';
import type { Cells, Reading, ReadingOptions, RowRole, SourceRow } from '$lib/model/reading';
import { guardOf, withoutOwnGuards } from './own-table';
import { readFile } from './read-file';
import { readRecord } from './record';

const QUOTE = '"';
const DELIMITERS = [';', ',', '\t', '|'];
const LINE_BREAKS = /\r\n|\r|\n/g;
const ROWS_PER_CHUNK = 2000;

/** A redacted reading as a file of its own: its bytes, and the options under which they are read back. */
export interface RedactedCopy {
	bytes: Uint8Array;
	options: ReadingOptions;
	reading: Reading;
}

/** A record of CSV by double quotes. A single empty cell is quoted, so that it is no blank line. */
function writtenRecord(cells: readonly string[], delimiter: string, blank = false): string {
	if (cells.length === 1 && cells[0] === '') return blank ? '' : QUOTE + QUOTE;
	return cells
		.map((cell) =>
			cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
				? QUOTE + cell.replaceAll(QUOTE, QUOTE + QUOTE) + QUOTE
				: cell
		)
		.join(delimiter);
}

/**
 * The text of a cell that holds a whole record (a double-encoded file), with the record's cells redacted; a cell that
 * is no record of its own is emptied whole.
 */
export function redactInner(
	text: string,
	delimiter: string,
	redact: (cells: readonly string[]) => readonly string[]
): string {
	const record = readRecord(text, 0, { delimiter, quote: QUOTE, escape: QUOTE }, 'strict');
	if (record.fault !== 'none' || record.end < text.length) return '';
	return writtenRecord(redact(record.cells), delimiter);
}

const SEPARATOR_LINE = /^sep=.$/i;

interface PlacedRecord {
	line: number;
	cells: readonly string[];
	role: RowRole;
}

/** Every record of the file in the order of its lines; a row that was too short is one again. */
function* recordsOf({ cells, aside, ragged }: Reading): Generator<PlacedRecord> {
	const uneven = new Set(ragged);
	let next = 0;
	for (let row = 0; row < cells.rows; row += 1) {
		const line = cells.line(row);
		for (let record = aside[next]; record && record.line < line; record = aside[++next]) yield record;
		const texts = cells.row(row);
		const short = uneven.has(row) && texts.length > 1 && texts.length <= cells.width && texts.at(-1) === '';
		yield { line, cells: short ? texts.slice(0, -1) : texts, role: 'imported' };
	}
	yield* aside.slice(next);
}

const breaksIn = (cells: readonly string[]) =>
	cells.reduce((sum, cell) => sum + (cell.match(LINE_BREAKS)?.length ?? 0), 0);

/** The reading as UTF-8 CSV, every record on its line. */
function written(reading: Reading, delimiter: string): Uint8Array {
	const encoder = new TextEncoder();
	const guard = guardOf(reading.header);
	const chunks: Uint8Array[] = [];
	let records: string[] = [];
	let line = 1;
	for (const record of recordsOf(reading)) {
		if (record.line > line) records.push('\n'.repeat(record.line - line));
		const [first = ''] = record.cells;
		const raw = record.line === 1 && record.cells.length === 1 && SEPARATOR_LINE.test(first);
		const blank = record.role === 'blank';
		records.push(raw ? first : writtenRecord(record.cells.map(guard), delimiter, blank), '\n');
		line = Math.max(line, record.line) + 1 + breaksIn(record.cells);
		if (records.length < 2 * ROWS_PER_CHUNK) continue;
		chunks.push(encoder.encode(records.join('')));
		records = [];
	}
	chunks.push(encoder.encode(records.join('')));
	return joinedBytes(chunks);
}

function rolesByLine(reading: Reading): Map<number, RowRole> {
	const roles = new Map<number, RowRole>();
	for (const { line, role } of recordsOf(reading)) roles.set(line, role);
	return roles;
}

function sameColumn(one: Cells, other: Cells, column: number): boolean {
	const [a, b] = [one.column(column), other.column(column)];
	return (
		a.texts.length === b.texts.length &&
		a.texts.every((text, code) => text === b.texts[code]) &&
		a.codes.every((code, row) => code === b.codes[row])
	);
}

const sameList = (one: readonly unknown[] | null, other: readonly unknown[] | null) =>
	one === other || JSON.stringify(one) === JSON.stringify(other);

/** True where both readings hold the same table in the same lines, and the same rows beside it. */
export function isSameReading(one: Reading, other: Reading): boolean {
	const [a, b] = [one.cells, other.cells];
	if (!sameList(one.header, other.header) || !sameList(one.codes, other.codes)) return false;
	if (a.rows !== b.rows || a.width !== b.width || !sameList(one.ragged, other.ragged)) return false;
	for (let row = 0; row < a.rows; row += 1) if (a.line(row) !== b.line(row)) return false;
	for (let column = 0; column < a.width; column += 1) if (!sameColumn(a, b, column)) return false;
	return (
		one.ragged.every((row) => a.row(row).length === b.row(row).length) && sameList(one.aside, other.aside)
	);
}

/** What the user decided about rows, and not about bytes, holds for the copy as well. */
function decidedRows({ plain, undo, hasHeader, roles }: ReadingOptions): ReadingOptions {
	return {
		encoding: 'utf-8',
		...(plain === undefined ? {} : { plain }),
		...(undo === undefined ? {} : { undo }),
		...(hasHeader === undefined ? {} : { hasHeader }),
		...(roles === undefined ? {} : { roles })
	};
}

/** Roles of the lines that are judged otherwise when they are read again. */
function differingRoles(reading: Reading, again: Reading): Record<number, RowRole> {
	const found = rolesByLine(again);
	return Object.fromEntries([...rolesByLine(reading)].filter(([line, role]) => found.get(line) !== role));
}

/** The reading with its names in one row, where the rows that made them up are not told by what is left below. */
function withPlainHeader(reading: Reading): Reading {
	const first = reading.aside.findIndex(({ role }) => role === 'header');
	return {
		...reading,
		aside: reading.aside.map((row, index): SourceRow => {
			if (row.role !== 'header') return row;
			return index === first
				? { ...row, cells: [...(reading.header ?? [])] }
				: { ...row, role: 'blank', cells: [''] };
		})
	};
}

/**
 * Writes a redacted reading as a file: the same rows on the same lines, read back as the same table. Nothing is pinned
 * that the reader finds by itself: the delimiter where it would choose another, the role of a row where it reads
 * otherwise now that its cells are empty. Names over several rows are joined into one where they would be joined
 * otherwise. `options` are those of the file as it was given.
 */
export function redactedCopy(reading: Reading, options: ReadingOptions = {}): RedactedCopy {
	const own = reading.dialect?.delimiter ?? '';
	const delimiter = DELIMITERS.includes(own) ? own : ',';
	const found = decidedRows(options);
	const dialect = { ...found, delimiter, quote: QUOTE };
	const attempt = (table: Reading, bytes: Uint8Array, pinned: ReadingOptions): [RedactedCopy, boolean] => {
		const copy = { bytes, options: pinned, reading: withoutOwnGuards(readFile(table.file, bytes, pinned)) };
		return [copy, isSameReading(table, copy.reading)];
	};
	const bytes = written(reading, delimiter);
	const [free, isFree] = attempt(reading, bytes, found);
	if (isFree) return free;
	const [fixed, isFixed] = attempt(reading, bytes, dialect);
	if (isFixed) return fixed;
	const roles = { ...dialect.roles, ...differingRoles(reading, fixed.reading) };
	const [pinned, isPinned] = attempt(reading, bytes, { ...dialect, roles });
	if (isPinned || reading.header === null) return pinned;
	const plain = withPlainHeader(reading);
	const all = Object.fromEntries(rolesByLine(plain));
	return attempt(plain, written(plain, delimiter), { ...dialect, plain: true, roles: all })[0];
}
