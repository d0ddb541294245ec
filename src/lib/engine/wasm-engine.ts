import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { DataTable } from '$lib/model/dataset';
import { arrowStreams, decodeRows } from './arrow';
import type { Statement } from '$lib/model/statement';
import { EngineError, type Engine } from './engine';
import { quoteIdentifier } from '$lib/model/sql';
import { executeSql } from './literal';
import { LOCK } from './lock';
import { checkBindings, checkRows } from './rows';
import { checkLengths, createTableSql, TABLE_NAMES } from './table-sql';
import { Turns } from './turns';

/** Boots DuckDB-WASM in a worker that already runs its script, in memory, and locks it. */
export async function bootWasmEngine(worker: Worker, wasmUrl: string): Promise<Engine> {
	const failed = failureOf(worker);
	const database = new AsyncDuckDB(new VoidLogger(), worker);
	const boot = async () => {
		await database.instantiate(wasmUrl);
		await database.open({ path: ':memory:' });
		const connection = await database.connectInternal();
		for (const setting of LOCK) await database.runQuery(connection, setting);
		return connection;
	};
	try {
		return new WasmEngine(database, await Promise.race([boot(), failed]), failed);
	} catch (cause) {
		worker.terminate();
		throw cause;
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

class WasmEngine implements Engine {
	readonly #database: AsyncDuckDB;
	readonly #connection: number;
	readonly #ended: Promise<never>;
	readonly #turns = new Turns();
	#end: (reason: Error) => void = () => undefined;

	constructor(database: AsyncDuckDB, connection: number, failed: Promise<never>) {
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
				for (const stream of arrowStreams(table)) {
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
				const names = decodeRows(await this.#execute(TABLE_NAMES.sql));
				for (const { name } of checkRows(TABLE_NAMES, names)) {
					await this.#execute(`DROP TABLE ${quoteIdentifier(name)}`);
				}
			} catch (cause) {
				throw new EngineError('clear', cause);
			}
		});
	}

	/** Rows are read and checked while the worker is at the next statement. */
	async query<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]> {
		try {
			const pieces = await this.#turns.take(() => this.#answer(statement, signal), signal);
			return checkRows(statement, decodeRows(pieces));
		} catch (cause) {
			signal?.throwIfAborted();
			throw new EngineError(statement.name, cause);
		}
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

	/** The end comes first: what is asked of a worker that is gone answers `undefined` at once. */
	#alive<T>(work: Promise<T>): Promise<T> {
		return Promise.race([this.#ended, work]);
	}
}
