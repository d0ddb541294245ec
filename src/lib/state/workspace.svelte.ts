import { decidePeople, undecidePerson } from '$lib/ingest/people/decisions';
import { evaluate } from '$lib/measures/evaluate';
import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import type { ReadingOptions } from '$lib/model/reading';
import type { Selection } from '$lib/model/selection';
import type { VersionChoice } from '$lib/pipeline/held';
import type { Progress, Snapshot } from '$lib/pipeline/snapshot';
import { CallFailure, SessionClient } from './session-client';
import type { DroppedFile, KeepingNotice, KeptProject } from './calls';
import { rehearseDrawing } from './rehearse-drawing';
import { sampleFiles } from './sample';
import type { TableFormat } from './table-files';

/** How long the page is left alone before the rehearsal, ms. */
const STILL = 500;

type CallOptions = { report: (progress: Progress) => void; signal: AbortSignal };

/** What the page knows of the opened project, and the verbs that change it. One verb runs at a time; a failed one leaves the project as it was. */
export class Workspace {
	#client: SessionClient | null = null;
	#snapshot = $state.raw<Snapshot | null>(null);
	#progress = $state.raw<Progress | null>(null);
	#busy = $state(true);
	#failure = $state.raw<CallFailure | null>(null);
	#keeping = $state.raw<KeepingNotice | null>(null);
	#refused = $state.raw<Snapshot['refused']>([]);
	#controller: AbortController | null = null;

	get snapshot(): Snapshot | null {
		return this.#snapshot;
	}
	get project(): Project | null {
		return this.#snapshot?.project ?? null;
	}
	/** True once the project holds at least one file. */
	get filled(): boolean {
		return (this.#snapshot?.cards.length ?? 0) > 0;
	}
	get busy(): boolean {
		return this.#busy;
	}
	get progress(): Progress | null {
		return this.#progress;
	}
	get failure(): CallFailure | null {
		return this.#failure;
	}
	/** True where this browser keeps the project over a reload. */
	get stored(): boolean {
		return this.#keeping?.kept ?? false;
	}
	/** Why this browser does not keep the project, or null. */
	get keepingFailure(): KeepingNotice['failure'] {
		return this.#keeping?.failure ?? null;
	}
	/** Files of the last drop that could not be taken. */
	get refused(): Snapshot['refused'] {
		return this.#refused;
	}

	/** Starts the worker and brings back the project of the last visit. */
	async start(): Promise<void> {
		if (this.#client) return;
		this.#client = new SessionClient((notice) => (this.#keeping = notice));
		await this.#run((client, options) => client.restore(options));
		if (this.filled) this.#keeping = { kept: true, failure: null };
		void this.#warm(this.#client);
		// Only a page may ask; a worker is merely told.
		void navigator.storage.persist?.().catch(() => false);
	}

	openSample = () =>
		this.#run(async (client, options) => client.take(await sampleFiles(options.signal), options));
	/** Takes dropped files: a saved project (zip or folder with project.json) replaces what is open, anything else is added. */
	take = (dropped: DroppedFile[]) => this.#run((client, options) => client.take(dropped, options));
	remove = (sha256: string) => this.#run((client, options) => client.remove(sha256, options));
	/** Puts a newer file in another's place; a refused one changes nothing. */
	replace = (sha256: string, file: DroppedFile) =>
		this.#run((client, options) => client.replace(sha256, file, options));
	answer = (question: Question, value: string) =>
		this.#run((client, options) => client.answer(question, value, options));
	/** Decides whom ways of writing people mean; false where that failed. */
	decidePeople = async (decisions: Project['people']) =>
		this.project !== null && (await this.edit(decidePeople(this.project, decisions)));
	/** Takes back what was decided about a way of writing. */
	undecidePerson = async (text: string) =>
		this.project !== null && (await this.edit(undecidePerson(this.project, text)));
	edit = (project: Project) =>
		this.#run((client, options) => client.edit($state.snapshot(project) as Project, options));
	reread = (sha256: string, reading: ReadingOptions) =>
		this.#run((client, options) => client.reread(sha256, reading, options));
	/** Settles what becomes of a file that waits because it may be another version of one that is there. */
	decideVersion = (sha256: string, choice: VersionChoice) =>
		this.#run((client, options) => client.decideVersion(sha256, choice, options));
	/** Reads a refused file with the repairs it offers. */
	repairRefused = (sha256: string) => this.#run((client, options) => client.repairRefused(sha256, options));
	clear = () => this.#run((client) => client.clear());
	openKept = (id: string) => this.#run((client, options) => client.openKept(id, options));
	kept = (): Promise<KeptProject[]> => this.#need().kept();
	removeKept = (id: string) => this.#need().removeKept(id);

	/** The project as a zip of its folder, for saving. */
	zip = () => this.#need().zip();
	reading = (sha256: string) => this.#need().reading(sha256);
	/** Imported rows of a file, from `from` to before `to`. */
	readingRows = (sha256: string, from: number, to: number) => this.#need().readingRows(sha256, from, to);
	/** Encodings a file may be in, each with lines of it. */
	encodings = (sha256: string) => this.#need().encodings(sha256);
	/** The imported table of a file, for saving; null where a workbook does not hold it. */
	tableFile = (sha256: string, name: string, format: TableFormat) =>
		this.#need().tableFile(sha256, name, format);
	/** Rows of a file that wait to be fixed by hand. */
	rowsToFix = (sha256: string) => this.#need().rowsToFix(sha256);
	evidenceRows = (sql: string, signal: AbortSignal) => this.#need().evidenceRows(sql, { signal });

	cancel(): void {
		this.#controller?.abort();
	}
	dismiss(): void {
		this.#failure = null;
	}
	forgetRefused(): void {
		this.#refused = [];
		void this.#need().forgetRefused();
	}

	/** The evaluation of what the reader chose; null while nothing is open. */
	evaluate(chosen: Selection): Evaluation | null {
		return this.#snapshot && this.filled
			? evaluate(this.#snapshot.counts, this.#snapshot.project, chosen)
			: null;
	}

	/** Boots the engine, and once the page has been still for a moment, rehearses; both only save time later. */
	async #warm(client: SessionClient): Promise<void> {
		try {
			await client.warm();
			await new Promise((resolve) => setTimeout(resolve, STILL));
			const rehearsed = !this.filled && !this.#busy ? await client.rehearse() : null;
			if (rehearsed) await rehearseDrawing(rehearsed, () => !this.filled && !this.#busy);
		} catch {
			// A failed boot is reported by the first verb that needs the engine.
		}
	}

	#need(): SessionClient {
		if (!this.#client) throw new Error('the workspace was not started');
		return this.#client;
	}

	async #run(
		verb: (client: SessionClient, options: CallOptions) => Promise<Snapshot | null>
	): Promise<boolean> {
		const controller = new AbortController();
		this.#controller = controller;
		this.#busy = true;
		this.#failure = null;
		try {
			const report = (progress: Progress) => (this.#progress = progress);
			const next = await verb(this.#need(), { report, signal: controller.signal });
			this.#snapshot = next;
			this.#refused = next?.refused ?? [];
			return true;
		} catch (error) {
			this.#failure = CallFailure.from(error);
			return false;
		} finally {
			this.#busy = false;
			this.#progress = null;
		}
	}
}

export const workspace = new Workspace();
