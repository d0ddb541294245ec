import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFirstOfColumn, parseDate } from './dates';
import { foldKey, foldLabel } from './folding';
import { isDontKnow, isExcelError, isMissingToken } from './missing';
import { parseFraction, parseNumber } from './numbers';
import { isIin, personalKind } from './personal';

describe('numbers', () => {
	test.each([
		['4,5', 4.5, 1, false],
		['45,5%', 45.5, 1, true],
		['50 %', 50, 0, true],
		['1\u00a0234,50', 1234.5, 2, false],
		['12\u202f000', 12000, 0, false],
		['\u22123', -3, 0, false],
		['1,234.5', 1234.5, 1, false],
		['1.234,5', 1234.5, 1, false],
		['0', 0, 0, false],
		['-0', 0, 0, false],
		['47.115097045898', 47.115097045898, 12, false]
	])('%s', (text, value, decimals, percent) => {
		expect(parseNumber(text)).toEqual({ value, decimals, percent });
	});
	test.each([
		'',
		'4,',
		'007',
		'010203500123',
		'1234567890',
		'1,02E+10',
		'12 34',
		'O',
		'5/10',
		'1.2.3',
		'--1',
		'%'
	])('"%s" is no number', (text) => {
		expect(parseNumber(text)).toBeNull();
	});
	test('what is written with a comma is read back', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -99_999, max: 99_999 }),
				fc.integer({ min: 0, max: 99 }),
				(whole, cents) => {
					const text = `${whole},${String(cents).padStart(2, '0')}`;
					expect(parseNumber(text)?.value).toBe(Number(text.replace(',', '.')) || 0);
				}
			)
		);
	});
	test('points of a maximum', () => {
		expect(parseFraction('7/10')).toEqual({ n: 7, of: 10 });
		expect(parseFraction('11/10')).toBeNull();
		expect(parseFraction('1/0')).toBeNull();
	});
});

describe('dates', () => {
	test.each([
		['13.02.2015', '2015-02-13', undefined],
		['2016-08-27 20:10:12', '2016-08-27', '20:10:12'],
		['2025-10-20T20:39:41.694000+01:00', '2025-10-20', '20:39:41'],
		['19.09.2023 18:07:33', '2023-09-19', '18:07:33'],
		['2017/06/21 6:05:54 ПП GMT+3', '2017-06-21', '18:05:54'],
		['2017/06/21 11:06:07 ДП GMT+3', '2017-06-21', '11:06:07'],
		['12/15/2025 10:18:29 GMT+7', '2025-12-15', '10:18:29'],
		['09/01/2026 10:00:00 AM', '2026-09-01', '10:00:00'],
		['7/27/26 19:06:23', '2026-07-27', '19:06:23'],
		['1/2/2026 12:30 am', '2026-01-02', '00:30:00'],
		['1 қыркүйек 2016', '2016-09-01', undefined],
		['1 қыркүйек 2016 ж.', '2016-09-01', undefined],
		['2016 жылғы 21 қарашада', '2016-11-21', undefined],
		['01 сентября 2016 года', '2016-09-01', undefined],
		['5-Oct-2016', '2016-10-05', undefined],
		['September 1, 2016', '2016-09-01', undefined]
	])('%s', (text, date, time) => {
		expect(parseDate(text, null)).toEqual(
			time === undefined ? { date, ambiguous: false } : { date, time, ambiguous: false }
		);
	});
	test.each([
		'31.02.2015',
		'29.02.2015',
		'2015-13-01',
		'32/13/2015',
		'25:00',
		'4,5',
		'1.2.3',
		'12.05',
		'5-Oct',
		'05.окт',
		'7 класс 2016',
		'31 ақпан 2016'
	])('%s is no date', (text) => {
		expect(parseDate(text, null)).toBeNull();
	});
	test('day and month are exchanged only where they can be', () => {
		expect(parseDate('03/04/2026', null)).toMatchObject({ date: '2026-03-04', ambiguous: true });
		expect(parseDate('03/04/2026', true)).toEqual({ date: '2026-04-03', ambiguous: false });
		expect(parseDate('05/05/2026', null)).toMatchObject({ ambiguous: false });
	});
	test('one value decides for the column, two against each other do not', () => {
		expect(dayFirstOfColumn(['03/04/2026', '13/06/2026'])).toBe(true);
		expect(dayFirstOfColumn(['03/04/2026', '06/13/2026'])).toBe(false);
		expect(dayFirstOfColumn(['03/04/2026'])).toBe('ambiguous');
		expect(dayFirstOfColumn(['13/04/2026', '04/13/2026'])).toBe('ambiguous');
		expect(dayFirstOfColumn(['03.04.2026', 'жоқ'])).toBeNull();
	});
	test('moments in order decide', () => {
		expect(dayFirstOfColumn(['8/7/2020 12:02', '9/7/2020 12:05', '1/8/2020 9:00'])).toBe(true);
	});
	test('every day of the calendar is read back', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
				(day) => {
					const iso = day.toISOString().slice(0, 10);
					const [year, month, date] = iso.split('-');
					expect(parseDate(`${date}.${month}.${year}`, null)?.date).toBe(iso);
					expect(parseDate(`${month}/${date}/${year}`, false)?.date).toBe(iso);
				}
			)
		);
	});
});

