import type { Reading, ReadingView, SourceRow } from '$lib/model/reading';
import { rowsOf } from './cells';

const HEAD_ROWS = 200;

/** What a page is told of a reading at once. */
export function readingView({ cells, ...rest }: Reading): ReadingView {
	let row = 0;
	const before = rest.aside.map(({ line }) => {
		while (row < cells.rows && cells.line(row) <= line) row += 1;
		return row;
	});
	return { ...rest, rows: cells.rows, width: cells.width, head: rowsOf(cells, 0, HEAD_ROWS), before };
}

/** Imported rows from `from` to before `to`, with their lines. */
export function importedRows({ cells }: Reading, from: number, to: number): SourceRow[] {
	return rowsOf(cells, from, to).map((row, at) => ({
		line: cells.line(from + at),
		role: 'imported',
		cells: [...row]
	}));
}
