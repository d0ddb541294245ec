import { foldKey } from '../values/folding';
import { parseNumber } from '../values/numbers';
import { cellKind, isNumeric, isTyped, sameFamily, type CellKind } from './cell-kinds';

/** What the cells of one column below a row look like. */
interface ColumnEvidence {
	/** The kind most values have, where it is a typed one and a clear majority; else `text`. */
	kind: CellKind;
	/** Folded values and how often each stands; counted only while they are few. */
	values: Map<string, number>;
	filled: number;
	lowest: number;
	highest: number;
}

/** For and against a row being a header, by the columns below it. */
export interface HeaderEvidence {
	header: number;
	data: number;
}

const ROWS_LOOKED_AT = 200;
const CLEAR_MAJORITY = 0.6;
const FEW_VALUES = 12;
const REPEATED = 2;
const LONGEST_CATEGORY = 200;

/** True where a cell holds nothing but spaces. */
export function isBlank(cell: string | undefined): boolean {
	return cell === undefined || cell === '' || cell.trim() === '';
}

/** Number of cells of a row that hold something. */
export function filledCells(cells: readonly string[]): number {
	let filled = 0;
	for (const cell of cells) if (!isBlank(cell)) filled += 1;
	return filled;
}

/** True where a column of the records is one of the table: two of them fill it, or one that has no gap before it. */
function isUsed(records: readonly { cells: readonly string[] }[], column: number): boolean {
	let filled = 0;
	for (const { cells } of records) {
		if (isBlank(cells[column])) continue;
		filled += 1;
		if (filled > 1 || filledCells(cells.slice(0, column)) === column) return true;
	}
	return false;
}

/** Columns of the table: a spreadsheet writes empty ones beside it, and a stray cell far to the right makes none. */
export function usedWidth(records: readonly { cells: readonly string[] }[], width: number): number {
	let used = width;
	while (used > 1 && !isUsed(records, used - 1)) used -= 1;
	return used;
}

function columnEvidence(rows: readonly (readonly string[])[], column: number): ColumnEvidence {
	const kinds = new Map<CellKind, number>();
	const values = new Map<string, number>();
	let filled = 0;
	let lowest = Infinity;
	let highest = -Infinity;
	for (const row of rows) {
		const cell = row[column];
		if (cell === undefined) continue;
		const kind = cellKind(cell);
		if (kind === 'blank' || kind === 'missing' || kind === 'error') continue;
		filled += 1;
		const family = isNumeric(kind) ? 'number' : kind;
		kinds.set(family, (kinds.get(family) ?? 0) + 1);
		const value = kind === 'number' ? parseNumber(cell)?.value : undefined;
		if (value !== undefined) {
			lowest = Math.min(lowest, value);
			highest = Math.max(highest, value);
		}
		if (cell.length > LONGEST_CATEGORY || values.size > FEW_VALUES) continue;
		const key = foldKey(cell);
		values.set(key, (values.get(key) ?? 0) + 1);
	}
	let kind: CellKind = 'text';
	for (const [candidate, count] of kinds) {
		if (isTyped(candidate) && count >= CLEAR_MAJORITY * filled) kind = candidate;
	}
	return { kind, values, filled, lowest, highest };
}

/** Evidence of every column over the first rows given. */
export function bodyEvidence(rows: readonly (readonly string[])[], width: number): ColumnEvidence[] {
	const looked = rows.slice(0, ROWS_LOOKED_AT);
	return Array.from({ length: width }, (_, column) => columnEvidence(looked, column));
}

/** 1, 2, 3 … across the cells: a numbering, which names columns and is no datum. */
export function isNumbering(cells: readonly string[]): boolean {
	let expected = 0;
	for (const cell of cells) {
		if (isBlank(cell)) continue;
		const value = parseNumber(cell)?.value;
		if (value === undefined || !Number.isInteger(value)) {
			if (expected > 0) return false;
			continue;
		}
		if (expected === 0 ? value !== 1 : value !== expected) return false;
		expected = value + 1;
	}
	return expected > 3;
}

function numberFits(cell: string, column: ColumnEvidence): boolean {
	const value = parseNumber(cell)?.value;
	if (value === undefined || column.highest < column.lowest) return true;
	const reach = Math.max(column.highest - column.lowest, Math.abs(column.highest) / 2, 1);
	return value >= column.lowest - reach && value <= column.highest + reach;
}

/** A value that repeats below, beside others that do, is a datum; alone in its column it names the option that was ticked. */
function isRepeatedBelow(cell: string, column: ColumnEvidence): boolean {
	if (column.values.size < 2 || column.values.size > FEW_VALUES) return false;
	return (column.values.get(foldKey(cell)) ?? 0) >= REPEATED;
}

/** Every cell of the row is an answer that stands below in other columns: a row of answers, not of names. */
function isRowOfAnswers(cells: readonly string[], body: readonly ColumnEvidence[]): boolean {
	let filled = 0;
	for (let index = 0; index < body.length; index += 1) {
		const cell = cells[index];
		if (cell === undefined || isBlank(cell)) continue;
		filled += 1;
		const key = foldKey(cell);
		if (
			!body.some(
				(column, other) => other !== index && column.values.size <= FEW_VALUES && column.values.has(key)
			)
		)
			return false;
	}
	return filled > 1;
}

/** Weighs one row against the columns below it. */
export function headerEvidence(cells: readonly string[], body: readonly ColumnEvidence[]): HeaderEvidence {
	const evidence = { header: 0, data: isRowOfAnswers(cells, body) ? 1 : 0 };
	const numbering = isNumbering(cells);
	for (let index = 0; index < body.length; index += 1) {
		const cell = cells[index];
		const column = body[index];
		if (column === undefined || cell === undefined || isBlank(cell)) continue;
		const kind = cellKind(cell);
		if (kind === 'missing' || kind === 'error') {
			evidence.data += 1;
		} else if (isTyped(kind)) {
			const fits =
				column.filled === 0 ||
				(sameFamily(kind, column.kind) && (!isNumeric(kind) || numberFits(cell, column)));
			if (fits && !numbering) evidence.data += 1;
		} else if (isTyped(column.kind) && column.filled > 0) {
			evidence.header += 1;
		} else if (isRepeatedBelow(cell, column)) {
			evidence.data += 0.5;
		}
	}
	return evidence;
}
