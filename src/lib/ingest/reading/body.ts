import type { RowRole } from '$lib/model/reading';
import { foldKey, foldLabel } from '../values/folding';
import { memoised } from '../values/memo';
import { cellKind, isTyped } from './cell-kinds';
import { bodyEvidence, filledCells, headerEvidence, isBlank } from './row-evidence';
import { FEW_CELLS, isBareTotal, isGroupRow, isNote, isTotalLabel, isTotalRow } from './row-words';
import type { FileRecord } from './tokenise';

/** What the judgement of a row needs to know about the table. */
interface TableHead {
	header: readonly string[] | null;
	/** Cells of each header row as they stand in the file. */
	headerRows: readonly (readonly string[])[];
	width: number;
}

const LEVEL_NEIGHBOURS = ['төмен', 'жоғары', 'низкий', 'высокий', 'low', 'high'].map(foldLabel);
const ROWS_LOOKED_AT = 200;

/** «Орташа» beside «төмен» and «жоғары» is a level, not an average. */
function labelsAreLevels(records: readonly FileRecord[], column: number): boolean {
	return records.some(({ cells }) => LEVEL_NEIGHBOURS.includes(foldLabel(cells[column] ?? '')));
}

/** Names of one header row with their matching keys, so that each body cell is folded only where its length fits. */
interface HeaderKeys {
	names: readonly string[];
	keys: readonly string[];
	filled: number;
	fold: (cell: string) => string;
}

const LENGTH_SLACK = 3;

function headerKeysOf(names: readonly string[]): HeaderKeys {
	return { names, keys: names.map(foldKey), filled: filledCells(names), fold: memoised(foldKey) };
}

function isName(cell: string | undefined, row: HeaderKeys, column: number): boolean {
	const name = row.names[column] ?? '';
	if (cell === name) return true;
	if (cell === undefined || row.names.length === 1 || Math.abs(cell.length - name.length) > LENGTH_SLACK)
		return false;
	return row.fold(cell) === row.keys[column];
}

function isHeaderAgain(cells: readonly string[], rows: readonly HeaderKeys[]): boolean {
	return rows.some(
		(row) =>
			row.names.every((_, column) => isName(cells[column] ?? '', row, column)) &&
			row.filled === filledCells(cells)
	);
}

/** A row that repeats most names of the header in their places but not all: the head of another table. */
function isAnotherHeader(cells: readonly string[], row: HeaderKeys | undefined): boolean {
	if (!row || row.names.length < 3) return false;
	let same = 0;
	for (let column = 0; column < row.names.length; column += 1) {
		if (!isBlank(row.names[column]) && isName(cells[column], row, column)) same += 1;
		const left = row.names.length - column - 1;
		if ((same + left) * 2 <= row.names.length) return false;
	}
	return same >= 3 && same * 2 > row.names.length;
}

/**
 * A row of names over columns of another kind or number than those above: after a gap, or without one where every row
 * from here on has the other number of cells.
 */
function startsTable(records: readonly FileRecord[], index: number, head: TableHead, gap: boolean): boolean {
	let at = index;
	if (!gap && records[index]?.cells.length === head.header?.length) return false;
	while (at < records.length && filledCells(records[at]?.cells ?? []) === 1 && head.width > 1) at += 1;
	const cells = records[at]?.cells ?? [];
	const filled = filledCells(cells);
	if (filled < 2 || cells.some((cell) => isTyped(cellKind(cell)))) return false;
	const following: string[][] = [];
	const last = Math.min(records.length, at + 1 + ROWS_LOOKED_AT);
	for (let k = at + 1; k < last && filledCells(records[k]?.cells ?? []) > 0; k += 1) {
		following.push(records[k]?.cells ?? []);
	}
	if (following.length === 0) return false;
	if (!gap && !following.every((row) => row.length === cells.length)) return false;
	const evidence = headerEvidence(cells, bodyEvidence(following, cells.length));
	if (!gap) return evidence.data === 0 && evidence.header > 0;
	const otherWidth =
		filled !== (head.header?.length ?? head.width) && following.every((row) => filledCells(row) <= filled);
	return evidence.data === 0 && (evidence.header > 0 || otherWidth);
}

/** Most rows below a repeated header stand above it too: the same table a second time. */
function repeatsAbove(records: readonly FileRecord[], roles: readonly RowRole[], index: number): boolean {
	const above = new Set<string>();
	let rows = 0;
	for (let k = 0; k < index; k += 1) {
		if (roles[k] !== 'imported') continue;
		above.add((records[k]?.cells ?? []).join('\u0000'));
		rows += 1;
	}
	if (above.size < DIFFERENT_ROWS * rows) return false;
	let below = 0;
	let seen = 0;
	for (let k = index + 1; k < records.length; k += 1) {
		const { cells } = records[k] ?? { cells: [] };
		if (filledCells(cells) === 0) continue;
		below += 1;
		if (above.has(cells.join('\u0000'))) seen += 1;
	}
	return below > 0 && seen * 2 > below && above.size > 1;
}

