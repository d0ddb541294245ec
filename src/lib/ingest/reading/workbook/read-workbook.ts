import type { Reading, ReadingOptions, SheetInfo } from '$lib/model/reading';
import { IssueList } from '../issues';
import { LIMITS } from '../limits';
import { noRows } from '../no-rows';
import { Refusal } from '../refusal';
import { filledCells } from '../row-evidence';
import { chooseSheet } from './choose-sheet';
import type { Grid } from './grid';
import { judgeGrid, judgeWhole } from './judge-grid';
import { openWorkbook } from './open-workbook';

const OPENED = 0.5;

function sheetInfo({ name, hidden, rows }: Grid): SheetInfo {
	return { name, rows: rows.reduce((count, row) => count + (filledCells(row) > 0 ? 1 : 0), 0), hidden };
}

/**
 * Reads one sheet of a workbook (.xlsx, .xls, .ods, told by its bytes) into the rows and the report that text has; `line`
 * is the row of the worksheet. `ending` is that of its name. Throws only where `step` does.
 */
export async function readWorkbook(
	name: string,
	bytes: Uint8Array,
	ending: string,
	options: ReadingOptions,
	step: (share: number) => void
): Promise<Reading> {
	const issues = new IssueList(options.undo);
	if (bytes.length > LIMITS.fileBytes) {
		issues.add('file-too-large', { params: { limit: LIMITS.fileBytes } });
		return noRows(name, '', issues);
	}
	const opened = await openWorkbook(bytes);
	if (opened instanceof Refusal) {
		issues.add(opened.code, { params: opened.params });
		return noRows(name, '', issues);
	}
	step(OPENED);
	const { format } = opened;
	if (format !== ending && !(format === 'xlsx' && ending === 'xlsm'))
		issues.add('other-format', { params: { format: format.toUpperCase(), ending: format } });
	const sheets = opened.sheets.map(sheetInfo);
	const sheet = chooseSheet(opened.sheets, options.sheet, issues);
	if (!sheet) issues.add('empty-file');
	const judged = sheet && judgeGrid(sheet, options, issues);
	if (!judged) return { ...noRows(name, format, issues), sheets };
	return { file: name, encoding: format, sheets, sheet: sheet.name, ...judged };
}

/** The filled sheets of a workbook but `sheet`, each judged by itself, whatever its width; none where it cannot be opened. */
export async function readOtherSheets(name: string, bytes: Uint8Array, sheet: string): Promise<Reading[]> {
	const opened = await openWorkbook(bytes);
	if (opened instanceof Refusal) return [];
	const others = opened.sheets.filter((grid) => grid.name !== sheet && grid.rows.length > 0);
	return others.map((grid): Reading => {
		const judged = judgeWhole(grid, {}, new IssueList());
		return { file: name, encoding: opened.format, sheets: [], sheet: grid.name, ...judged };
	});
}
