import * as z from 'zod';
import type { ItemColumn, ResponseTable } from '$lib/model/dataset';
import type { ChoiceItem, Questionnaire } from '../codebook';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, double, eachOf, groupKeySql } from '../sql-text';
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
	if (table.items.length === 0) return [];
	const items = eachOf(table.items.map(({ item }) => quoteText(item)));
	const values = eachOf(table.items.map(({ column }) => `CAST(${quoteIdentifier(column)} AS DOUBLE)`));
	const answers = `SELECT wave, ${groupKeySql(table)} AS groups, ${items} AS item, ${values} AS value, ${eachOf(table.items.map(stateSql))} AS state FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL`;
	return [
		`SELECT ${quoteText(table.instrument)} AS instrument, item, wave, groups, value, state, ${COUNT} AS n FROM (${answers}) GROUP BY item, wave, groups, value, state`
	];
}

/** How often each option of a multi-select item was chosen, and how many answered it at all: its denominator. */
function choiceFrequencies(table: ResponseTable, { id, columns }: ChoiceItem): string[] {
	const [first] = columns;
	if (first === undefined) return [];
	const head = `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(id)} AS item, wave, groups`;
	const rows = `SELECT wave, ${groupKeySql(table)} AS groups`;
	const from = `FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL`;
	const answered = `CASE WHEN ${quoteIdentifier(first)} IS NULL THEN 'not_answered' ELSE 'valid' END`;
	const numbers = eachOf(columns.map((_, index) => double(index + 1)));
	const chosen = eachOf(columns.map((column) => `CAST(${quoteIdentifier(column)} AS INTEGER)`));
	return [
		`${head}, CAST(NULL AS DOUBLE) AS value, state, ${COUNT} AS n FROM (${rows}, ${answered} AS state ${from}) GROUP BY wave, groups, state`,
		`${head}, value, 'chosen' AS state, CAST(sum(chosen) AS INTEGER) AS n FROM (${rows}, ${numbers} AS value, ${chosen} AS chosen ${from}) WHERE chosen IS NOT NULL GROUP BY wave, groups, value`
	];
}

/** The cube of a questionnaire: one GROUP BY over all items, and two per multi-select item. */
export function frequencies({ table, choices }: Questionnaire): Statement<FrequencyRow>[] {
	const branches = [
		...itemFrequencies(table),
		...choices.flatMap((choice) => choiceFrequencies(table, choice))
	];
	return branches.length === 0
		? []
		: [{ name: `frequencies ${table.instrument}`, sql: branches.join('\nUNION ALL\n'), row: frequencyRow }];
}

/** Questionnaires per wave and group. */
export function responseCounts(table: ResponseTable): Statement<ResponseRow>[] {
	const answered = table.items.map(({ column }) => `${quoteIdentifier(column)} IS NOT NULL`).join(' OR ');
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, wave, ${groupKeySql(table)} AS groups, ${COUNT} AS responses, CAST(count(*) FILTER (WHERE ${answered || 'FALSE'}) AS INTEGER) AS valid FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL GROUP BY 2, 3`;
	return [{ name: `responses ${table.instrument}`, sql, row: responseRow }];
}
