import * as z from 'zod';
import type { ItemColumn, ResponseTable } from '$lib/model/dataset';
import type { ChoiceItem, Questionnaire } from '../codebook';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, groupKeySql } from '../sql-text';
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

/** The frequencies of one item. */
function itemFrequencies(table: ResponseTable, column: ItemColumn, where = 'wave IS NOT NULL'): string {
	const from = `FROM ${quoteIdentifier(table.table)} WHERE ${where}`;
	const head = `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(column.item)} AS item, wave, ${groupKeySql(table)} AS groups`;
	const name = quoteIdentifier(column.column);
	return `${head}, CAST(${name} AS DOUBLE) AS value, ${stateSql(column)} AS state, ${COUNT} AS n ${from} GROUP BY 3, 4, 5, 6`;
}

/** How often each option of a multi-select item was chosen, and how many answered it at all: its denominator. */
function choiceFrequencies(table: ResponseTable, { id, columns }: ChoiceItem): string[] {
	const [first] = columns;
	if (first === undefined) return [];
	const head = `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(id)} AS item, wave, ${groupKeySql(table)} AS groups`;
	const from = `FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL`;
	const answered = `CASE WHEN ${quoteIdentifier(first)} IS NULL THEN 'not_answered' ELSE 'valid' END`;
	return [
		`${head}, CAST(NULL AS DOUBLE) AS value, ${answered} AS state, ${COUNT} AS n ${from} GROUP BY 3, 4, 6`,
		...columns.map(
			(column, index) =>
				`${head}, CAST(${index + 1} AS DOUBLE) AS value, 'chosen' AS state, CAST(sum(${quoteIdentifier(column)}) AS INTEGER) AS n ${from} AND ${quoteIdentifier(column)} IS NOT NULL GROUP BY 3, 4`
		)
	];
}

/** The cube of a questionnaire: one GROUP BY per item, and one per option of a multi-select item. */
export function frequencies({ table, choices }: Questionnaire): Statement<FrequencyRow>[] {
	const branches = [
		...table.items.map((column) => itemFrequencies(table, column)),
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
