import { openBrowserEngine } from '$lib/engine/browser';
import { LIMITS } from '$lib/ingest/reading/limits';
import { emptyProject } from '$lib/model/project';
import type { VersionChoice } from '$lib/pipeline/held';
import { ProjectError, sortGiven } from '$lib/pipeline/opening';
import { Session } from '$lib/pipeline/session';
import type { Progress, Snapshot } from '$lib/pipeline/snapshot';
import { zipProject } from '$lib/project/zip';
import type { CallCancel, CallReply, CallRequest, DroppedFile, KeepingNotice } from './calls';
import { Keeper } from './keeper';
import { tableFile, type TableFormat } from './table-files';

const keeper = new Keeper();
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const emptySession = () => new Session(emptyProject(), openBrowserEngine, random);
let session = emptySession();
const running = new Map<number, AbortController>();
let queue: Promise<unknown> = Promise.resolve();
/** A rehearsal gives way to whatever the page asks for. */
let rehearsal: AbortController | null = null;

type Report = (progress: Progress) => void;
type Change = (report: Report, signal: AbortSignal) => Promise<Snapshot>;

/** Of a file beyond the limit, no more than shows that it is. */
async function bytesOf(file: File): Promise<Uint8Array> {
	return new Uint8Array(await file.slice(0, LIMITS.fileBytes + 1).arrayBuffer());
}

async function take(dropped: DroppedFile[], report: Report, signal: AbortSignal): Promise<Snapshot> {
	const given = await Promise.all(
		dropped.map(async ({ path, file }) => ({ name: path, bytes: await bytesOf(file) }))
	);
	const { project, ...sorted } = await sortGiven(given);
	const snapshot = await session.take({ project, ...sorted }, report, signal);
	if (project) keeper.startAnew();
	return snapshot;
}

/** Verbs that change the project: after each the project is saved. */
const changes = {
	take:
		([files]: [DroppedFile[]]): Change =>
		(report, signal) =>
			take(files, report, signal),
	remove:
		([sha256]: [string]): Change =>
		(report, signal) =>
			session.remove(sha256, report, signal),
	replace:
		([sha256, { path, file }]: [string, DroppedFile]): Change =>
		async (report, signal) =>
			session.replace(sha256, { name: path, bytes: await bytesOf(file) }, report, signal),
	answer:
		([question, value]: [Snapshot['questions'][number], string]): Change =>
		(report, signal) =>
			session.answer(question, value, report, signal),
	edit:
		([project]: [Snapshot['project']]): Change =>
		(report, signal) =>
			session.edit(project, report, signal),
	reread:
		([sha256, options]: Parameters<Session['reread']>): Change =>
		(report, signal) =>
			session.reread(sha256, options, report, signal),
	decideVersion:
		([sha256, choice]: [string, VersionChoice]): Change =>
		(report, signal) =>
			session.decideVersion(sha256, choice, report, signal),
	repairRefused:
		([sha256]: [string]): Change =>
		(report, signal) =>
			session.repairRefused(sha256, report, signal)
};

/** Verbs that only ask, or that open what is kept already. */
const questions = {
	warm: () => session.warm(),
	rehearse: (_args: [], _report: Report, signal: AbortSignal) => session.rehearse(signal),
	restore: async (_args: [], report: Report, signal: AbortSignal) => {
		const kept = await keeper.bringBack();
		return kept && session.open(kept, report, signal);
	},
	openKept: async ([id]: [string], report: Report, signal: AbortSignal) => {
		const kept = await keeper.bringBack(id);
		if (!kept) throw new ProjectError({ code: 'not_found' });
		return session.open(kept, report, signal);
	},
	kept: () => keeper.list(),
	removeKept: ([id]: [string]) => keeper.remove(id),
	clear: async () => {
		keeper.startAnew();
		await session.close();
		session = emptySession();
		return null;
	},
	reading: ([sha256]: [string]) => session.reading(sha256),
	readingRows: ([sha256, from, to]: [string, number, number]) => session.readingRows(sha256, from, to),
	encodings: ([sha256]: [string]) => session.encodings(sha256),
	tableFile: ([sha256, name, format]: [string, string, TableFormat]) =>
		tableFile(name, session.importedTable(sha256), format),
	rowsToFix: ([sha256]: [string]) => session.rowsToFix(sha256),
	forgetRefused: () => session.forgetRefused(),
	zip: () => zipProject(session.folder()),
	evidenceRows: ([sql]: [string], _report: Report, signal: AbortSignal) => session.evidenceRows(sql, signal)
};

async function save(): Promise<void> {
	const notice: KeepingNotice = await keeper.save(session.folder());
	postMessage(notice);
}

async function run({ id, verb, args }: CallRequest): Promise<void> {
	const controller = running.get(id) ?? new AbortController();
	const reply = (message: CallReply) => postMessage(message);
	const report = (progress: Progress) => reply({ id, progress });
	try {
		controller.signal.throwIfAborted();
		if (verb in changes) {
			const change = changes[verb as keyof typeof changes](args as never);
			reply({ id, result: await change(report, controller.signal) });
			await save();
		} else {
			const ask = questions[verb as keyof typeof questions];
			reply({ id, result: await ask(args as never, report, controller.signal) });
		}
	} catch (error) {
		const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
		reply({
			id,
			failure: { kind: name, message, detail: error instanceof ProjectError ? error.failure : null }
		});
	} finally {
		running.delete(id);
	}
}

addEventListener('message', ({ data }: MessageEvent<CallRequest | CallCancel>) => {
	if ('cancel' in data) {
		running.get(data.id)?.abort(new DOMException('cancelled', 'AbortError'));
		return;
	}
	rehearsal?.abort(new DOMException('something to do', 'AbortError'));
	const controller = new AbortController();
	running.set(data.id, controller);
	rehearsal = data.verb === 'rehearse' ? controller : null;
	queue = queue.then(() => run(data));
});
