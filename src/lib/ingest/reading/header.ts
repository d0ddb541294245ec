import type { RowRole } from '$lib/model/reading';
import { foldKey, foldLabel } from '../values/folding';
import { isTyped, cellKind } from './cell-kinds';
import { continuesHeader, joined, named } from './merged-header';
import { bodyEvidence, filledCells, headerEvidence, isBlank, isNumbering } from './row-evidence';
import type { FileRecord } from './tokenise';

/** Where the head of the table stands and what it says. Indexes are positions among the records given. */
interface HeaderFound {
	/** Rows above the header that tell about the file. */
	titles: number[];
	/** Rows the header was read from; empty where there is none. */
	rows: number[];
	header: string[] | null;
	/** Rows of different text were joined. */
	merged: boolean;
	/** The first row looks like data. */
	doubtful: boolean;
	/** A row 1, 2, 3 … below the header. */
	numbering: number | null;
}

const FEW_CELLS = 2;
const WIDE_TABLE = 5;
const ROWS_LOOKED_AT = 200;
const HEADER_ROWS_AT_MOST = 4;

const blankRow = (record: FileRecord | undefined) => record === undefined || filledCells(record.cells) === 0;

function nextFilled(records: readonly FileRecord[], from: number): number {
	let index = from;
	while (index < records.length && blankRow(records[index])) index += 1;
	return index;
}

function below(records: readonly FileRecord[], from: number): string[][] {
	return records
		.slice(from, from + ROWS_LOOKED_AT)
		.map(({ cells }) => cells)
		.filter((cells) => filledCells(cells) > 1 || cells.length === 1);
}

function evidenceAt(records: readonly FileRecord[], index: number, width: number) {
	const cells = records[index]?.cells ?? [];
	const rows = below(records, index + 1).filter((row) => !isSameRow(row, cells));
	return headerEvidence(cells, bodyEvidence(rows, width));
}

const DATE_WORDS = new Set(
	['дата', 'күні', 'date', 'мерзімі', 'жасалған күні', 'дата формирования'].map(foldLabel)
);
const YEAR = /\d{4}/;

/** Three words and more, or a name with what it says: no name of a column stands so alone in its row. */
const SENTENCE = /\S\s+\S+\s+\S|:\s/;

/** «Дата | 12.05.2016»: a line about the file in two cells. */
function isDatedLine(cells: readonly string[]): boolean {
	const [label, date, ...more] = cells.filter((cell) => !isBlank(cell));
	return (
		label !== undefined &&
		date !== undefined &&
		more.length === 0 &&
		DATE_WORDS.has(foldLabel(label)) &&
		YEAR.test(date) &&
		cellKind(date) === 'date'
	);
}

/** True where the rows below `index` leave the first column empty: what stands in it above is no name. */
function isFirstColumnEmpty(records: readonly FileRecord[], index: number): boolean {
	const rows = below(records, index + 1).slice(0, FEW_CELLS + 1);
	return rows.length > 0 && rows.every((cells) => cells.length > 1 && isBlank(cells[0]));
}

/** One or two cells at the left above a wider table: a title, a school, a date. */
function isTitle(records: readonly FileRecord[], index: number, width: number): boolean {
	const cells = records[index]?.cells ?? [];
	const filled = filledCells(cells);
	if (width < 2 || filled === 0 || filled > FEW_CELLS || filled > width) return false;
	const next = nextFilled(records, index + 1);
	const follower = records[next]?.cells;
	if (!follower) return false;
	const apart = next > index + 1;
	if (isDatedLine(cells) && isNamesRow(records, next, width)) return true;
	if (filled >= width) return false;
	if (isBlank(cells[0])) return apart && filledCells(follower) >= filled;
	if (filled === FEW_CELLS && width < WIDE_TABLE && !apart) return false;
	if (isBlank(follower[0]) && filledCells(follower) >= FEW_CELLS && !apart)
		return isFirstColumnEmpty(records, next) || (filled === 1 && SENTENCE.test(cells[0] ?? ''));
	if (width > FEW_CELLS || cells.length < width) return true;
	const evidence = evidenceAt(records, next, width);
	return apart || isTitle(records, next, width) || evidence.header > evidence.data;
}

