import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { selection } from '$lib/model/selection';
import { countStatements } from './counts';
import { evaluate } from './evaluate';
import { evidence } from './evidence';
import { countSchool } from './testing/counting';
import { FULL_SCHOOL } from './testing/full-school';
import { schoolDataset, schoolProject } from './testing/school';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

const project = schoolProject();
const shape = schoolDataset(FULL_SCHOOL);
const row = z.record(z.string(), z.unknown());

test('every statement is understood by the engine', async () => {
	await countSchool(engine, FULL_SCHOOL, project);
	const statements = Object.values(countStatements(shape, project)).flat();
	expect(statements.length).toBeGreaterThan(10);
	for (const { name, sql } of statements) {
		expect(await engine.query({ name, sql: `EXPLAIN ${sql}`, row })).not.toEqual([]);
	}
});

test('no statement needs an extension or a clock', () => {
	const statements = Object.values(countStatements(shape, project)).flat();
	for (const { sql } of statements) expect(sql).not.toMatch(/current_date|now\(\)|::json|icu|random\(/i);
});

test.each([
	['everyone', {}],
	['one department', { groups: { department: 'Maths' } }],
	['one class', { groups: { class: '7A' } }]
])('the evidence of every result runs, with rows of source, line and answer alone: %s', async (_, chosen) => {
	const counts = await countSchool(engine, FULL_SCHOOL, project);
	const { results } = evaluate(counts, project, selection.parse(chosen));
	const answered = z.strictObject({
		source: z.number(),
		line: z.number().nullable(),
		answer: z.union([z.string(), z.number(), z.null()])
	});
	const seen = new Set<string>();
	for (const result of results) {
		const { sql, rowsSql } = evidence(result, project, shape);
		expect([result.id, rowsSql === null]).toEqual([result.id, result.reason === 'suppressed']);
		if (seen.has(sql)) continue;
		seen.add(sql);
		await engine.query({ name: result.id, sql, row });
		if (rowsSql !== null) await engine.query({ name: result.id, sql: rowsSql, row: answered });
	}
	expect(seen.size).toBeGreaterThan(20);
});

test('the rows of a favourable share are as many as its answers', async () => {
	const counts = await countSchool(engine, FULL_SCHOOL, project);
	const { results } = evaluate(counts, project, selection.parse({ groups: { department: 'Maths' } }));
	const found = results.find(({ id }) => id === 'favourable|teachers|t1|w1');
	const { rowsSql } = evidence(found ?? fail(), project, shape);
	const rows = await engine.query({ name: 'rows', sql: rowsSql ?? '', row });
	expect(rows).toHaveLength(found?.n ?? -1);
});

function fail(): never {
	throw new Error('no such result');
}
