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

/** One row per expression, in the order given: several of them in one SELECT go in step. One plan whatever their number. */
export function eachOf(expressions: readonly string[]): string {
	return `unnest(ARRAY[${expressions.join(', ')}])`;
}
