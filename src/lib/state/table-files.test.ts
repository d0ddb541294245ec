import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowCells, rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import type { ReadingOptions } from '$lib/model/reading';
import { tableFile, type TableFormat } from './table-files';

const HEADER = ['Аты', 'Жауап', 'Пікір'];
const OPTIONS: ReadingOptions = {
	hasHeader: true,
	plain: true,
	undo: ['totals-rows', 'group-rows', 'repeated-header', 'several-tables']
};
const table = (rows: string[][], header: string[] | null = HEADER) => ({
	header,
	cells: new RowCells(
		rows,
		rows.map((_, at) => at + 2)
	)
});

async function imported(format: TableFormat, rows: string[][]) {
	const file = await tableFile('кесте', table(rows), format);
	const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
	const own = format === 'csv' ? { ...OPTIONS, delimiter: ';', quote: '"' } : OPTIONS;
	return readAny(`кесте.${format}`, bytes, own);
}

test.each(['csv', 'xlsx'] as const)('a saved .%s gives every cell back', async (format) => {
	const cell = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.constantFrom(
			'',
			' а ',
			'"',
			"'б'",
			';',
			'в\nг',
			'=1+1',
			'@SUM(1)',
			'007',
			'1,5',
			'7А',
			'_x0041_',
			'_X0041_',
			'а\u0001б',
			'в\r\nг',
			'\ud800',
			'#Н/Д'
		)
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.constantFrom('Әлия', 'Иванова'), cell, cell), { minLength: 1, maxLength: 8 }),
			async (rows) => {
				const again = await imported(format, rows);
				expect([again.header, ...rowsOf(again.cells)]).toEqual([HEADER, ...rows]);
			}
		),
		{ numRuns: 150 }
	);
});

test('a table without names is saved without a frozen first row, and read as it was', async () => {
	const file = await tableFile('кесте', table([['7А', '4']], null), 'xlsx');
	const reading = await readAny('кесте.xlsx', new Uint8Array((await file?.arrayBuffer()) ?? []), {
		hasHeader: false
	});
	expect(rowsOf(reading.cells)).toEqual([['7А', '4']]);
});

test('what a sheet would cut off is no workbook', async () => {
	expect(await tableFile('кесте', table([['а'.repeat(32_768), '', '']]), 'xlsx')).toBeNull();
	expect(await tableFile('кесте', table([['а'.repeat(32_767), '', '']]), 'xlsx')).not.toBeNull();
});
