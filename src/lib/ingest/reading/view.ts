import type { CodedColumn, Reading, ReadingView, SourceRow } from '$lib/model/reading';
import { rowsOf } from './cells';

const HEAD_ROWS = 200;

/** More different texts than this are no answers to choose from. */
const DISTINCT_TEXTS = 1000;

function distinctTexts({ texts, counts }: CodedColumn): [string, number][] {
	const found: [string, number][] = [];
	for (let code = 1; code < texts.length && found.length < DISTINCT_TEXTS; code += 1) {
		const text = texts[code] ?? '';
		if (text.trim() !== '') found.push([text, counts[code] ?? 0]);
	}
	return found;
}

/** What a page is told of a reading at once. */
export function readingView({ cells, ...rest }: Reading): ReadingView {
	let row = 0;
	const before = rest.aside.map(({ line }) => {
		while (row < cells.rows && cells.line(row) <= line) row += 1;
		return row;
	});
	return {
		...rest,
		rows: cells.rows,
		width: cells.width,
		head: rowsOf(cells, 0, HEAD_ROWS),
		distinct: Array.from({ length: cells.width }, (_, column) => distinctTexts(cells.column(column))),
		before
	};
}

/** Imported rows from `from` to before `to`, with their lines. */
export function importedRows({ cells }: Reading, from: number, to: number): SourceRow[] {
	return rowsOf(cells, from, to).map((row, at) => ({
		line: cells.line(from + at),
		role: 'imported',
		cells: [...row]
	}));
}