/** A row of words above columns that hold something else. */
function isNamesRow(records: readonly FileRecord[], index: number, width: number): boolean {
	const cells = records[index]?.cells ?? [];
	const evidence = evidenceAt(records, index, width);
	return filledCells(cells) >= FEW_CELLS && evidence.data === 0 && evidence.header > 0;
}

/** Two rows of the same texts; where a row is one cell, a word that differs by its case is an answer. */
function isSameRow(a: readonly string[], b: readonly string[]): boolean {
	if (a.length === 1) return b.length === 1 && a[0] === b[0];
	return a.length === b.length && a.every((cell, index) => foldKey(cell) === foldKey(b[index] ?? ''));
}

/** Joins the rows that make the header, from `first` on; none from `end` on is one of them. */
function joinHeader(records: readonly FileRecord[], first: number, end: number, width: number): HeaderFound {
	const rows = [first];
	const top = records[first]?.cells ?? [];
	let header = [...top];
	let merged = false;
	let next = first + 1;
	const mayJoin = () => rows.length < HEADER_ROWS_AT_MOST && next < end && !blankRow(records[next]);
	while (mayJoin() && isSameRow(records[next]?.cells ?? [], top)) {
		header = header.map((name, column) => `${name} ${records[next]?.cells[column] ?? ''}`.trim());
		merged = true;
		rows.push(next);
		next += 1;
	}
	let captions: readonly string[] = top;
	while (
		mayJoin() &&
		next + 1 < records.length &&
		continuesHeader(records, next, captions, width, () => evidenceAt(records, next, width))
	) {
		header = joined(header, records[next]?.cells ?? []);
		captions = named(captions, records[next]?.cells ?? []);
		merged = true;
		rows.push(next);
		next += 1;
	}
	const filled = nextFilled(records, next);
	const numbering = filled < end ? numberingRow(records, filled, width) : null;
	return { titles: [], rows, header, merged, doubtful: false, numbering };
}

/** The row 1, 2, 3 … that some forms carry below the header; a number over a column of another kind shows that it is no datum. */
function numberingRow(records: readonly FileRecord[], index: number, width: number): number | null {
	const cells = records[index]?.cells ?? [];
	if (cells.length < width || filledCells(cells) < width || !isNumbering(cells)) return null;
	const body = bodyEvidence(below(records, index + 1), width);
	const isForeign = ({ filled, kind }: (typeof body)[number], column: number) =>
		filled > 0 && kind !== 'number' && isTyped(cellKind(cells[column] ?? ''));
	return body.some(isForeign) ? index : null;
}

/** The first row below `index` among those given in ascending order. */
function nextOf(rows: ReadonlyMap<number, RowRole>, index: number): number | undefined {
	for (const row of rows.keys()) if (row > index) return row;
	return undefined;
}

/**
 * Finds the header (import.md 10): titles are skipped, identical rows joined by a space, merged rows by " / " after
 * filling right. `hasHeader` is the user's word, and so is `otherwise`: the rows that are something else than a header.
 */
export function findHeader(
	records: readonly FileRecord[],
	width: number,
	hasHeader?: boolean,
	otherwise: ReadonlyMap<number, RowRole> = new Map()
): HeaderFound {
	const titles: number[] = [];
	let first = nextFilled(records, 0);
	while (
		first < records.length &&
		otherwise.get(first) !== 'imported' &&
		(otherwise.has(first) || isTitle(records, first, width))
	) {
		titles.push(first);
		first = nextFilled(records, first + 1);
	}
	const none: HeaderFound = {
		titles,
		rows: [],
		header: null,
		merged: false,
		doubtful: false,
		numbering: null
	};
	if (first >= records.length || hasHeader === false || otherwise.has(first)) return none;
	const evidence = evidenceAt(records, first, width);
	if (hasHeader === undefined && evidence.data >= 1 && evidence.data > evidence.header)
		return { ...none, doubtful: true };
	return { ...joinHeader(records, first, nextOf(otherwise, first) ?? records.length, width), titles };
}
