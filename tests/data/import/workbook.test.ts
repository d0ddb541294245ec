import { describe, expect, test } from 'vitest';
import { writeOds, writeXlsx } from 'hucre';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import type { Reading } from '$lib/model/reading';
import { cell, madeXlsx, sheetData, type MadeWorkbook } from './made-xlsx';
import { textXls } from './made-xls';

const codes = ({ issues }: Reading) => issues.map(({ code }) => code);
const issue = (reading: Reading, code: string) => reading.issues.find((one) => one.code === code);
const table = (reading: Reading) => ({ header: reading.header, rows: rowsOf(reading.cells) });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) =>
	new TextEncoder().encode(rows.map((row) => row.map(quoted).join(';') + '\r\n').join(''));
const read = (workbook: MadeWorkbook, name = 'a.xlsx') => readAny(name, madeXlsx(workbook));
const oneSheet = (xml: string, rest: Omit<MadeWorkbook, 'sheets'> = {}) =>
	read({ sheets: [{ name: 'Лист1', xml }], ...rest });

const TABLES: Record<string, string[][]> = {
	plain: [
		['Класс', 'Оқушы', 'Балл', 'Код'],
		['7А', 'Әсем «Ұлы»', '4,5', '007'],
		['7Б', 'Иван; "Ваня"', '3', '012'],
		['7В', 'екі\nжол', '', '#Н/Д']
	],
	titled: [
		['Мектеп-лицей №5', '', ''],
		['2014-2015 оқу жылы', '', ''],
		['', '', ''],
		['Сынып', 'Математика', ''],
		['', 'БЖБ', 'ТЖБ'],
		['7А', '7/10', '8/10'],
		['', '', ''],
		['7Ә', '5/10', '9/10'],
		['Барлығы', '12', '17']
	],
	repeated: [
		['ФИО', 'Балл', 'Балл'],
		['Ахметова', '4', '5'],
		['Серікұлы', '3', '4'],
		['ФИО', 'Балл', 'Балл'],
		['Иванов', '5', '5']
	]
};

describe('the same table in every format', () => {
	test.each(Object.entries(TABLES))('%s', async (_, rows) => {
		const text = await readAny('a.csv', csv(rows));
		const workbooks = {
			xlsx: await writeXlsx({ sheets: [{ name: 'Лист1', rows }] }),
			ods: await writeOds({ sheets: [{ name: 'Лист1', rows }] }),
			xls: textXls(rows)
		};
		for (const [format, bytes] of Object.entries(workbooks)) {
			const reading = await readAny(`a.${format}`, bytes);
			expect(table(reading)).toEqual(table(text));
			expect(reading.counts).toEqual(text.counts);
			expect(codes(reading)).toEqual(codes(text));
			expect(reading.encoding).toBe(format);
			expect(reading.sheet).toBe('Лист1');
		}
	});

	test('lines are rows of the worksheet', async () => {
		const reading = await readAny(
			'a.xlsx',
			await writeXlsx({ sheets: [{ name: 'A', rows: TABLES.titled }] })
		);
		expect(reading.cells.line(0)).toBe(6);
		expect(reading.aside.map(({ line, role }) => [line, role])).toContainEqual([9, 'total']);
	});
});

