import { describe, expect, test } from 'vitest';
import type { ReadingOptions } from '$lib/model/reading';
import { rowsOf } from './cells';
import { readFile } from './read-file';

const read = (lines: string[], options: ReadingOptions) =>
	readFile('a.csv', new TextEncoder().encode(lines.join('\n') + '\n'), options);

/** The second row fills the gaps of the first, so that both together read as one merged header. */
const MERGED = [';Сауалнама;;Журнал', 'Сынып;Балл;Пікір;Күн', '7А;4;жақсы;5', '8Б;5;өте жақсы;6'];

describe('rows whose role the user said', () => {
	test('both rows are the header as long as nobody says otherwise', () => {
		expect(read(MERGED, {}).header).toEqual([
			'Сынып',
			'Сауалнама / Балл',
			'Сауалнама / Пікір',
			'Журнал / Күн'
		]);
	});

	test('a row said to be data below a header is in no name', () => {
		const reading = read(MERGED, { roles: { 1: 'header', 2: 'imported' } });
		expect(reading.header).toEqual(['', 'Сауалнама', '', 'Журнал']);
		expect(rowsOf(reading.cells)[0]).toEqual(['Сынып', 'Балл', 'Пікір', 'Күн']);
		expect(reading.issues.map(({ code }) => code)).not.toContain('merged-header');
	});

	test('a row that repeats the names is data where the user says so', () => {
		const reading = read(['Сынып;Балл', 'Сынып;Балл', '7А;4'], { roles: { 1: 'header', 2: 'imported' } });
		expect(reading.header).toEqual(['Сынып', 'Балл']);
		expect(rowsOf(reading.cells)).toEqual([
			['Сынып', 'Балл'],
			['7А', '4']
		]);
	});

	test('a first row said to be data is no header too', () => {
		const reading = read(['Сынып;Балл', '7А;4', '8Б;5'], { roles: { 1: 'imported' } });
		expect(reading.header).toBeNull();
		expect(reading.cells.rows).toBe(3);
	});

	test('below a first row that tells about the file the header is looked for', () => {
		const reading = read(['Мектеп;2016', 'Сынып;Балл', '7А;4', '8Б;5'], { roles: { 1: 'title' } });
		expect(reading.header).toEqual(['Сынып', 'Балл']);
		expect(reading.counts).toMatchObject({ title: 1, header: 1, imported: 2 });
	});

	test('a numbering row said to be data is data', () => {
		const lines = ['Сынып;Балл;Пікір', '1;2;3', '7А;4;жақсы', '8Б;5;нашар'];
		expect(read(lines, {}).cells.rows).toBe(2);
		const reading = read(lines, { roles: { 2: 'imported' } });
		expect([reading.header, reading.cells.rows]).toEqual([['Сынып', 'Балл', 'Пікір'], 3]);
		expect(reading.issues.map(({ code }) => code)).not.toContain('numbering-row');
	});
});

test('a first row of answers 1, 2, 3 beside a name is data', () => {
	const rows = [
		'Сынып,Мұғалім,Пікір,Қала',
		'Қасымова Әлия,1,2,3',
		...Array<string>(5).fill('Қасымова Әлия,1,1,1')
	];
	const reading = readFile('t.csv', new TextEncoder().encode(rows.join('\n')));
	expect(reading.cells.rows).toBe(6);
	expect(reading.issues.map(({ code }) => code)).not.toContain('numbering-row');
});
