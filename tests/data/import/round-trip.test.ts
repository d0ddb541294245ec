import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { tableCsv, WRITTEN_DIALECT } from '$lib/ingest/reading/write-table';
import { bytesIn, type Encoding } from './guises';

const RUSSIAN = [
	'Иванова Мария',
	'хорошо',
	'часто помогает наставник',
	'учитель математики',
	'не всегда',
	'Ёлкина Юлия',
	'щедро',
	'Эльвира',
	'скорее да, чем нет',
	'урок; семинар',
	'собрание'
];
const KAZAKH = [
	'Қасымова Әлия',
	'жақсы',
	'тәлімгер көмектеседі',
	'әрқашан емес',
	'Үсенов Ғани',
	'өте көп',
	'һәм',
	'келісемін, бірақ',
	'сабақ; үйірме',
	'Ертіс өңірі'
];
const WESTERN = [
	'Müller Jörg',
	'schön',
	'größer',
	'häufig, aber selten',
	'Prüfung; Übung',
	'français',
	'élève',
	'niño'
];
const LANGUAGES = {
	ru: { words: RUSSIAN, header: ['Класс', 'Учитель', 'Отзыв', 'Город', 'Предмет'] },
	kk: { words: KAZAKH, header: ['Сынып', 'Мұғалім', 'Пікір', 'Қала', 'Пән'] },
	de: { words: WESTERN, header: ['Klasse', 'Schüler', 'Prüfungsfach', 'Größe', 'Übung'] }
} as const;

const ENCODINGS: [Encoding, keyof typeof LANGUAGES][] = [
	['utf-8', 'kk'],
	['utf-8 BOM', 'kk'],
	['utf-8', 'de'],
	['utf-16le', 'kk'],
	['utf-16be', 'ru'],
	['utf-16le BOM', 'kk'],
	['utf-16be BOM', 'kk'],
	['windows-1251', 'ru'],
	['KZ-1048', 'kk'],
	['x-mac-cyrillic', 'ru'],
	['IBM866', 'ru'],
	['KOI8-R', 'ru'],
	['windows-1252', 'de']
];

interface Dialect {
	delimiter: string;
	newline: string;
	quote: string;
	escape: string;
	quoteAll: boolean;
	final: boolean;
}

/** A space stands between cells, and an apostrophe quotes, only where every cell is quoted: else they are text. */
const dialects: fc.Arbitrary<Dialect> = fc
	.record({
		delimiter: fc.constantFrom(';', ',', '\t', '|', ', ', ' '),
		newline: fc.constantFrom('\n', '\r\n', '\r'),
		quote: fc.constantFrom('"', '"', '"', "'"),
		backslash: fc.boolean(),
		quoteAll: fc.boolean(),
		final: fc.boolean()
	})
	.filter(({ delimiter, quote }) => delimiter !== ' ' || quote === '"')
	.map(({ backslash, quoteAll, ...rest }) => ({
		...rest,
		escape: backslash ? '\\' : rest.quote,
		quoteAll: quoteAll || rest.delimiter === ' ' || rest.quote === "'"
	}));

type Kind = 'words' | 'number' | 'date' | 'decimal';

function cellOf(
	kind: Kind,
	words: readonly string[],
	{ delimiter, newline, quote }: Dialect
): fc.Arbitrary<string> {
	if (kind === 'number') return fc.integer({ min: 1, max: 5 }).map(String);
	if (kind === 'decimal')
		return fc.integer({ min: 11, max: 49 }).map((n) => String(n / 10).replace('.', ','));
	if (kind === 'date') return fc.integer({ min: 13, max: 28 }).map((day) => `${String(day)}.05.2025`);
	const word = fc.constantFrom(...words);
	return fc.oneof(
		{ weight: 6, arbitrary: word },
		{ weight: 1, arbitrary: fc.constant('') },
		{ weight: 1, arbitrary: word.map((text) => `${text} ${quote}${text}${quote}`) },
		{ weight: 1, arbitrary: word.map((text) => `${quote}${text}${quote} ${text}`) },
		{ weight: 1, arbitrary: fc.tuple(word, word).map((two) => two.join(newline)) },
		{ weight: 1, arbitrary: fc.tuple(word, word).map((two) => two.join(`${delimiter} `)) }
	);
}