describe('cells of an .xlsx', () => {
	const FORMATS = [
		'00000',
		'0%',
		'dd.mm.yyyy',
		'dd.mm.yyyy h:mm',
		'h:mm',
		'[h]:mm',
		'000\\-000',
		'd-mmm',
		'000;-000;;@'
	];
	const values = async (cells: string, rest: Omit<MadeWorkbook, 'sheets'> = {}) => {
		const head = `<row r="1">${cell('A1', 'Название')}${cell('B1', 'Значение')}</row>`;
		const reading = await oneSheet(
			`<sheetData>${head}<row r="2">${cell('A2', 'текст')}${cells}</row></sheetData>`,
			{
				formats: FORMATS,
				...rest
			}
		);
		return { reading, value: reading.cells.text(0, 1) };
	};

	test.each([
		['a number keeps every digit', '<c r="B2"><v>0.1</v></c>', '0.1'],
		['a long number has no exponent', '<c r="B2"><v>870412301234</v></c>', '870412301234'],
		['a small number has no exponent', '<c r="B2"><v>1.5E-7</v></c>', '0.00000015'],
		['a large number has no exponent', '<c r="B2"><v>1.25E+22</v></c>', '12500000000000000000000'],
		['a percent stays the share it is', cell('B2', 0.455, 2), '0.455'],
		['zeros of a code are shown', cell('B2', 7, 1), '00007'],
		['zeros of a code whose format has sections', cell('B2', 7, 9), '007'],
		['signs of a code are shown', cell('B2', 12345, 7), '012-345'],
		['a date', cell('B2', 45413, 3), '2024-05-01'],
		['a date with time', cell('B2', 45413.4375, 4), '2024-05-01 10:30:00'],
		['midnight of a moment', cell('B2', 45413, 4), '2024-05-01 00:00:00'],
		['a time a date format hides', cell('B2', 45413.75, 3), '2024-05-01 18:00:00'],
		['a time of day', cell('B2', 0.4375, 5), '10:30:00'],
		['a length of time', cell('B2', 1.5, 6), '36:00:00'],
		['a boolean', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
		['an error', '<c r="B2" t="e"><v>#REF!</v></c>', '#REF!'],
		['a formula gives its cached value', '<c r="B2"><f>1+2</f><v>3</v></c>', '3'],
		['a text formula', '<c r="B2" t="str"><f>A2&amp;"!"</f><v>текст!</v></c>', 'текст!'],
		['an ISO date', '<c r="B2" t="d"><v>2024-05-01</v></c>', '2024-05-01'],
		[
			'rich text',
			'<c r="B2" t="inlineStr"><is><r><t>Әл</t></r><r><t xml:space="preserve">і </t></r></is></c>',
			'Әлі '
		],
		['an escaped character', '<c r="B2" t="inlineStr"><is><t>a_x0009_b</t></is></c>', 'a\tb']
	])('%s', async (_, xml, expected) => {
		expect((await values(xml)).value).toBe(expected);
	});

	test('dates from 1904', async () => {
		expect((await values(cell('B2', 43951, 3), { date1904: true })).value).toBe('2024-05-01');
	});

	test('errors are counted', async () => {
		const { reading } = await values('<c r="B2" t="e"><v>#N/A</v></c>');
		expect(issue(reading, 'excel-errors')?.count).toBe(1);
	});

	test('a score that Excel took for a date is named', async () => {
		const { reading, value } = await values(cell('B2', 45413, 8));
		expect(value).toBe('2024-05-01');
		expect(issue(reading, 'excel-damage')?.line).toBe(2);
	});

	test('a formula without a value is named', async () => {
		const { reading, value } = await values('<c r="B2"><f>SUM(C1:C9)</f></c>');
		expect(value).toBe('');
		expect(issue(reading, 'uncomputed-formulas')).toMatchObject({ count: 1, line: 2, column: 2 });
	});

	test('shared texts, rich ones and phonetic ones', async () => {
		const texts = [
			'<t>Сынып</t>',
			'<r><t>Әр</t></r><r><t>ман</t></r>',
			'<t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh>'
		];
		const place = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
		const xml = `<sheetData><row>${place('A1', 0)}${place('B1', 1)}</row><row>${place('A2', 1)}${place('B2', 2)}</row></sheetData>`;
		const reading = await oneSheet(xml, { texts });
		expect(table(reading)).toEqual({ header: ['Сынып', 'Әрман'], rows: [['Әрман', '漢']] });
	});

	test('a text that is not there refuses the workbook', async () => {
		const xml = '<sheetData><row><c r="A1" t="s"><v>3</v></c></row></sheetData>';
		const reading = await oneSheet(xml, { texts: ['<t>a</t>'] });
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'damaged-workbook']);
	});
});

