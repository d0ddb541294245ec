import * as z from 'zod';
import type { ItemColumn, ResponseTable } from '$lib/model/dataset';
import type { ChoiceItem, Questionnaire } from '../codebook';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { cellsSql, COUNT, countEach, countedRows, double, eachOf, labelOf } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** One cell of the frequencies cube: how many answers of an item in a wave and group had this value or state. */
export const frequencyRow = z.object({
	instrument: z.string(),
	item: z.string(),
	wave: z.string(),
	groups: z.string(),
	value: z.number().nullable(),
	state: z.string(),
	n: z.number().int()
});
export type FrequencyRow = z.infer<typeof frequencyRow>;

/** How many questionnaires, and how many of them with at least one valid answer. */
export const responseRow = z.object({
	instrument: z.string(),
	wave: z.string(),
	groups: z.string(),
	responses: z.number().int(),
	valid: z.number().int()
});
export type ResponseRow = z.infer<typeof responseRow>;

/** The expression of an answer's state: valid, or why there is no value. */
export function stateSql({ column, stateColumn }: Pick<ItemColumn, 'column' | 'stateColumn'>): string {
	const why = stateColumn ? `coalesce(${quoteIdentifier(stateColumn)}, 'not_answered')` : `'not_answered'`;
	return `CASE WHEN ${quoteIdentifier(column)} IS NOT NULL THEN 'valid' ELSE ${why} END`;
}

/** How often each value and state of every item occurs: one pass over the rows, whatever the number of items. */
function itemFrequencies(table: ResponseTable): string[] {
	const { items, rows } = table;
	if (items.length === 0) return [];
	const stated = items.some(({ stateColumn }) => stateColumn !== null);
	const answers = items.map(({ column, stateColumn }) => ({
		value: quoteIdentifier(column),
		...(stated && { reason: stateColumn ? quoteIdentifier(stateColumn) : 'CAST(NULL AS VARCHAR)' })
	}));
	const state = `CASE WHEN value IS NOT NULL THEN 'valid' ELSE ${stated ? `coalesce(reason, 'not_answered')` : `'not_answered'`} END`;
	const ids = items.map(({ item }) => quoteText(item));
	return [
		`SELECT ${labelOf('place', ids)} AS item, cell, CAST(value AS DOUBLE) AS value, ${state} AS state, n FROM (${countEach(countedRows(table), ['cell'], answers, { rows, isTable: true })})`
	];
}

/** How often each option of a multi-select item was chosen, and how many answered it at all: its denominator. */
function choiceFrequencies(table: ResponseTable, { id, columns }: ChoiceItem): string[] {
	const [first] = columns.map(quoteIdentifier);
	if (first === undefined) return [];
	const rows = countedRows(table);
	const answered = `CASE WHEN ${first} IS NULL THEN 'not_answered' ELSE 'valid' END`;
	const numbers = eachOf(columns.map((_, index) => double(index + 1)));
	const chosen = eachOf(columns.map(quoteIdentifier));
	return [
		`SELECT ${quoteText(id)} AS item, cell, CAST(NULL AS DOUBLE) AS value, ${answered} AS state, ${COUNT} AS n FROM ${rows} GROUP BY cell, state`,
		`SELECT ${quoteText(id)} AS item, cell, value, 'chosen' AS state, CAST(sum(chosen) AS INTEGER) AS n FROM (SELECT cell, ${numbers} AS value, ${chosen} AS chosen FROM ${rows}) WHERE chosen IS NOT NULL GROUP BY cell, value`
	];
}

/** The cube of a questionnaire: one count over all items, and two per multi-select item. */
export function frequencies({ table, choices }: Questionnaire): Statement<FrequencyRow>[] {
	const branches = [
		...itemFrequencies(table),
		...choices.flatMap((choice) => choiceFrequencies(table, choice))
	];
	if (branches.length === 0) return [];
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, item, wave, groups, value, state, n FROM (${branches.join('\nUNION ALL\n')}) JOIN ${cellsSql(table)} USING (cell)`;
	return [{ name: `frequencies ${table.instrument}`, sql, row: frequencyRow }];
}

/** Questionnaires per wave and group. */
export function responseCounts(table: ResponseTable): Statement<ResponseRow>[] {
	const answered = table.items.map(({ column }) => `${quoteIdentifier(column)} IS NOT NULL`).join(' OR ');
	const counted = `SELECT cell, ${COUNT} AS responses, CAST(count(*) FILTER (WHERE ${answered || 'FALSE'}) AS INTEGER) AS valid FROM ${countedRows(table)} GROUP BY cell`;
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, wave, groups, responses, valid FROM (${counted}) JOIN ${cellsSql(table)} USING (cell)`;
	return [{ name: `responses ${table.instrument}`, sql, row: responseRow }];
}
