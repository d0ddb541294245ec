import type { Cells, CodedColumn, Place } from '$lib/model/reading';
import { columnName } from '../column-names';
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
	cells: Cells;
	/** Physical line of the header. */
	headerLine: number;
	/** Distinct texts of each column that are not blank, in the order of their first row. */
	columns: DistinctValue[][];
}

function distinctValues({ texts, counts, first }: CodedColumn): DistinctValue[] {
	return texts.flatMap((text, code) => {
		const kind = cellKind(text);
		return kind === 'blank' ? [] : [{ text, kind, count: counts[code] ?? 0, row: first[code] ?? 0 }];
	});
}

/** Builds what the observers share: the distinct texts of every column. */
export function observedTable(
	header: readonly string[] | null,
	cells: Cells,
	headerLine: number
): ObservedTable {
	const columns = Array.from({ length: cells.width }, (_, column) => distinctValues(cells.column(column)));
	return { header, cells, headerLine, columns };
}

/** True where one of the passages passes the test. */
export function someHolds(passages: Iterable<string>, test: (text: string) => boolean): boolean {
	for (const passage of passages) if (test(passage)) return true;
	return false;
}

/** Text of a column's header, or nothing. */
export const headerText = ({ header }: ObservedTable, column: number): string => header?.[column] ?? '';

/** Place of a distinct value: its first row. */
export function placeOf(table: ObservedTable, column: number, value: DistinctValue): Place {
	return {
		line: table.cells.line(value.row),
		column: column + 1,
		name: columnName(table.header, column),
		text: value.text
	};
}

/** Place of a name in the header. */
export function headerPlace(table: ObservedTable, column: number): Place {
	const text = headerText(table, column);
	return { line: table.headerLine, column: column + 1, name: columnName(table.header, column), text };
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