describe('what a workbook does beside its cells', () => {
	const ROWS = [
		['Класс', 'Балл', 'Пән'],
		['7А', 4, 'Физика'],
		['7Б', 5, ''],
		['7В', 3, 'Химия']
	];

	test('merged cells of a header are judged, those of the body are named', async () => {
		const xml = `${sheetData([
			['Класс', 'Баллы', ''],
			['', 'I', 'II'],
			['7А', 4, 5],
			['7Б', 3, 4]
		])}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`;
		const header = await oneSheet(xml);
		expect(header.header).toEqual(['Класс', 'Баллы / I', 'Баллы / II']);
		expect(codes(header)).toEqual(['merged-header']);
		const body = await oneSheet(`${sheetData(ROWS)}<mergeCells><mergeCell ref="C2:C3"/></mergeCells>`);
		expect(issue(body, 'merged-cells')).toMatchObject({ count: 1, line: 2, column: 3 });
		expect(body.cells.row(1)).toEqual(['7Б', '5', '']);
	});

	test('hidden rows and columns are read and named', async () => {
		const xml = sheetData(ROWS).replace('<row r="3">', '<row r="3" hidden="1">');
		const reading = await oneSheet(`<cols><col min="2" max="2" hidden="1"/></cols>${xml}`);
		expect(reading.cells.rows).toBe(3);
		expect(issue(reading, 'hidden-rows')).toMatchObject({ count: 1, line: 3 });
		expect(issue(reading, 'hidden-columns')?.places).toMatchObject([{ column: 2, text: 'Балл' }]);
	});

	test('several sheets with tables are asked about, and one can be named', async () => {
		const other = sheetData([
			['Сынып', 'Саны'],
			['8А', 20],
			['8Б', 21]
		]);
		const notes = sheetData([['Нұсқаулық'], ['Парақты толтырыңыз']]);
		const workbook = {
			sheets: [
				{ name: 'Нұсқау', xml: notes },
				{ name: 'Баллы', xml: sheetData(ROWS) },
				{ name: 'Саны', xml: other },
				{ name: 'Бос', xml: '<sheetData/>' }
			]
		};
		const asked = await read(workbook);
		expect([asked.status, asked.sheet]).toEqual(['ask', 'Баллы']);
		expect(issue(asked, 'several-sheets')?.params).toEqual({ sheets: 'Баллы, Саны', sheet: 'Баллы' });
		expect(asked.sheets.map(({ rows }) => rows)).toEqual([2, 4, 3, 0]);
		const named = await readAny('a.xlsx', madeXlsx(workbook), { sheet: 'Саны' });
		expect([named.status, named.sheet, named.header]).toEqual(['ok', 'Саны', ['Сынып', 'Саны']]);
		expect(codes(named)).toEqual(['other-sheets']);
	});

	test('a hidden sheet is left alone, unless it is the only one', async () => {
		const hidden = { name: 'Тізім', xml: sheetData(ROWS), state: 'veryHidden' as const };
		const both = await read({ sheets: [hidden, { name: 'Баллы', xml: sheetData(ROWS) }] });
		expect([both.status, both.sheet, ...codes(both)]).toEqual(['ok', 'Баллы', 'other-sheets']);
		const alone = await read({ sheets: [{ name: 'Бос', xml: '<sheetData/>' }, hidden] });
		expect([alone.status, alone.sheet, ...codes(alone)]).toEqual(['warn', 'Тізім', 'hidden-sheet']);
	});

	test('a chart on a sheet of its own is no sheet', async () => {
		const reading = await read({
			sheets: [
				{ name: 'Диаграмма', xml: '<drawing/>', kind: 'chartsheet' },
				{ name: 'Баллы', xml: sheetData(ROWS) }
			]
		});
		expect([reading.status, reading.sheet, reading.sheets.length]).toEqual(['ok', 'Баллы', 1]);
	});

	test('an empty workbook is refused', async () => {
		const reading = await oneSheet('<sheetData/>');
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'empty-file']);
	});
});

describe('names and contents', () => {
	const rows = TABLES.plain ?? [];

	test('a workbook under another workbook name is opened with a note', async () => {
		const xls = await readAny('a.xlsx', textXls(rows));
		expect([xls.encoding, ...codes(xls)]).toEqual(['xls', 'other-format', 'excel-errors']);
		const xlsx = await readAny('a.xls', await writeXlsx({ sheets: [{ name: 'A', rows }] }));
		expect([xlsx.encoding, ...codes(xlsx)]).toEqual(['xlsx', 'other-format', 'excel-errors']);
	});

	test('.xlsm is opened without a note', async () => {
		const reading = await readAny('A.XLSM', await writeXlsx({ sheets: [{ name: 'A', rows }] }));
		expect(codes(reading)).toEqual(['excel-errors']);
	});

	test('text and web pages named .xls', async () => {
		const text = await readAny('a.xls', csv(rows));
		expect(codes(text)).toContain('other-format');
		expect(table(text)).toEqual(table(await readAny('a.csv', csv(rows))));
		const page = await readAny(
			'a.xls',
			new TextEncoder().encode('<html><table><tr><td>1</td></tr></table></html>')
		);
		expect([page.status, ...codes(page)]).toEqual(['refuse', 'not-csv-html']);
	});

	test.each([
		['a.csv', 'not-csv-xlsx'],
		['a.txt', 'not-csv-xlsx'],
		['a', 'not-csv-xlsx']
	])('a workbook named %s stays refused', async (name, code) => {
		const reading = await readAny(name, await writeXlsx({ sheets: [{ name: 'A', rows }] }));
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', code]);
	});

	test('a password is named', async () => {
		const encryption = { password: 'құпия', spinCount: 10 };
		const reading = await readAny('a.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows }], encryption }));
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'encrypted-file']);
	});

	test('a zip that is no workbook is refused by name', async () => {
		const reading = await read({ sheets: [], parts: { '[Content_Types].xml': new Uint8Array() } });
		expect([reading.status, ...codes(reading)]).toEqual(['refuse', 'damaged-workbook']);
	});
});
