import * as z from 'zod';
import type { DataTable } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';

/** Texts that are easily spoilt on the way. */
export const TEXTS = [
	'Әдістемелік бірлестік',
	'',
	null,
	'O\'Brien "quoted"; DROP TABLE t; --',
	'a\0b',
	'a\nb\tc\\d',
	'😀 ₸ ﷺ',
	'x'.repeat(70_000)
];

/** A table with a column of every type, and names that need quotes. */
export const everyType: DataTable = {
	name: 'every type "of" column',
	rows: TEXTS.length,
	columns: [
		{
			name: 'tiny',
			type: 'tinyint',
			values: Int8Array.of(-128, 127, 0, 1, 2, 3, 4, 5),
			valid: Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1)
		},
		{
			name: 'whole',
			type: 'integer',
			values: Int32Array.of(-2147483648, 2147483647, 0, 1, 2, 3, 4, 5),
			valid: null
		},
		{
			name: 'real "x"',
			type: 'double',
			values: Float64Array.of(0.1, -1e308, 5e-324, 1.25, 0, -0, 7, 8),
			valid: Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0)
		},
		{ name: 'саны ә', type: 'text', values: TEXTS },
		{ name: 'none', type: 'text', values: TEXTS.map(() => null) },
		{ name: 'nothing', type: 'tinyint', values: new Int8Array(8), valid: new Uint8Array(8) }
	]
};

const anyRow = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]));
type AnyRow = z.infer<typeof anyRow>;

/** A statement whose rows may hold anything plain. */
export function ask(sql: string, bindings?: Statement<AnyRow>['bindings']): Statement<AnyRow> {
	return { name: 'asked', sql, row: anyRow, ...(bindings && { bindings }) };
}

/** A table of one column `n`: 0, 1, 2 … */
export function numbers(name: string, rows: number): DataTable {
	const values = Int32Array.from({ length: rows }, (_, row) => row);
	return { name, rows, columns: [{ name: 'n', type: 'integer', values, valid: null }] };
}

/** A statement that takes far longer than any test may. */
export const ENDLESS = ask(
	'SELECT count(*)::DOUBLE AS n FROM range(100000000) a, range(100000) b WHERE (a.range + b.range) % 7 = 3'
);
