import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { applyAnswer } from '$lib/ingest/mapping/answers';
import { sourceCards } from '$lib/ingest/mapping/cards';
import { removeSource, replaceSource } from '$lib/ingest/mapping/sources';
import { readAny } from '$lib/ingest/reading/read-any';
import { importedRows, readingView } from '$lib/ingest/reading/view';
import { takeCounts } from '$lib/measures/counts';
import type { Dataset } from '$lib/model/dataset';
import { emptyProject, type Project } from '$lib/model/project';
import type { Answers, Question, ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions, ReadingView, SourceRow } from '$lib/model/reading';
import type { ProjectFolder } from '$lib/project/folder';
import type { GivenFile, Sorted } from './opening';
import { readGiven, stepOf } from './read-given';
import { rehearsalFiles } from './rehearsal';
import type { EvidenceRow, Refused, Report, Snapshot } from './snapshot';

const evidenceRow = z.object({
	source: z.number(),
	line: z.number().nullable(),
	answer: z.union([z.string(), z.number(), z.null()]).optional()
});

/** How many rows behind a number are listed at once. */
const EVIDENCE_LIMIT = 5000;

/** Runs of the rehearsal: the browser compiles for speed what it has met a few times. */
const REHEARSALS = 3;

/**
 * An opened project: given files become readings, a mapping, tables in the engine, and counts.
 * The page runs it in a worker, the terminal in its own process. Every verb returns the new snapshot;
 * a verb that throws leaves the session as it was.
 */
export class Session {
	readonly #openEngine: () => Promise<Engine>;
	#engine: Promise<Engine> | null = null;
	#project: Project;
	#files: ReadFile[] = [];
	#bytes = new Map<string, Uint8Array>();
	#answers: Answers = {};
	/** True while the engine may hold tables other than those of the open project: files are the truth, tables are rebuilt. */
	#stale = true;

	constructor(project: Project, openEngine: () => Promise<Engine>) {
		this.#project = project;
		this.#openEngine = openEngine;
	}

	/** Starts the engine ahead of need. */
	async warm(): Promise<void> {
		await this.#ready();
	}

