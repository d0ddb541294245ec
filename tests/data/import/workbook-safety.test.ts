import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import type { Reading } from '$lib/model/reading';
import { cell, madeXlsx } from './made-xlsx';
import { textXls } from './made-xls';

const codes = ({ issues }: Reading) => issues.map(({ code }) => code);

const HEADER = ['Класс', 'Жауап', 'Балл'];
const WORD = fc.stringMatching(/^[а-яәіңғүұқөһA-Z0-9 ;,"'&<>_-]{1,12}$/);
const rowsOfTable = fc.array(
	fc.tuple(fc.constantFrom('7А', '7Б'), WORD, fc.integer({ min: 1, max: 5 }).map(String)),
	{
		minLength: 2,
		maxLength: 12
	}
);

/** As text: a sheet of texts, whatever they are called, is the table itself. */
function expectTable(reading: Reading, rows: readonly (readonly string[])[]): void {
	const filled = rows.filter((row) => row.some((text) => text.trim() !== ''));
	expect(reading.header).toEqual(HEADER);
	const read = [...rowsOf(reading.cells).map((row) => [...row])];
	const aside = reading.aside
		.filter(({ role }) => role !== 'header' && role !== 'blank')
		.map(({ cells }) => cells);
	expect([...read, ...aside].toSorted()).toEqual(filled.map((row) => [...row]).toSorted());
}

describe('a table of texts', () => {
	test('comes back equal from every format', async () => {
		await fc.assert(
			fc.asyncProperty(rowsOfTable, async (rows) => {
				const all = [HEADER, ...rows];
				expectTable(await readAny('a.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows: all }] })), rows);
				expectTable(await readAny('a.xls', textXls(all)), rows);
				const plain = all.map((row) => row.map((text) => text.trim().replace(/ +/g, ' ') || 'а'));
				const ods = await writeOds({ sheets: [{ name: 'A', rows: plain }] });
				expectTable(await readAny('a.ods', ods), plain.slice(1));
			}),
			{ numRuns: 40 }
		);
	});

	test('is the one another reader finds', async () => {
		await fc.assert(
			fc.asyncProperty(rowsOfTable, async (rows) => {
				const values = rows.map(([group, answer, score], at) => [
					group,
					answer.trim() || 'а',
					at % 2 ? Number(score) : score
				]);
				const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [HEADER, ...values] }] });
				const other = await readSheet(Buffer.from(bytes));
				const texts = other.map((row) => row.map((value) => (value === null ? '' : String(value))));
				const reading = await readAny('a.xlsx', bytes);
				expectTable({ ...reading }, texts.slice(1));
			}),
			{ numRuns: 25 }
		);
	});
});

const rows = [
	HEADER,
	...Array.from({ length: 60 }, (_, at) => [
		'7А',
		`Жауап ${at} ${'сөз'.repeat(at % 7)}`,
		String(1 + (at % 5))
	])
];

describe('damage', () => {
	const formats: [string, () => Promise<Uint8Array>][] = [
		['a.xlsx', () => writeXlsx({ sheets: [{ name: 'A', rows }] })],
		['a.ods', () => writeOds({ sheets: [{ name: 'A', rows }] })],
		['a.xls', () => Promise.resolve(textXls(rows))]
	];

	test.each(formats)('%s cut anywhere is refused by name', async (name, make) => {
		const bytes = await make();
		const whole = await readAny(name, bytes);
		expect(whole.status).toBe('ok');
		for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 150)) {
			const reading = await readAny(name, bytes.subarray(0, end));
			expect([end, reading.status]).toEqual([end, 'refuse']);
			expect(reading.issues).toHaveLength(1);
		}
	});

	const changed = (bytes: Uint8Array) =>
		fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
			const damaged = bytes.slice();
			damaged[at] = (damaged[at] ?? 0) ^ change;
			return damaged;
		});

	test.each(formats.slice(0, 2))(
		'%s with a changed byte gives the same cells or is refused',
		async (name, make) => {
			const bytes = await make();
			const whole = rowsOf((await readAny(name, bytes)).cells);
			await fc.assert(
				fc.asyncProperty(changed(bytes), async (damaged) => {
					const reading = await readAny(name, damaged);
					expect(reading.status === 'refuse' ? whole : rowsOf(reading.cells)).toEqual(whole);
				}),
				{ numRuns: 100 }
			);
		}
	);

	test('a.xls with a changed byte never throws: the format has nothing to check its cells by', async () => {
		const bytes = textXls(rows);
		await fc.assert(
			fc.asyncProperty(changed(bytes), async (damaged) => {
				const reading = await readAny('a.xls', damaged);
				expect(reading.status === 'refuse').toBe(reading.cells.rows === 0);
			}),
			{ numRuns: 150 }
		);
	});
});

describe('caps', () => {
	const refused = async (bytes: Uint8Array) => {
		const reading = await readAny('a.xlsx', bytes);
		return [reading.status, ...codes(reading)];
	};
	const bomb = `<sheetData>${' '.repeat(10_000_000)}</sheetData>`;

	test('a part that unpacks to a hundred times its size', async () => {
		expect(await refused(madeXlsx({ sheets: [{ name: 'A', xml: bomb }] }))).toEqual([
			'refuse',
			'unpacked-too-large'
		]);
	});

	test('a part whose header lies about its size', async () => {
		const bytes = madeXlsx({ sheets: [{ name: 'A', xml: bomb }] });
		const view = new DataView(bytes.buffer);
		for (let at = 0; at + 46 < bytes.length; at += 1) {
			if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
				view.setUint32(at + 24, 100, true);
		}
		expect(await refused(bytes)).toEqual(['refuse', 'unpacked-too-large']);
	});

	test('a bomb that holds no cells is not unpacked', async () => {
		const media = { 'xl/media/image1.xml': strToU8(' '.repeat(10_000_000)) };
		const xml = `<sheetData><row>${cell('A1', 'Код')}</row><row>${cell('A2', '7А')}</row></sheetData>`;
		expect(await refused(madeXlsx({ sheets: [{ name: 'A', xml }], parts: media }))).toEqual(['ok']);
	});

	test('two cells at opposite corners', async () => {
		const xml = `<sheetData><row r="1">${cell('A1', 'a')}</row><row r="1048576">${cell('XFD1048576', 'b')}</row></sheetData>`;
		expect((await refused(madeXlsx({ sheets: [{ name: 'A', xml }] })))[0]).toBe('refuse');
	});

	test('more columns than a table may have', async () => {
		const wide = Array.from({ length: 2001 }, (_, at) => `Сұрақ ${at}`);
		const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [wide, wide] }] });
		expect(await refused(bytes)).toEqual(['refuse', 'too-many-columns']);
	});

	test('a zip of nothing', async () => {
		expect(await refused(zipSync({}))).toEqual(['refuse', 'damaged-workbook']);
	});
});
