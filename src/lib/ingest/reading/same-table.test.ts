import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import { copyNumber, haveSameName, haveSamePath, isSameTable, shareColumns } from './same-table';

const read = (lines: string[]) => readFile('a.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));
const HEAD = 'Код;Бірлестік;Балл';
const ROWS = ['k01;Тілдер;4', 'k02;Тілдер;5', 'k03;Математика;3', 'k04;Математика;4'];
const before = read([HEAD, ...ROWS]);

describe('another version of a table', () => {
	test('has the same columns and most of the rows', () => {
		expect(isSameTable(before, read([HEAD, ...ROWS, 'k05;Тарих;5']))).toBe(true);
		expect(isSameTable(before, read([HEAD, 'k07;Тілдер;4', 'k08;Тілдер;5']))).toBe(false);
		expect(isSameTable(before, read([`${HEAD};Сынып`, ...ROWS.map((text) => `${text};7А`)]))).toBe(false);
	});
	test('has them in any order of rows and columns', () => {
		const turned = ROWS.toReversed().map((row) => row.split(';').toReversed().join(';'));
		expect(isSameTable(before, read(['Балл;Бірлестік;Код', ...turned]))).toBe(true);
	});
	test('does not have the same values in other columns or rows', () => {
		const crossed = ROWS.map((row) => row.split(';')).map(([code, group], at) => [
			code,
			group,
			ROWS.at(at - 1)?.at(-1)
		]);
		expect(isSameTable(before, read([HEAD, ...crossed.map((row) => row.join(';'))]))).toBe(false);
		expect(isSameTable(read(['С1;С2;С3', '1;2;3', '2;3;1']), read(['С1;С2;С3', '2;1;3', '3;2;1']))).toBe(
			false
		);
	});
	test('is not concluded from rows that repeat by chance', () => {
		const wave = read(['С1;С2', ...Array.from({ length: 40 }, (_, n) => `${n % 2};${n % 3}`)]);
		expect(isSameTable(wave, wave)).toBe(false);
	});
	test('is told by the share of equal rows, for any tables', () => {
		const row = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }));
		const rows = fc.uniqueArray(row, { minLength: 2, maxLength: 12, selector: (cells) => cells.join() });
		const table = (some: [number, number][]) => read(['Код;Балл', ...some.map((cells) => cells.join(';'))]);
		fc.assert(
			fc.property(rows, rows, (some, others) => {
				const texts = new Set(some.map((cells) => cells.join()));
				const common = others.filter((cells) => texts.has(cells.join())).length;
				expect(isSameTable(table(some), table(others))).toBe(
					common > Math.min(some.length, others.length) / 2
				);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('the name of a file', () => {
	test('may carry the number of a second download', () => {
		expect(haveSameName('2016/Сауалнама.csv', 'сауалнама (2).csv')).toBe(true);
		expect(haveSameName('Сауалнама 2016.csv', 'Сауалнама 2017.csv')).toBe(false);
		expect(['Сауалнама.csv', 'сауалнама (2).csv', 'a(13)'].map(copyNumber)).toEqual([0, 2, 13]);
	});
	test('is the same in folders of one name, and where a folder is not known', () => {
		expect(haveSamePath('2016/Сауалнама.csv', '2016/сауалнама (1).csv')).toBe(true);
		expect(haveSamePath('2016/Сауалнама.csv', 'Сауалнама.csv')).toBe(true);
		expect(haveSamePath('форма.zip/a.csv', 'форма (1).zip/a.csv')).toBe(true);
		expect(haveSamePath('2016/Сауалнама.csv', '2017/Сауалнама.csv')).toBe(false);
	});
	test('says little where the columns are others', () => {
		expect(shareColumns(before, read(['Код;Бірлестік;Балл;Сынып', 'k01;Тілдер;4;7А']))).toBe(true);
		expect(shareColumns(before, read(['Күні;Балл', '2016-09-01;4']))).toBe(false);
	});
});
