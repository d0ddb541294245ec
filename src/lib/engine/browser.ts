import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import type { DataTable } from '$lib/model/dataset';
import { EngineError, type Engine, type Statement } from './engine';
import { quoteIdentifier } from './identifier';
import { executeSql } from './literal';
import { LOCK } from './lock';
import { checkBindings, checkRows } from './rows';
import { checkLengths, createTableSql, TABLE_NAMES } from './table-sql';
import { Turns } from './turns';

type Arrow = typeof import('./arrow');

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
 * Boots DuckDB-WASM in a worker, in memory, and locks it. Throws EngineError `boot` where the engine's files
 * cannot be fetched or run. Call it in the browser only: everything heavy is imported here, on demand.
 */
export async function openBrowserEngine(
	files: EngineFiles = { wasm: wasmUrl, worker: workerUrl }
): Promise<Engine> {
	try {
		const [duckdb, arrow, worker] = await Promise.all([
			import('@duckdb/duckdb-wasm'),
			import('./arrow'),
			startWorker(files.worker)
		]);
		const failed = failureOf(worker);
		const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
		const boot = async () => {
			await database.instantiate(new URL(files.wasm, location.href).href);
			await database.open({ path: ':memory:' });
			const connection = await database.connectInternal();
			for (const setting of LOCK) await database.runQuery(connection, setting);
			return connection;
		};
		try {
			const connection = await Promise.race([boot(), failed]);
			return new BrowserEngine(arrow, database, connection, failed);
		} catch (cause) {
			worker.terminate();
			throw cause;
		}
	} catch (cause) {
		throw new EngineError('boot', cause);
	}
}

/** From a blob, so that the worker stands under the page's own content security policy (engine.md rule 3). */
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

/** Rejects when the worker dies. DuckDB's own handler only logs, and what was asked of it would wait for ever. */
function failureOf(worker: Worker): Promise<never> {
	const failed = new Promise<never>((_, reject) => {
		worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker failed')));
	});
	failed.catch(() => undefined);
	return failed;
}

class BrowserEngine implements Engine {
	readonly #arrow: Arrow;
	readonly #database: AsyncDuckDB;
	readonly #connection: number;
	readonly #ended: Promise<never>;
	readonly #turns = new Turns();
	#end: (reason: Error) => void = () => undefined;

	constructor(arrow: Arrow, database: AsyncDuckDB, connection: number, failed: Promise<never>) {
		this.#arrow = arrow;
		this.#database = database;
		this.#connection = connection;
		const closed = new Promise<never>((_, reject) => {
			this.#end = reject;
		});
		this.#ended = Promise.race([failed, closed]);
		this.#ended.catch(() => undefined);
	}

	load(table: DataTable): Promise<void> {
		return this.#turns.take(async () => {
			try {
				checkLengths(table);
				await this.#execute(createTableSql(table));
				for (const stream of this.#arrow.arrowStreams(table)) {
					const options = { name: table.name, create: false };
					await this.#alive(this.#database.insertArrowFromIPCStream(this.#connection, stream, options));
				}
			} catch (cause) {
				throw new EngineError(`load ${table.name}`, cause);
			}
		});
	}

	clear(): Promise<void> {
		return this.#turns.take(async () => {
			try {
				const names = this.#arrow.decodeRows(await this.#execute(TABLE_NAMES.sql));
				for (const { name } of checkRows(TABLE_NAMES, names)) {
					await this.#execute(`DROP TABLE ${quoteIdentifier(name)}`);
				}
			} catch (cause) {
				throw new EngineError('clear', cause);
			}
		});
	}

	query<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]> {
		return this.#turns.take(async () => {
			try {
				const pieces = await this.#answer(statement, signal);
				return checkRows(statement, this.#arrow.decodeRows(pieces));
			} catch (cause) {
				signal?.throwIfAborted();
				throw new EngineError(statement.name, cause);
			}
		}, signal);
	}

	async close(): Promise<void> {
		this.#end(new Error('the engine was closed'));
		await this.#database.terminate();
	}

	/**
	 * Bindings go in by PREPARE and EXECUTE: what duckdb-wasm prepares itself runs to its end in one go and
	 * cannot be cancelled.
	 */
	async #answer(statement: Statement<unknown>, signal?: AbortSignal): Promise<Uint8Array[]> {
		if (!statement.bindings) return this.#execute(statement.sql, signal);
		checkBindings(statement.bindings);
		await this.#execute(`PREPARE bound AS ${statement.sql}`);
		try {
			return await this.#execute(executeSql('bound', statement.bindings), signal);
		} finally {
			await this.#execute('DEALLOCATE bound');
		}
	}

	/** Runs SQL step by step and hands back the Arrow stream of its rows in pieces. */
	async #execute(sql: string, signal?: AbortSignal): Promise<Uint8Array[]> {
		const connection = this.#connection;
		let header = await this.#alive(this.#database.startPendingQuery(connection, sql));
		while (header === null) {
			if (signal?.aborted) {
				await this.#alive(this.#database.cancelPendingQuery(connection));
				signal.throwIfAborted();
			}
			header = await this.#alive(this.#database.pollPendingQuery(connection));
		}
		const pieces = [header];
		for (;;) {
			const piece = await this.#alive(this.#database.fetchQueryResults(connection));
			if (piece?.length === 0) return pieces;
			if (piece !== null) pieces.push(piece);
		}
	}

	#alive<T>(work: Promise<T>): Promise<T> {
		return Promise.race([work, this.#ended]);
	}
}
