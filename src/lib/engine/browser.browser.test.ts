import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { openBrowserEngine } from './browser';
import { engineContract } from './contract';
import { EngineError } from './engine';

engineContract(() => openBrowserEngine());

test('closing ends a running statement', async () => {
	const engine = await openBrowserEngine();
	const running = engine.query({
		name: 'endless',
		sql: 'SELECT count(*)::DOUBLE AS n FROM range(100000000) a, range(100000) b WHERE (a.range + b.range) % 7 = 3',
		row: z.object({ n: z.number() })
	});
	setTimeout(() => void engine.close(), 100);
	await expect(running).rejects.toThrow(/endless: the engine was closed/);
});

test('says so when its files cannot be had', async () => {
	const noWasm = openBrowserEngine({ wasm: '/missing/duckdb.wasm', worker: workerUrl });
	await expect(noWasm).rejects.toThrow(EngineError);
	const noWorker = openBrowserEngine({ wasm: '/missing/duckdb.wasm', worker: 'blob:nowhere' });
	await expect(noWorker).rejects.toThrow(/^boot: /);
});
