import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading, ReadingOptions } from '$lib/model/reading';
import { rowsOf } from './cells';
import { atOnce } from './parts';
import { readClean } from './read-clean';
import { readFile } from './read-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const plain = ({ cells, ...rest }: Reading) => {
	const rows = rowsOf(cells);
	const columns = Array.from({ length: cells.width }, (_, column) => {
		const { texts, counts, first, codes } = cells.column(column);
		return { texts, counts: [...counts], first: [...first], codes: [...codes] };
	});
	return { ...rest, rows, lines: rows.map((_, row) => cells.line(row)), columns };
};

const cleanly = (bytes: Uint8Array, options?: ReadingOptions) => atOnce(readClean('a.csv', bytes, options));

const both = (bytes: Uint8Array) => {
	const clean = cleanly(bytes);
	return { clean: clean && plain(clean), slow: plain(readFile('a.csv', bytes)) };
};

const NAMES = ['Күні', 'Мұғалім', 'Класс', 'Балл (1-5)', 'Code', 'Пікір', 'Отметка времени', 'Балл', ' ', ''];
const WORDS = [
	...['1', '2', '3', '4', '5', '4,5', '7А', '7A', '7Б', 'Иванова', 'Kim', 'Ким', '', ' ', '—', 'н/д', '?'],
	...[
		'01.09.2024',
		'02.03.2024',
		'2024-09-01',
		'Итого',
		'Орташа',
		'төмен',
		'Жоқ',
		'Иә',
		'a "b" c',
		'a;b',
		'x,y'
	],
	...['#REF!', '1,02E+10', 'Пр?вет', '\u00a0', 'ә\u200b', 'и\u0306', '\u202eабв', 'Ð\u009fÑ\u0080', 'Балл'],
	...['екі\nжол', '12.05', '01.май', 'т\t1', "'a'", 'п', 'н', 'ж', '7 класс', 'sep=;', 'Code', 'http://a.kz']
];
const DAMAGE = ['"', '\r', '\n', ';', ',', '\u0000', ' ', '\u001a', 'ж'];

const anyTable = fc
	.record({
		delimiter: fc.constantFrom(';', ',', '\t'),
		newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
		quoteAll: fc.boolean(),
		bom: fc.boolean(),
		end: fc.constantFrom(0, 1, 1, 1, 3),
		names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 6 }),
		words: fc.subarray(WORDS, { minLength: 2, maxLength: 12 }),
		picks: fc.array(fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), { maxLength: 30 }),
		damage: fc.option(fc.record({ at: fc.nat(), put: fc.constantFrom(...DAMAGE) }), { freq: 2 })
	})
	.map(({ delimiter, newline, quoteAll, bom, end, names, words, picks, damage }) => {
		const rows = picks.map((row) => names.map((_, column) => words[(row[column] ?? 0) % words.length] ?? ''));
		const cell = (text: string) =>
			quoteAll || /[";,\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		const lines = [names, ...rows].map((row) => row.map(cell).join(delimiter));
		let text = lines.join(newline) + newline.repeat(end);
		if (damage) {
			const at = damage.at % (text.length + 1);
			text = text.slice(0, at) + damage.put + text.slice(at);
		}
		return (bom ? '\ufeff' : '') + text;
	});

/** Codes and answers as questionnaires export them: most of these tables are clean. */
const surveyTable = fc
	.record({
		newline: fc.constantFrom('\n', '\r\n'),
		width: fc.integer({ min: 2, max: 8 }),
		words: fc.subarray(['1', '2', '3', '4', '5', '', 'Жоқ', 'Иә', 'Білмеймін', 'н/д', 'Итого', 'Балл 1'], {
			minLength: 2
		}),
		picks: fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 40 })
	})
	.map(({ newline, width, words, picks }) => {
		const names = ['Код', ...Array.from({ length: width - 1 }, (_, at) => `Балл ${String(at + 1)}`)];
		const rows = picks.map((row, at) => [
			`T${String(at)}`,
			...row.slice(0, width - 1).map((pick) => words[pick % words.length] ?? '')
		]);
		return [names, ...rows].map((row) => row.join(';') + newline).join('');
	});

/** Words that begin and end alike, of every length around the four bytes that are compared at once. */
const ALIKE = [
	...['', 'К', 'Ке', 'Кел', 'Келісемін', 'Келісемін де', 'Келіспеймін', 'abc', 'abcd', 'abcde', 'abcdefgh'],
	...[
		'abcdefghi',
		'abcdefgh"',
		'abcd""',
		'abcd,efgh',
		'R0001',
		'R0002',
		'R00010',
		'12',
		'123',
		'1234',
		'12345'
	]
];

