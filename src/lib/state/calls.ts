import type { ProjectFailure } from '$lib/project/failure';

/** A file with its path inside the folder it was dropped with. */
export interface DroppedFile {
	path: string;
	file: File;
}

/** A project this browser keeps. */
export interface KeptProject {
	id: string;
	name: string;
	/** Milliseconds since 1970. */
	saved: number;
	files: number;
}

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

/** Said unasked, after a save: whether the project is kept over a reload, and why not. */
export interface KeepingNotice {
	kept: boolean;
	failure: ProjectFailure | null;
}
