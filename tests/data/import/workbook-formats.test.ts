import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import type { Reading } from '$lib/model/reading';
import { biffText, compoundFile, madeXls, number, text, textFormula, type BiffRecord } from './made-xls';

const codes = ({ issues }: Reading) => issues.map(({ code }) => code);
const issue = (reading: Reading, code: string) => reading.issues.find((one) => one.code === code);

describe('.ods as LibreOffice writes it', () => {
	const cell = (shown: string, attributes = 'office:value-type="string"') =>
		`<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
	const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
	const HEADER = row(cell('Код') + cell('Балл'));
	const document = (tables: string, styles = '') =>
		`<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
	const read = (tables: string, { styles = '', manifest = '' } = {}) =>
		readAny(
			'a.ods',
			zipSync({
				mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
				'content.xml': strToU8(document(tables, styles)),
				'META-INF/manifest.xml': strToU8(manifest)
			})
		);
	const sheet = (rows: string) => `<table:table table:name="Парақ1">${rows}</table:table>`;

	test('rows printed on every page and rows of an outline are rows', async () => {
		const rows = `<table:table-header-rows>${HEADER}</table:table-header-rows><table:table-row-group>${row(cell('7А') + cell('4'))}</table:table-row-group>${row(cell('7Б') + cell('5'))}`;
		const reading = await read(sheet(rows));
		expect([reading.header, rowsOf(reading.cells)]).toEqual([
			['Код', 'Балл'],
			[
				['7А', '4'],
				['7Б', '5']
			]
		]);
	});

	test('a million formatted empty rows are no rows', async () => {
		const empty = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="1024"/>';
		const reading = await read(
			sheet(HEADER + row(cell('7А') + cell('4') + empty) + row(empty, 'table:number-rows-repeated="1048574"'))
		);
		expect([reading.status, rowsOf(reading.cells)]).toEqual(['ok', [['7А', '4']]]);
	});

	test('codes, errors, times, numbers and dates', async () => {
		const value = (type: string, more: string) => `office:value-type="${type}" ${more}`;
		const cells = [
			cell('007', value('float', 'office:value="7"')),
			cell('#DIV/0!', value('float', 'office:value="0" calcext:value-type="error"')),
			cell('10:30:00', value('time', 'office:time-value="PT10H30M00S"')),
			cell('4,5', value('float', 'office:value="4.5"')),
			cell('01.05.24', value('date', 'office:date-value="2024-05-01"')),
			cell('01.05.24 10:30', value('date', 'office:date-value="2024-05-01T10:30:00"')),
			cell('45 %', value('percentage', 'office:value="0.45"')),
			cell('ИСТИНА', value('boolean', 'office:boolean-value="true"'))
		];
		const names = cells.map((_, at) => cell(`Сұрақ ${'абвгдежз'.charAt(at)}`)).join('');
		const reading = await read(sheet(row(names) + row(cells.join(''))));
		expect(reading.cells.row(0)).toEqual([
			'007',
			'#DIV/0!',
			'10:30:00',
			'4.5',
			'2024-05-01',
			'2024-05-01 10:30:00',
			'0.45',
			'TRUE'
		]);
		expect(codes(reading)).toEqual(['excel-errors']);
	});

	test('hidden rows, columns and sheets', async () => {
		const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>';
		const rows =
			HEADER +
			row(cell('7А') + cell('4'), 'table:visibility="filter"') +
			row(cell('7Б') + cell('5'), 'table:number-rows-repeated="2"');
		const styles =
			'<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
		const hidden = `<table:table table:name="Жасырын" table:style-name="ta2">${rows}</table:table>`;
		const reading = await read(sheet(columns + rows) + hidden, { styles });
		expect(reading.cells.rows).toBe(3);
		expect(issue(reading, 'hidden-rows')).toMatchObject({ count: 1, line: 2 });
		expect(issue(reading, 'hidden-columns')?.places).toMatchObject([{ column: 2, text: 'Балл' }]);
		expect(reading.sheets).toMatchObject([{ hidden: false }, { name: 'Жасырын', hidden: true }]);
		expect(codes(reading)).not.toContain('several-sheets');
	});

	test('merged cells keep their place', async () => {
		const merged = `<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>7А</text:p></table:table-cell><table:covered-table-cell/>`;
		const reading = await read(
			sheet(row(cell('Код') + cell('Балл') + cell('Пән')) + row(merged + cell('ән')))
		);
		expect(reading.cells.row(0)).toEqual(['7А', '', 'ән']);
		expect(issue(reading, 'merged-cells')).toMatchObject({ count: 1, line: 2 });
	});

	test('a password is named', async () => {
		const reading = await read(sheet(HEADER), { manifest: '<manifest:encryption-data/>' });
		expect(codes(reading)).toEqual(['encrypted-file']);
	});
});

