import type * as z from 'zod';

/** A value bound to a statement: numbers, text and null only (engine.md rule 8). */
export type Binding = number | string | null;

/** A statement with the schema of its rows. `name` is for messages and logs. */
export interface Statement<Row> {
	name: string;
	sql: string;
	bindings?: Binding[];
	row: z.ZodType<Row>;
}

/** Runs a statement on an engine that the caller owns. */
export type Run = <Row>(statement: Statement<Row>) => Promise<Row[]>;
