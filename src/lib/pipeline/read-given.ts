import { readFrom, type Step } from '$lib/ingest/reading/read-any';
import type { Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { sha256Hex } from '$lib/project/hash';
import { repairsOf, type Held } from './held';
import { optionsOf } from './reading-options';
import type { GivenFile } from './opening';
import type { Report } from './snapshot';

/** What came of given files: those that could be read with their bytes by hash, refused ones, and names of those there already. */
export interface ReadGiven {
	files: ReadFile[];
	bytes: Map<string, Uint8Array>;
	refused: Held['refused'];
	repeated: string[];
}

const packedIn = (archive: string | undefined) => (archive === undefined ? {} : { archive });

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
	for (const [index, { name, bytes, archive: packed }] of given.entries()) {
		const step = stepOf(name, index, given.length, report, signal);
		step(0);
		const hashing = sha256Hex(bytes);
		/** Where nothing is known by its hash yet, the reading need not wait for it. */
		const fresh = known.size + read.bytes.size + project.sources.length === 0;
		const early = fresh ? await readFrom({ name, archive: packed }, bytes, {}, step) : null;
		const sha256 = await hashing;
		if (known.has(sha256) || read.bytes.has(sha256)) {
			read.repeated.push(name);
			continue;
		}
		const source = project.sources.find((one) => one.sha256 === sha256);
		const archive = packed ?? source?.archive;
		const options = source && optionsOf(source.reading);
		const reading = early ?? (await readFrom({ name, archive }, bytes, options, step));
		// A table of corrected rows stays in its project also where another one has taken all its rows over.
		const superseded =
			source?.corrects !== undefined && reading.issues.some(({ code }) => code === 'no-data');
		if (reading.status === 'refuse' && !superseded) {
			const repairs = repairsOf(reading.issues.map(({ code }) => code));
			const { issues } = reading;
			const file = repairs.length > 0 ? { name, bytes, ...packedIn(archive) } : null;
			read.refused.push({ sha256, name, issues, repairs, file });
		} else {
			read.files.push({ sha256, name, bytes: bytes.length, reading, ...packedIn(archive) });
			read.bytes.set(sha256, bytes);
		}
	}
	return read;
}
