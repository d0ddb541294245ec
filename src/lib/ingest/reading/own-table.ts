import type { Cells, Reading } from '$lib/model/reading';
import { RowCells, rowsOf } from './cells';

/** In the name of the first column of a table that Olshem wrote: by it the table is recognised when it comes back. */
const MARK = /\bOlshem ([0-9a-f]{12})$/;
/** What our own CSV puts an apostrophe before, so that no spreadsheet takes it for a formula. */
const GUARDED = /^'(?=\s*[=+\-@\t\r\n＝＋－＠])(?![+-]?\d+(?:[.,]\d+)?%?$)/;

/** The beginning of a hash in the name of a first column; null where Olshem did not write it. */
export const ownMark = (name: string): string | null => MARK.exec(name.trim())?.[1] ?? null;

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
export const withoutGuard = (cell: string): string => cell.replace(GUARDED, '');

function isGuarded(cells: Cells): boolean {
	for (let column = 0; column < cells.width; column += 1)
		if (cells.column(column).texts.some((text) => GUARDED.test(text))) return true;
	return false;
}

/** The reading of a table that Olshem wrote with the cells it was written from; any other reading as it is. */
export function withoutOwnGuards(reading: Reading): Reading {
	const { header, cells, aside } = reading;
	if (ownMark(header?.[0] ?? '') === null) return reading;
	const lines = () => Array.from({ length: cells.rows }, (_, row) => cells.line(row));
	const bare = () => rowsOf(cells).map((row) => row.map(withoutGuard));
	return {
		...reading,
		cells: isGuarded(cells) ? new RowCells(bare(), lines(), header?.length) : cells,
		aside: aside.map((row) => (row.role === 'header' ? row : { ...row, cells: row.cells.map(withoutGuard) }))
	};
}
