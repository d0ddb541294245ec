import * as z from 'zod';
import type { ItemColumn, ResponseTable } from '$lib/model/dataset';
import { COUNT, groupKeySql, quoteIdentifier, quoteText } from '../sql-text';
import type { Statement } from '../statement';

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

function isOption({ column }: ItemColumn): boolean {
	return column.startsWith('option_');
}

/** The number of an option in its column's name, `option_<item>_<n>`. */
export function optionNumber({ column }: Pick<ItemColumn, 'column'>): number {
	return Number(column.slice(column.lastIndexOf('_') + 1));
}

/** The expression of an answer's state: valid, or why there is no value. */
export function stateSql({ column, stateColumn }: Pick<ItemColumn, 'column' | 'stateColumn'>): string {
	const why = stateColumn ? `coalesce(${quoteIdentifier(stateColumn)}, 'not_answered')` : `'not_answered'`;
	return `CASE WHEN ${quoteIdentifier(column)} IS NOT NULL THEN 'valid' ELSE ${why} END`;
}

/** The frequencies of one item; also the statement shown in "how do we know". `where` narrows the rows. */
export function itemFrequencies(
	table: ResponseTable,
	column: ItemColumn,
	where = 'wave IS NOT NULL'
): string {
	const from = `FROM ${quoteIdentifier(table.table)} WHERE ${where}`;
	const head = `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(column.item)} AS item, wave, ${groupKeySql(table)} AS groups`;
	const name = quoteIdentifier(column.column);
	if (isOption(column)) {
		return `${head}, CAST(${optionNumber(column)} AS DOUBLE) AS value, 'option' AS state, CAST(sum(${name}) AS INTEGER) AS n ${from} AND ${name} IS NOT NULL GROUP BY 3, 4`;
	}
	return `${head}, CAST(${name} AS DOUBLE) AS value, ${stateSql(column)} AS state, ${COUNT} AS n ${from} GROUP BY 3, 4, 5, 6`;
}

/** How many people answered a multi-select item at all: its denominator. */
function optionBase(table: ResponseTable, column: ItemColumn): string {
	const name = quoteIdentifier(column.column);
	return `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(column.item)} AS item, wave, ${groupKeySql(table)} AS groups, CAST(NULL AS DOUBLE) AS value, CASE WHEN ${name} IS NULL THEN 'not_answered' ELSE 'valid' END AS state, ${COUNT} AS n FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL GROUP BY 3, 4, 6`;
}

/** The cube of a questionnaire: one GROUP BY per item. */
export function frequencies(table: ResponseTable): Statement<FrequencyRow>[] {
	const branches = table.items.map((column) => itemFrequencies(table, column));
	const bases = table.items.filter(
		(column) => isOption(column) && optionNumber(column) === firstOption(table, column.item)
	);
	const sql = [...branches, ...bases.map((column) => optionBase(table, column))].join('\nUNION ALL\n');
	return sql === '' ? [] : [{ name: `frequencies ${table.instrument}`, sql, row: frequencyRow }];
}

function firstOption(table: ResponseTable, item: string): number {
	return Math.min(
		...table.items.filter((column) => column.item === item && isOption(column)).map(optionNumber)
	);
}

/** Questionnaires per wave and group. */
export function responseCounts(table: ResponseTable): Statement<ResponseRow>[] {
	const answered = table.items.map(({ column }) => `${quoteIdentifier(column)} IS NOT NULL`).join(' OR ');
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, wave, ${groupKeySql(table)} AS groups, ${COUNT} AS responses, CAST(count(*) FILTER (WHERE ${answered || 'FALSE'}) AS INTEGER) AS valid FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL GROUP BY 2, 3`;
	return [{ name: `responses ${table.instrument}`, sql, row: responseRow }];
}
