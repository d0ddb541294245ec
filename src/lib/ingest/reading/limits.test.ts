import { expect, test, vi } from 'vitest';
import { readAny } from './read-any';
import { readFile } from './read-file';

/** Small limits, so that no test has to be as large as a real one. */
vi.mock('./limits', async (original) => {
	const { LIMITS } = await original<typeof import('./limits')>();
	const small = { fileBytes: 4000, columns: 20, rows: 100, cellCharacters: 200, headerCharacters: 100 };
	return { LIMITS: { ...LIMITS, ...small, columnarBytes: 500 } };
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const repeated = (count: number, of: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => of(at));
const names = (count: number) => repeated(count, (at) => `Баға ${String(at + 1)}`);
const table = (header: string[], row: string[], rows: number) =>
	`${[header.join(';'), ...repeated(rows, () => row.join(';'))].join('\n')}\n`;

const CASES = {
	'file-too-large': ['refuse', table(['Код', 'Балл'], ['T1', '4'], 1000)],
	'too-many-columns': ['refuse', table(names(21), repeated(21, String), 5)],
	'too-many-rows': ['refuse', table(['Код', 'Балл'], ['T1', '4'], 100)],
	'huge-field': ['warn', table(['Код', 'Пікір'], ['T1', 'а'.repeat(201)], 3)],
	'long-headers': ['warn', table(['Код', 'б'.repeat(101)], ['T1', '4'], 80)]
} as const;

test.each(Object.entries(CASES))('beyond a limit a file has a message: %s', (code, [status, text]) => {
	for (const content of [text, text.replace('T1', '"T"1')]) {
		const reading = readFile('a.csv', bytesOf(content));
		expect(reading.status).toBe(status);
		expect(reading.issues.map((issue) => issue.code)).toContain(code);
		if (status === 'refuse') expect(reading.cells.rows).toBe(0);
	}
});

test('as many rows and columns as may be are read', () => {
	expect(readFile('a.csv', bytesOf(table(names(20), repeated(20, String), 5))).cells.width).toBe(20);
	expect(readFile('a.csv', bytesOf(table(['Код', 'Балл'], ['T1', '4'], 99))).cells.rows).toBe(99);
});

test('the count of too many rows is that of the file', () => {
	const { issues } = readFile('a.csv', bytesOf(table(['Код', 'Балл'], ['T1', '4'], 150)));
	expect(issues).toMatchObject([{ code: 'too-many-rows', count: 151, params: { limit: 100 } }]);
});

test('a step that throws stops the reading', async () => {
	const shares: number[] = [];
	const bytes = bytesOf(table(['Код', 'Балл'], ['T1', '4'], 90));
	const stopped = readAny('a.csv', bytes, {}, (share) => {
		shares.push(share);
		if (share > 0) throw new Error('stopped');
	});
	await expect(stopped).rejects.toThrow('stopped');
	expect(shares.filter((share) => share > 0)).toHaveLength(1);
});

test.each([
	['clean', table(['Код', 'Балл'], ['T1', '4'], 90)],
	['repaired', table(['Код', 'Балл'], ['T1', '4'], 80).replace('T1', '"T"1')]
])('a %s file is read in steps that only grow, and as it is at once', async (_, text) => {
	const shares: number[] = [];
	const reading = await readAny('a.csv', bytesOf(text), {}, (share) => shares.push(share));
	expect(shares.length).toBeGreaterThan(3);
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
	expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
	const atOnce = readFile('a.csv', bytesOf(text));
	expect({ ...reading, cells: null }).toEqual({ ...atOnce, cells: null });
	expect(reading.cells.row(3)).toEqual(atOnce.cells.row(3));
});
