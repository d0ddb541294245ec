import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { applyAnswer } from '$lib/ingest/mapping/answers';
import { sourceCards } from '$lib/ingest/mapping/cards';
import { tells } from '$lib/ingest/people/match-people';
import { turn } from '$lib/ingest/reading/parts';
import { encodingChoices, type EncodingChoice } from '$lib/ingest/reading/encoding-choices';
import { readFrom } from '$lib/ingest/reading/read-any';
import { importedRows, readingView } from '$lib/ingest/reading/view';
import type { ImportedTable } from '$lib/ingest/reading/write-table';
import { takeCounts } from '$lib/measures/counts';
import { engineTables } from '$lib/measures/numbered-answers';
import type { DataTable } from '$lib/model/dataset';
import { emptyProject, type Project } from '$lib/model/project';
import { PERSONAL_CHOICES, type Question, type ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions, ReadingView, SourceRow } from '$lib/model/reading';
import type { ProjectFolder } from '$lib/project/folder';
import { followingCorrected, rowsToFix } from './corrected-rows';
import { nothingHeld, repairing, type VersionChoice } from './held';
import {
	addRead,
	keptPart,
	removeFile,
	replaceFile,
	rereadChanged,
	withFile,
	withReading,
	type Opened
} from './opened';
import type { GivenFile, Sorted } from './opening';
import { namesByCode } from './people-names';
import { readGiven, stepOf, type ReadGiven } from './read-given';
import { optionsOf } from './reading-options';
import { rehearsalFiles } from './rehearsal';
import type { EvidenceRow, Report, Snapshot } from './snapshot';
import { Storing, type Random, type StoredFile } from './storing';
import { storedAnew, storedForms, withStoredForm } from './stored-forms';

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
	readonly #random: Random;
	readonly #storing: Storing;
	#opened: Opened;
	/** True while the engine may hold tables other than those of the open project: files are the truth, tables are rebuilt. */
	#stale = true;

	/** `random` gives random bytes for the salt of codes. */
	constructor(project: Project, openEngine: () => Promise<Engine>, random: Random) {
		this.#random = random;
		this.#storing = new Storing(random);
		this.#opened = { project, files: [], bytes: new Map(), answers: {}, held: nothingHeld() };
		this.#openEngine = openEngine;
	}

	/** Starts the engine ahead of need. */
	async warm(): Promise<void> {
		await this.#ready();
	}

	/** Leads the engine of an empty session through made-up files; nothing of them stays but their snapshot. Stops as soon as `signal` says so. */
	async rehearse(signal: AbortSignal): Promise<Snapshot | null> {
		if (this.#opened.files.length > 0) return null;
		const engine = await this.#ready();
		const rehearsal = new Session(emptyProject(), () => Promise.resolve(engine), this.#random);
		const files = rehearsalFiles();
		let snapshot: Snapshot | null = null;
		for (let times = 0; times < REHEARSALS; times++) {
			snapshot = await rehearsal.take(
				{ project: emptyProject(), files, unused: [] },
				() => undefined,
				signal
			);
		}
		await engine.clear();
		return snapshot;
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
		const { files, bytes, refused, repeated } = await readGiven(given, project, report, signal);
		const held = { refused, versions: [] };
		return this.#commit({ project, files, bytes, answers: {}, held }, { repeated }, report, signal);
	}

	/** A file whose bytes are already there is noticed and not taken twice. */
	async #add(given: GivenFile[], report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const read = await this.#read(given, report, signal);
		const { opened, orphaned } = await addRead(this.#opened, read, stepOf('', 0, 1, report, signal));
		return this.#commit(opened, { repeated: read.repeated, orphaned }, report, signal);
	}

	/** Puts a newer file in another's place; it takes over the mapping where the columns are the same ones. */
	async replace(sha256: string, given: GivenFile, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const read = await this.#read([given], report, signal);
		const [next] = read.files;
		const bytes = next && read.bytes.get(next.sha256);
		const opened = { ...this.#opened, held: { ...this.#opened.held, refused: read.refused } };
		const changed = next && bytes ? replaceFile(opened, sha256, next, bytes) : { opened, orphaned: [] };
		const { orphaned } = changed;
		return this.#commit(changed.opened, { repeated: read.repeated, orphaned }, report, signal);
	}

	/** Settles what becomes of a file that waits because it looks like another version of one that is there. */
	async decideVersion(
		sha256: string,
		choice: VersionChoice,
		report: Report,
		signal?: AbortSignal
	): Promise<Snapshot> {
		const { held, ...rest } = this.#opened;
		const waiting = held.versions.find(({ file }) => file.sha256 === sha256);
		const versions = held.versions.filter(({ file }) => file.sha256 !== sha256);
		const opened: Opened = { ...rest, held: { ...held, versions } };
		if (!waiting || choice === 'forget') return this.#commit(opened, {}, report, signal);
		const { file, bytes, offer } = waiting;
		const changed =
			choice === 'replace'
				? replaceFile(opened, offer.before.sha256, file, bytes)
				: { opened: withFile(opened, file, bytes), orphaned: [] };
		return this.#commit(changed.opened, { orphaned: changed.orphaned }, report, signal);
	}

	/** Reads a refused file again with the repairs it offers; it is taken where they help. */
	async repairRefused(sha256: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const { held } = this.#opened;
		const refused = held.refused.find((one) => one.sha256 === sha256);
		if (!refused?.file) throw new Error(`no refused file ${sha256}`);
		const { bytes, ...origin } = refused.file;
		const { name } = origin;
		const options = repairing(refused.repairs);
		const reading = await readFrom(origin, bytes, options, stepOf(name, 0, 1, report, signal));
		const left = held.refused.filter((one) => one.sha256 !== sha256);
		if (reading.status === 'refuse') {
			const still = { sha256, name, issues: reading.issues, repairs: [], file: null };
			const opened = { ...this.#opened, held: { ...held, refused: [...left, still] } };
			return this.#commit(opened, {}, report, signal);
		}
		const file = { ...origin, sha256, bytes: bytes.length, reading };
		const stored = await this.#storing.take({ file, bytes }, this.#opened.project, options);
		const opened = { ...this.#opened, held: { ...held, refused: left } };
		const own = stored.file.redacted ? stored.file.options : options;
		return this.#commit(withFile(opened, stored.file, stored.bytes, own), {}, report, signal);
	}

	/** Lets go of the refused files of the last drop. */
	forgetRefused(): void {
		this.#opened = { ...this.#opened, held: { ...this.#opened.held, refused: [] } };
	}

	/** Takes a file out again, with its mapping. */
	async remove(sha256: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const { opened, orphaned } = await removeFile(this.#opened, sha256, stepOf('', 0, 1, report, signal));
		return this.#commit(opened, { orphaned }, report, signal);
	}

	/** Answers a question; the answer becomes part of the mapping, or decides in which form a file is stored. */
	async answer(question: Question, value: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const { project, answers } = this.#opened;
		if (question.code === 'personal') {
			const source = project.sources.find(({ sha256 }) => sha256 === question.source);
			const choice = PERSONAL_CHOICES.find((one) => one === value);
			const stored = source && choice && (await this.#storing.decide(source, choice, project));
			if (!stored) return this.#commit(this.#opened, {}, report, signal);
			return this.#takeForm(source.sha256, stored, report, signal);
		}
		const answered = {
			...this.#opened,
			project: applyAnswer(project, question, value),
			answers: { ...answers, [question.id]: value }
		};
		const changed = await rereadChanged(project, answered, stepOf('', 0, 1, report, signal));
		const { opened, moved } = await storedAnew(changed, project, this.#storing);
		return this.#commit(opened, { moved }, report, signal);
	}

	/** Takes over a project edited by hand: targets, populations, waves, a mapping. */
	async edit(project: Project, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		return this.#commit({ ...this.#opened, project }, {}, report, signal);
	}

	/** Reads one file again under other options (encoding, roles, undone treatments). */
	async reread(
		sha256: string,
		options: ReadingOptions,
		report: Report,
		signal?: AbortSignal
	): Promise<Snapshot> {
		const file = this.#fileOf(sha256);
		const step = stepOf(file.name, 0, 1, report, signal);
		const source = this.#opened.project.sources.find((one) => one.sha256 === sha256);
		const stored = source && (await this.#storing.again(source, options, this.#opened.project));
		if (stored) return this.#takeForm(sha256, stored, report, signal);
		const reading = await readFrom(file, this.#bytesOf(sha256), options, step);
		const opened = await withReading(this.#opened, sha256, reading, options, step);
		return this.#commit(opened, {}, report, signal);
	}

	/** The reading of a file, for its preview. */
	reading(sha256: string): ReadingView {
		return readingView(this.#readingOf(sha256));
	}

	/** Imported rows of a file, from `from` to before `to`. */
	readingRows(sha256: string, from: number, to: number): SourceRow[] {
		return importedRows(this.#readingOf(sha256), from, to);
	}

	/** The table of a file as it was imported, for saving: it does not cross to another thread. */
	importedTable(sha256: string): ImportedTable {
		return this.#readingOf(sha256);
	}

	/** Encodings a file may be in, each with lines of it. */
	encodings(sha256: string): EncodingChoice[] {
		return encodingChoices(this.#storing.given(sha256) ?? this.#bytesOf(sha256));
	}

	/** Rows of a file that wait to be fixed by hand: set aside with content, or of another width than the header. */
	rowsToFix(sha256: string): SourceRow[] {
		const source = this.#opened.project.sources.find((one) => one.sha256 === sha256);
		return rowsToFix(this.#readingOf(sha256), source && optionsOf(source.reading).roles);
	}

	/** Given files in the form in which they are stored; those that are there already are left out. */
	async #read(given: GivenFile[], report: Report, signal?: AbortSignal): Promise<ReadGiven> {
		const { project, bytes } = this.#opened;
		const known = this.#storing.known(project, bytes);
		const read = await readGiven(given, project, report, signal, known);
		return storedForms(read, project, this.#storing);
	}

	/** Takes over another stored form of a file. */
	async #takeForm(from: string, stored: StoredFile, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const moved = { from, to: stored.file.sha256 };
		return this.#commit(withStoredForm(this.#opened, from, stored), { moved }, report, signal);
	}

	#readingOf(sha256: string): Reading {
		return this.#fileOf(sha256).reading;
	}

	#fileOf(sha256: string): ReadFile {
		const found = this.#opened.files.find((file) => file.sha256 === sha256);
		if (!found) throw new Error(`no file ${sha256}`);
		return found;
	}

	/** The project with the bytes of its files, as a folder or zip holds it; a file that may not be stored yet is left out. */
	folder(): ProjectFolder {
		const { project, bytes } = keptPart(this.#opened);
		return { project, files: bytes };
	}

	/** The rows behind a number: which file, which line, which answer (M6: that alone). */
	async evidenceRows(rowsSql: string, signal?: AbortSignal): Promise<{ rows: EvidenceRow[]; more: boolean }> {
		const engine = await this.#ready();
		if (this.#stale) {
			const { files, project } = this.#opened;
			await this.#fill(engine, engineTables(buildDataset(files, project), project), () => undefined);
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
		const names = this.#opened.project.sources.map((source) => source.name);
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

	async #fill(
		engine: Engine,
		tables: readonly DataTable[],
		report: Report,
		signal?: AbortSignal
	): Promise<void> {
		this.#stale = true;
		await engine.clear();
		for (const [index, table] of tables.entries()) {
			signal?.throwIfAborted();
			report({ phase: 'tables', done: index, total: tables.length, name: table.name });
			await engine.load(table);
		}
	}

	#ready(): Promise<Engine> {
		this.#engine ??= this.#openEngine();
		return this.#engine;
	}

	#bytesOf(sha256: string): Uint8Array {
		const bytes = this.#opened.bytes.get(sha256);
		if (!bytes) throw new Error(`no bytes for ${sha256}`);
		return bytes;
	}

	async #commit(
		next: Opened,
		{
			repeated = [],
			orphaned = [],
			moved = null
		}: Partial<Pick<Snapshot, 'repeated' | 'orphaned' | 'moved'>>,
		report: Report,
		signal?: AbortSignal
	): Promise<Snapshot> {
		report({ phase: 'mapping', done: 0, total: 1 });
		const opening = this.#ready();
		const { files, held } = next;
		const proposal = followingCorrected(proposeProject(files, next.project, next.answers));
		const project = this.#storing.withSalt(proposal.project);
		const { questions } = proposal;
		await turn();
		signal?.throwIfAborted();
		report({ phase: 'tables', done: 0, total: 1 });
		const dataset = buildDataset(files, project);
		const engine = await opening;
		await turn();
		signal?.throwIfAborted();
		await this.#fill(engine, engineTables(dataset, project), report, signal);
		report({ phase: 'counting', done: 0, total: 1 });
		const counts = await takeCounts(dataset, project, (statement) => engine.query(statement, signal));
		this.#stale = false;
		this.#opened = { ...next, project };
		this.#storing.settle(project, [...files, ...held.versions.map(({ file }) => file)]);
		const { responses, sources, issues, present } = dataset;
		return {
			project,
			cards: sourceCards(files, project, proposal, dataset),
			questions,
			shape: { responses, sources, issues, present },
			counts,
			people: namesByCode(dataset),
			matches: proposal.people.filter(tells),
			refused: held.refused.map(({ sha256, name, issues: found, repairs }) => ({
				sha256,
				name,
				issues: found,
				repairs
			})),
			repeated,
			orphaned,
			moved,
			versions: held.versions.map(({ offer }) => offer),
			unused: []
		};
	}
}
