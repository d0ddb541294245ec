import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { encodeText } from './encode-text';
import { bytesIn, type Encoding } from './guises';

const LETTERS = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ'];
const KAZAKH = [...'әғқңөұүһіӘҒҚҢӨҰҮҺІ'];

const word = (letters: readonly string[]) =>
	fc.array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 }).map((all) => all.join(''));

interface Table {
	header: string[];
	rows: string[][];
}

/** Tables as a school has them: a column of names, of answers with any sign in them, of numbers. */
function tables(letters: readonly string[], signs: string[]): fc.Arbitrary<Table> {
	const answer = fc.array(
		fc.oneof({ weight: 3, arbitrary: word(letters) }, { weight: 1, arbitrary: fc.constantFrom(...signs) }),
		{
			minLength: 1,
			maxLength: 5
		}
	);
	return fc
		.record({
			texts: fc.integer({ min: 1, max: 3 }),
			rows: fc.integer({ min: 2, max: 12 }),
			seed: fc.array(
				answer.map((parts) => parts.join('')),
				{ minLength: 36, maxLength: 36 }
			),
			numbers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 })
		})
		.map(({ texts, rows, seed, numbers }) => ({
			header: [...Array.from({ length: texts }, (_, index) => `Сұрақ ${'абв'.charAt(index)}`), 'Балл'],
			rows: Array.from({ length: rows }, (_, row) => [
				...Array.from({ length: texts }, (_, column) => seed[row * 3 + column] ?? 'да'),
				String(numbers[row] ?? 1)
			])
		}));
}

function written(table: Table, delimiter: string, newline: string, quoteAll: boolean): string {
	const cell = (text: string) =>
		quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return [table.header, ...table.rows].map((row) => row.map(cell).join(delimiter) + newline).join('');
}

const dialect = fc.record({
	delimiter: fc.constantFrom(';', ',', '\t', '|'),
	newline: fc.constantFrom('\n', '\r\n', '\r'),
	quoteAll: fc.boolean()
});

const ENCODINGS = [
	{ encoding: 'utf-8', letters: [...LETTERS, ...KAZAKH] },
	{ encoding: 'utf-16le', letters: [...LETTERS, ...KAZAKH] },
	{ encoding: 'utf-16be', letters: [...LETTERS, ...KAZAKH] }
] as const;

describe('a table written in any dialect is read back', () => {
	test.each(ENCODINGS)('$encoding', ({ encoding, letters }) => {
		const signs = [' ', ', ', '; ', ';', ',', '"', '\n', ' "а" ', '|', "'", '«б»'];
		fc.assert(
			fc.property(tables(letters, signs), dialect, (table, { delimiter, newline, quoteAll }) => {
				const reading = readFile('t.csv', encodeText(written(table, delimiter, newline, quoteAll), encoding));
				expect(reading.header).toEqual(table.header);
				expect(rowsOf(reading.cells)).toEqual(table.rows);
				expect(reading.status).not.toBe('refuse');
			}),
			{ numRuns: 1500 }
		);
	});
});

const RUSSIAN_WORDS = [
	'Иванова Мария',
	'хорошо',
	'часто помогает наставник',
	'Учитель математики',
	'не всегда',
	'Ёлкина Юлия',
	'Школа',
	'щедро',
	'Эльвира'
];
const KAZAKH_WORDS = [
	'Қасымова Әлия',
	'жақсы',
	'тәлімгер көмектеседі',
	'Мұғалім',
	'әрқашан емес',
	'Үсенов Ғани',
	'сынып',
	'өте көп',
	'һәм'
];

const CODE_PAGES = [
	{ encoding: 'windows-1251', words: RUSSIAN_WORDS },
	{ encoding: 'KZ-1048', words: KAZAKH_WORDS },
	{ encoding: 'x-mac-cyrillic', words: RUSSIAN_WORDS },
	{ encoding: 'IBM866', words: RUSSIAN_WORDS },
	{ encoding: 'KOI8-R', words: RUSSIAN_WORDS }
] as const;

