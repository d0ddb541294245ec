import { describe, expect, test } from 'vitest';
import type { Reading, ReadingOptions } from '$lib/model/reading';
import { LIMITS } from './limits';
import { rowsOf } from './cells';
import { readFile } from './read-file';
import { readingToJson } from './to-json';

const read = (text: string, options?: ReadingOptions) =>
	readFile('a.csv', new TextEncoder().encode(text), options);
const linesOf = ({ cells }: Reading) => rowsOf(cells).map((_, row) => cells.line(row));
const codes = (text: string, options?: ReadingOptions) => read(text, options).issues.map(({ code }) => code);

describe('what a user may decide', () => {
	test('the first row is data, or the header', () => {
		const text = '7А;Иванова;4\n8Б;Петрова;5\n';
		expect(read(text, { hasHeader: false })).toMatchObject({ status: 'ok', header: null });
		expect(read(text, { hasHeader: true }).header).toEqual(['7А', 'Иванова', '4']);
	});
	test('totals are taken back as rows', () => {
		const text = 'Класс;Учитель;Балл\n7А;Ким;4\nИтого;;4\n';
		expect(read(text).counts).toMatchObject({ imported: 1, total: 1, header: 1 });
		expect(rowsOf(read(text, { undo: ['totals-rows'] }).cells).at(-1)).toEqual(['Итого', '', '4']);
	});
	test('a row gets another role by its line', () => {
		const reading = read('Класс;Балл\n7А;4\n8Б;5\n', { roles: { 2: 'set-aside' } });
		expect(rowsOf(reading.cells)).toEqual([['8Б', '5']]);
		expect(reading.aside.map(({ line, role }) => [line, role])).toEqual([
			[1, 'header'],
			[2, 'set-aside']
		]);
	});
	test('setting a row aside keeps the recognised exporter', () => {
		const text = 'Отметка времени,Балл\n2026/06/21 6:05:54 ПП GMT+5,4\n2026/06/22 6:05:54 ПП GMT+5,5\n';
		expect(read(text, { roles: { 3: 'set-aside' } })).toMatchObject({
			exporter: 'google-forms',
			counts: { imported: 1 }
		});
	});
	test('the header stands on another line', () => {
		const reading = read('Мектеп;№5\nКласс;Балл\n7А;4\n', { roles: { 2: 'header' } });
		expect(reading.header).toEqual(['Класс', 'Балл']);
		expect(reading.counts.title).toBe(1);
	});
	test('two cells are joined to the number a comma cut', () => {
		const text = 'Класс,Балл\n7А,4,5\n8Б,3,9\n';
		expect(read(text).status).toBe('refuse');
		const repaired = read(text, { repair: ['decimal-comma-vs-delimiter'] });
		expect(repaired.status).toBe('ok');
		expect(rowsOf(repaired.cells)).toEqual([
			['7А', '4,5'],
			['8Б', '3,9']
		]);
	});
	test('delimiter and encoding are obeyed', () => {
		expect(read('а,б;в\n1,2;3\n', { delimiter: ',' }).header).toEqual(['а', 'б;в']);
		const bytes = Uint8Array.of(0xe0, 0x3b, 0xe1, 0x0a, 0x31, 0x3b, 0x32, 0x0a);
		expect(readFile('a.csv', bytes, { encoding: 'windows-1251' }).header).toEqual(['а', 'б']);
	});
	test('a recognised exporter is refused', () => {
		const text = 'Отметка времени,Балл\n2026/06/21 6:05:54 ПП GMT+5,4\n';
		expect(read(text).exporter).toBe('google-forms');
		expect(read(text, { plain: true })).toMatchObject({ exporter: 'plain', issues: [] });
	});
});

describe('rows and lines', () => {
	test('physical lines stay right behind quoted line breaks', () => {
		const reading = read('Класс;Пікір;Балл\n7А;"бір\nекі\nүш";4\n8Б;жоқ\n');
		expect(linesOf(reading)).toEqual([2, 5]);
		expect(reading.ragged).toEqual([1]);
		expect(reading.issues.find(({ code }) => code === 'ragged-rows')).toMatchObject({
			line: 5,
			params: { cells: 2, expected: 3 }
		});
	});
	test('a sep line is counted but hidden', () => {
		const reading = read('sep=;\nКласс;Балл\n7А;4\n');
		expect(linesOf(reading)).toEqual([3]);
		expect(reading.counts).toMatchObject({ title: 1, header: 1, imported: 1 });
	});
	test('a line break inside a cell is kept as it is', () => {
		expect(read('Класс;Пікір\n7А;"бір\r\nекі"\n8Б;жоқ\n').cells.text(0, 1)).toBe('бір\r\nекі');
	});
	test('a teacher without marks is a row, not a caption', () => {
		expect(read('Мұғалім;Балл 1;Балл 2\nИванова;4;5\nПетрова;;\n').cells.rows).toBe(2);
	});
	test('«орташа» among levels is an answer', () => {
		expect(codes('Деңгей;Саны\nтөмен;5\nорташа;10\nжоғары;3\n')).toEqual([]);
	});
	test('a row of years is a header', () => {
		expect(read('Учитель;2014;2015\nИванова;4;5\nКим;3;4\n').header).toEqual(['Учитель', '2014', '2015']);
	});
	test('a numbering row below the header is set aside', () => {
		expect(codes('Класс;Учитель;Балл;Часы\n1;2;3;4\n7А;Ким;4;5\n')).toEqual(['numbering-row']);
	});
	test('the same table twice is asked about, not counted twice', () => {
		const table = 'Класс;Балл\n7А;4\n8Б;5\n9В;3\n';
		expect(read(table + table)).toMatchObject({ status: 'ask', counts: { imported: 3, 'other-table': 4 } });
	});
});

describe('files that are no tables', () => {
	test.each([
		['%PDF-1.7 ', 'not-csv-pdf'],
		['\u0089PNG', 'not-csv-image'],
		['<?xml version="1.0"?><Workbook/>', 'not-csv-xml'],
		['<!DOCTYPE html><html>', 'not-csv-html'],
		['\n \n', 'empty-file']
	])('%s', (text, code) => {
		const bytes = Uint8Array.from([...text], (character) => character.charCodeAt(0));
		const reading = readFile('a.csv', bytes);
		expect(reading).toMatchObject({ status: 'refuse', header: null, cells: { rows: 0 } });
		expect(reading.issues.map((issue) => issue.code)).toEqual([code]);
	});
});

test('a text longer than the engine holds is too large, not empty', () => {
	const reading = readFile('a.csv', new Uint8Array(LIMITS.textCharacters + 1).fill(0x61));
	expect(reading.status).toBe('refuse');
	expect(reading.issues.map(({ code }) => code)).toEqual(['file-too-large']);
});

test('the JSON of a reading has the fields of the specification, in their order', () => {
	const json = readingToJson(read('Класс;Балл;Балл\n7А;4;5\n'), ({ code, count }) => `${code} ${count}`);
	expect(Object.keys(json)).toEqual(['file', 'status', 'encoding', 'dialect', 'header', 'rows', 'issues']);
	expect(json.issues).toEqual([
		{
			code: 'duplicate-headers',
			severity: 'warn',
			count: 2,
			line: 1,
			column: 2,
			message: 'duplicate-headers 2'
		}
	]);
});
