import * as z from 'zod';
import type { Binding, Statement } from '$lib/model/statement';

/** What a cell may be on its way out of an engine, before large integers are narrowed. */
export type RawCell = number | bigint | string | boolean | null;

/** Throws where a column name occurs twice: a row object would silently keep only the last. */
export function checkColumnNames(names: string[]): void {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new Error(`column "${twice}" occurs twice`);
}

/** Throws for NaN and infinities: DuckDB would take them, and every comparison with them would mislead. */
export function checkBindings(bindings: Binding[]): void {
	const index = bindings.findIndex((value) => typeof value === 'number' && !Number.isFinite(value));
	if (index >= 0) throw new Error(`binding ${index + 1} is not a finite number`);
}

/** Says that a column comes back as a type whose values the two engines would not give alike. */
export function unsupportedType(column: string, type: string): Error {
	return new Error(`column "${column}" is ${type}: cast it to INTEGER, BIGINT, DOUBLE, BOOLEAN or VARCHAR`);
}

/** Narrows a 64-bit integer to a number, or throws where digits would be lost. */
export function plainCell(cell: RawCell, column: string): number | string | boolean | null {
	if (typeof cell !== 'bigint') return cell;
	const number = Number(cell);
	if (!Number.isSafeInteger(number)) {
		throw new Error(`column "${column}" holds ${cell}, beyond what a number can carry exactly`);
	}
	return number;
}

/** Rows checked against the statement's schema; throws with the row and path of the first that does not fit. */
export function checkRows<Row>(statement: Statement<Row>, rows: unknown[]): Row[] {
	const checked = z.array(statement.row).safeParse(rows);
	if (checked.success) return checked.data;
	const issue = checked.error.issues[0];
	const [row, ...path] = issue?.path ?? [];
	throw new Error(`row ${String(row)}, ${path.map(String).join('.') || 'the whole'}: ${issue?.message}`);
}