describe('a table of words in a code page is read back', () => {
	test.each(CODE_PAGES)('$encoding', ({ encoding, words }) => {
		const row = fc.tuple(
			fc.constantFrom(...words),
			fc.constantFrom(...words),
			fc.integer({ min: 1, max: 5 }).map(String)
		);
		fc.assert(
			fc.property(
				fc.array(row, { minLength: 3, maxLength: 20 }),
				dialect,
				(rows, { delimiter, newline, quoteAll }) => {
					const table = { header: ['Класс', 'Ответ', 'Балл'], rows };
					const reading = readFile(
						't.csv',
						encodeText(written(table, delimiter, newline, quoteAll), encoding)
					);
					expect(rowsOf(reading.cells)).toEqual(rows);
					expect(reading.header).toEqual(table.header);
				}
			),
			{ numRuns: 200 }
		);
	});
});

const SAMPLES = [
	'Класс;Учитель;Балл\r\n7А;Иванова, Мария;4,5\r\n8Б;"Петрова ""Анна""";3,9\r\n9В;Ким;5\r\n',
	'Timestamp,Сұрақ [1],Сұрақ [2]\n2026/06/21 6:05:54 ПП GMT+5,"бірінші\nекінші",4\n2026/06/22 11:06:07 ДП GMT+5,жоқ,5\n',
	'"id","submitdate","lastpage","startlanguage","Q1"\r\n"1","2016-08-27 20:10:12","3","kk","иә"\r\n"2","","1","ru","нет"\r\n\r\n',
	'Сынып\tМұғалім\tПікір\r\n7Ә\tҚасымова Әлия\t"жақсы; өте"\r\n8Б\tЖүніс Нұрлан\tтамаша\r\n',
	'Отзыв\nХорошо, спасибо\nНет\n"да\nнет"\n',
	'Класс;Четверть 1;;Четверть 2;\n;Балл;Пропуски;Балл;Пропуски\n7А;4;3;5;1\n8Б;4;0;3;2\n'
];
const TRUNCATED_ENCODINGS: readonly Encoding[] = [
	'utf-8',
	'utf-8 BOM',
	'utf-16le',
	'utf-16be BOM',
	'windows-1251',
	'KZ-1048',
	'x-mac-cyrillic',
	'IBM866',
	'KOI8-R'
];

describe('truncation at every byte', () => {
	const files = SAMPLES.flatMap((text) =>
		TRUNCATED_ENCODINGS.flatMap((encoding) => {
			const bytes = bytesIn(text, encoding);
			return bytes ? [{ encoding, text, bytes }] : [];
		})
	);
	test.each(files)('$encoding $text', ({ bytes }) => {
		const whole = readFile('t.csv', bytes);
		const usual = new Set(whole.issues.map(({ code }) => code));
		for (let length = 0; length < bytes.length; length += 1) {
			const reading = readFile('t.csv', bytes.slice(0, length));
			const complete = rowsOf(reading.cells).every(
				(row, index) => JSON.stringify(row) === JSON.stringify(whole.cells.row(index))
			);
			expect({
				length,
				told: reading.issues.some(({ code }) => !usual.has(code)) || reading.status !== 'ok' || complete
			}).toEqual({
				length,
				told: true
			});
		}
	});
});

describe('arbitrary bytes', () => {
	test('never throw, and every record is counted', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				const reading = readFile('x.csv', bytes);
				const total = Object.values(reading.counts).reduce((sum, count) => sum + count, 0);
				if (reading.status !== 'refuse') expect(total).toBe(reading.cells.rows + reading.aside.length);
				expect(reading.issues.every(({ places }) => places.length <= 5)).toBe(true);
			}),
			{ numRuns: 2000 }
		);
	});
	test('texts full of delimiters and quotes never throw, and lose no character', () => {
		const piece = fc.constantFrom(
			';',
			',',
			'\t',
			'"',
			'""',
			'\n',
			'\r\n',
			'\r',
			'а',
			'7А',
			'4,5',
			' ',
			'\\',
			"'",
			'sep=;\n',
			'Итого'
		);
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
				const text = pieces.join('');
				const reading = readFile('x.csv', new TextEncoder().encode(text));
				if (reading.status === 'refuse') {
					expect(reading.issues.length).toBeGreaterThan(0);
					return;
				}
				const kept = [
					reading.header ?? [],
					...rowsOf(reading.cells),
					...reading.aside.map(({ cells }) => cells)
				]
					.flat()
					.join('');
				const letters = (all: string) => [...all].filter((letter) => /[а-яА-Я0-9]/.test(letter)).length;
				expect(letters(kept)).toBeGreaterThanOrEqual(letters(text));
			}),
			{ numRuns: 3000 }
		);
	});
});
