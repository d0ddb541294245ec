import type { DataTable, TableColumn } from '$lib/model/dataset';

/** A text column of `rows`. */
export function textColumn(name: string, values: (string | null)[]): TableColumn {
	return { name, type: 'text', values };
}

type NumberType = 'tinyint' | 'integer' | 'double';

/** A number column; nulls are marked in `valid`, which is null where there are none. */
export function numberColumn(
	name: string,
	type: NumberType,
	values: readonly (number | null)[]
): TableColumn {
	const nulls = values.includes(null);
	const valid = nulls ? Uint8Array.from(values, (value) => (value === null ? 0 : 1)) : null;
	const filled = values.map((value) => value ?? 0);
	if (type === 'tinyint') return { name, type, values: Int8Array.from(filled), valid };
	if (type === 'integer') return { name, type, values: Int32Array.from(filled), valid };
	return { name, type, values: Float64Array.from(filled), valid };
}

type Cell = string | number | null;

/** A table from rows of cells in the order of `columns`; the type of each column stands beside its name. */
export function tableOf(
	name: string,
	columns: readonly (readonly [string, 'text' | NumberType])[],
	rows: readonly (readonly Cell[])[]
): DataTable {
	return {
		name,
		rows: rows.length,
		columns: columns.map(([column, type], at) => {
			if (type === 'text')
				return textColumn(
					column,
					rows.map((row) => (row[at] ?? null) as string | null)
				);
			return numberColumn(
				column,
				type,
				rows.map((row) => (row[at] ?? null) as number | null)
			);
		})
	};
}
