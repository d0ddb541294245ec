import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { countEach, double, groupKeySql, labelOf, splitGroupKey } from './sql-text';
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

const MANY = 1_000_000;
const answerRows = fc.array(
	fc.record({
		wave: fc.constant('w'),
		group_x: fc.constantFrom('a', 'b', null),
		item_a: fc.constantFrom(1, 2, null),
		item_b: fc.constantFrom(1, 2, 3, null),
		state_b: fc.constantFrom('not_applicable', null)
	}),
	{ minLength: 1, maxLength: 30 }
);

property.prop([answerRows, fc.boolean()], { numRuns: 100 })(
	'elements are counted alike by a row, a grouping set and a scan each',
	async (rows, single) => {
		const made = responseTable('survey', 's', ['a', 'b'], rows, { groups: ['x'], states: ['b'] });
		await engine.load(made.table);
		const both = [
			{ value: 'item_a', reason: 'CAST(NULL AS VARCHAR)' },
			{ value: 'item_b', reason: 'state_b' }
		];
		const elements = single ? both.slice(1) : both;
		const row = z.object({
			group_x: z.string().nullable(),
			item: z.string(),
			value: z.number().nullable(),
			reason: z.string().nullable(),
			n: z.number()
		});
		const counted = async (size: number, isTable: boolean) => {
			const each = countEach('survey_s', ['group_x'], elements, { rows: size, isTable });
			const sql = `SELECT group_x, ${labelOf('place', ["'first'", "'second'"])} AS item, value, reason, n FROM (${each})`;
			return (await engine.query({ name: 'each', sql, row })).map((one) => JSON.stringify(one)).sort();
		};
		const found = await counted(rows.length, false);
		expect(await counted(MANY, false)).toEqual(found);
		expect(await counted(MANY, true)).toEqual(found);
		const total = found.reduce((sum, one) => sum + (JSON.parse(one) as { n: number }).n, 0);
		expect(total).toBe(rows.length * elements.length);
	}
);
