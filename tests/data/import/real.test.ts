import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import type { ReadingOptions } from '$lib/model/reading';

const folder = new URL('../../reference/import/real/', import.meta.url);
const real = (name: string, options?: ReadingOptions) =>
	readFile(name, new Uint8Array(readFileSync(new URL(name, folder))), options);

const EXPECTED = [
	{
		name: 'excel_de_semicolon_bom_merged_header.csv',
		status: 'warn',
		exporter: 'plain',
		columns: 38,
		rows: 45
	},
	{ name: 'kobo_damaged_by_excel.csv', status: 'ask', exporter: 'plain', columns: 1, rows: 10 },
	{ name: 'kobo_recovered.csv', status: 'warn', exporter: 'kobotoolbox', columns: 42, rows: 10 },
	{ name: 'qualtrics_legacy_two_headers.csv', status: 'ok', exporter: 'qualtrics', columns: 15, rows: 1 },
	{ name: 'qualtrics_three_headers_de.csv', status: 'ok', exporter: 'qualtrics', columns: 20, rows: 1 },
	{
		name: 'surveymonkey_one_header_likert.csv',
		status: 'ok',
		exporter: 'surveymonkey',
		columns: 13,
		rows: 60
	},
	{
		name: 'surveymonkey_two_headers_cp1252.csv',
		status: 'warn',
		exporter: 'surveymonkey',
		columns: 38,
		rows: 60
	},
	{
		name: 'two_row_header_multiselect_columns.csv',
		status: 'warn',
		exporter: 'plain',
		columns: 112,
		rows: 10
	}
];

describe('real exports', () => {
	test.each(EXPECTED)('$name', ({ name, status, exporter, columns, rows }) => {
		const reading = real(name);
		expect(reading).toMatchObject({ status, exporter, ragged: [] });
		expect(reading.header?.length).toBe(columns);
		expect(reading.cells.rows).toBe(rows);
		const records = Object.values(reading.counts).reduce((sum, count) => sum + count, 0);
		expect(records).toBe(reading.cells.rows + reading.aside.length);
	});

	test('merged captions cover their options', () => {
		const { header } = real('excel_de_semicolon_bom_merged_header.csv');
		expect(header?.[0]).toBe('Welchen fachlichen Hintergrund haben Sie? / Maschinenbau');
		expect(real('two_row_header_multiselect_columns.csv').header?.[0]).toBe('#');
	});

	test('Qualtrics keeps its codes beside the questions', () => {
		const { header, codes } = real('qualtrics_three_headers_de.csv');
		expect(header?.slice(-3)).toEqual([
			'This is a multiple choice question.',
			'This is a free text question.',
			'Q2 - Topics'
		]);
		expect(codes?.slice(-3)).toEqual(['Q1', 'Q2', 'Q2 - Topics']);
		expect(real('qualtrics_legacy_two_headers.csv').codes?.[0]).toBe('V1');
	});

	test('"Response" below a question adds nothing', () => {
		const { header } = real('surveymonkey_two_headers_cp1252.csv');
		expect(header?.[1]).toBe('Have you seen any of the 6 films in the Star Wars franchise?');
		expect(header?.[3]).toMatch(/ \/ Star Wars: Episode I {2}The Phantom Menace$/);
	});

	test('the file Excel wrapped is unwrapped on the word of the user, and equals its recovered twin', () => {
		const unwrapped = real('kobo_damaged_by_excel.csv', { repair: ['double-encoded'] });
		const twin = real('kobo_recovered.csv');
		expect(unwrapped.exporter).toBe('kobotoolbox');
		expect(unwrapped.header).toEqual(twin.header);
		expect(rowsOf(unwrapped.cells)).toEqual(rowsOf(twin.cells));
	});

	test('mojibake is repaired only on the word of the user', () => {
		const name = 'kobo_recovered.csv';
		expect(real(name).header?.[19]).toContain('you\u00e2\u0080\u0099d');
		expect(real(name, { repair: ['mojibake'] }).header?.[19]).toContain('you’d');
	});
});
