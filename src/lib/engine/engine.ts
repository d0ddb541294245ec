import type { DataTable } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';

/** One SQL engine, in the browser or in Node. Rows are plain objects of numbers, text, booleans and null, checked against the statement's schema. */
export interface Engine {
	/** Replaces the table of the same name; columns keep their order. */
	load(table: DataTable): Promise<void>;
	/** Drops every table, before a project is rebuilt. */
	clear(): Promise<void>;
	/** Runs a statement; aborting rejects with the signal's reason and costs the engine nothing. */
	query<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]>;
	close(): Promise<void>;
}

/** A statement failed: which one, and what the engine said. */
export class EngineError extends Error {
	readonly statement: string;
	constructor(statement: string, cause: unknown) {
		super(`${statement}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		this.name = 'EngineError';
		this.statement = statement;
	}
}
