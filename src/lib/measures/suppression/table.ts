/** A group's base of respondents in a two-way table of groups. */
export interface BaseCell {
	row: string;
	column: string;
	n: number;
}

/** A place in a table; null stands for the total over that side. */
export interface TableEntry {
	row: string | null;
	column: string | null;
}

/**
 * A table with its margins: `n[i][j]`, the last row and column being the totals. In a table of one row (column) the
 * totals below (beside) the cells are the cells again: only the total of the row (column) is published.
 */
export interface MarginTable {
	rows: readonly string[];
	columns: readonly string[];
	n: readonly (readonly number[])[];
}

/** A position in a `MarginTable`. */
export interface Position {
	i: number;
	j: number;
}

/** Lays cells out with their totals; a combination that is not given has no respondents. */
export function marginTable(cells: readonly BaseCell[]): MarginTable {
	const rows = [...new Set(cells.map(({ row }) => row))];
	const columns = [...new Set(cells.map(({ column }) => column))];
	const n = Array.from({ length: rows.length + 1 }, () =>
		Array.from({ length: columns.length + 1 }, () => 0)
	);
	for (const cell of cells) {
		const places = [rows.indexOf(cell.row), rows.length];
		for (const i of places) {
			const line = n[i];
			if (!line) continue;
			for (const j of [columns.indexOf(cell.column), columns.length]) line[j] = (line[j] ?? 0) + cell.n;
		}
	}
	return { rows, columns, n };
}

/** Respondents at a position. */
export function baseAt(table: MarginTable, { i, j }: Position): number {
	return table.n[i]?.[j] ?? 0;
}

/** All positions that are printed, cells and totals. */
export function printedPositions(table: MarginTable): Position[] {
	return table.n.flatMap((line, i) => line.map((_, j) => ({ i, j }))).filter((at) => isPrinted(table, at));
}

/** Whether a position is printed apart from another that repeats it. */
export function isPrinted({ rows, columns }: MarginTable, { i, j }: Position): boolean {
	const repeatsRow = rows.length === 1 && i === 1;
	const repeatsColumn = columns.length === 1 && j === 1;
	return !repeatsRow && !(repeatsColumn && rows.length > 1);
}

/** The names at a position. */
export function entryAt({ rows, columns }: MarginTable, { i, j }: Position): TableEntry {
	return { row: rows[i] ?? null, column: columns[j] ?? null };
}

/** The position of an entry; -1 where the table has no such name. */
export function positionOf({ rows, columns }: MarginTable, { row, column }: TableEntry): Position {
	return {
		i: row === null ? rows.length : rows.indexOf(row),
		j: column === null ? columns.length : columns.indexOf(column)
	};
}
