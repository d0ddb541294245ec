import type { Engine } from '$lib/engine/engine';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { applyAnswer } from '$lib/ingest/mapping/answers';
import { turn } from '$lib/ingest/reading/parts';
import { encodingChoices, type EncodingChoice } from '$lib/ingest/reading/encoding-choices';
import { readFrom } from '$lib/ingest/reading/read-any';
import { importedRows, readingView } from '$lib/ingest/reading/view';
import type { ImportedTable } from '$lib/ingest/reading/write-table';
import { emptyProject, type Project } from '$lib/model/project';
import { PERSONAL_CHOICES, type Question, type ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions, ReadingView, SourceRow } from '$lib/model/reading';
import type { ProjectFolder } from '$lib/project/folder';
import { rowsToFix } from './corrected-rows';
import { FilledEngine, type Evidence } from './filled-engine';
import { nothingHeld, type VersionChoice } from './held';
import { addRead, removeFile, replaceFile, rereadChanged, withReading, type Opened } from './opened';
import type { GivenFile, Sorted } from './opening';
import { readGiven, stepOf, type ReadGiven } from './read-given';
import { optionsOf } from './reading-options';
import { rehearsalFiles } from './rehearsal';
import type { Report, Snapshot } from './snapshot';
import { Storing, type Random, type StoredFile } from './storing';
import { storedAnew, storedForms, withStoredForm } from './stored-forms';
import { countsAlike, retold, snapshotOf, type OfChange } from './telling';
import { keptFolder, refusedRepaired, versionDecided } from './waiting';

/** Runs of the rehearsal: the browser compiles for speed what it has met a few times. */
const REHEARSALS = 3;

/**
 * An opened project: given files become readings, a mapping, tables in the engine, and counts.
 * The page runs it in a worker, the terminal in its own process. Every verb returns the new snapshot;
 * a verb that throws leaves the session as it was.
 */
export class Session {
	readonly #engine: FilledEngine;
	readonly #random: Random;
	readonly #storing: Storing;
	#opened: Opened;
	/** What was told last of the open project. */
	#last: Snapshot | null = null;

	/** `random` gives random bytes for the salt of codes. */
	constructor(project: Project, openEngine: () => Promise<Engine>, random: Random) {
		this.#random = random;
		this.#storing = new Storing(random);
		this.#opened = { project, files: [], bytes: new Map(), answers: {}, held: nothingHeld() };
		this.#engine = new FilledEngine(openEngine);
	}

	/** Starts the engine ahead of need. */
	async warm(): Promise<void> {
		await this.#engine.ready();
	}

	/** Leads the engine of an empty session through made-up files; nothing of them stays but their snapshot. Stops as soon as `signal` says so. */
	async rehearse(signal: AbortSignal): Promise<Snapshot | null> {
		if (this.#opened.files.length > 0) return null;
		const engine = await this.#engine.ready();
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

	async #open(saved: Project, given: GivenFile[], report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const { waiting: lost = [], ...project } = saved;
		const { files, bytes, refused, repeated } = await readGiven(given, project, report, signal);
		const held = { refused, versions: [], lost };
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
		const { opened, orphaned } = versionDecided(this.#opened, sha256, choice);
		return this.#commit(opened, { orphaned }, report, signal);
	}

	/** Reads a refused file again with the repairs it offers; it is taken where they help. */
	async repairRefused(sha256: string, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const name = this.#opened.held.refused.find((one) => one.sha256 === sha256)?.name ?? '';
		const step = stepOf(name, 0, 1, report, signal);
		return this.#commit(await refusedRepaired(this.#opened, sha256, this.#storing, step), {}, report, signal);
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

	/** Takes over a project edited by hand: targets, populations, waves, a mapping. What left the program counts nowhere. */
	async edit(project: Project, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		const opened = { ...this.#opened, project };
		if (!this.#last || !countsAlike(project, this.#opened.project)) {
			return this.#commit(opened, {}, report, signal);
		}
		this.#opened = opened;
		this.#last = retold(this.#last, opened);
		return this.#last;
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
		return encodingChoices(this.#storing.given(sha256)?.bytes ?? this.#bytesOf(sha256));
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
		return storedForms(read, this.#opened, this.#storing);
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

	/** The project with the bytes of its files, as a folder or zip holds it; of a file that waits for a word it has the name alone. */
	folder(): ProjectFolder {
		return keptFolder(this.#opened, this.#storing);
	}

	/** The rows behind a number: which file, which line, which answer. */
	evidenceRows(rowsSql: string, signal?: AbortSignal): Promise<Evidence> {
		const { files, project } = this.#opened;
		return this.#engine.evidence(rowsSql, project, () => buildDataset(files, project), signal);
	}

	close(): Promise<void> {
		return this.#engine.close();
	}

	#bytesOf(sha256: string): Uint8Array {
		const bytes = this.#opened.bytes.get(sha256);
		if (!bytes) throw new Error(`no bytes for ${sha256}`);
		return bytes;
	}

	async #commit(next: Opened, change: OfChange, report: Report, signal?: AbortSignal): Promise<Snapshot> {
		report({ phase: 'mapping', done: 0, total: 1 });
		const opening = this.#engine.ready();
		const { files, held } = next;
		const proposal = proposeProject(files, next.project, next.answers);
		const opened = { ...next, project: this.#storing.withSalt(proposal.project) };
		await turn();
		signal?.throwIfAborted();
		report({ phase: 'tables', done: 0, total: 1 });
		const dataset = buildDataset(files, opened.project);
		await opening;
		await turn();
		signal?.throwIfAborted();
		const counts = await this.#engine.count(dataset, opened.project, report, signal);
		this.#opened = opened;
		this.#storing.settle(opened.project, [...files, ...held.versions.map(({ file }) => file)]);
		this.#last = snapshotOf(opened, proposal, dataset, counts, change);
		return this.#last;
	}
}
