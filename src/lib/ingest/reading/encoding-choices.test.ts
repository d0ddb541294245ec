import { describe, expect, test } from 'vitest';
import { codePageTable, type CodePage } from './code-pages';
import { encodingChoices } from './encoding-choices';

const RUSSIAN = 'Класс;Учитель;Балл\r\n7А;Иванова Мария;4\r\n1;2;3\r\n8Б;Петрова Анна;5\r\n';
const KAZAKH = 'Сынып;Мұғалім;Балл\n7Ә;Қасымова Әлия;4\n8Б;Нұрлан Жүніс;5\n';

const inPage = (text: string, page: CodePage) =>
	Uint8Array.from([...text], (character) => codePageTable(page).indexOf(character));
const inUtf16 = (text: string) =>
	Uint8Array.from(
		[...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])
	);

describe('encodings to choose from', () => {
	test.each(['windows-1251', 'x-mac-cyrillic', 'IBM866', 'KOI8-R'] as const)(
		'%s is the best guess',
		(page) => {
			const [best, ...others] = encodingChoices(inPage(RUSSIAN, page));
			expect(best).toMatchObject({ encoding: page, score: 1 });
			expect(best?.sample).toEqual([
				{ line: 1, text: 'Класс;Учитель;Балл' },
				{ line: 2, text: '7А;Иванова Мария;4' },
				{ line: 4, text: '8Б;Петрова Анна;5' }
			]);
			expect(others.length).toBeGreaterThan(1);
			expect(others.every(({ score }) => score < 1)).toBe(true);
		}
	);
	test('KZ-1048 stands before windows-1251, and both show the letters that differ', () => {
		const choices = encodingChoices(inPage(KAZAKH, 'KZ-1048'));
		expect(choices.slice(0, 2).map(({ encoding }) => encoding)).toEqual(['KZ-1048', 'windows-1251']);
		expect(choices[0]?.sample[0]?.text).toBe('Сынып;Мұғалім;Балл');
		expect(choices[1]?.sample[0]?.text).not.toBe('Сынып;Мұғалім;Балл');
	});
	test('encodings that read the file alike are listed once', () => {
		const encodings = encodingChoices(inPage(RUSSIAN, 'windows-1251')).map(({ encoding }) => encoding);
		expect(encodings).not.toContain('KZ-1048');
		expect(encodings.length).toBeLessThanOrEqual(5);
	});
	test('UTF-8 first where the bytes keep to it', () => {
		const choices = encodingChoices(new TextEncoder().encode(KAZAKH));
		expect(choices[0]).toMatchObject({ encoding: 'utf-8', score: 1 });
		expect(choices[0]?.sample[1]).toEqual({ line: 2, text: '7Ә;Қасымова Әлия;4' });
	});
	test('UTF-16 in both orders, and nothing else', () => {
		const choices = encodingChoices(inUtf16(KAZAKH));
		expect(choices.map(({ encoding }) => encoding)).toEqual(['utf-16le', 'utf-16be']);
		expect(choices[0]?.sample[0]).toEqual({ line: 1, text: 'Сынып;Мұғалім;Балл' });
	});
	test('nothing to choose in ASCII and in nothing', () => {
		expect(encodingChoices(new TextEncoder().encode('a;b\n1;2\n'))).toEqual([]);
		expect(encodingChoices(new Uint8Array())).toEqual([]);
	});
	test('lines are those of the file, however late the first letter stands', () => {
		const bytes = new Uint8Array(3_000_000).fill(0x61);
		for (let i = 99; i < bytes.length; i += 100) bytes[i] = 10;
		bytes.set(inPage('Иванова', 'windows-1251'), 2_000_050);
		expect(encodingChoices(bytes)[0]?.sample[0]?.line).toBe(20_001);
	});
});
