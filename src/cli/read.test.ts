import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPaths } from './read';

const CSV = strToU8('Класс;Балл\r\n7А;4\r\n7Б;5\r\n');

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'olshem-read-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function readings(name: string, bytes: Uint8Array): Promise<Record<string, unknown>> {
	await writeFile(join(folder, name), bytes);
	const out = join(folder, 'out');
	await readPaths([join(folder, name)], out);
	const paths = (await readdir(out, { recursive: true })).filter((path) => path.endsWith('.json')).sort();
	const found = paths.map(
		async (path) => [path, JSON.parse(await readFile(join(out, path), 'utf8'))] as const
	);
	return Object.fromEntries(await Promise.all(found));
}

test('an archive with one table has its reading under its own name', async () => {
	expect(await readings('a.csv.zip', zipSync({ 'x/forms.csv': CSV }))).toMatchObject({
		'a.csv.zip.json': {
			file: 'a.csv.zip',
			status: 'ok',
			header: ['Класс', 'Балл'],
			issues: [{ code: 'unpacked' }]
		}
	});
});

test('an archive with several tables has a reading for each', async () => {
	const found = await readings('a.zip', zipSync({ 'I/b.csv': CSV, 'II/b.csv': CSV }));
	expect(Object.keys(found)).toEqual(['a.zip/b (2).csv.json', 'a.zip/b.csv.json']);
	expect(found['a.zip/b.csv.json']).toMatchObject({ file: 'a.zip/b.csv', status: 'ok' });
});

test('an archive that is refused has a reading that says why', async () => {
	expect(await readings('a.zip', zipSync({ 'a.pdf': CSV }))).toMatchObject({
		'a.zip.json': {
			file: 'a.zip',
			status: 'refuse',
			header: null,
			rows: [],
			issues: [{ code: 'no-table-in-archive' }]
		}
	});
});
