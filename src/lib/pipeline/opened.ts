import { readAny, readFrom, type Step } from '$lib/ingest/reading/read-any';
import { removeSource, replaceSource } from '$lib/ingest/mapping/sources';
import { newSource } from '$lib/ingest/mapping/draft';
import { waitsForSheet } from '$lib/ingest/mapping/personal';
import { profileFile } from '$lib/ingest/mapping/profile';
import { copyNumber } from '$lib/ingest/reading/same-table';
import type { Project } from '$lib/model/project';
import type { Answers, ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions } from '$lib/model/reading';
import { correctedFile, isCorrection, linesOfCorrection, settleCorrections } from './corrected-rows';
import { heldBeside, offerOf, versionOf, type Held } from './held';
import type { ReadGiven } from './read-given';
import { optionsOf } from './reading-options';

/** What a session holds: the project, its files with their bytes by hash, answers given, and files that wait for a word. */
export interface Opened {
	project: Project;
	files: ReadFile[];
	bytes: Map<string, Uint8Array>;
	answers: Answers;
	held: Held;
}

/** What is open after a change, and names of corrected rows that have no file to belong to. */
export interface Changed {
	opened: Opened;
	orphaned: string[];
}

/** Options of a source whose change is a change of its rows. */
const rereadBy = (source: Project['sources'][number] | undefined) => [
	source?.reading.sheet ?? null,
	source?.reading.roles ?? {}
];

/** What is open with a file added, read under `options`. */
export function withFile(
	opened: Opened,
	file: ReadFile,
	bytes: Uint8Array,
	options: ReadingOptions = {}
): Opened {
	const fresh = newSource(profileFile(file));
	const source = { ...fresh, reading: { ...fresh.reading, ...options } };
	return {
		...opened,
		files: [...opened.files, file],
		bytes: new Map([...opened.bytes, [file.sha256, bytes]]),
		project: { ...opened.project, sources: [...opened.project.sources, source] }
	};
}

/** Files of which another sheet is meant than before, or whose rows have other roles, are read again. */
export async function rereadChanged(before: Project, opened: Opened, step: Step): Promise<Opened> {
	const files: ReadFile[] = [];
	for (const file of opened.files) {
		const was = before.sources.find(({ sha256 }) => sha256 === file.sha256);
		const is = opened.project.sources.find(({ sha256 }) => sha256 === file.sha256);
		const bytes = opened.bytes.get(file.sha256);
		const same = JSON.stringify(rereadBy(was)) === JSON.stringify(rereadBy(is));
		if (same || !is || !bytes) files.push(file);
		else files.push({ ...file, reading: await readFrom(file, bytes, optionsOf(is.reading), step) });
	}
	return { ...opened, files };
}

async function addCorrection(
	opened: Opened,
	file: ReadFile,
	bytes: Uint8Array,
	step: Step
): Promise<Opened | null> {
	const found = correctedFile(file.reading, opened.files);
	const first = opened.project.sources.find(({ sha256 }) => sha256 === found?.original.sha256);
	if (!found || !first) return null;
	const reading = await readAny(file.name, bytes, found.options, step);
	const source = {
		...first,
		sha256: file.sha256,
		name: file.name,
		bytes: file.bytes,
		reading: { ...found.options, encoding: reading.encoding },
		columns: [],
		corrects: first.sha256
	};
	const files = [...opened.files, { ...file, reading }];
	const project = { ...opened.project, sources: [...opened.project.sources, source] };
	const next = {
		...opened,
		files,
		bytes: new Map([...opened.bytes, [file.sha256, bytes]]),
		project: settleCorrections(project, files, first.sha256)
	};
	return rereadChanged(opened.project, next, step);
}

/**
 * Adds files that were read: a table of corrected rows goes beside the file it corrects; what looks like another version
 * of a file that is there, or was given with it, waits for a word; all others are taken.
 */
