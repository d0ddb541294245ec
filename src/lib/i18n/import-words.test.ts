import { describe, expect, test } from 'vitest';
import { ISSUE_LEVELS } from '$lib/ingest/reading/issues';
import type { ReadingIssue, ReadingIssueCode } from '$lib/model/reading';
import { LOCALES } from '$lib/model/text';
import { readingIssueWords } from './import-words';

const codes = Object.keys(ISSUE_LEVELS) as ReadingIssueCode[];

function issue(code: ReadingIssueCode): ReadingIssue {
	const place = { line: 17, column: 3, name: 'Балл', text: '55' };
	const params = {
		encoding: 'KZ-1048',
		other: 'IBM866',
		delimiter: ';',
		before: 'РљР»Р°СЃСЃ',
		after: 'Класс',
		byte: 40,
		bytes: 1,
		cells: 2,
		expected: 3,
		columns: 'Дата',
		tokens: 'н/д (2)',
		marks: 'ж, к',
		limit: 2000,
		escape: '\\',
		quote: "'",
		sheet: 'Парақ1',
		wanted: 'Парақ3',
		sheets: 'Парақ1, Парақ2',
		format: 'XLSX',
		ending: 'xlsx',
		archive: 'a.zip'
	};
	return { code, severity: 'warn', count: 4, line: 17, column: 3, places: [place], params };
}

describe('words of the reading', () => {
	test.each(codes)('%s has a cause and a remedy in three languages', (code) => {
		const texts = LOCALES.map((locale) => readingIssueWords(issue(code), locale));
		expect(new Set(texts).size).toBe(3);
		for (const text of texts) {
			expect(text).not.toMatch(/[{}]|undefined/);
			expect(text.endsWith('.')).toBe(true);
		}
	});

	test('an issue without a place still reads as a sentence', () => {
		const text = readingIssueWords(
			{ code: 'empty-file', severity: 'warn', count: 1, places: [], params: {} },
			'ru'
		);
		expect(text).toBe('Файл пуст. Повторите выгрузку и выберите другой файл.');
	});

	test('controls of the file do not reach the sentence', () => {
		const place = { line: 2, text: 'а\u202eб\u0000' };
		const text = readingIssueWords(
			{ code: 'preamble', severity: 'warn', count: 1, line: 2, places: [place], params: {} },
			'en'
		);
		expect(text).toContain('“а▯б␀”');
	});
});
