import { describe, expect, test } from 'vitest';
import { insideQuotes, quotedLookAlikes, withLatinMark } from './quotes';

describe('a text inside quotation marks', () => {
	test.each([
		['«Дарын» мектебі', '„Дарын“ мектебі'],
		['«Дарын мектебі»', 'Дарын мектебі'],
		['"Дарын мектебі"', 'Дарын мектебі'],
		['«А» және «Б»', '„А“ және „Б“'],
		['Сынып', 'Сынып']
	])('%s', (text, expected) => {
		expect(insideQuotes(text, 'kk')).toBe(expected);
		expect(`«${insideQuotes(text, 'ru')}»`).not.toMatch(/««|»»/);
	});
	test('in English the inner marks are single', () => {
		expect(insideQuotes('the “Daryn” school', 'en')).toBe('the ‘Daryn’ school');
	});
});

describe('names that look alike', () => {
	test('the one with Latin letters says so', () => {
		expect(quotedLookAlikes(['7А', '7A'], 'kk')).toEqual(['«7А»', '«7A» (латын әрпімен)']);
		expect(quotedLookAlikes(['7A', '7А', '7а'], 'en')).toEqual(['“7A” (in Latin letters)', '“7А”', '“7а”']);
	});
	test('where both are of one alphabet nothing is added', () => {
		expect(quotedLookAlikes(['Тілдер', 'тілдер'], 'ru')).toEqual(['«Тілдер»', '«тілдер»']);
		expect(quotedLookAlikes(['STEM', 'Stem'], 'ru')).toEqual(['«STEM»', '«Stem»']);
	});
	test('a Latin letter inside a Cyrillic word is told without another name', () => {
		expect(quotedLookAlikes(['Acанова'], 'kk')).toEqual(['«Acанова» (латын әрпімен)']);
		expect(quotedLookAlikes(['STEM сабағы'], 'kk')).toEqual(['«STEM сабағы»']);
	});
	test('a name outside quotation marks says so too', () => {
		expect(withLatinMark('T012', ['Т012'], 'kk')).toBe('T012 (латын әрпімен)');
		expect(withLatinMark('Aсанова А.', [], 'ru')).toBe('Aсанова А. (латинскими буквами)');
		expect(withLatinMark('T012', ['T012'], 'kk')).toBe('T012');
	});
});
