import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { unpackTables } from '$lib/ingest/reading/archive-tables';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readAny } from '$lib/ingest/reading/read-any';
import { sortGiven } from '$lib/pipeline/opening';

const CSV = strToU8('Класс;Балл\r\n7А;4\r\n7Б;5\r\n');
const ROWS = [
	['7А', '4'],
	['7Б', '5']
];
const outcome = async (name: string, bytes: Uint8Array) => {
	const reading = await readAny(name, bytes);
	return [reading.status, ...reading.issues.map(({ code }) => code)];
};

describe('an archive with one table is that table', () => {
	test.each([
		['forms.csv.zip', zipSync({ 'папка/Жауаптар.csv': CSV, '__MACOSX/._Жауаптар.csv': CSV })],
		['forms.csv.gz', gzipSync(CSV, { filename: 'forms.csv' })],
		['forms.gz', gzipSync(CSV)]
	])('%s', async (name, bytes) => {
		const reading = await readAny(name, bytes);
		expect([reading.file, reading.status, reading.header]).toEqual([name, 'ok', ['Класс', 'Балл']]);
		expect(rowsOf(reading.cells)).toEqual(ROWS);
		expect(reading.issues).toMatchObject([{ code: 'unpacked', severity: 'note', params: { archive: name } }]);
	});

	test('a workbook inside is opened', async () => {
		const book = await writeXlsx({ sheets: [{ name: 'A', rows: [['Класс', 'Балл'], ...ROWS] }] });
		const reading = await readAny('a.zip', zipSync({ 'a.xlsx': [book, { level: 0 }] }));
		expect([reading.encoding, rowsOf(reading.cells)]).toEqual(['xlsx', ROWS]);
	});

	test('a name in the code page of DOS', () => {
		const bytes = zipSync({ 'aaaaa.csv': CSV });
		const dos = [0x8e, 0xe6, 0xa5, 0xad, 0xaa];
		const text = String.fromCharCode(...bytes);
		for (let at = text.indexOf('aaaaa'); at >= 0; at = text.indexOf('aaaaa', at + 1)) bytes.set(dos, at);
		expect(unpackTables('a.zip', bytes).tables.map(({ name }) => name)).toEqual(['Оценк.csv']);
	});
});

describe('an archive that is refused', () => {
	const zeros = new Uint8Array(10_000_000);
	const cut = zipSync({ 'a.csv': CSV }).subarray(0, -3);
	const wrong = zipSync({ 'a.csv': [CSV, { level: 0 }] });
	wrong[40] = 0x41;
	const secret = zipSync({ 'a.csv': CSV });
	const directory = secret.findIndex(
		(_, at) => new DataView(secret.buffer).getUint32(at, true) === 0x02014b50
	);
	secret[directory + 8] = 1;
	const lying = gzipSync(CSV);
	new DataView(lying.buffer).setUint32(lying.length - 4, 7, true);

	test.each<[string, string, Uint8Array]>([
		['unpacked-too-large', 'a.zip', zipSync({ 'a.csv': zeros })],
		['unpacked-too-large', 'a.csv.gz', gzipSync(zeros)],
		['damaged-archive', 'a.zip', cut],
		['damaged-archive', 'a.zip', wrong],
		['damaged-archive', 'a.csv.gz', lying],
		['damaged-archive', 'a.csv.gz', gzipSync(CSV).subarray(0, 20)],
		['encrypted-file', 'a.zip', secret],
		['no-table-in-archive', 'a.zip', zipSync({ 'inner.zip': zipSync({ 'a.csv': CSV }), 'a.pdf': CSV })],
		['no-table-in-archive', 'a.zip.gz', gzipSync(zipSync({ 'a.csv': CSV }))],
		['not-csv-archive', 'a.csv', zipSync({ 'a.csv': CSV })],
		['not-csv-archive', 'a.csv', gzipSync(CSV)]
	])('%s: %s', async (code, name, bytes) => {
		expect(await outcome(name, bytes)).toEqual(['refuse', code]);
	});

	test('cut anywhere it is refused and never throws', async () => {
		const bytes = zipSync({ 'a.csv': CSV, 'b.csv': CSV });
		for (let end = 2; end < bytes.length; end += 1)
			expect((await outcome('a.zip', bytes.subarray(0, end)))[0]).toBe('refuse');
	});

	test('every table counts towards the cap', async () => {
		const noise = Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) % 251);
		const many: Zippable = {};
		for (let at = 0; at < 201; at += 1) many[`${at}.csv`] = [noise, { level: 0 }];
		expect(await outcome('a.zip', zipSync(many))).toEqual(['refuse', 'unpacked-too-large']);
	});
});

describe('archives among given files', () => {
	test('every table becomes a file of its own; what is none is named', async () => {
		const zip = zipSync({ 'I/жауап.csv': CSV, 'II/жауап.csv': CSV, 'оқы.docx': CSV });
		const { project, files, unused } = await sortGiven([
			{ name: 'барлығы.zip', bytes: zip },
			{ name: 'a.csv', bytes: CSV }
		]);
		expect(project).toBeNull();
		expect(files.map(({ name, archive }) => [name, archive])).toEqual([
			['жауап.csv', 'барлығы.zip'],
			['жауап (2).csv', 'барлығы.zip'],
			['a.csv', undefined]
		]);
		expect(unused).toEqual(['барлығы.zip/оқы.docx']);
	});

	test('one that cannot be opened stays, to be refused', async () => {
		const bytes = zipSync({ 'a.pdf': CSV });
		expect((await sortGiven([{ name: 'a.zip', bytes }])).files).toEqual([{ name: 'a.zip', bytes }]);
	});
});
