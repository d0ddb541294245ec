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
export function groupKeySql(table: ResponseTable): string {
	const parts = table.groups.map(
		(kind) => `replace(coalesce(${quoteIdentifier(groupColumn(kind))}, ''), chr(31), ' ')`
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

/** The table that says which wave and groups a number of the column `cell` stands for. */
export function cellsTable({ instrument }: ResponseTable): string {
	return `cells_${instrument}`;
}

/** The cells of a questionnaire as a query: `cell`, `wave`, `groups`. */
export function cellsSql(table: ResponseTable): string {
	return `(SELECT cell, wave, ${groupKeySql(table)} AS groups FROM ${quoteIdentifier(cellsTable(table))}) AS cells`;
}

/** The answers that are counted: those of a wave. */
export function countedRows({ table }: ResponseTable): string {
	return `${quoteIdentifier(table)} WHERE cell IS NOT NULL`;
}

/** What is counted of an element: expressions by name, the same names for every element. */
type Counted = Readonly<Record<string, string>>;

/** From so many rows on, a pass per element is faster than a row per element. */
const MANY_ROWS = 50_000;

/**
 * A query that counts, per combination of `keys` and of each element's values: columns `keys`, `place` (the element's
 * number), the values' names, and `n`. Few rows are taken apart by element, so that the plan stays small; of many, a query
 * is counted by a grouping set per element, and a table (`isTable`) by a scan each, whose ranges the engine knows.
 */
export function countEach(
	from: string,
	keys: readonly string[],
	elements: readonly Counted[],
	{ rows, isTable = false }: { rows: number; isTable?: boolean }
): string {
	const names = Object.keys(elements[0] ?? {});
	const by = keys.join(', ');
	if (rows < MANY_ROWS) {
		const each = names.map(
			(name) => `${eachOf(elements.map((values) => values[name] ?? 'NULL'))} AS ${name}`
		);
		const places = `${eachOf(elements.map((_, place) => `${place}`))} AS place`;
		return `SELECT ${by}, place, ${names.join(', ')}, ${COUNT} AS n FROM (SELECT ${by}, ${[places, ...each].join(', ')} FROM ${from}) GROUP BY ${by}, place, ${names.join(', ')}`;
	}
	if (isTable) {
		const own = (values: Counted, place: number) => {
			const named = names.map((name) => `${values[name]} AS ${name}`);
			return `SELECT ${by}, ${place} AS place, ${named.join(', ')}, ${COUNT} AS n FROM ${from} GROUP BY ${by}, ${names.map((name) => values[name]).join(', ')}`;
		};
		return elements.map(own).join(' UNION ALL ');
	}
	const column = (name: string, place: number) => `${name}_${place}`;
	const columns = elements.flatMap((values, place) =>
		names.map((name) => `${values[name]} AS ${column(name, place)}`)
	);
	const sets = elements.map(
		(_, place) => `(${[by, ...names.map((name) => column(name, place))].join(', ')})`
	);
	const [first = ''] = names;
	const place = elements.map((_, at) => `WHEN GROUPING(${column(first, at)}) = 0 THEN ${at}`).join(' ');
	// Of the columns of an element that is not counted in a set, all are null.
	const each = names.map(
		(name) => `coalesce(${elements.map((_, at) => column(name, at)).join(', ')}) AS ${name}`
	);
	return `SELECT ${by}, CASE ${place} END AS place, ${each.join(', ')}, ${COUNT} AS n FROM (SELECT ${by}, ${columns.join(', ')} FROM ${from}) GROUP BY GROUPING SETS (${sets.join(', ')})`;
}

/** What an element's number stands for. */
export function labelOf(place: string, labels: readonly string[]): string {
	return `CASE ${place} ${labels.map((label, at) => `WHEN ${at} THEN ${label}`).join(' ')} END`;
}

/** One row per expression, in the order given: several of them in one SELECT go in step. */
export function eachOf(expressions: readonly string[]): string {
	return `unnest(ARRAY[${expressions.join(', ')}])`;
}
