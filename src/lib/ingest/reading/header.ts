import type { RowRole } from '$lib/model/reading';
import { foldKey } from '../values/folding';
import { isTyped, cellKind } from './cell-kinds';
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

/** One or two cells at the left above a wider table: a title, a school, a date. */
function isTitle(records: readonly FileRecord[], index: number, width: number): boolean {
	const cells = records[index]?.cells ?? [];
	const filled = filledCells(cells);
	if (width < 2 || filled === 0 || filled > FEW_CELLS || filled >= width) return false;
	const next = nextFilled(records, index + 1);
	const follower = records[next]?.cells;
	if (!follower) return false;
	const apart = next > index + 1;
	if (isBlank(cells[0])) return apart && filledCells(follower) >= filled;
	if (filled === FEW_CELLS && width < WIDE_TABLE && !apart) return false;
	if (isBlank(follower[0]) && filledCells(follower) >= FEW_CELLS && !apart) return false;
	if (width > FEW_CELLS || cells.length < width) return true;
	const evidence = evidenceAt(records, next, width);
	return apart || isTitle(records, next, width) || evidence.header > evidence.data;
}

/** Two rows of the same texts; where a row is one cell, a word that differs by its case is an answer. */
function isSameRow(a: readonly string[], b: readonly string[]): boolean {
	if (a.length === 1) return b.length === 1 && a[0] === b[0];
	return a.length === b.length && a.every((cell, index) => foldKey(cell) === foldKey(b[index] ?? ''));
}

/** Text of the caption that covers each column once merged cells are filled to the right. */
function filledRight(cells: readonly string[]): string[] {
	let caption = '';
	return cells.map((cell) => (isBlank(cell) ? caption : (caption = cell)));
}

/** Below one caption no two cells of a header row are alike, while answers often are. */
function isDistinctByCaption(top: readonly string[], sub: readonly string[]): boolean {
	const captions = filledRight(top);
	const seen = new Set<string>();
	for (let index = 0; index < sub.length; index += 1) {
		if (isBlank(sub[index])) continue;
		const key = `${foldKey(captions[index] ?? '')}\u0000${foldKey(sub[index] ?? '')}`;
		if (seen.has(key)) return false;
		seen.add(key);
	}
	return true;
}

/** True where row `index` continues the merged header `top`: it fills the gaps of the captions and is no data. */
function continuesHeader(
	records: readonly FileRecord[],
	index: number,
	top: readonly string[],
	width: number
): boolean {
	const sub = records[index]?.cells ?? [];
	let gapsFilled = 0;
	let gaps = 0;
	let underFilled = 0;
	for (let column = 0; column < width; column += 1) {
		const topBlank = isBlank(top[column]);
		const subBlank = isBlank(sub[column]);
		if (topBlank) gaps += 1;
		if (topBlank && !subBlank) gapsFilled += 1;
		if (!topBlank && subBlank) underFilled += 1;
	}
	if (gapsFilled === 0 && !isBlank(sub[0])) return false;
	if (sub.some((cell) => isTyped(cellKind(cell))) && !isNumbering(sub)) return false;
	const evidence = evidenceAt(records, index, width);
	if (evidence.data > evidence.header) return false;
	if (gapsFilled === 0) return underFilled > 0 && evidence.data === 0 && evidence.header >= 2;
	if (evidence.header > evidence.data || underFilled > 0) return true;
	return gaps >= 2 && gapsFilled * 2 >= gaps && isDistinctByCaption(top, sub);
}

function joined(top: readonly string[], sub: readonly string[]): string[] {
	const captions = filledRight(top);
	return Array.from({ length: Math.max(top.length, sub.length) }, (_, index) => {
		const own = top[index] ?? '';
		const caption = captions[index] ?? captions.at(-1) ?? '';
		const name = sub[index] ?? '';
		if (isBlank(name)) return own;
		return isBlank(caption) || caption === name ? name : `${caption} / ${name}`;
	});
}

/** What each column is called so far: a gap in one row is none where another row fills it. */
function named(captions: readonly string[], cells: readonly string[]): string[] {
	return Array.from({ length: Math.max(captions.length, cells.length) }, (_, index) => {
		const cell = cells[index] ?? '';
		return isBlank(cell) ? (captions[index] ?? '') : cell;
	});
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
	while (mayJoin() && next + 1 < records.length && continuesHeader(records, next, captions, width)) {
		header = joined(header, records[next]?.cells ?? []);
		captions = named(captions, records[next]?.cells ?? []);
		merged = true;
		rows.push(next);
		next += 1;
	}
	const numbering = next < end ? numberingRow(records, next, width) : null;
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