describe('.xls', () => {
	const header = [text(0, 0, 'Код'), text(0, 1, 'Балл')];
	const only = (records: readonly BiffRecord[], formats: readonly string[] = []) =>
		readAny('a.xls', madeXls({ sheets: [{ name: 'Лист1', records: [...header, ...records] }], formats }));

	test('numbers, codes and dates', async () => {
		const formats = ['00000', 'dd.mm.yyyy', '0%'];
		const reading = await only(
			[number(1, 0, 7, 1), number(1, 1, 45413, 2), number(2, 0, 0.455, 3), number(2, 1, 4.5)],
			formats
		);
		expect(rowsOf(reading.cells)).toEqual([
			['00007', '2024-05-01'],
			['0.455', '4.5']
		]);
	});

	test('the text of a shared formula stands behind the formula it shares', async () => {
		const sharedFormula: BiffRecord = [0x4bc, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]];
		const reading = await only([
			text(1, 0, '7А'),
			textFormula(1, 1),
			sharedFormula,
			[0x207, biffText('жақсы')],
			text(2, 0, '7Б'),
			textFormula(2, 1),
			[0x207, biffText('орташа')]
		]);
		expect(rowsOf(reading.cells)).toEqual([
			['7А', 'жақсы'],
			['7Б', 'орташа']
		]);
	});

	test('a text of several fonts', async () => {
		const [, data] = text(1, 0, 'бір екі үш');
		const reading = await only([[0xd6, [...data, 0, 0]], number(1, 1, 4)]);
		expect(rowsOf(reading.cells)).toEqual([['бір екі үш', '4']]);
	});

	test('a text longer than its record is refused, not cut', async () => {
		const [id, data] = text(1, 0, 'бір екі үш');
		const reading = await only([[id, data.slice(0, 13)], number(1, 1, 4)]);
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'damaged-workbook']);
	});

	test('a text that is not there refuses the workbook', async () => {
		const reading = await only([[0xfd, [1, 0, 0, 0, 0, 0, 5, 0, 0, 0]]]);
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'damaged-workbook']);
	});

	test('hidden rows, columns and sheets, a chart, a merge below it', async () => {
		const row: BiffRecord = [0x208, [2, 0, 0, 0, 2, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]];
		const column: BiffRecord = [0x7d, [1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]];
		const chart: BiffRecord[] = [
			[0x809, [0, 6, 0x20, 0, ...Array<number>(12).fill(0)]],
			[0x0a, []]
		];
		const merge: BiffRecord = [0xe5, [1, 0, 1, 0, 2, 0, 0, 0, 0, 0]];
		const records = [
			...header,
			column,
			row,
			text(1, 0, '7А'),
			number(1, 1, 4),
			number(2, 1, 5),
			...chart,
			merge
		];
		const bytes = madeXls({
			sheets: [
				{ name: 'График', records: [], chart: true },
				{ name: 'Жасырын', records, hidden: true },
				{ name: 'Баллы', records }
			]
		});
		const reading = await readAny('a.xls', bytes);
		expect([reading.sheet, reading.sheets.length]).toEqual(['Баллы', 2]);
		expect(issue(reading, 'hidden-rows')).toMatchObject({ count: 1, line: 3 });
		expect(issue(reading, 'hidden-columns')?.count).toBe(1);
		expect(issue(reading, 'merged-cells')).toMatchObject({ count: 1, line: 2 });
	});

	test.each([
		['a password', madeXls({ sheets: [], globals: [[0x2f, [1, 0]]] }), 'encrypted-file'],
		['a new workbook with a password', compoundFile('EncryptedPackage', [1, 2, 3]), 'encrypted-file'],
		['a document', compoundFile('WordDocument', [1, 2, 3]), 'damaged-workbook'],
		['an older version', compoundFile('Book', [9, 8, 4, 0, 0, 5, 5, 0]), 'damaged-workbook']
	])('%s is refused by name', async (_, bytes, code) => {
		const reading = await readAny('a.xls', bytes);
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', code]);
	});
});
