import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { countStatements } from '$lib/measures/counts';
import { evaluate } from '$lib/measures/evaluate';
import { evidence } from '$lib/measures/evidence';
import { engineTables } from '$lib/measures/numbered-answers';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { selection } from '$lib/model/selection';
import type { Statement } from '$lib/model/statement';
import { sortGiven } from '$lib/pipeline/opening';
import { readGiven } from '$lib/pipeline/read-given';
import { openSample, sampleFiles } from './open-sample';
import { openWasmHere } from './wasm-engine';

let native: Engine;
let wasm: Awaited<ReturnType<typeof openWasmHere>>;
let project: Project;
let dataset: Dataset;

beforeAll(async () => {
	const sorted = await sortGiven(sampleFiles(true));
	const given = sorted.project;
	if (!given) throw new Error('the sample has a project');
	const { files } = await readGiven(sorted.files, given, () => undefined);
	({ project } = proposeProject(files, given, {}));
	dataset = buildDataset(files, project);
	[native, wasm] = await Promise.all([openNodeEngine(), openWasmHere()]);
	for (const table of engineTables(dataset, project)) {
		wasm.load(table);
		await native.load(table);
	}
});
afterAll(async () => {
	wasm.close();
	await native.close();
});

/** Rows in one order: SQL promises none where it says none. */
const inOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

/** A statement without its literals: those of two items differ in nothing else. */
const shapeOf = (sql: string) => sql.replaceAll(/'[^']*'|\d+/g, '?');

async function expectSameRows(statement: Statement<unknown>): Promise<void> {
	const here = inOrder(wasm.query(statement));
	expect({ [statement.name]: here }).toEqual({ [statement.name]: inOrder(await native.query(statement)) });
}

test('every statement that takes counts gives the same rows in the browser and on native DuckDB', async () => {
	const statements = Object.values(countStatements(dataset, project)).flat() as Statement<unknown>[];
	expect(statements.length).toBeGreaterThan(20);
	for (const statement of statements) await expectSameRows(statement);
});

test('so does the evidence of every result', async () => {
	const { session, snapshot } = await openSample(true);
	await session.close();
	const { results } = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	const row = z.record(z.string(), z.unknown());
	const seen = new Set<string>();
	for (const result of results) {
		const { sql, rowsSql } = evidence(result, snapshot.project, snapshot.shape);
		for (const one of [sql, rowsSql]) {
			if (one === null || seen.has(shapeOf(one))) continue;
			seen.add(shapeOf(one));
			await expectSameRows({ name: result.id, sql: one, row });
		}
	}
	expect(seen.size).toBeGreaterThan(40);
});

test('a large table is counted in another way, with the same rows in both', async () => {
	const large = { ...dataset, responses: dataset.responses.map((table) => ({ ...table, rows: 1_000_000 })) };
	const [small, many] = [dataset, large].map(
		(shape) => Object.values(countStatements(shape, project)).flat() as Statement<unknown>[]
	);
	const other = many?.filter(({ sql }, at) => sql !== small?.[at]?.sql) ?? [];
	expect(other.length).toBeGreaterThan(5);
	for (const statement of other) {
		await expectSameRows(statement);
		const alike = small?.find(({ name }) => name === statement.name);
		if (!alike) throw new Error(`no statement ${statement.name}`);
		expect(inOrder(wasm.query(statement))).toEqual(inOrder(wasm.query(alike)));
	}
});
