import type { Place } from '$lib/model/reading';
import { cellKind, type CellKind } from '../cell-kinds';

/** A distinct text of a column: its kind, how often it stands, and the first row that has it. */
export interface DistinctValue {
	text: string;
	kind: CellKind;
	count: number;
	row: number;
}

/** The table a reading imports, as the observers look at it. Nothing here changes a cell. */
export interface ObservedTable {
	header: readonly string[] | null;
	rows: readonly (readonly string[])[];
	/** Physical line of each row. */
	lines: readonly number[];
	/** Physical line of the header. */
	headerLine: number;
	/** Distinct texts of each column that are not blank, in the order of their first row. */
	columns: DistinctValue[][];
}

function distinctValues(rows: readonly (readonly string[])[], column: number): DistinctValue[] {
	const seen = new Map<string, DistinctValue>();
	for (let row = 0; row < rows.length; row += 1) {
		const text = rows[row]?.[column];
		if (text === undefined || text === '') continue;
		const known = seen.get(text);
		if (known) {
			known.count += 1;
			continue;
		}
		const kind = cellKind(text);
		if (kind !== 'blank') seen.set(text, { text, kind, count: 1, row });
	}
	return [...seen.values()];
}

/** Builds what the observers share: the distinct texts of every column. */
export function observedTable(
	header: readonly string[] | null,
	rows: readonly (readonly string[])[],
	lines: readonly number[],
	headerLine: number
): ObservedTable {
	let width = header?.length ?? 0;
	for (const row of rows) width = Math.max(width, row.length);
	const columns = Array.from({ length: width }, (_, column) => distinctValues(rows, column));
	return { header, rows, lines, headerLine, columns };
}

/** Name of a column as the header has it, or nothing. */
export function columnName(table: ObservedTable, column: number): string {
	return table.header?.[column] ?? '';
}

/** Place of a distinct value: its first row. */
export function placeOf(table: ObservedTable, column: number, value: DistinctValue): Place {
	return {
		line: table.lines[value.row] ?? 0,
		column: column + 1,
		name: columnName(table, column),
		text: value.text
	};
}

/** Place of a name in the header. */
export function headerPlace(table: ObservedTable, column: number): Place {
	const name = columnName(table, column);
	return { line: table.headerLine, column: column + 1, name, text: name };
}

/** Gathers how often something stands and where first, over columns. */
export class Sightings {
	count = 0;
	readonly places: Place[] = [];

	add(place: Place, count = 1): void {
		this.count += count;
		if (this.places.length < 5) this.places.push(place);
	}
}
