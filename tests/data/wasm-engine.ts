import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { arrowStreams, decodeRows } from '$lib/engine/arrow';
import { LOCK } from '$lib/engine/lock';
import { checkRows } from '$lib/engine/rows';
import { createTableSql } from '$lib/engine/table-sql';
import type { DataTable } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';

/** The browser's DuckDB (the same wasm) run in this process, so that its rows can be laid beside those of the native one. */
export async function openWasmHere() {
	const wasm = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
	const bundle = { mainModule: wasm, mainWorker: '' };
	const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
	await database.instantiate();
	database.open({ path: ':memory:' });
	const connection = database.connect();
	for (const setting of LOCK) connection.query(setting);
	return {
		load(table: DataTable): void {
			connection.query(createTableSql(table));
			for (const stream of arrowStreams(table)) {
				connection.insertArrowFromIPCStream(stream, { name: table.name, create: false });
			}
		},
		query<Row>(statement: Statement<Row>): Row[] {
			const pieces = [connection.useUnsafe((bindings, id) => bindings.runQuery(id, statement.sql))];
			return checkRows(statement, decodeRows(pieces));
		},
		close: () => connection.close()
	};
}
