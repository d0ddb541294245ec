import { personalColumns } from '$lib/ingest/mapping/personal';
import type { Project, SourceKind } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { correctedFile, withMovedOriginal } from './corrected-rows';
import { heldBeside } from './held';
import type { Opened } from './opened';
import type { ReadGiven } from './read-given';
import { optionsOf } from './reading-options';
import type { Snapshot } from './snapshot';
import { withStored, type Storing, type StoredFile } from './storing';

/** What a file is taken for before it is stored: a table of corrected rows is what its file is. */
function storedAs(file: ReadFile, { project, files }: Opened): { kind: SourceKind | null; whole: boolean } {
	const first = correctedFile(file.reading, files)?.original;
	const kind = project.sources.find(({ sha256 }) => sha256 === first?.sha256)?.kind ?? null;
	/** Personal columns that stand in the first file stand there on the user's word. */
	const whole = first !== undefined && !first.redacted && personalColumns(first, project, kind) !== null;
	return { kind, whole };
}

/** What was read in the form in which it is stored; files the project knows were decided about before. */
export async function storedForms(read: ReadGiven, opened: Opened, storing: Storing): Promise<ReadGiven> {
	const { project } = opened;
	const known = new Set(project.sources.map(({ sha256 }) => sha256));
	const stored: StoredFile[] = [];
	for (const file of read.files) {
		const given = { file, bytes: read.bytes.get(file.sha256) ?? new Uint8Array() };
		const { kind, whole } = storedAs(file, opened);
		stored.push(known.has(file.sha256) || whole ? given : await storing.take(given, project, {}, kind));
	}
	const fresh = stored.filter(
		({ file }, at) => stored.findIndex((other) => other.file.sha256 === file.sha256) === at
	);
	return {
		...read,
		files: fresh.map(({ file }) => file),
		bytes: new Map(fresh.map(({ file, bytes }) => [file.sha256, bytes]))
	};
}

/** What is open with one file stored in another form, its mapping and the answers about it kept where it has the same columns. */
export function withStoredForm(opened: Opened, from: string, stored: StoredFile): Opened {
	const { file, bytes } = stored;
	const before = opened.files.find(({ sha256 }) => sha256 === from)?.reading.header;
	const same = JSON.stringify(before) === JSON.stringify(file.reading.header);
	const project = withMovedOriginal(withStored(opened.project, from, stored, same), from, file.sha256);
	const answers = Object.fromEntries(
		Object.entries(opened.answers).map(([id, value]) => [
			id.replaceAll(from.slice(0, 12), file.sha256.slice(0, 12)),
			value
		])
	);
	const left = new Map([...opened.bytes].filter(([sha256]) => sha256 !== from));
	return {
		...opened,
		project,
		answers,
		files: opened.files.map((known) => (known.sha256 === from ? file : known)),
		bytes: left.set(file.sha256, bytes),
		held: heldBeside(opened.held, from, file)
	};
}

/** What is open with the files stored anew whose kind is another than before (what is personal depends on it), and the last of them. */
export async function storedAnew(
	opened: Opened,
	before: Project,
	storing: Storing
): Promise<{ opened: Opened; moved: Snapshot['moved'] }> {
	let next = opened;
	let moved: Snapshot['moved'] = null;
	for (const source of opened.project.sources) {
		const stored = await storing.again(source, optionsOf(source.reading), before);
		if (!stored) continue;
		next = withStoredForm(next, source.sha256, stored);
		moved = { from: source.sha256, to: stored.file.sha256 };
	}
	return { opened: next, moved };
}
