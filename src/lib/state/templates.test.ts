import { describe, expect, it } from 'vitest';
import { STATED_KINDS, statedField } from '$lib/ingest/vocabulary/fields';
import { LOCALES } from '$lib/model/text';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import { csvText, templateFile, templateWorkbook } from './templates';

describe('CSV for a spreadsheet', () => {
	it('begins with a BOM, separates by semicolons and quotes what needs it', () => {
		expect(csvText([['a', 'b;c', 'd"e', 'f\ng']])).toBe('\ufeffa;"b;c";"d""e";"f\ng"\r\n');
	});
	it.each(['=1+1', '@SUM(1)', '\t=1', '＝1+1', '+7 701', '-x', ' =1'])(
		'keeps %j from becoming a formula',
		(text) => {
			expect(csvText([[text]])).toBe(`\ufeff"'${text}"\r\n`);
		}
	);
	it.each(['-5', '+13', '-4,5', '12%'])('leaves the number %j as it is', (text) => {
		expect(csvText([[text]])).toBe(`\ufeff${text}\r\n`);
	});
});

describe('templates', () => {
	it.each(STATED_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
		'writes $kind in $locale with a header each reader knows',
		({ kind, locale }) => {
			const [head = '', ...rows] = templateFile(kind, locale).text.slice(1).trimEnd().split('\r\n');
			const known = head.split(';').filter((name) => statedField(kind, name) !== null);
			expect(known.length).toBeGreaterThanOrEqual(4);
			expect(rows).toHaveLength(2);
		}
	);

	it.each(STATED_KINDS)('gives %s as a workbook that is read as its CSV is', async (kind) => {
		const { name, bytes } = await templateWorkbook(kind, 'kk');
		const workbook = await readAny(name, bytes);
		const text = templateFile(kind, 'kk');
		const csv = await readAny(text.name, new TextEncoder().encode(text.text));
		expect(workbook.status).toBe('ok');
		expect([workbook.header, rowsOf(workbook.cells)]).toEqual([csv.header, rowsOf(csv.cells)]);
	});
});
