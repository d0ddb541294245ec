import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { pollockFiles } from './pollock-archive';
import { run, type PollockScore } from '../../reference/import/score-pollock.mjs';

const WELL_FORMED = [
	'source.csv',
	'file_no_trailing_newline.csv',
	'file_double_trailing_newline.csv',
	'file_field_delimiter_0x3B.csv',
	'file_field_delimiter_0x9.csv',
	'file_record_delimiter_0xA.csv',
	'file_record_delimiter_0xD.csv',
	'file_one_data_row.csv'
];

describe('Pollock, 2,290 damaged files', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pollock-'));
	const statuses = new Map<string, string>();
	let score: PollockScore;

	beforeAll(() => {
		const loaded = join(folder, 'loaded');
		const clean = join(folder, 'pollock', 'clean');
		mkdirSync(loaded);
		mkdirSync(clean, { recursive: true });
		for (const [path, bytes] of pollockFiles()) {
			const name = path.slice(path.lastIndexOf('/') + 1);
			if (path.endsWith('pollock_weights.json')) writeFileSync(join(folder, 'weights.json'), bytes);
			else if (path.includes('/clean/')) writeFileSync(join(clean, name), bytes);
			else if (path.includes('/csv/')) {
				const reading = readFile(name, bytes);
				statuses.set(name, reading.status);
				const { header, cells, issues, status } = reading;
				writeFileSync(
					join(loaded, `${name}.json`),
					JSON.stringify({ header, rows: rowsOf(cells), issues, status })
				);
			}
		}
		score = run({ loaded, pollock: join(folder, 'pollock'), weights: join(folder, 'weights.json') });
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('nothing is wrong without a word', () => {
		expect(score.files).toBe(2290);
		expect(score.per.filter(({ silentWrong }) => silentWrong === 1).map(({ file }) => file)).toEqual([]);
	});
	test('simple score at least 9.98', () => {
		expect(score.simple).toBeGreaterThanOrEqual(9.98);
	});
	test('weighted score at least 9.99', () => {
		expect(score.weighted).toBeGreaterThanOrEqual(9.99);
	});
	test.each(WELL_FORMED)('%s is read exactly and without a warning', (name) => {
		expect(statuses.get(name)).toBe('ok');
		expect(score.per.find(({ file }) => file === name)?.exact).toBe(1);
	});
});
