import workerUrl from './session-worker?worker&url';
import type { VersionChoice } from '$lib/pipeline/held';
import type { Session } from '$lib/pipeline/session';
import type { Progress, Snapshot } from '$lib/pipeline/snapshot';
import type { CallReply, DroppedFile, KeepingNotice, KeptProject } from './calls';
import type { TableFormat } from './table-files';

interface Waiting {
	resolve: (value: unknown) => void;
	reject: (reason: Error) => void;
	report: ((progress: Progress) => void) | undefined;
}

interface CallOptions {
	report?: (progress: Progress) => void;
	signal?: AbortSignal;
}

/** A verb of the worker failed. `kind` is the error's name; `detail` holds a named failure where the program knows it. */
export class CallFailure extends Error {
	readonly kind: string;
	readonly detail: unknown;

	constructor(kind: string, message: string, detail: unknown) {
		super(message);
		this.kind = kind;
		this.detail = detail;
	}

	static from(error: unknown): CallFailure {
		if (error instanceof CallFailure) return error;
		return error instanceof Error
			? new CallFailure(error.name, error.message, null)
			: new CallFailure('Error', String(error), null);
	}
}

/** A worker started from an address is not bound by the page's policy; one started from a blob inherits it. */
function startWorker(): Worker {
	const address = JSON.stringify(new URL(workerUrl, location.href).href);
	const start = URL.createObjectURL(new Blob([`import ${address};`], { type: 'text/javascript' }));
	return new Worker(start, { type: 'module' });
}

/** The page's end of the session worker: its verbs as promises, with progress and cancel. */
export class SessionClient {
	readonly #worker = startWorker();
	readonly #waiting = new Map<number, Waiting>();
	#next = 0;

	constructor(onkeeping: (notice: KeepingNotice) => void) {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<CallReply | KeepingNotice>) => {
			if ('kept' in data) onkeeping(data);
			else this.#settle(data);
		});
		this.#worker.addEventListener('error', (event) => {
			for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
			this.#waiting.clear();
		});
	}

	warm = () => this.#call<undefined>('warm', []);
	rehearse = () => this.#call<Snapshot | null>('rehearse', []);
	restore = (options: CallOptions) => this.#call<Snapshot | null>('restore', [], options);
	take = (files: DroppedFile[], options: CallOptions) => this.#call<Snapshot>('take', [files], options);
	remove = (sha256: string, options: CallOptions) => this.#call<Snapshot>('remove', [sha256], options);
	replace = (sha256: string, file: DroppedFile, options: CallOptions) =>
		this.#call<Snapshot>('replace', [sha256, file], options);
	answer = (question: Snapshot['questions'][number], value: string, options: CallOptions) =>
		this.#call<Snapshot>('answer', [question, value], options);
	edit = (project: Snapshot['project'], options: CallOptions) =>
		this.#call<Snapshot>('edit', [project], options);
	reread = (sha256: string, reading: Parameters<Session['reread']>[1], options: CallOptions) =>
		this.#call<Snapshot>('reread', [sha256, reading], options);
	decideVersion = (sha256: string, choice: VersionChoice, options: CallOptions) =>
		this.#call<Snapshot>('decideVersion', [sha256, choice], options);
	repairRefused = (sha256: string, options: CallOptions) =>
		this.#call<Snapshot>('repairRefused', [sha256], options);
	forgetRefused = () => this.#call<undefined>('forgetRefused', []);
	clear = () => this.#call<null>('clear', []);
	kept = () => this.#call<KeptProject[]>('kept', []);
	openKept = (id: string, options: CallOptions) => this.#call<Snapshot>('openKept', [id], options);
	removeKept = (id: string) => this.#call<undefined>('removeKept', [id]);
	zip = () => this.#call<Uint8Array<ArrayBuffer>>('zip', []);
	reading = (sha256: string) => this.#call<ReturnType<Session['reading']>>('reading', [sha256]);
	readingRows = (sha256: string, from: number, to: number) =>
		this.#call<ReturnType<Session['readingRows']>>('readingRows', [sha256, from, to]);
	encodings = (sha256: string) => this.#call<ReturnType<Session['encodings']>>('encodings', [sha256]);
	tableFile = (sha256: string, name: string, format: TableFormat) =>
		this.#call<Blob | null>('tableFile', [sha256, name, format]);
	rowsToFix = (sha256: string) => this.#call<ReturnType<Session['rowsToFix']>>('rowsToFix', [sha256]);
	evidenceRows = (sql: string, options: CallOptions) =>
		this.#call<Awaited<ReturnType<Session['evidenceRows']>>>('evidenceRows', [sql], options);

	#call<T>(verb: string, args: unknown[], { report, signal }: CallOptions = {}): Promise<T> {
		const id = this.#next++;
		return new Promise<T>((resolve, reject) => {
			this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, report });
			signal?.addEventListener('abort', () => this.#worker.postMessage({ id, cancel: true }), { once: true });
			this.#worker.postMessage({ id, verb, args });
		});
	}

	#settle(reply: CallReply): void {
		const waiting = this.#waiting.get(reply.id);
		if (!waiting) return;
		if ('progress' in reply) {
			waiting.report?.(reply.progress as Progress);
			return;
		}
		this.#waiting.delete(reply.id);
		if ('result' in reply) waiting.resolve(reply.result);
		else waiting.reject(new CallFailure(reply.failure.kind, reply.failure.message, reply.failure.detail));
	}
}
