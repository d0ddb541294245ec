import type { Place, Reading, ReadingOptions } from '$lib/model/reading';
import { RowCells } from '../cells';
import { columnName } from '../column-names';
import type { IssueList } from '../issues';
import { LIMITS } from '../limits';
import { observeTable } from '../observe/observe-table';
import { judgeTable, type JudgedTable } from '../table';
import type { FileRecord } from '../tokenise';
import type { Grid } from './grid';

/** No text was cut, so no row can have been cut at the wrong place. */
const NO_DELIMITER = '\t';

function reportLimits({ rows }: Grid, issues: IssueList): boolean {
	const width = rows[0]?.length ?? 0;
	if (width > LIMITS.columns)
		issues.add('too-many-columns', { count: width, params: { limit: LIMITS.columns } });
	const huge: Place[] = [];
	rows.forEach((row, at) =>
		row.forEach((cell, column) => {
			if (cell.length > LIMITS.cellCharacters) huge.push({ line: at + 1, column: column + 1 });
		})
	);
	if (huge.length > 0) issues.add('huge-field', { count: huge.length, places: huge });
	return width <= LIMITS.columns;
}

/** Blocks of merged cells that touch an imported row; merged titles and headers are judged with the header. */
function reportMerges({ merges, rows }: Grid, table: JudgedTable, issues: IssueList): void {
	const imported = new Set(table.lines);
	const places: Place[] = [];
	for (const { startRow, endRow, startCol, endCol } of merges) {
		const text = rows[startRow]?.[startCol] ?? '';
		if (text === '' || (startRow === endRow && startCol === endCol)) continue;
		const last = Math.min(endRow, rows.length - 1);
		for (let row = startRow; row <= last; row += 1) {
			if (!imported.has(row + 1)) continue;
			places.push({ line: startRow + 1, column: startCol + 1, text });
			break;
		}
	}
	if (places.length > 0) issues.add('merged-cells', { count: places.length, places });
}

function reportWorkbook(grid: Grid, table: JudgedTable, issues: IssueList): void {
	const { hiddenRows, hiddenColumns, uncomputed, unaskedDates } = grid;
	reportMerges(grid, table, issues);
	if (hiddenRows.length > 0)
		issues.add('hidden-rows', {
			count: hiddenRows.length,
			places: hiddenRows.slice(0, 5).map((row) => ({ line: row + 1 }))
		});
	if (hiddenColumns.length > 0) {
		const places = hiddenColumns.map((column) => ({
			line: table.headerLine,
			column: column + 1,
			name: columnName(table.header, column),
			text: table.header?.[column] ?? String(column + 1)
		}));
		issues.add('hidden-columns', { count: hiddenColumns.length, places });
	}
	if (uncomputed.length > 0)
		issues.add('uncomputed-formulas', { count: uncomputed.length, places: uncomputed });
	const imported = new Set(table.lines);
	const damaged = unaskedDates.filter(({ line }) => imported.has(line));
	if (damaged.length > 0) issues.add('excel-damage', { count: damaged.length, places: damaged });
}

/** A reading but for what is known of its workbook. */
type JudgedSheet = Omit<Reading, 'file' | 'encoding' | 'sheets' | 'sheet'>;

/** Judges a sheet as text is judged; null where it holds more columns than a table may. */
export const judgeGrid = (grid: Grid, options: ReadingOptions, issues: IssueList): JudgedSheet | null =>
	reportLimits(grid, issues) ? judgeWhole(grid, options, issues) : null;

/** Judges a sheet of any width. */
export function judgeWhole(grid: Grid, options: ReadingOptions, issues: IssueList): JudgedSheet {
	const records = grid.rows.map((cells, at): FileRecord => ({ line: at + 1, cells: [...cells] }));
	const table = judgeTable(records, grid.rows[0]?.length ?? 0, NO_DELIMITER, options, issues);
	if (table.rows.length === 0) issues.add('no-data');
	const cells = new RowCells(table.rows, table.lines, table.header?.length);
	const passages = grid.rows.map((row) => row.join('\n'));
	observeTable(table, cells, passages, issues);
	reportWorkbook(grid, table, issues);
	return {
		status: issues.status,
		dialect: null,
		exporter: table.exporter,
		header: table.header,
		codes: table.codes,
		cells,
		ragged: table.ragged,
		aside: table.aside,
		counts: table.counts,
		issues: issues.issues
	};
}
