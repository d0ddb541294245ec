import { describe, expect, test } from 'vitest';
import { NUMERIC_SCALES, STANDARD_SCALES } from '$lib/ingest/vocabulary/likert';
import { DATA_ISSUE_CODES } from '$lib/model/dataset';
import { QUESTION_CODES, SOURCE_KINDS } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { LOCALES } from '$lib/model/text';
import { dataIssueWords, questionOptionWords, questionWords, sourceKindWords } from './mapping-words';

function question(code: Question['code']): Question {
	const names = [
		'name',
		'title',
		'example',
		'items',
		'before',
		'after',
		'shown',
		'others',
		'marks',
		'header',
		'low',
		'high',
		'count',
		'places',
		'correlation',
		'n',
		'year',
		'first',
		'second',
		'unknown',
		'list',
		'columns',
		'cells'
	];
	const params: Question['params'] = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
	if (code === 'options') params.labels = '<labels>';
	return { id: code, source: null, code, params, options: [], assumed: null };
}

describe('words of the mapping', () => {
	test.each(QUESTION_CODES)('question %s is a sentence in three languages', (code) => {
		const texts = LOCALES.map((locale) => questionWords(question(code), locale));
		expect(new Set(texts).size).toBe(3);
		for (const text of texts) {
			expect(text).toMatch(/\?|\.$/);
			expect(text).not.toMatch(/[{}]|undefined/);
		}
	});

	test.each(DATA_ISSUE_CODES)('issue %s names its place and count in three languages', (code) => {
		const places = [{ line: 17, column: 3, name: 'Балл', text: '55' }];
		const texts = LOCALES.map((locale) =>
			dataIssueWords(
				{ source: 0, code, severity: 'warn', count: 4, places, params: { kept: 'last' } },
				locale
			)
		);
		expect(new Set(texts).size).toBe(3);
		for (const text of texts) {
			expect(text).toMatch(/17/);
			expect(text).toMatch(/4/);
			expect(text).not.toMatch(/[{}]|undefined/);
		}
	});

	test.each(SOURCE_KINDS)('kind %s has a word', (kind) => {
		expect(new Set(LOCALES.map((locale) => sourceKindWords(kind, locale))).size).toBe(3);
	});

	test('every standard scale has a name, also under a numbered id', () => {
		for (const { id } of [...STANDARD_SCALES, ...NUMERIC_SCALES]) {
			for (const label of [`scale_${id}`, `scale_${id}-2`]) {
				const words = LOCALES.map((locale) =>
					questionOptionWords(question('scale'), { value: id, label }, locale)
				);
				expect(new Set(words).size, label).toBe(3);
				expect(words[0]).not.toContain('scale_');
			}
		}
	});

	test('an option that is a text of the file stays that text', () => {
		expect(questionOptionWords(question('wave'), { value: 'w1', label: 'I · 2014-2015' }, 'kk')).toBe(
			'I · 2014-2015'
		);
		expect(questionOptionWords(question('rater'), { value: 'self', label: 'rater_self' }, 'ru')).toBe(
			'Сам учитель'
		);
	});
});