	/** Leads the engine of an empty session through made-up files; nothing of them stays. Stops as soon as `signal` says so. */
	async rehearse(signal: AbortSignal): Promise<void> {
		if (this.#files.length > 0) return;
		const engine = await this.#ready();
		const rehearsal = new Session(emptyProject(), () => Promise.resolve(engine));
		const files = rehearsalFiles();
		for (let times = 0; times < REHEARSALS; times++) {
			await rehearsal.take({ project: emptyProject(), files, unused: [] }, () => undefined, signal);
		}
		await engine.clear();
	}

	/** Takes what was given: a saved project replaces what is open, loose files are added. */
	async take({ project, files, unused }: Sorted, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const snapshot = project
			? await this.#open(project, files, report, signal)
			: await this.#add(files, report, signal);
		return { ...snapshot, unused };
	}

	/** Takes over a project kept as a folder. */
	async open({ project, files }: ProjectFolder, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const given = project.sources.map(({ name, sha256 }) => ({
			name,
			bytes: files.get(sha256) ?? new Uint8Array()
		}));
		return this.#open(project, given, report, signal);
	}

	async #open(project: Project, given: GivenFile[], report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const read = await readGiven(given, project, report, signal);
		return this.#commit(
			{ project, files: read.files, bytes: read.bytes, answers: {}, refused: read.refused },
			read.repeated,
			report,
			signal
		);
	}

	/** A file whose bytes are already there is noticed and not taken twice. */
	async #add(given: GivenFile[], report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const read = await readGiven(given, this.#project, report, signal, new Set(this.#bytes.keys()));
		return this.#commit(
			{
				project: this.#project,
				files: [...this.#files, ...read.files],
				bytes: new Map([...this.#bytes, ...read.bytes]),
				answers: this.#answers,
				refused: read.refused
			},
			read.repeated,
			report,
			signal
		);
	}

	/** Puts a newer file in another's place; it takes over the mapping where the columns are the same ones. */
	async replace(sha256: string, given: GivenFile, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const previous = this.#files.find((file) => file.sha256 === sha256);
		const read = await readGiven([given], this.#project, report, signal, new Set(this.#bytes.keys()));
		const [next] = read.files;
		const bytes = new Map([...this.#bytes, ...read.bytes]);
		if (next) bytes.delete(sha256);
		return this.#commit(
			{
				project: previous && next ? replaceSource(this.#project, previous, next) : this.#project,
				files: next ? this.#files.map((file) => (file.sha256 === sha256 ? next : file)) : this.#files,
				bytes,
				answers: this.#answers,
				refused: read.refused
			},
			read.repeated,
			report,
			signal
		);
	}

	/** Takes a file out again, with its mapping. */
	async remove(sha256: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const bytes = new Map(this.#bytes);
		bytes.delete(sha256);
		return this.#commit(
			{
				project: removeSource(this.#project, sha256),
				files: this.#files.filter((file) => file.sha256 !== sha256),
				bytes,
				answers: this.#answers,
				refused: []
			},
			[],
			report,
			signal
		);
	}

	/** Answers a question; the answer becomes part of the mapping. */
	async answer(question: Question, value: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		return this.#commit(
			{
				...this.#state(),
				project: applyAnswer(this.#project, question, value),
				answers: { ...this.#answers, [question.id]: value }
			},
			[],
			report,
			signal
		);
	}

	/** Takes over a project edited by hand: targets, populations, waves, a mapping. */
	async edit(project: Project, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		return this.#commit({ ...this.#state(), project }, [], report, signal);
	}

	/** Reads one file again under other options (encoding, roles, undone treatments). */
	async reread(
		sha256: string,
		options: ReadingOptions,
		report: Report,
		signal?: AbortSignal
	): Promise<Snapshot> {
		const { name } = this.#fileOf(sha256);
		const reading = await readAny(name, this.#bytesOf(sha256), options, stepOf(name, 0, 1, report, signal));
		const files = this.#files.map((file) => (file.sha256 === sha256 ? { ...file, reading } : file));
		const sources = this.#project.sources.map((source) =>
			source.sha256 === sha256 ? { ...source, reading: { ...options, roles: options.roles } } : source
		);
		return this.#commit(
			{ ...this.#state(), files, project: { ...this.#project, sources } },
			[],
			report,
			signal
		);
	}

	/** The reading of a file, for its preview. */
	reading(sha256: string): ReadingView {
		return readingView(this.#readingOf(sha256));
	}

	/** Imported rows of a file, from `from` to before `to`. */
	readingRows(sha256: string, from: number, to: number): SourceRow[] {
		return importedRows(this.#readingOf(sha256), from, to);
	}

	#readingOf(sha256: string): Reading {
		return this.#fileOf(sha256).reading;
	}

	#fileOf(sha256: string): ReadFile {
		const found = this.#files.find((file) => file.sha256 === sha256);
		if (!found) throw new Error(`no file ${sha256}`);
		return found;
	}

	/** The project with the bytes of its files, as a folder or zip holds it. */
	folder(): ProjectFolder {
		return { project: this.#project, files: this.#bytes };
	}

	/** The rows behind a number: which file, which line, which answer (M6: that alone). */
	async evidenceRows(rowsSql: string, signal?: AbortSignal): Promise<{ rows: EvidenceRow[]; more: boolean }> {
		const engine = await this.#ready();
		if (this.#stale) {
			await this.#fill(engine, buildDataset(this.#files, this.#project), () => undefined);
			this.#stale = false;
		}
		const found = await engine.query(
			{
				name: 'evidence',
				sql: `SELECT * FROM (${rowsSql}) AS evidence ORDER BY source, line LIMIT ${EVIDENCE_LIMIT + 1}`,
				row: evidenceRow
			},
			signal
		);
		const names = this.#project.sources.map((source) => source.name);
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

	async #fill(engine: Engine, dataset: Dataset, report: Report): Promise<void> {
		this.#stale = true;
		await engine.clear();
		for (const [index, table] of dataset.tables.entries()) {
			report({ phase: 'tables', done: index, total: dataset.tables.length, name: table.name });
			await engine.load(table);
		}
	}

	#ready(): Promise<Engine> {
		this.#engine ??= this.#openEngine();
		return this.#engine;
	}

	#state() {
		return {
			project: this.#project,
			files: this.#files,
			bytes: this.#bytes,
			answers: this.#answers,
			refused: []
		};
	}

	#bytesOf(sha256: string): Uint8Array {
		const bytes = this.#bytes.get(sha256);
		if (!bytes) throw new Error(`no bytes for ${sha256}`);
		return bytes;
	}

	async #commit(
		next: {
			project: Project;
			files: ReadFile[];
			bytes: Map<string, Uint8Array>;
			answers: Answers;
			refused: Refused[];
		},
		repeated: string[],
		report: Report,
		signal?: AbortSignal
	): Promise<Snapshot> {
		report({ phase: 'mapping', done: 0, total: 1 });
		const opening = this.#ready();
		const proposal = proposeProject(next.files, next.project, next.answers);
		signal?.throwIfAborted();
		report({ phase: 'tables', done: 0, total: 1 });
		const dataset = buildDataset(next.files, proposal.project);
		const engine = await opening;
		signal?.throwIfAborted();
		await this.#fill(engine, dataset, report);
		report({ phase: 'counting', done: 0, total: 1 });
		const counts = await takeCounts(dataset, proposal.project, (statement) =>
			engine.query(statement, signal)
		);
		this.#stale = false;
		this.#project = proposal.project;
		this.#files = next.files;
		this.#bytes = next.bytes;
		this.#answers = next.answers;
		const { responses, sources, issues, present } = dataset;
		return {
			project: proposal.project,
			cards: sourceCards(next.files, proposal.project, proposal, dataset),
			questions: proposal.questions,
			shape: { responses, sources, issues, present },
			counts,
			people: peopleOf(dataset),
			refused: next.refused,
			repeated,
			unused: []
		};
	}
}

function peopleOf({ tables }: Dataset): Record<string, string> {
	const table = tables.find(({ name }) => name === 'person');
	const text = (name: string) => {
		const column = table?.columns.find((one) => one.name === name);
		return column?.type === 'text' ? column.values : [];
	};
	const names = text('name');
	return Object.fromEntries(
		text('person').flatMap((code, index) => (code && names[index] ? [[code, names[index]]] : []))
	);
}
