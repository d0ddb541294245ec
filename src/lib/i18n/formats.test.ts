import { describe, expect, it } from 'vitest';
import { compareText, formatDate, formatNumber, formatPercent, formatRange, formatSigned } from './formats';

const NBSP = '\u00a0';

describe('formats', () => {
	it('writes Kazakh numbers as Russian ones, with a comma and a no-break space', () => {
		expect(formatNumber(1234.5, 'kk', 1)).toBe(`1${NBSP}234,5`);
		expect(formatNumber(1234567, 'ru')).toBe(`1${NBSP}234${NBSP}567`);
		expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
		expect(formatNumber(-0.004, 'kk', 2)).toBe('0,00');
		expect(formatNumber(1.005, 'en', 2)).toBe('1.01');
	});
	it('puts the percent sign as each language does', () => {
		expect(['kk', 'ru', 'en'].map((locale) => formatPercent(82.4, locale as 'kk'))).toEqual([
			'82%',
			`82${NBSP}%`,
			'82%'
		]);
	});
	it('signs changes with a true minus and ranges without a double one', () => {
		expect(formatSigned(13, 'kk')).toBe('+13');
		expect(formatSigned(-0.25, 'ru')).toBe('−0,25');
		expect(formatRange(66, 92, 'en', 'percent')).toBe('66–92%');
		expect(formatRange(-6, 20, 'kk')).toBe('−6…+20');
	});
	it('writes dates in words and leaves what is no date alone', () => {
		expect(formatDate('2016-11-05', 'kk')).toBe('2016 жылғы 5 қараша');
		expect(formatDate('2016-11-05', 'ru')).toBe(`5 ноября 2016${NBSP}г.`);
		expect(formatDate('later', 'en')).toBe('later');
	});
	it('sorts by the Kazakh alphabet and numbers by value', () => {
		expect(['Қ', 'Л', 'К', 'Ә', 'Б', 'А'].sort(compareText)).toEqual(['А', 'Ә', 'Б', 'К', 'Қ', 'Л']);
		expect(['10А', '9Б', '9А'].sort(compareText)).toEqual(['9А', '9Б', '10А']);
	});
});
