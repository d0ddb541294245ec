import * as z from 'zod';
import type { DataTable, TableColumn } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';
import { quoteIdentifier } from '$lib/model/sql';

const SQL_TYPES: Record<TableColumn['type'], string> = {
	tinyint: 'TINYINT',
	integer: 'INTEGER',
	double: 'DOUBLE',
	text: 'VARCHAR'
};

/** The statement that creates the empty table, or replaces one of the same name. */
export function createTableSql(table: DataTable): string {
	const columns = table.columns.map((column) => `${quoteIdentifier(column.name)} ${SQL_TYPES[column.type]}`);
	return `CREATE OR REPLACE TABLE ${quoteIdentifier(table.name)} (${columns.join(', ')})`;
}

/** Every table there is. */
export const TABLE_NAMES: Statement<{ name: string }> = {
	name: 'tables',
	sql: 'SELECT table_name AS name FROM duckdb_tables()',
	row: z.object({ name: z.string() })
};

/** Throws where a column, or its validity, is not as long as the table says. */
export function checkLengths(table: DataTable): void {
	for (const column of table.columns) {
		const validity = column.type === 'text' ? null : column.valid;
		if (column.values.length !== table.rows || (validity !== null && validity.length !== table.rows)) {
			throw new Error(`column "${column.name}" does not hold ${table.rows} values`);
		}
	}
}
