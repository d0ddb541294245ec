import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { EngineError, type Engine } from './engine';

/** Where the engine's two files are served from; our own origin unless said otherwise. */
interface EngineFiles {
	wasm: string;
	worker: string;
}

/**
 * Runs before DuckDB's own worker script. Upstream (duckdb-wasm 1.32.0, `instantiateWasm`): a WASM file that
 * cannot be fetched or compiled rejects a promise nobody awaits, and `instantiate` never settles. Thrown
 * again, the reason reaches the page as the worker's `error` event. Remove when upstream awaits that promise.
 */
const RETHROW = 'addEventListener("unhandledrejection", (e) => setTimeout(() => { throw e.reason; }));\n';

/**
 * Opens DuckDB-WASM in a worker of its own: in memory, locked before any data. Throws EngineError `boot` where the
 * engine's files cannot be fetched or run. Call it in the browser only: the heavy parts are imported here, on demand.
 */
export async function openBrowserEngine(
	files: EngineFiles = { wasm: wasmUrl, worker: workerUrl }
): Promise<Engine> {
	try {
		const [{ bootWasmEngine }, worker] = await Promise.all([
			import('./wasm-engine'),
			startWorker(absolute(files.worker))
		]);
		return await bootWasmEngine(worker, absolute(files.wasm));
	} catch (cause) {
		throw new EngineError('boot', cause);
	}
}

/** Against this module: a worker that was itself started from a blob has no address to resolve a path against. */
function absolute(url: string): string {
	return new URL(url, import.meta.url).href;
}

/** From a blob, so that the worker stands under the content security policy of who starts it (engine.md rule 3). */
async function startWorker(source: string): Promise<Worker> {
	const response = await fetch(source);
	if (!response.ok) throw new Error(`${source}: HTTP ${response.status}`);
	const script = new Blob([RETHROW, await response.text()], { type: 'text/javascript' });
	const url = URL.createObjectURL(script);
	try {
		return new Worker(url);
	} finally {
		URL.revokeObjectURL(url);
	}
}
