import type { Snapshot } from '$lib/pipeline/session';

/** A file with its path inside the folder it was dropped with. */
export interface DroppedFile {
	path: string;
	file: File;
}

/** A snapshot, and whether the browser keeps the project over a reload. */
export type StoredSnapshot = Snapshot & { stored: boolean };

/** A call from the page to its worker and what comes back. One request may report progress many times before it ends. */
export interface CallRequest {
	id: number;
	verb: string;
	args: unknown[];
}
export interface CallCancel {
	id: number;
	cancel: true;
}
export type CallReply =
	| { id: number; progress: unknown }
	| { id: number; result: unknown }
	| { id: number; failure: { kind: string; message: string; detail: unknown } };
