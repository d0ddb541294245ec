import fc from 'fast-check';
import * as z from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, ENDLESS, everyType, numbers, TEXTS } from './contract.fixtures';
import type { Statement } from '$lib/model/statement';
import { EngineError, type Engine } from './engine';

/** What every engine must do, whatever it runs in. `open` is called once. */
export function engineContract(open: () => Promise<Engine>): void {
	let engine: Engine;
	beforeAll(async () => {
		engine = await open();
	});
	beforeEach(() => engine.clear());
	afterAll(() => engine.close());

	describe('load', () => {
		test('keeps every type, null and letter, and the order of rows and columns', async () => {
			await engine.load(everyType);
			const rows = await engine.query(ask('SELECT * FROM "every type ""of"" column"'));
			expect(Object.keys(rows[0] ?? {})).toEqual(everyType.columns.map((column) => column.name));
			expect(rows.map((row) => row['саны ә'])).toEqual(TEXTS);
			expect(rows.map((row) => row.tiny)).toEqual([-128, 127, null, 1, 2, 3, 4, 5]);
			expect(rows.map((row) => row.whole)).toEqual([-2147483648, 2147483647, 0, 1, 2, 3, 4, 5]);
			expect(rows.map((row) => row['real "x"'])).toEqual([0.1, -1e308, 5e-324, 1.25, 0, -0, 7, null]);
			expect(rows.every((row) => row.none === null && row.nothing === null)).toBe(true);
		});

		test('gives the columns their SQL types', async () => {
			await engine.load(everyType);
			const rows = await engine.query(
				ask('SELECT data_type AS t FROM duckdb_columns() WHERE NOT internal ORDER BY column_index')
			);
			expect(rows.map((row) => row.t)).toEqual([
				'TINYINT',
				'INTEGER',
				'DOUBLE',
				'VARCHAR',
				'VARCHAR',
				'TINYINT'
			]);
		});

		test('takes a table without rows', async () => {
			await engine.load({ ...numbers('empty', 0) });
			expect(await engine.query(ask('SELECT n FROM empty'))).toEqual([]);
			expect(await engine.query(ask('SELECT count(*) AS n FROM empty'))).toEqual([{ n: 0 }]);
		});

		test('replaces the table of the same name, and clears all', async () => {
			await engine.load(numbers('t', 10));
			await engine.load({ name: 't', rows: 1, columns: [{ name: 'word', type: 'text', values: ['ә'] }] });
			expect(await engine.query(ask('SELECT * FROM t'))).toEqual([{ word: 'ә' }]);
			await engine.clear();
			await expect(engine.query(ask('SELECT * FROM t'))).rejects.toThrow(EngineError);
		});

		test('leaves the caller its arrays', async () => {
			const table = numbers('kept', 3);
			await engine.load(table);
			expect(table.columns[0]?.values).toEqual(Int32Array.of(0, 1, 2));
		});

		test('takes 100,000 rows in order', async () => {
			const rows = 100_000;
			const answers = Int8Array.from({ length: rows }, (_, row) => row % 5);
			const valid = Uint8Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? 0 : 1));
			const texts = Array.from({ length: rows }, (_, row) => (row % 13 === 0 ? null : `кафедра ${row % 17}`));
			const table = numbers('many', rows);
			table.columns.push({ name: 'answer', type: 'tinyint', values: answers, valid });
			table.columns.push({ name: 'department', type: 'text', values: texts });
			await engine.load(table);
			const present = answers.filter((_, row) => row % 11 !== 0);
			const [row] = await engine.query(
				ask(
					`SELECT count(*) AS rows, count(answer) AS answers, sum(answer)::BIGINT AS total,
					count(department) AS departments, count(DISTINCT department) AS kinds,
					bool_and(n = rowid) AS in_order FROM many`
				)
			);
			expect(row).toEqual({
				rows,
				answers: present.length,
				total: present.reduce((sum, value) => sum + value, 0),
				departments: texts.filter((text) => text !== null).length,
				kinds: 17,
				in_order: true
			});
		});

		test('takes any text as a name', async () => {
			const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\0|^\ufeff/.test(text));
			await fc.assert(
				fc.asyncProperty(name, name, async (table, column) => {
					const { rows, columns } = numbers('n', 2);
					await engine.load({ name: table, rows, columns: columns.map((one) => ({ ...one, name: column })) });
					const names = ask(
						'SELECT t.table_name AS t, column_name AS c, estimated_size AS n FROM duckdb_tables() t JOIN duckdb_columns() USING (table_oid)'
					);
					expect(await engine.query(names)).toEqual([{ t: table, c: column, n: 2 }]);
					await engine.clear();
				}),
				{ numRuns: 40 }
			);
		});

		test.each(['', 'a\0b'])('refuses the name %j', async (name) => {
			await expect(engine.load(numbers(name, 1))).rejects.toThrow(EngineError);
		});

		test('refuses columns of unequal length, naming table and column', async () => {
			const table = { ...numbers('short', 3), rows: 4 };
			await expect(engine.load(table)).rejects.toThrow(/short.*"n"/);
		});
	});

	describe('query', () => {
		test('binds numbers, text and null', async () => {
			const rows = await engine.query(
				ask('SELECT ?::DOUBLE + 1 AS n, ? AS text, ?::VARCHAR AS none, ?::INTEGER AS whole, ? AS nul', [
					0.25,
					'Ә\'\\ "--',
					null,
					-7,
					'a\0\0b'
				])
			);
			expect(rows).toEqual([{ n: 1.25, text: 'Ә\'\\ "--', none: null, whole: -7, nul: 'a\0\0b' }]);
		});

		test('gives bound text and numbers back unchanged', async () => {
			const text = fc.string({ unit: 'binary' }).filter((value) => !value.startsWith('\ufeff'));
			const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
			await fc.assert(
				fc.asyncProperty(text, number, async (word, value) => {
					expect(await engine.query(ask('SELECT ? AS word, ? AS value', [word, value]))).toEqual([
						{ word, value }
					]);
				}),
				{ numRuns: 100 }
			);
		});

		test.each([NaN, Infinity])('refuses to bind %d', async (value) => {
			await expect(engine.query(ask('SELECT ? AS n', [value]))).rejects.toThrow(/^asked: .*finite/);
		});

		test('checks the types of an answer without rows', async () => {
			await expect(engine.query(ask('SELECT 1.25 AS share WHERE false'))).rejects.toThrow(/"share"/);
		});

		test('finds rows by bound values, one statement after the other', async () => {
			await engine.load(everyType);
			const find = (text: string) =>
				engine.query(ask('SELECT whole FROM "every type ""of"" column" WHERE "саны ә" = ?', [text]));
			const found = await Promise.all(['Әдістемелік бірлестік', 'a\0b', 'a', ''].map(find));
			expect(found.map((rows) => rows.map((row) => row.whole))).toEqual([
				[-2147483648],
				[2],
				[],
				[2147483647]
			]);
		});

		test('narrows counts to numbers and keeps booleans', async () => {
			const rows = await engine.query(
				ask(
					"SELECT count(*) AS n, 9007199254740991::BIGINT AS large, true AS yes, NULL AS none, 'ә' AS t FROM range(3)"
				)
			);
			expect(rows).toEqual([{ n: 3, large: 9007199254740991, yes: true, none: null, t: 'ә' }]);
		});

		test.each([
			['DECIMAL', 'SELECT 1.25 AS share', 'share'],
			['HUGEINT', 'SELECT sum(x) AS total FROM range(3) r(x)', 'total'],
			['DATE', "SELECT '2016-05-01'::DATE AS held", 'held'],
			['LIST', 'SELECT [1, 2] AS some', 'some']
		])('refuses a column of %s, naming it', async (_type, sql, column) => {
			await expect(engine.query(ask(sql))).rejects.toThrow(new RegExp(`asked: column "${column}"`));
		});

		test('refuses an integer that a number cannot carry', async () => {
			await expect(engine.query(ask('SELECT 9007199254740993::BIGINT AS large'))).rejects.toThrow(
				/asked.*"large"/
			);
		});

		test('refuses two columns of one name', async () => {
			await expect(engine.query(ask('SELECT 1 AS n, 2 AS n'))).rejects.toThrow(/asked.*"n"/);
		});

		test('names the statement that failed and keeps working', async () => {
			const failure = engine.query({ ...ask('SELECT nowhere FROM nothing'), name: 'levels by wave' });
			await expect(failure).rejects.toThrow(EngineError);
			await expect(failure).rejects.toMatchObject({ statement: 'levels by wave' });
			await expect(engine.query(ask('SELECT ?::DOUBLE', []))).rejects.toThrow(EngineError);
			expect(await engine.query(ask('SELECT 1 AS n'))).toEqual([{ n: 1 }]);
		});

		test('checks rows against the schema, naming row and column', async () => {
			const statement: Statement<{ n: number }> = {
				name: 'counts',
				sql: 'SELECT * FROM (VALUES (1), (NULL)) v(n)',
				row: z.object({ n: z.number() })
			};
			await expect(engine.query(statement)).rejects.toThrow(/^counts: row 1, n: /);
		});

		test('refuses what is not a finite number', async () => {
			await expect(engine.query(ask("SELECT 'nan'::DOUBLE AS n"))).rejects.toThrow(/asked: row 0, n/);
		});
	});

	describe('abort', () => {
		test('rejects with the reason, soon, and the engine goes on', async () => {
			const control = new AbortController();
			const reason = new Error('the filter changed');
			const running = engine.query(ENDLESS, control.signal);
			const waiting = engine.query(ask('SELECT 2 AS n'));
			setTimeout(() => control.abort(reason), 100);
			const started = performance.now();
			await expect(running).rejects.toBe(reason);
			expect(performance.now() - started).toBeLessThan(3000);
			expect(await waiting).toEqual([{ n: 2 }]);
		});

		test('stops a statement with bindings too', async () => {
			const control = new AbortController();
			const running = engine.query(
				{ ...ENDLESS, sql: `${ENDLESS.sql} AND a.range > ?`, bindings: [5] },
				control.signal
			);
			setTimeout(() => control.abort(), 100);
			await expect(running).rejects.toMatchObject({ name: 'AbortError' });
			expect(await engine.query(ask('SELECT 3 AS n'))).toEqual([{ n: 3 }]);
		});

		test('never starts what was aborted before its turn', async () => {
			await expect(engine.query(ask('SELECT 1 AS n'), AbortSignal.abort('no'))).rejects.toBe('no');
		});
	});

	test.each([
		"COPY (SELECT 1) TO 'out.csv'",
		"SELECT * FROM read_csv('https://example.org/a.csv')",
		"SELECT * FROM read_text('/etc/passwd')",
		'LOAD httpfs',
		"ATTACH 'other.db'",
		'SET enable_external_access = true',
		'SET perfect_ht_threshold = 12'
	])('is locked: %s', async (sql) => {
		await expect(engine.query(ask(sql))).rejects.toThrow(EngineError);
	});
}
