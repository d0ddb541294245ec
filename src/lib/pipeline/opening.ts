import { archivePaths, isArchive, unpackTables } from '$lib/ingest/reading/archive-tables';
import type { Project } from '$lib/model/project';
import type { ProjectFailure } from '$lib/project/failure';
import { openFolder, PROJECT_FILE, type OpenedFolder } from '$lib/project/folder';
import { unzipProject } from '$lib/project/zip';

/** A file as the user gave it; `name` is its path where it came in a folder. */
export interface GivenFile {
	name: string;
	bytes: Uint8Array;
	/** Name of the archive it was taken out of. */
	archive?: string;
}

/** What was given, sorted: a saved project with its files, or loose files; `unused` names what was left alone. */
export interface Sorted {
	project: Project | null;
	files: GivenFile[];
	unused: string[];
}

/** A project could not be read or kept; `failure` has its words in i18n/project-words. */
export class ProjectError extends Error {
	readonly failure: ProjectFailure;
	constructor(failure: ProjectFailure) {
		super(failure.code);
		this.name = 'ProjectError';
		this.failure = failure;
	}
}

const TABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|xls|ods|zip|gz)$/i;
const inFolder = (name: string) => name.includes('/');
const isProjectFile = (name: string) =>
	name.split('/').length <= 2 && name.split('/').at(-1) === PROJECT_FILE;

/** Tells a saved project (zip, or folder with project.json) from loose files. Throws ProjectError where a project is damaged or too new. */
export async function sortGiven(given: GivenFile[]): Promise<Sorted> {
	const [first] = given;
	if (given.length === 1 && first && holdsProject(first)) {
		const opened = await unzipProject(first.bytes);
		if ('failure' in opened) throw new ProjectError(opened.failure);
		return asProject(opened);
	}
	if (given.some(({ name }) => isProjectFile(name))) {
		const opened = await openFolder(new Map(given.map(({ name, bytes }) => [name, bytes])));
		if ('failure' in opened) throw new ProjectError(opened.failure);
		return asProject(opened);
	}
	const skipped = given.filter(({ name }) => inFolder(name) && !TABLE.test(name));
	const files = given
		.filter((file) => !skipped.includes(file))
		.map(({ name, bytes }) => ({ name: inFolder(name) ? name.slice(name.indexOf('/') + 1) : name, bytes }));
	const unpacked = files.map(unpackGiven);
	return {
		project: null,
		files: unpacked.flatMap((one) => one.files),
		unused: [...skipped.map(({ name }) => name), ...unpacked.flatMap(({ unused }) => unused)]
	};
}

/** True for a zip whose directory names a project file; one that cannot be read is refused as the file it is. */
function holdsProject({ name, bytes }: GivenFile): boolean {
	if (!isArchive(name, bytes)) return false;
	try {
		return archivePaths(bytes).some(isProjectFile);
	} catch {
		return false;
	}
}

/** The tables of an archive as files of their own; an archive that cannot be opened stays, to be refused by its reading. */
function unpackGiven(file: GivenFile): { files: GivenFile[]; unused: string[] } {
	const { name, bytes } = file;
	if (!isArchive(name, bytes)) return { files: [file], unused: [] };
	try {
		const { tables, unused } = unpackTables(name, bytes);
		return {
			files: tables.map((table) => ({ ...table, archive: name })),
			unused: unused.map((path) => `${name}/${path}`)
		};
	} catch {
		return { files: [file], unused: [] };
	}
}

function asProject({ folder, unused }: OpenedFolder): Sorted {
	const files = folder.project.sources.map(({ name, sha256 }) => {
		const bytes = folder.files.get(sha256);
		if (!bytes) throw new ProjectError({ code: 'source_missing', name });
		return { name, bytes };
	});
	return { project: folder.project, files, unused };
}
