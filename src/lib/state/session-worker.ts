import { openBrowserEngine } from '$lib/engine/browser';
import { emptyProject } from '$lib/model/project';
import { Session, type Progress } from '$lib/pipeline/session';
import type { CallCancel, CallReply, CallRequest } from './calls';

const session = new Session(emptyProject(), openBrowserEngine);
const running = new Map<number, AbortController>();
let queue: Promise<unknown> = Promise.resolve();

type Verb = (args: never[], report: (progress: Progress) => void, signal: AbortSignal) => Promise<unknown> | unknown;

const verbs: Record<string, Verb> = {
	warm: () => session.warm(),
	open: ([project, files]: Parameters<Session['open']>, report, signal) => session.open(project, files, report, signal),
	add: ([files]: Parameters<Session['add']>, report, signal) => session.add(files, report, signal),
	remove: ([sha256]: Parameters<Session['remove']>, report, signal) => session.remove(sha256, report, signal),
	answer: ([question, value]: Parameters<Session['answer']>, report, signal) =>
		session.answer(question, value, report, signal),
	edit: ([project]: Parameters<Session['edit']>, report, signal) => session.edit(project, report, signal),
	reread: ([sha256, options]: Parameters<Session['reread']>, report, signal) =>
		session.reread(sha256, options, report, signal),
	reading: ([sha256]: Parameters<Session['reading']>) => session.reading(sha256),
	contents: () => session.contents(),
	evidenceRows: ([sql]: Parameters<Session['evidenceRows']>, _report, signal) => session.evidenceRows(sql, signal)
};

async function run({ id, verb, args }: CallRequest): Promise<void> {
	const controller = running.get(id);
	const reply = (message: CallReply) => postMessage(message);
	try {
		const work = verbs[verb];
		if (!controller || !work) throw new Error(`no verb ${verb}`);
		controller.signal.throwIfAborted();
		const result = await work(args as never[], (progress) => reply({ id, progress }), controller.signal);
		reply({ id, result });
	} catch (error) {
		const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
		reply({ id, failure: { name, message } });
	} finally {
		running.delete(id);
	}
}

addEventListener('message', ({ data }: MessageEvent<CallRequest | CallCancel>) => {
	if ('cancel' in data) {
		running.get(data.id)?.abort(new DOMException('cancelled', 'AbortError'));
		return;
	}
	running.set(data.id, new AbortController());
	queue = queue.then(() => run(data));
});
