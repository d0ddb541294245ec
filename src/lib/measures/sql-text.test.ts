import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { double, groupKeySql, splitGroupKey } from './sql-text';
import { responseTable } from './testing/tables';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

const free = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 40 })
	.filter((text) => !text.includes('\0'));

describe('text goes into a statement and comes out unchanged', () => {
	property.prop([free], { numRuns: 200 })('as a literal', async (text) => {
		const row = z.object({ v: z.string() });
		expect(await engine.query({ name: 'literal', sql: `SELECT ${quoteText(text)} AS v`, row })).toEqual([
			{ v: text }
		]);
	});

	property.prop([free], { numRuns: 200 })('as a name', async (name) => {
		const sql = `SELECT column_name AS v FROM (DESCRIBE SELECT 1 AS ${quoteIdentifier(name)})`;
		expect(await engine.query({ name: 'name', sql, row: z.object({ v: z.string() }) })).toEqual([
			{ v: name }
		]);
	});
});

test('a name or text with NUL, an empty name and a number that is none are refused', () => {
	expect(() => quoteIdentifier('')).toThrow('not empty');
	expect(() => quoteIdentifier('a\0b')).toThrow('NUL');
	expect(() => quoteText('a\0b')).toThrow('NUL');
	expect(() => double(NaN)).toThrow('not a number');
});

test('group keys come apart again, missing values as null', async () => {
	const made = responseTable(
		'survey',
		's',
		['a'],
		[{ wave: 'w', group_x: "O'Neil", group_y: null, item_a: 1 }],
		{ groups: ['x', 'y'] }
	);
	await engine.load(made.table);
	const sql = `SELECT ${groupKeySql(made.response)} AS key FROM survey_s`;
	const [row] = await engine.query({ name: 'key', sql, row: z.object({ key: z.string() }) });
	expect(splitGroupKey(row?.key ?? '')).toEqual(["O'Neil", null]);
});
