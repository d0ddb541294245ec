import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import { compareVersions } from './versions';

const read = (lines: string[]) => readFile('a.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));
const HEAD = 'Код;Бірлестік;Балл';
const ROWS = ['k01;Тілдер;4', 'k02;Тілдер;5', 'k03;Математика;3', 'k04;Математика;4'];
const before = read([HEAD, ...ROWS]);

describe('the difference between two versions', () => {
	test('is told by the column that tells rows apart, with line and column', () => {
		const after = read([HEAD, 'k01;Тілдер;4', 'k02;Тілдер;3', 'k04;Математика;4', 'k05;Тарих;5']);
		expect(compareVersions(before, after)).toEqual({
			key: 'Код',
			added: 1,
			removed: 1,
			changed: 1,
			same: 2,
			columnsAdded: [],
			columnsRemoved: [],
			first: [
				{ kind: 'changed', place: { line: 3, column: 3, name: 'Балл' }, before: '5', after: '3' },
				{ kind: 'removed', place: { line: 4, text: 'k03 · Математика · 3' } },
				{ kind: 'added', place: { line: 5, text: 'k05 · Тарих · 5' } }
			]
		});
	});
	test('is told by whole rows where nothing tells them apart; repeated rows are counted', () => {
		const one = read(['Бірлестік;Балл', 'Тілдер;4', 'Тілдер;4', 'Тарих;5']);
		const other = read(['Бірлестік;Балл', 'Тілдер;4', 'Тарих;5', 'Тарих;5']);
		expect(compareVersions(one, other)).toMatchObject({
			key: null,
			added: 1,
			removed: 1,
			changed: 0,
			same: 2
		});
	});
	test('knows columns by folded name in any order, and names those that came and went', () => {
		const after = read(['балл ;Код;Сынып', '4;k01;7А', '5;k02;7А', '3;k03;8Б', '4;k04;8Б']);
		expect(compareVersions(before, after)).toMatchObject({
			key: 'Код',
			same: 4,
			changed: 0,
			columnsAdded: ['Сынып'],
			columnsRemoved: ['Бірлестік']
		});
	});
	test('names at most ten places and counts all', () => {
		const many = (from: number) => Array.from({ length: 30 }, (_, n) => `k${from + n};Тілдер;${n % 5}`);
		const found = compareVersions(read([HEAD, ...many(100)]), read([HEAD, ...many(200)]));
		expect(found).toMatchObject({ added: 30, removed: 30 });
		expect(found.first).toHaveLength(10);
	});
	test('adds up for any rows', () => {
		const row = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'));
		const rows = fc.array(row, { minLength: 1, maxLength: 8 });
		const table = (some: [string, string][]) => read(['Код;Балл', ...some.map((cells) => cells.join(';'))]);
		fc.assert(
			fc.property(rows, rows, (some, others) => {
				const [one, other] = [table(some), table(others)];
				const { added, removed, changed, same } = compareVersions(one, other);
				expect(added + changed + same).toBe(other.cells.rows);
				expect(removed + changed + same).toBe(one.cells.rows);
			}),
			{ numRuns: 200 }
		);
	});
});
