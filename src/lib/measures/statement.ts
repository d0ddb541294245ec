import type * as z from 'zod';

/** An SQL text with the schema of its rows; an engine's `Statement` without bindings. Values stand in the text as checked literals. */
export interface Statement<Row> {
	name: string;
	sql: string;
	row: z.ZodType<Row>;
}

/** Runs a statement on an engine that the caller owns. */
export type Run = <Row>(statement: Statement<Row>) => Promise<Row[]>;