interface Written {
	table: string[][];
	dialect: Dialect;
}

function tables(language: keyof typeof LANGUAGES): fc.Arbitrary<Written> {
	const { words, header } = LANGUAGES[language];
	return fc
		.record({
			dialect: dialects,
			kinds: fc.array(fc.constantFrom<Kind>('words', 'words', 'number', 'date', 'decimal'), {
				minLength: 1,
				maxLength: 3
			}),
			rows: fc.integer({ min: 3, max: 12 })
		})
		.chain(({ dialect, kinds, rows }) => {
			const columns: Kind[] = ['words', ...kinds];
			const first = fc.constantFrom(...words);
			const row = columns.map((kind, index) => (index === 0 ? first : cellOf(kind, words, dialect)));
			return fc
				.array(fc.tuple(...row), { minLength: rows, maxLength: rows })
				.map((body) => ({ dialect, table: [header.slice(0, columns.length), ...body] }));
		});
}

function written({ table, dialect }: Written): string {
	const { delimiter, newline, quote, escape, quoteAll, final } = dialect;
	const cell = (text: string) =>
		quoteAll || text.includes(delimiter) || text.includes(quote) || /[\r\n]/.test(text)
			? quote + text.replaceAll(quote, escape + quote) + quote
			: text;
	return table.map((row) => row.map(cell).join(delimiter)).join(newline) + (final ? newline : '');
}

describe('a table of words in any dialect comes back, or is asked about', () => {
	test.each(ENCODINGS)('%s, %s', (encoding, language) => {
		fc.assert(
			fc.property(tables(language), (wanted) => {
				const bytes = bytesIn(written(wanted), encoding);
				if (!bytes) throw new Error(`${encoding} does not hold the words`);
				const reading = readFile('t.csv', bytes);
				if (reading.status === 'ask') return;
				expect([reading.header, ...rowsOf(reading.cells)]).toEqual(wanted.table);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('an imported table written again', () => {
	const options = {
		delimiter: WRITTEN_DIALECT.delimiter,
		quote: WRITTEN_DIALECT.quote,
		hasHeader: true,
		plain: true
	};
	const undo = ['totals-rows', 'group-rows', 'repeated-header', 'several-tables'];

	test('gives back every cell, whatever it holds', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 12 }),
			fc.constantFrom('', ' а ', '"', "'б'", ';', 'в\nг', 'д\r\nе', '=1+1', '7А', '\ufeffж', 'Итого', '#Н/Д')
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('Әлия', 'Иванова'), cell, cell), { minLength: 1, maxLength: 8 }),
				(rows) => {
					const header = ['Аты', 'Жауап', 'Пікір'];
					const source = { header, cells: readFile('a.csv', new TextEncoder().encode('x')).cells };
					const cells = { ...source.cells, rows: rows.length, row: (index: number) => rows[index] ?? [] };
					const again = readFile('b.csv', new TextEncoder().encode(tableCsv({ header, cells }).join('')), {
						...options,
						undo
					});
					expect([again.header, ...rowsOf(again.cells)]).toEqual([header, ...rows]);
				}
			),
			{ numRuns: 500 }
		);
	});

	test.each(ENCODINGS)('read from %s, %s', (encoding, language) => {
		fc.assert(
			fc.property(tables(language), (wanted) => {
				const bytes = bytesIn(written(wanted), encoding);
				const first = readFile('a.csv', bytes ?? new Uint8Array());
				fc.pre(first.header !== null);
				const again = readFile('b.csv', new TextEncoder().encode(tableCsv(first).join('')), {
					...options,
					undo
				});
				expect([again.header, ...rowsOf(again.cells)]).toEqual([first.header, ...rowsOf(first.cells)]);
			}),
			{ numRuns: 100 }
		);
	});

	test('ragged rows keep their own number of cells', () => {
		const first = readFile('a.csv', new TextEncoder().encode('Класс;Балл\n7А;4;лишнее\n8Б;5\n9В;3\n'));
		expect(tableCsv(first).join('')).toBe('\ufeffКласс;Балл\r\n7А;4;лишнее\r\n8Б;5\r\n9В;3\r\n');
	});
});