/** Quoted cells among plain ones, and now and then a blank line or a row of another width. */
const alikeTable = fc
	.record({
		bom: fc.boolean(),
		newline: fc.constantFrom('\n', '\r\n'),
		end: fc.constantFrom('', '\n', '\r\n'),
		width: fc.integer({ min: 2, max: 4 }),
		rows: fc.array(
			fc.array(fc.tuple(fc.constantFrom(...ALIKE), fc.boolean()), { minLength: 4, maxLength: 4 }),
			{
				minLength: 1,
				maxLength: 60
			}
		),
		odd: fc.option(fc.record({ at: fc.nat(60), line: fc.constantFrom('', 'T', 'a,b,c,d,e', ',,') }), {
			freq: 3
		})
	})
	.map(({ bom, newline, end, width, rows, odd }) => {
		const cell = ([text, quoted]: [string, boolean]) =>
			quoted || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		const lines = rows.map((row, at) => [`T${String(at)}`, ...row.slice(1, width).map(cell)].join(','));
		if (odd) lines.splice(odd.at, 0, odd.line);
		const names = Array.from({ length: width }, (_, at) => `Сұрақ ${String(at)}`).join(',');
		return (bom ? '\ufeff' : '') + [names, ...lines].join(newline) + end;
	});

describe('a file read column by column', () => {
	test('reads as it does row by row, or is left to that', () => {
		fc.assert(
			fc.property(fc.oneof(anyTable, surveyTable), (text) => {
				const { clean, slow } = both(bytesOf(text));
				expect(clean ?? slow).toEqual(slow);
			}),
			{ numRuns: 2000, examples: [['Күні;;Балл\n;й;й\n\n\n']] }
		);
	});
	test('tells words apart that begin and end alike', () => {
		fc.assert(
			fc.property(alikeTable, (text) => {
				const { clean, slow } = both(bytesOf(text));
				expect(clean ?? slow).toEqual(slow);
			}),
			{ numRuns: 1000 }
		);
		const read = fc
			.sample(alikeTable, { numRuns: 200, seed: 1 })
			.filter((text) => cleanly(bytesOf(text)) !== null);
		expect(read.length).toBeGreaterThan(50);
	});
	test('is most of what is clean', () => {
		const texts = fc.sample(surveyTable, { numRuns: 200, seed: 1 });
		const read = texts.filter((text) => cleanly(bytesOf(text)) !== null);
		expect(read.length).toBeGreaterThan(100);
	});
	test('keeps delimiters and quotes inside cells, empty cells, and lines', () => {
		const text = 'Код;Пікір;Балл\r\nT1;"а;""б""";4\r\nT2;;5\r\nT3;"";3\r\n\r\n';
		const { clean, slow } = both(bytesOf(text));
		expect(clean).toEqual(slow);
		expect(clean).toMatchObject({
			rows: [
				['T1', 'а;"б"', '4'],
				['T2', '', '5'],
				['T3', '', '3']
			],
			lines: [2, 3, 4],
			counts: { header: 1, imported: 3, blank: 1 }
		});
	});
	test('finds the same dictionaries however many words they have', () => {
		const rows = Array.from({ length: 70_000 }, (_, at) => `R${String(at % 66_000)},${String(at % 300)}\n`);
		const { clean, slow } = both(bytesOf(`Code,Value\n${rows.join('')}`));
		expect(clean?.columns).toEqual(slow.columns);
		expect(clean?.issues).toEqual(slow.issues);
	});
	test.each([
		['bytes that are no UTF-8', Uint8Array.of(...bytesOf('Код;Балл\nT1;4\nT2;'), 0xe0, 10)],
		['a total', bytesOf('Код;Балл\nT1;4\nИтого;4\n')],
		['a row of another width', bytesOf('Код;Балл\nT1;4\nT2;4;5\n')],
		['a line break in a cell', bytesOf('Код;Балл\nT1;4\n"T\n2";4\n')],
		['an empty row', bytesOf('Код;Балл\nT1;4\n;\nT2;4\n')],
		['the header again', bytesOf('Код;Балл\nT1;4\nКод;Балл\nT2;4\n')]
	])('is not one with %s', (_, bytes) => {
		expect(cleanly(bytes)).toBeNull();
	});
	test('is not one with anything decided by hand', () => {
		const bytes = bytesOf('Код;Балл\nT1;4\nT2;5\n');
		expect(cleanly(bytes, { encoding: 'utf-8' })).not.toBeNull();
		const decided = [
			{ roles: { 2: 'set-aside' as const } },
			{ undo: ['totals-rows'] },
			{ hasHeader: true },
			{ delimiter: ';' },
			{ encoding: 'windows-1251' }
		];
		for (const options of decided) expect(cleanly(bytes, options)).toBeNull();
	});
});
