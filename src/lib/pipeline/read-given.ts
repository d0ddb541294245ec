import { readAny, type Step } from '$lib/ingest/reading/read-any';
import type { Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import type { ReadingOptions } from '$lib/model/reading';
import { sha256Hex } from '$lib/project/hash';
import type { GivenFile } from './opening';
import type { Refused, Report } from './snapshot';

/** What came of given files: those that could be read with their bytes by hash, refused ones, and names of those there already. */
export interface ReadGiven {
	files: ReadFile[];
	bytes: Map<string, Uint8Array>;
	refused: Refused[];
	repeated: string[];
}

/** How one file of `total` reports its progress, and how its reading is stopped. */
export function stepOf(
	name: string,
	index: number,
	total: number,
	report: Report,
	signal?: AbortSignal
): Step {
	return (share) => {
		signal?.throwIfAborted();
		report({ phase: 'reading', done: index + share, total, name });
	};
}

/** Reads given files as the project says; a file whose hash is in `known` is not read again. Throws where `signal` is aborted. */
export async function readGiven(
	given: GivenFile[],
	project: Project,
	report: Report,
	signal?: AbortSignal,
	known: ReadonlySet<string> = new Set()
): Promise<ReadGiven> {
	const read: ReadGiven = { files: [], bytes: new Map(), refused: [], repeated: [] };
	for (const [index, { name, bytes }] of given.entries()) {
		const step = stepOf(name, index, given.length, report, signal);
		step(0);
		const sha256 = await sha256Hex(bytes);
		if (known.has(sha256) || read.bytes.has(sha256)) {
			read.repeated.push(name);
			continue;
		}
		const source = project.sources.find((one) => one.sha256 === sha256);
		const reading = await readAny(name, bytes, source?.reading as ReadingOptions | undefined, step);
		if (reading.status === 'refuse') read.refused.push({ name, issues: reading.issues });
		else {
			read.files.push({ sha256, name, bytes: bytes.length, reading });
			read.bytes.set(sha256, bytes);
		}
	}
	return read;
}