const MANY_TOTALS = 0.5;
/** Rows of few answers repeat by chance: below this share of different rows nothing is concluded. */
const DIFFERENT_ROWS = 0.8;

/** Roles of rows below the answers, from the end up to the last answer: what none of them is among answers. */
function judgeEnd(
	records: readonly FileRecord[],
	roles: RowRole[],
	head: TableHead,
	levels: () => boolean
): void {
	/** A blank row stands above, or above rows as short as this one. */
	const isApart = (index: number) => {
		let above = index - 1;
		while (above >= 0 && roles[above] !== 'blank' && filledCells(records[above]?.cells ?? []) <= FEW_CELLS)
			above -= 1;
		return roles[above] === 'blank';
	};
	for (let index = roles.length - 1; index >= 0; index -= 1) {
		const role = roles[index];
		const cells = records[index]?.cells ?? [];
		if (role === 'blank' || role === 'total') continue;
		if (role !== 'imported' && role !== 'group') return;
		if (isNote(cells, head.width, isApart(index))) roles[index] = 'group';
		else if (isBareTotal(cells, head.width) && !levels()) roles[index] = 'total';
		else return;
	}
}

/** What single rows are by the names of the header and the first rows below it, whatever stands around them. */
interface RowJudge {
	repeatsHeader: (cells: readonly string[]) => boolean;
	isAnotherHeader: (cells: readonly string[]) => boolean;
	isTotal: (cells: readonly string[]) => boolean;
	isGroup: (cells: readonly string[]) => boolean;
	/** True for a row that is no answer where it ends the file. */
	isEnd: (cells: readonly string[]) => boolean;
	/** True where a cell stands for the name of its column in one of the header rows. */
	isName: (cell: string, column: number) => boolean;
}

/** Judges rows one by one; `records` are the first below the header, two hundred are looked at. */
export function rowJudge(records: readonly FileRecord[], head: TableHead): RowJudge {
	const sample = records
		.slice(0, ROWS_LOOKED_AT)
		.map(({ cells }) => cells)
		.filter((cells) => filledCells(cells) > 1);
	const firstColumn = bodyEvidence(
		sample.filter(([first = '']) => !isTotalLabel(first)),
		1
	)[0];
	const firstColumnApart =
		firstColumn !== undefined && sample.length > 0 && (isTyped(firstColumn.kind) || firstColumn.filled === 0);
	const headerKeys = head.headerRows.map(headerKeysOf);
	return {
		repeatsHeader: (cells) => isHeaderAgain(cells, headerKeys),
		isAnotherHeader: (cells) => isAnotherHeader(cells, headerKeys[0]),
		isTotal: (cells) => isTotalRow(cells, head.width),
		isGroup: (cells) => isGroupRow(cells, head.width, firstColumnApart),
		isEnd: (cells) => isNote(cells, head.width, false) || isBareTotal(cells, head.width),
		isName: (cell, column) => headerKeys.some((row) => isName(cell, row, column))
	};
}

/** Roles of the records below the header, aligned with them. */
export function judgeBody(records: readonly FileRecord[], head: TableHead): RowRole[] {
	const roles: RowRole[] = [];
	const judge = rowJudge(records, head);
	let levels: boolean | null = null;
	const columnsAreLevels = () => (levels ??= labelsAreLevels(records, 0) || labelsAreLevels(records, 1));
	let gap = false;
	let imported = 0;
	let totals = 0;
	let repeats = 0;
	for (let index = 0; index < records.length; index += 1) {
		const { cells } = records[index] ?? { cells: [] };
		if (filledCells(cells) === 0) {
			roles.push('blank');
			gap = true;
			continue;
		}
		const again = judge.repeatsHeader(cells);
		const otherTable =
			imported > 0 &&
			head.header !== null &&
			(again
				? repeats === 0 && repeatsAbove(records, roles, index)
				: judge.isAnotherHeader(cells) || startsTable(records, index, head, gap));
		if (otherTable) {
			for (let k = index; k < records.length; k += 1) roles.push('other-table');
			return roles;
		}
		gap = false;
		if (again) {
			roles.push('repeated-header');
			repeats += 1;
		} else if (judge.isTotal(cells) && !columnsAreLevels()) {
			roles.push('total');
			totals += 1;
		} else if (judge.isGroup(cells)) {
			roles.push('group');
		} else {
			roles.push('imported');
			imported += 1;
		}
	}
	if (totals > MANY_TOTALS * (imported + totals))
		return roles.map((role) => (role === 'total' ? 'imported' : role));
	if (head.header !== null && imported > 1) judgeEnd(records, roles, head, columnsAreLevels);
	return roles;
}
