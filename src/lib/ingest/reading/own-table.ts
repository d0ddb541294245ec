import type { Cells, Reading } from '$lib/model/reading';
import { RowCells, rowsOf } from './cells';

/** In the name of the first column of a table that Olshem wrote: by it the table is recognised when it comes back. */
const MARK = /\bOlshem ([0-9a-f]{12})$/;
/** What a spreadsheet may take for a formula (OWASP, CSV injection), and the same behind apostrophes of its own. */
const RISKY = /^'*\s*[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?%?$/;

const isRisky = (text: string) => RISKY.test(text) && !PLAIN_NUMBER.test(text);

/** The beginning of a hash in the name of a first column; null where Olshem did not write it. */
export const ownMark = (name: string): string | null => MARK.exec(name.trim())?.[1] ?? null;

/** A cell as our CSV has it: behind an apostrophe, so that no spreadsheet takes it for a formula; plain numbers stay as they are. */
export const withGuard = (cell: string): string => (isRisky(cell) ? `'${cell}` : cell);

/** The cell that {@link withGuard} was given. */
export const withoutGuard = (cell: string): string =>
	cell.startsWith("'") && isRisky(cell.slice(1)) ? cell.slice(1) : cell;

/** How cells are written in a table of these names: those of a table that is read without its apostrophes need them again. */
export const guardOf = (header: readonly string[] | null): ((cell: string) => string) =>
	ownMark(header?.[0] ?? '') === null ? (cell) => cell : withGuard;

function isGuarded(cells: Cells): boolean {
	for (let column = 0; column < cells.width; column += 1)
		if (cells.column(column).texts.some((text) => withoutGuard(text) !== text)) return true;
	return false;
}

/** The reading of a table that Olshem wrote with the cells it was written from; any other reading as it is. */
export function withoutOwnGuards(reading: Reading): Reading {
	const { header, cells, aside } = reading;
	if (header === null || ownMark(header[0] ?? '') === null) return reading;
	const lines = () => Array.from({ length: cells.rows }, (_, row) => cells.line(row));
	const bare = () => rowsOf(cells).map((row) => row.map(withoutGuard));
	return {
		...reading,
		header: header.map(withoutGuard),
		cells: isGuarded(cells) ? new RowCells(bare(), lines(), header.length) : cells,
		aside: aside.map((row) => ({ ...row, cells: row.cells.map(withoutGuard) }))
	};
}