describe('folding', () => {
	test('look-alikes, spaces, case and invisible characters make one key', () => {
		expect(foldKey('7A')).toBe(foldKey('7А'));
		expect(foldKey('Клacc')).toBe('класс');
		expect(foldKey(' Кла\u200bсс\u00a0 руководитель')).toBe('класс руководитель');
		expect(foldKey('Раи\u0306он')).toBe('район');
		expect(foldKey('Əлия')).toBe('әлия');
	});
	test('different letters stay different', () => {
		expect(foldKey('ұ')).not.toBe(foldKey('ү'));
		expect(foldKey('Пётр')).not.toBe(foldKey('Петр'));
		expect(foldKey('Wi-Fi')).toBe('wi-fi');
		expect(foldLabel('Ещё раз: ')).toBe('еще раз');
	});
	test('a key is its own key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
				expect(foldKey(foldKey(text))).toBe(foldKey(text));
			})
		);
	});
});

describe('no answer', () => {
	test.each(['', ' ', '-', '—', 'н/д', 'Н/Д', 'N/A', 'нет данных', 'мәлімет жоқ', '…'])(
		'"%s" is missing',
		(text) => {
			expect(isMissingToken(text)).toBe(true);
		}
	);
	test.each(['0', 'нет', 'жоқ', 'no', '1', 'На'])('"%s" is an answer', (text) => {
		expect(isMissingToken(text)).toBe(false);
	});
	test('do not know, in three languages', () => {
		expect(['Білмеймін', 'Затрудняюсь ответить', "Don't know"].every(isDontKnow)).toBe(true);
		expect(isDontKnow('знаю')).toBe(false);
	});
	test('errors of Excel', () => {
		expect(['#Н/Д', '#ДЕЛ/0!', '#REF!', '########'].every(isExcelError)).toBe(true);
		expect(['#1', '#', 'Н/Д'].some(isExcelError)).toBe(false);
	});
});

describe('personal data', () => {
	test('an IIN has a date and a check digit', () => {
		expect(isIin('950101300006')).toBe(true);
		expect(isIin('950101300707')).toBe(true);
		expect(isIin('950101300007')).toBe(false);
		expect(isIin('951301300000')).toBe(false);
	});
	test.each([
		['Почта', ['a@b.kz', 'c.d@school.edu.kz', ''], 'email'],
		['Нөмір', ['+7 701 000 00 00', '87020000000'], 'phone'],
		['x', ['192.0.2.1', '192.0.2.77'], 'ip'],
		['ФИО', ['Иванова Мария', 'Ким А.'], 'name'],
		['Мұғалім', ['Ахметов Ерлан Серікұлы', 'Иванова Мария Петровна'], 'name'],
		['Балл', ['4', '5'], null],
		['Отзыв', ['Очень хорошо', 'Плохо'], null],
		['Байланыс', ['a@b.kz', '+7 701 000 00 00', 'c@d.kz'], 'email'],
		['Email', ['anonymous', 'a@b.kz', 'жоқ', 'нет'], 'email'],
		['Email', ['anonymous'], 'email'],
		['ИИН', ['1,02035E+10', '-'], 'iin'],
		['Уақыты', ['12:30:45', '9:10:11'], null],
		['Желі', ['2001:db8::1', 'fe80::1'], 'ip'],
		['Мұғалім сенің аты-жөніңді біле ме?', ['Иә', 'Жоқ'], null],
		['Знает ли учитель ваше имя?', ['Да', 'Нет'], null],
		['Сколько часов вы проводите в телефоне?', ['1', '12'], null]
	])('%s %j', (header, values, kind) => {
		expect(personalKind(header, values)).toBe(kind);
	});
});
