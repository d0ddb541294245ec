import type { IssueList } from '../issues';
import { filledCells } from '../row-evidence';
import type { Grid } from './grid';

const LEAST_ROWS = 2;
const LEAST_CELLS = 2;

const isFilled = (sheet: Grid) => sheet.rows.length > 0;

/** A table has a header and a row of several cells; a sheet of instructions or a list of links has none. */
function holdsTable({ rows }: Grid): boolean {
	let wide = 0;
	for (const row of rows) if (filledCells(row) >= LEAST_CELLS) wide += 1;
	return wide >= LEAST_ROWS;
}

const named = (sheets: readonly Grid[]) => sheets.map(({ name }) => name).join(', ');

/**
 * The sheet to read: the one named, else the only one with a table, else the first of them and a question; a question as
 * well where the one named is not there or holds nothing. Hidden sheets are taken only where no other holds anything. Null
 * where the workbook is empty.
 */
export function chooseSheet(
	sheets: readonly Grid[],
	wanted: string | undefined,
	issues: IssueList
): Grid | null {
	const filled = sheets.filter(isFilled);
	const visible = filled.filter(({ hidden }) => !hidden);
	const open = visible.length > 0 ? visible : filled;
	const tables = open.filter(holdsTable);
	const candidates = tables.length > 0 ? tables : open;
	const asked = filled.find(({ name }) => name === wanted);
	const chosen = asked ?? candidates[0];
	if (!chosen) return null;
	const { name } = chosen;
	if (!asked && wanted !== undefined)
		issues.add('sheet-missing', { params: { wanted, sheets: named(candidates), sheet: name } });
	else if (!asked && candidates.length > 1)
		issues.add('several-sheets', {
			count: candidates.length,
			params: { sheets: named(candidates), sheet: name }
		});
	const left = filled.filter((sheet) => sheet !== chosen && (asked || !candidates.includes(sheet)));
	if (left.length > 0)
		issues.add('other-sheets', { count: left.length, params: { sheets: named(left), sheet: name } });
	if (chosen.hidden) issues.add('hidden-sheet', { params: { sheet: name } });
	return chosen;
}
