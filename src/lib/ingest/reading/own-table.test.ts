import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from './cells';
import { withGuard, withoutGuard } from './own-table';
import { readAny } from './read-any';
import { redactedCopy } from './redacted-copy';
import { tableCsv } from './write-table';

const MARKED = 'Жол · Olshem 0123456789ab';
const cell = fc.stringMatching(/^[ '=+\-@＝а-в0-9]{0,6}$/);

describe('the apostrophe before what a spreadsheet takes for a formula', () => {
	test('stands before formulas and before apostrophes that stand before one, not before numbers', () => {
		expect(['=1', "'=1", ' @x', '-5', "'-5", "'а", '+7 701', '＝1'].map(withGuard)).toEqual([
			"'=1",
			"''=1",
			"' @x",
			'-5',
			"''-5",
			"'а",
			"'+7 701",
			"'＝1"
		]);
	});
	test('is taken away again and nothing else, for any text', () => {
		fc.assert(
			fc.property(cell, (text) => {
				expect(withoutGuard(withGuard(text))).toBe(text);
			}),
			{ numRuns: 2000 }
		);
	});
	test('is taken away from a table that Olshem wrote and set again where that is written anew', async () => {
		const text = `${MARKED};Пікір\r\n2;"'=а"\r\n3;"''=б"\r\n4;"'-5"\r\n`;
		const reading = await readAny('a.csv', new TextEncoder().encode(text));
		const rows = [
			['2', '=а'],
			['3', "'=б"],
			['4', "'-5"]
		];
		expect(rowsOf(reading.cells)).toEqual(rows);
		const written = new TextEncoder().encode(tableCsv(reading).join(''));
		for (const bytes of [written, redactedCopy(reading).bytes]) {
			expect(rowsOf((await readAny('a.csv', bytes)).cells)).toEqual(rows);
		}
		expect(rowsOf(redactedCopy(reading).reading.cells)).toEqual(rows);
	});
});
