import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import { openBrowserEngine } from './browser';
import { engineContract } from './contract';
import { ENDLESS } from './contract.fixtures';
import { EngineError } from './engine';

engineContract(() => openBrowserEngine());

test('closing ends a running statement', async () => {
	const engine = await openBrowserEngine();
	const running = engine.query({ ...ENDLESS, name: 'endless' });
	setTimeout(() => void engine.close(), 100);
	await expect(running).rejects.toThrow(/endless: the engine was closed/);
	await expect(engine.query({ name: 'late', sql: 'SELECT 1', row: z.unknown() })).rejects.toThrow(/^late: /);
});

test('says so when its files cannot be had', async () => {
	const noWasm = openBrowserEngine({ wasm: '/missing/duckdb.wasm', worker: workerUrl });
	await expect(noWasm).rejects.toThrow(EngineError);
	const noWorker = openBrowserEngine({ wasm: '/missing/duckdb.wasm', worker: 'blob:nowhere' });
	await expect(noWorker).rejects.toThrow(/^boot: /);
});

test('compiles no code from text, which the content security policy would forbid', async () => {
	const engine = await openBrowserEngine();
	vi.stubGlobal('Function', function compiled() {
		throw new Error('code from text');
	});
	try {
		await engine.load({ name: 't', rows: 2, columns: [{ name: 'word', type: 'text', values: ['ә', null] }] });
		const rows = await engine.query({ name: 'words', sql: 'SELECT word FROM t', row: z.unknown() });
		expect(rows).toEqual([{ word: 'ә' }, { word: null }]);
	} finally {
		vi.unstubAllGlobals();
		await engine.close();
	}
});

test('takes tables that need more than one stream', async () => {
	const engine = await openBrowserEngine();
	const rows = 1_000_003;
	await engine.load({
		name: 't',
		rows,
		columns: [
			{ name: 'n', type: 'integer', values: Int32Array.from({ length: rows }, (_, row) => row), valid: null },
			{
				name: 'word',
				type: 'text',
				values: Array.from({ length: rows }, (_, row) => (row % 2 ? `${row % 7}` : null))
			}
		]
	});
	const wrong = await engine.query({
		name: 'wrong',
		sql: 'SELECT * FROM t WHERE n <> rowid OR word IS DISTINCT FROM CASE WHEN n % 2 = 1 THEN (n % 7)::VARCHAR END',
		row: z.unknown()
	});
	expect(wrong).toEqual([]);
	const counted = await engine.query({ name: 'count', sql: 'SELECT count(*) AS n FROM t', row: z.unknown() });
	expect(counted).toEqual([{ n: rows }]);
	await engine.close();
});
