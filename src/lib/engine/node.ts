import type * as duckdb from '@duckdb/node-api';
import type { DataTable, TableColumn } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';
import { EngineError, type Engine } from './engine';
import { quoteIdentifier } from '$lib/model/sql';
import { LOCK } from './lock';
import { checkBindings, checkColumnNames, checkRows, plainCell, unsupportedType, type RawCell } from './rows';
import { checkLengths, createTableSql, TABLE_NAMES } from './table-sql';
import { Turns } from './turns';

/** DuckDB's vector size: the most rows that one data chunk takes. */
const CHUNK_ROWS = 2048;

/**
 * Opens DuckDB in memory for the command line and for tests: one thread, locked before any data.
 * One thread, so that sums of fractions come out bit for bit as in the browser.
 */
export async function openNodeEngine(): Promise<Engine> {
	const api = await import('@duckdb/node-api');
	const instance = await api.DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	for (const setting of LOCK) await connection.run(setting);
	return new NodeEngine(api, instance, connection);
}

class NodeEngine implements Engine {
	readonly #api: typeof duckdb;
	readonly #instance: duckdb.DuckDBInstance;
	readonly #connection: duckdb.DuckDBConnection;
	readonly #turns = new Turns();

	constructor(api: typeof duckdb, instance: duckdb.DuckDBInstance, connection: duckdb.DuckDBConnection) {
		this.#api = api;
		this.#instance = instance;
		this.#connection = connection;
	}

	load(table: DataTable): Promise<void> {
		return this.#turns.take(async () => {
			try {
				checkLengths(table);
				await this.#connection.run(createTableSql(table));
				await this.#append(table);
			} catch (cause) {
				throw new EngineError(`load ${table.name}`, cause);
			}
		});
	}

	clear(): Promise<void> {
		return this.#turns.take(async () => {
			for (const { name } of await this.#run(TABLE_NAMES)) {
				await this.#connection.run(`DROP TABLE ${quoteIdentifier(name)}`);
			}
		});
	}

	query<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]> {
		return this.#turns.take(() => this.#run(statement, signal), signal);
	}

	close(): Promise<void> {
		this.#connection.interrupt();
		return this.#turns.take(async () => {
			this.#connection.closeSync();
			this.#instance.closeSync();
		});
	}

	async #append(table: DataTable): Promise<void> {
		const types = table.columns.map((column) => this.#typeOf(column));
		const appender = await this.#connection.createAppender(table.name);
		try {
			for (let from = 0; from < table.rows; from += CHUNK_ROWS) {
				const to = Math.min(from + CHUNK_ROWS, table.rows);
				const chunk = this.#api.DuckDBDataChunk.create(types, to - from);
				table.columns.forEach((column, index) => chunk.setColumnValues(index, valuesOf(column, from, to)));
				appender.appendDataChunk(chunk);
			}
		} finally {
			appender.closeSync();
		}
	}

	#typeOf(column: TableColumn): duckdb.DuckDBType {
		switch (column.type) {
			case 'tinyint':
				return this.#api.TINYINT;
			case 'integer':
				return this.#api.INTEGER;
			case 'double':
				return this.#api.DOUBLE;
			case 'text':
				return this.#api.VARCHAR;
		}
	}

	async #run<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]> {
		const interrupt = () => this.#connection.interrupt();
		signal?.addEventListener('abort', interrupt);
		try {
			checkBindings(statement.bindings ?? []);
			const prepared = await this.#connection.prepare(statement.sql);
			try {
				statement.bindings?.forEach((value, index) => bind(prepared, index + 1, value));
				signal?.throwIfAborted();
				const result = await prepared.run();
				return checkRows(statement, await this.#rows(result));
			} finally {
				prepared.destroySync();
			}
		} catch (cause) {
			signal?.throwIfAborted();
			throw new EngineError(statement.name, cause);
		} finally {
			signal?.removeEventListener('abort', interrupt);
		}
	}

	async #rows(result: duckdb.DuckDBMaterializedResult): Promise<unknown[]> {
		const names = result.columnNames();
		checkColumnNames(names);
		const plain = this.#plainTypes();
		result.columnTypes().forEach((type, index) => {
			if (!plain.has(type.typeId)) throw unsupportedType(names[index] ?? '', String(type));
		});
		const rows = await result.getRows();
		return rows.map((row) =>
			Object.fromEntries(names.map((name, index) => [name, plainCell(row[index] as RawCell, name)]))
		);
	}

	/** HUGEINT is left out although it could be read: in the browser it arrives as a decimal. */
	#plainTypes(): Set<duckdb.DuckDBTypeId> {
		const id = this.#api.DuckDBTypeId;
		return new Set([
			id.BOOLEAN,
			id.TINYINT,
			id.SMALLINT,
			id.INTEGER,
			id.BIGINT,
			id.UTINYINT,
			id.USMALLINT,
			id.UINTEGER,
			id.UBIGINT,
			id.FLOAT,
			id.DOUBLE,
			id.VARCHAR
		]);
	}
}

function bind(
	prepared: duckdb.DuckDBPreparedStatement,
	position: number,
	value: number | string | null
): void {
	if (value === null) prepared.bindNull(position);
	else if (typeof value === 'number') prepared.bindDouble(position, value);
	else prepared.bindVarchar(position, value);
}

function valuesOf(column: TableColumn, from: number, to: number): (number | string | null)[] {
	if (column.type === 'text') return column.values.slice(from, to);
	const { values, valid } = column;
	const part: (number | null)[] = Array.from(values.subarray(from, to));
	if (valid !== null) {
		for (let row = from; row < to; row++) if (valid[row] === 0) part[row - from] = null;
	}
	return part;
}
