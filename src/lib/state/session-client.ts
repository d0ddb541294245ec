import type { Progress, Session, Snapshot } from '$lib/pipeline/session';
import type { CallReply, DroppedFile, StoredSnapshot } from './calls';

interface Waiting {
	resolve: (value: unknown) => void;
	reject: (reason: Error) => void;
	report: ((progress: Progress) => void) | undefined;
}

interface CallOptions {
	report?: (progress: Progress) => void;
	signal?: AbortSignal;
}

/** A verb of the worker failed. `code` and `params` name the failure where the program knows it; else `message` says what happened. */
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
		return error instanceof Error ? new CallFailure(error.name, error.message, null) : new CallFailure('Error', String(error), null);
	}
}

/** The page's end of the session worker: the verbs of Session as promises, with progress and cancel. */
export class SessionClient {
	readonly #worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module' });
	readonly #waiting = new Map<number, Waiting>();
	#next = 0;

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<CallReply>) => this.#settle(data));
		this.#worker.addEventListener('error', (event) => {
			for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
			this.#waiting.clear();
		});
	}

	warm = () => this.#call<undefined>('warm', []);
	restore = (options: CallOptions) => this.#call<StoredSnapshot | null>('restore', [], options);
	take = (files: DroppedFile[], options: CallOptions) => this.#call<StoredSnapshot>('take', [files], options);
	clear = (options: CallOptions) => this.#call<null>('clear', [], options);
	zip = () => this.#call<{ name: string; bytes: Uint8Array }>('zip', []);
	remove = (sha256: string, options: CallOptions) => this.#call<StoredSnapshot>('remove', [sha256], options);
	answer = (question: Snapshot['questions'][number], value: string, options: CallOptions) =>
		this.#call<StoredSnapshot>('answer', [question, value], options);
	edit = (project: Snapshot['project'], options: CallOptions) => this.#call<StoredSnapshot>('edit', [project], options);
	reread = (sha256: string, reading: Parameters<Session['reread']>[1], options: CallOptions) =>
		this.#call<StoredSnapshot>('reread', [sha256, reading], options);
	reading = (sha256: string) => this.#call<ReturnType<Session['reading']>>('reading', [sha256]);
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
