import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { takeCounts, type Counts } from '$lib/measures/counts';
import { engineTables } from '$lib/measures/numbered-answers';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import type { EvidenceRow, Report } from './snapshot';

const evidenceRow = z.object({
	source: z.number(),
	line: z.number().nullable(),
	answer: z.union([z.string(), z.number(), z.null()]).optional()
});

/** How many rows behind a number are listed at once. */
const EVIDENCE_LIMIT = 5000;

/** Rows behind a number, each with the name of its file, and whether there are more than are listed. */
export interface Evidence {
	rows: EvidenceRow[];
	more: boolean;
}

const nothing = () => undefined;

/**
 * An engine filled with the tables of an opened project, started when it is first needed. Files are the truth: the tables
 * are filled again whenever the project changes.
 */
export class FilledEngine {
	readonly #open: () => Promise<Engine>;
	#engine: Promise<Engine> | null = null;
	/** True while the engine may hold tables other than those of the open project. */
	#stale = true;

	constructor(open: () => Promise<Engine>) {
		this.#open = open;
	}

	/** Starts the engine. */
	ready(): Promise<Engine> {
		this.#engine ??= this.#open();
		return this.#engine;
	}

	/** Fills the tables and counts in them; what was open before is gone from here on. */
	async count(dataset: Dataset, project: Project, report: Report, signal?: AbortSignal): Promise<Counts> {
		const engine = await this.#fill(dataset, project, report, signal);
		report({ phase: 'counting', done: 0, total: 1 });
		const counts = await takeCounts(dataset, project, (statement) => engine.query(statement, signal));
		this.#stale = false;
		return counts;
	}

	/** The rows behind a number: which file, which line, which answer (M6: that alone). `build` makes the dataset of `project`. */
	async evidence(
		rowsSql: string,
		project: Project,
		build: () => Dataset,
		signal?: AbortSignal
	): Promise<Evidence> {
		if (this.#stale) await this.#fill(build(), project, nothing, signal);
		this.#stale = false;
		const engine = await this.ready();
		const found = await engine.query(
			{
				name: 'evidence',
				sql: `SELECT * FROM (${rowsSql}) AS evidence ORDER BY source, line LIMIT ${EVIDENCE_LIMIT + 1}`,
				row: evidenceRow
			},
			signal
		);
		const names = project.sources.map(({ name }) => name);
		const rows = found
			.slice(0, EVIDENCE_LIMIT)
			.map(({ source, line, answer }) => ({ source: names[source] ?? '', line, answer: answer ?? null }));
		return { rows, more: found.length > EVIDENCE_LIMIT };
	}

	async close(): Promise<void> {
		const engine = this.#engine;
		this.#engine = null;
		if (engine) await (await engine).close();
	}

	async #fill(dataset: Dataset, project: Project, report: Report, signal?: AbortSignal): Promise<Engine> {
		const engine = await this.ready();
		const tables = engineTables(dataset, project);
		this.#stale = true;
		await engine.clear();
		for (const [index, table] of tables.entries()) {
			signal?.throwIfAborted();
			report({ phase: 'tables', done: index, total: tables.length, name: table.name });
			await engine.load(table);
		}
		return engine;
	}
}
