import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFirstOfColumn, parseDate } from './dates';
import { isDontKnow, isExcelError, isMissingToken } from './missing';
import { parseFraction, parseNumber } from './numbers';

const SPACES = [' ', '\u00a0', '\u202f', '\u2009', '\u2007'];
const two = (n: number) => String(n).padStart(2, '0');

describe('numbers as people and spreadsheets write them', () => {
	test('groups, minus, decimal mark and percent sign do not change the value', () => {
		const written = fc.record({
			whole: fc.integer({ min: 0, max: 999_999_999 }),
			decimals: fc.integer({ min: 0, max: 999 }),
			places: fc.integer({ min: 0, max: 3 }),
			mark: fc.constantFrom(',', '.'),
			space: fc.constantFrom('', ...SPACES),
			minus: fc.constantFrom('', '-', '\u2212', '- '),
			percent: fc.constantFrom('', '%', ' %', '\u00a0%'),
			edge: fc.constantFrom('', ...SPACES, '\t')
		});
		fc.assert(
			fc.property(written, ({ whole, decimals, places, mark, space, minus, percent, edge }) => {
				const fraction = places === 0 ? '' : String(decimals % 10 ** places).padStart(places, '0');
				const groups = String(whole).replace(/\B(?=(\d{3})+$)/g, space);
				const text = edge + minus + groups + (places === 0 ? '' : mark + fraction) + percent + edge;
				const size = Number(`${String(whole)}.${fraction || '0'}`);
				expect(parseNumber(text)).toEqual({
					value: minus === '' || size === 0 ? size : -size,
					decimals: places,
					percent: percent !== ''
				});
			})
		);
	});
	test('codes, years of study, ranges and dates are none', () => {
		for (const text of [
			'007',
			'010203500123',
			'87011234567',
			'1-5',
			'2021-2022',
			'05.10',
			'5.10.2025',
			'7А',
			'10:30'
		])
			expect({ text, number: parseNumber(text) }).toEqual({ text, number: null });
	});
	test('whatever is read as a number holds nothing but a number', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...'0123456789,. -+%аE/:'), { maxLength: 9 }), (signs) => {
				const text = signs.join('');
				const parsed = parseNumber(text);
				const plain = /^ *[-+]? *[\d ]*(?:[.,][\d.,]*)?\d *%? *$/;
				expect(
					parsed === null || (Number.isFinite(parsed.value) && plain.test(text.replaceAll(',', '.')))
				).toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});
});

describe('points of a maximum', () => {
	test('n of m is read back, and never more than the maximum', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (n, of) => {
				const expected = of > 0 && n <= of ? { n, of } : null;
				for (const text of [`${String(n)}/${String(of)}`, ` ${String(n)} / ${String(of)} `])
					expect(parseFraction(text)).toEqual(expected);
			})
		);
	});
	test('a score is no date and no number', () => {
		for (const text of ['5/10', '10/12', '3/4']) {
			expect(parseDate(text, true)).toBeNull();
			expect(parseNumber(text)).toBeNull();
		}
	});
});

describe('dates as exporters write them', () => {
	const day = fc.record({
		year: fc.integer({ min: 2000, max: 2099 }),
		month: fc.integer({ min: 1, max: 12 }),
		date: fc.integer({ min: 1, max: 28 }),
		hour: fc.integer({ min: 0, max: 23 }),
		minute: fc.integer({ min: 0, max: 59 }),
		second: fc.integer({ min: 0, max: 59 })
	});
	test('every form gives the same moment', () => {
		const zone = fc.constantFrom('', ' GMT+5', ' GMT-3', ' GMT+05:30', ' UTC', '+01:00', 'Z');
		fc.assert(
			fc.property(day, zone, ({ year, month, date, hour, minute, second }, suffix) => {
				const iso = `${String(year)}-${two(month)}-${two(date)}`;
				const time = `${two(hour)}:${two(minute)}:${two(second)}`;
				const expected = { date: iso, time };
				const hour12 = `${String(hour % 12 || 12)}:${two(minute)}:${two(second)}`;
				const slashes = `${String(year)}/${two(month)}/${two(date)}`;
				const american = `${String(month)}/${String(date)}/${String(year)}`;
				for (const half of hour < 12 ? ['ДП', 'AM', 'a.m.', 'дп'] : ['ПП', 'PM', 'p.m.', 'пп'])
					expect(parseDate(`${slashes} ${hour12} ${half}${suffix}`, null)).toMatchObject(expected);
				expect(parseDate(`${iso}T${time}.123${suffix.trim()}`, null)).toMatchObject(expected);
				expect(parseDate(`${iso} ${time}`, null)).toMatchObject(expected);
				expect(parseDate(`${two(date)}.${two(month)}.${String(year)} ${time}`, null)).toMatchObject(expected);
				expect(parseDate(`${american} ${time}${suffix}`, false)).toMatchObject(expected);
				expect(parseDate(`${String(month)}/${String(date)}/${two(year % 100)} ${time}`, false)).toMatchObject(
					expected
				);
			})
		);
	});
	test('a column is decided by the values that can decide, in any order', () => {
		fc.assert(
			fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), fc.boolean(), (days, dayFirst) => {
				const texts = days.map(({ year, month, date }) =>
					(dayFirst ? [date, month, year] : [month, date, year]).join('/')
				);
				const decided = days.some(({ date }) => date > 12);
				const open = days.some(({ month, date }) => date <= 12 && date !== month);
				expect(dayFirstOfColumn(texts)).toBe(decided ? dayFirst : open ? 'ambiguous' : null);
			})
		);
	});
	test('what Excel made of a score is no date', () => {
		for (const text of ['05.окт', '01.май', '5.10', '05.10', '1-5', 'окт.05', '5-Oct'])
			expect({ text, date: parseDate(text, null) }).toEqual({ text, date: null });
	});
	test('no text makes a day that the calendar does not have', () => {
		const part = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(
				part,
				part,
				fc.constantFrom('.', '/', '-'),
				fc.boolean(),
				(first, second, mark, yearFirst) => {
					const parts = yearFirst ? [2024, first, second] : [first, second, 2023];
					const parsed = parseDate(parts.join(mark), null);
					const day = parsed && new Date(`${parsed.date}T00:00:00Z`).toISOString().slice(0, 10);
					expect(day).toBe(parsed?.date ?? null);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

describe('an answer, no answer, and one that is not known are three things', () => {
	const DECORATED = ['', ' ', '.', ' \u00a0'];
	test.each([
		['н/д', true, false],
		['Нет ответа', true, false],
		['жауап жоқ', true, false],
		['N/A', true, false],
		['Затрудняюсь ответить', false, true],
		['Білмеймін', false, true],
		["Don't know", false, true],
		['нет', false, false],
		['жоқ', false, false],
		['0', false, false],
		['иә', false, false]
	])('%s', (text, missing, unknown) => {
		for (const tail of DECORATED)
			for (const form of [text, text.toUpperCase(), text.toLowerCase()])
				expect([isMissingToken(form + tail), isDontKnow(form + tail), isExcelError(form)]).toEqual([
					missing,
					unknown,
					false
				]);
	});
});
