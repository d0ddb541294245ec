import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { answersOf } from './answers';
import { serve } from './calls';

/** The same DuckDB reading the file by itself into a table, under the given options of its reader; nothing is looked at. */
export const serveBareRead = (options: string) =>
	serve(async () => {
		const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
		await database.instantiate(wasmUrl);
		const connection = await database.connect();
		return async (file) => {
			const started = performance.now();
			await database.registerFileHandle('answers.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
			await connection.query(`CREATE TABLE answers AS SELECT * FROM read_csv('answers.csv', ${options})`);
			const ms = performance.now() - started;
			const columns = (await connection.query('DESCRIBE answers')).numRows;
			const rows = Number((await connection.query('SELECT count(*)::INTEGER AS n FROM answers')).get(0)?.n);
			return { ms, stages: {}, answers: answersOf(columns, rows) };
		};
	});
