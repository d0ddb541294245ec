import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { workbookBytes } from './workbook';

const read = async (rows: readonly (readonly string[])[], name = 'Құрам') => {
	const { sheets } = await readXlsx(await workbookBytes(name, rows));
	return sheets[0];
};

describe('a table as .xlsx', () => {
	test('every cell comes back as the text it was', async () => {
		const rows = [
			['Код', 'Балл', 'Ескерту'],
			['007', '1,5', '=1+1'],
			['2014-09-01', '+7 701', 'екі\nжол'],
			['', 'TRUE', '  бос  ']
		];
		const sheet = await read(rows);
		expect(sheet?.rows.map((row) => row.map((value) => value ?? ''))).toEqual(rows);
		expect(sheet?.cells?.values().some((cell) => cell.formula !== undefined) ?? false).toBe(false);
	});

	test('a name Excel would refuse is mended', async () => {
		expect((await read([['a']], 'құрам: [2014/2015] ' + 'ұ'.repeat(40)))?.name).toMatch(
			/^құрам {3}2014 2015 {2}ұ{12}$/u
		);
	});
});
