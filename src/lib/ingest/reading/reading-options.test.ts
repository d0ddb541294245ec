import { describe, expect, test } from 'vitest';
import { rowsOf } from './cells';
import { codePageTable, type CodePage } from './code-pages';
import { readFile } from './read-file';

const utf8 = (text: string) => new TextEncoder().encode(text);
const inPage = (text: string, page: CodePage) =>
	Uint8Array.from([...text], (character) => codePageTable(page).indexOf(character));
const glued = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const codes = (bytes: Uint8Array, options: Parameters<typeof readFile>[2]) =>
	readFile('a.csv', bytes, options).issues.map(({ code }) => code);

describe('the delimiter as the user says', () => {
	test.each([';', ',', '\t', '|', ', ', ' '])('%j', (delimiter) => {
		const text = ['Класс', 'Балл'].join(delimiter) + '\n' + ['7А', '4'].join(delimiter) + '\n';
		const reading = readFile('a.csv', utf8(text), { delimiter });
		expect(reading).toMatchObject({ status: 'ok', header: ['Класс', 'Балл'], dialect: { delimiter } });
		expect(rowsOf(reading.cells)).toEqual([['7А', '4']]);
	});
	test('stands above what the file looks like', () => {
		expect(readFile('a.csv', utf8('а;б|в\n1;2|3\n'), { delimiter: '|' }).header).toEqual(['а;б', 'в']);
	});
	test('one that does not occur leaves one column', () => {
		const reading = readFile('a.csv', utf8('а;б\nв;г\n'), { delimiter: '|' });
		expect(reading.header).toEqual(['а;б']);
	});
});

describe('the quote as the user says', () => {
	const text = `Школа;Отзыв\n"Арман";'да'\n"Лицей";'нет; никогда'\n`;
	test('a double quote', () => {
		expect(rowsOf(readFile('a.csv', utf8(text), { delimiter: ';', quote: '"' }).cells)[0]).toEqual([
			'Арман',
			"'да'"
		]);
	});
	test('an apostrophe', () => {
		expect(rowsOf(readFile('a.csv', utf8(text), { delimiter: ';', quote: "'" }).cells)).toEqual([
			['"Арман"', 'да'],
			['"Лицей"', 'нет; никогда']
		]);
	});
	test('none: every quote is text', () => {
		const reading = readFile('a.csv', utf8('Школа;Балл\n"Арман";4\n"Лицей;5\n'), { quote: '' });
		expect(rowsOf(reading.cells)).toEqual([
			['"Арман"', '4'],
			['"Лицей', '5']
		]);
		expect(reading.status).toBe('ok');
	});
});

describe('the encoding as the user says', () => {
	test('UTF-8 on a file that is none is refused at its line and byte', () => {
		const bytes = glued(utf8('a;b\n1;'), inPage('Иванова', 'windows-1251'), utf8('\n'));
		const reading = readFile('a.csv', bytes, { encoding: 'utf-8' });
		expect(reading).toMatchObject({ status: 'refuse', header: null, cells: { rows: 0 } });
		expect(reading.issues).toMatchObject([{ code: 'encoding-mismatch', line: 2, params: { byte: 7 } }]);
	});
	test('one that nobody knows is refused, not guessed', () => {
		const reading = readFile('a.csv', utf8('Сынып;Балл\n7А;4\n'), { encoding: 'utf-9' });
		expect(reading).toMatchObject({ status: 'refuse', header: null, cells: { rows: 0 } });
		expect(reading.issues).toMatchObject([{ code: 'encoding-unknown', params: { encoding: 'utf-9' } }]);
	});
	test.each(['UTF-8', 'UTF-16LE', 'Windows-1251'])('%s may be written in any case', (encoding) => {
		expect(codes(utf8('a;b\n1;2\n'), { encoding })).not.toContain('encoding-unknown');
	});
	test('UTF-8 on a file that is, with its mark or without', () => {
		for (const mark of ['', '\ufeff']) {
			const reading = readFile('a.csv', utf8(`${mark}Сынып;Балл\n7Ә;4\n`), { encoding: 'utf-8' });
			expect(reading).toMatchObject({ status: 'ok', header: ['Сынып', 'Балл'], encoding: 'utf-8' });
		}
	});
	test.each(['windows-1251', 'KZ-1048', 'x-mac-cyrillic', 'IBM866', 'KOI8-R'] as const)('%s', (encoding) => {
		const reading = readFile('a.csv', inPage('б;в\nг;д\n', encoding), { encoding, hasHeader: true });
		expect(reading).toMatchObject({ header: ['б', 'в'], encoding, issues: [] });
	});
});

describe('a file of two encodings', () => {
	const head = utf8('Класс;Учитель;Балл\n7А;Иванова Мария;4\n');
	const tail = '8Б;Петрова Анна;5\n9В;Сидорова Ольга;3\n';
	const wanted = [
		['7А', 'Иванова Мария', '4'],
		['8Б', 'Петрова Анна', '5'],
		['9В', 'Сидорова Ольга', '3']
	];
	const repair = ['mixed-encoding' as const];

	test('is refused, line and byte named', () => {
		const reading = readFile('a.csv', glued(head, inPage(tail, 'windows-1251')));
		expect(reading.status).toBe('refuse');
		expect(reading.issues).toMatchObject([
			{ code: 'mixed-encoding', line: 3, count: 2, params: { byte: head.length + 2 } }
		]);
	});
	test.each(['windows-1251', 'x-mac-cyrillic', 'IBM866', 'KOI8-R'] as const)(
		'on the word of the user the rest is read as %s',
		(page) => {
			const reading = readFile('a.csv', glued(head, inPage(tail, page)), { repair });
			expect(reading).toMatchObject({
				status: 'warn',
				encoding: 'utf-8',
				header: ['Класс', 'Учитель', 'Балл']
			});
			expect(reading.issues).toMatchObject([
				{ code: 'mixed-encoding-read', severity: 'warn', line: 3, count: 2, params: { encoding: page } }
			]);
			expect(rowsOf(reading.cells)).toEqual(wanted);
		}
	);
	test('whichever part comes first, and with a mark', () => {
		const first = inPage('Класс;Учитель;Балл\n7А;Иванова Мария;4\n', 'windows-1251');
		expect(rowsOf(readFile('a.csv', glued(first, utf8(tail)), { repair }).cells)).toEqual(wanted);
		const marked = glued(utf8('\ufeff'), head, inPage(tail, 'windows-1251'));
		expect(rowsOf(readFile('a.csv', marked, { repair }).cells)).toEqual(wanted);
	});
	test('the word changes nothing about a file of one encoding', () => {
		for (const bytes of [head, inPage('Класс;Балл\n7А Иванова;4\n', 'windows-1251')])
			expect(codes(bytes, { repair })).toEqual(codes(bytes, {}));
	});
});

describe('a number cut at its comma', () => {
	test('numbers of two columns are joined again', () => {
		const text = 'Класс,Балл 1,Балл 2\n7А,4,5,3,5\n8Б,3,9,4,1\n9В,4,2,5\n';
		const reading = readFile('a.csv', utf8(text), { repair: ['decimal-comma-vs-delimiter'] });
		expect(rowsOf(reading.cells).slice(0, 2)).toEqual([
			['7А', '4,5', '3,5'],
			['8Б', '3,9', '4,1']
		]);
		expect(reading.status).not.toBe('refuse');
	});
});
