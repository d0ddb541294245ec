import type { ResponseTable } from '$lib/model/dataset';
import { quoteIdentifier } from '$lib/model/sql';

/** A number literal of type DOUBLE, so that no engine takes it for a decimal. */
export function double(value: number): string {
	if (!Number.isFinite(value)) throw new Error(`not a number: ${value}`);
	return `CAST(${value} AS DOUBLE)`;
}

/** count(*) as a 32-bit integer. */
export const COUNT = 'CAST(count(*) AS INTEGER)';

/** Parts of a group key are joined by the unit separator, which no spreadsheet cell holds. */
const SEPARATOR = '\u001f';

/** SQL of a row's group key: every group column of the table in its order, '' where a value is missing. */
export function groupKeySql(table: ResponseTable, alias = ''): string {
	const from = alias === '' ? '' : `${alias}.`;
	const parts = table.groups.map(
		(kind) => `replace(coalesce(${from}${quoteIdentifier(groupColumn(kind))}, ''), chr(31), ' ')`
	);
	return parts.length === 0 ? "''" : parts.join(' || chr(31) || ');
}

/** The column of a group kind in a response table. */
export function groupColumn(kind: string): string {
	return `group_${kind}`;
}

/** The group values of a key made by `groupKeySql`; null where the row has none. */
export function splitGroupKey(key: string): (string | null)[] {
	return key.split(SEPARATOR).map((value) => (value === '' ? null : value));
}

/**
 * The common tables `cells` (a number for every wave and group key that occurs) and `keyed` (the rows with a wave: their
 * `cell` and `columns`). Grouping by a number instead of two texts makes a count of ten million answers twice as fast.
 */
export function keyedRows(table: ResponseTable, columns: readonly string[]): string {
	const of = (what: string) => `SELECT ${what} FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL`;
	const key = `wave, ${groupKeySql(table)} AS groups`;
	const cells = `SELECT wave, groups, CAST(row_number() OVER () AS INTEGER) AS cell FROM (${of(`DISTINCT ${key}`)})`;
	const keyed = `SELECT * EXCLUDE (wave, groups) FROM (${of([key, ...columns].join(', '))}) JOIN cells USING (wave, groups)`;
	return `cells AS MATERIALIZED (${cells}), keyed AS MATERIALIZED (${keyed})`;
}

/** One row per expression, in the order given: several of them in one SELECT go in step. One plan whatever their number. */
export function eachOf(expressions: readonly string[]): string {
	return `unnest(ARRAY[${expressions.join(', ')}])`;
}