export async function addRead(opened: Opened, read: ReadGiven, step: Step): Promise<Changed> {
	const bytesOf = (file: ReadFile) => read.bytes.get(file.sha256) ?? new Uint8Array();
	const corrections = read.files.filter(({ reading }) => isCorrection(reading));
	const tables = read.files.filter((file) => !corrections.includes(file));
	const versions: Held['versions'] = [];
	const fresh: ReadFile[] = [];
	for (const file of tables.toSorted((a, b) => copyNumber(a.name) - copyNumber(b.name))) {
		const before = versionOf(file, opened.files, fresh);
		if (before) versions.push({ file, bytes: bytesOf(file), offer: offerOf(file, before) });
		else fresh.push(file);
	}
	const taken = tables.filter((file) => fresh.includes(file));
	const files = [...opened.files, ...taken];
	const bytes = new Map([...opened.bytes, ...taken.map((file) => [file.sha256, bytesOf(file)] as const)]);
	const waiting = opened.held.versions.filter(
		({ file }) => !read.files.some(({ sha256 }) => sha256 === file.sha256)
	);
	const held = { refused: read.refused, versions: [...waiting, ...versions], lost: [] };
	let next: Opened = { ...opened, files, bytes, held };
	const orphaned: string[] = [];
	for (const file of corrections) {
		const added = await addCorrection(next, file, bytesOf(file), step);
		if (added) next = added;
		else orphaned.push(file.name);
	}
	return { opened: next, orphaned };
}

/** What is open without tables of corrected rows whose file is not there any more. */
function withoutOrphans(opened: Opened): Changed {
	const present = new Set(opened.files.map(({ sha256 }) => sha256));
	const lost = opened.project.sources.filter(
		({ corrects }) => corrects !== undefined && !present.has(corrects)
	);
	const hashes = new Set(lost.map(({ sha256 }) => sha256));
	return {
		orphaned: lost.map(({ name }) => name),
		opened: {
			...opened,
			project: lost.reduce((project, { sha256 }) => removeSource(project, sha256), opened.project),
			files: opened.files.filter(({ sha256 }) => !hashes.has(sha256)),
			bytes: new Map([...opened.bytes].filter(([sha256]) => !hashes.has(sha256)))
		}
	};
}

/** What of an opened project may be stored: all but workbooks that wait for their sheet to be chosen. */
export function keptPart(opened: Opened): Opened {
	const waiting = opened.files.filter(waitsForSheet).map(({ sha256 }) => sha256);
	if (waiting.length === 0) return opened;
	return withoutOrphans({
		...opened,
		project: waiting.reduce((left, sha256) => removeSource(left, sha256, opened.files), opened.project),
		files: opened.files.filter(({ sha256 }) => !waiting.includes(sha256)),
		bytes: new Map([...opened.bytes].filter(([sha256]) => !waiting.includes(sha256)))
	}).opened;
}

/** Puts a file in another's place; it takes over the mapping where the columns are the same ones. Rows corrected by hand go with the file they corrected. */
export function replaceFile(opened: Opened, sha256: string, next: ReadFile, bytes: Uint8Array): Changed {
	const previous = opened.files.find((file) => file.sha256 === sha256);
	const without = new Map([...opened.bytes].filter(([hash]) => hash !== sha256));
	return withoutOrphans({
		...opened,
		project: previous ? replaceSource(opened.project, previous, next) : opened.project,
		files: previous
			? opened.files.map((file) => (file.sha256 === sha256 ? next : file))
			: [...opened.files, next],
		bytes: without.set(next.sha256, bytes),
		held: heldBeside(opened.held, sha256, next)
	});
}

/** Takes over another reading of a file; rows corrected elsewhere stay set aside in it, whatever it says of them. */
export async function withReading(
	opened: Opened,
	sha256: string,
	reading: Reading,
	options: ReadingOptions,
	step: Step
): Promise<Opened> {
	const files = opened.files.map((file) => (file.sha256 === sha256 ? { ...file, reading } : file));
	const sources = opened.project.sources.map((source) =>
		source.sha256 === sha256 ? { ...source, reading: { ...options, roles: options.roles } } : source
	);
	const project = { ...opened.project, sources };
	const original = sources.find((source) => source.sha256 === sha256)?.corrects ?? sha256;
	return rereadChanged(
		project,
		{ ...opened, files, project: settleCorrections(project, files, original) },
		step
	);
}

/** Takes a file out; rows it corrected are judged again where they stand. */
export async function removeFile(opened: Opened, sha256: string, step: Step): Promise<Changed> {
	const { project, files } = opened;
	const corrects = project.sources.find((source) => source.sha256 === sha256)?.corrects;
	const released = linesOfCorrection(sha256, project, files);
	const left = files.filter((file) => file.sha256 !== sha256);
	const without = removeSource(project, sha256, files);
	const next = {
		...opened,
		project: corrects === undefined ? without : settleCorrections(without, left, corrects, released),
		files: left,
		bytes: new Map([...opened.bytes].filter(([hash]) => hash !== sha256))
	};
	return withoutOrphans(await rereadChanged(project, next, step));
}
