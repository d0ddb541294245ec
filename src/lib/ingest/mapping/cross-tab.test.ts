import { expect, test } from 'vitest';
import { RowCells } from '$lib/ingest/reading/cells';
import { crossTab } from './cross-tab';

const tabOf = (rows: string[][]) => {
	const cells = new RowCells(
		rows,
		rows.map((_, row) => row + 2)
	);
	return crossTab(cells.column(0), cells.column(1));
};

test('pairs of texts come in the order of their first row, with their counts', () => {
	const rows = [['б', '2'], ['а', '1'], ['б', '2'], ['а', ''], ['б']];
	expect(tabOf(rows)).toEqual([
		{ left: 'б', right: '2', count: 2 },
		{ left: 'а', right: '1', count: 1 },
		{ left: 'а', right: '', count: 1 },
		{ left: 'б', right: '', count: 1 }
	]);
});

test('columns of many distinct texts are counted alike', () => {
	const rows = Array.from({ length: 5000 }, (_, row) => [`c${String(row % 2500)}`, `v${String(row % 2500)}`]);
	const tab = tabOf(rows);
	expect(tab).toHaveLength(2500);
	expect(tab[2499]).toEqual({ left: 'c2499', right: 'v2499', count: 2 });
});
