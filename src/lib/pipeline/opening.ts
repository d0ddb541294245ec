import type { Project } from '$lib/model/project';
import type { ProjectFailure } from '$lib/project/failure';
import { openFolder, PROJECT_FILE, type OpenedFolder } from '$lib/project/folder';
import { unzipProject } from '$lib/project/zip';

/** A file as the user gave it; `name` is its path where it came in a folder. */
export interface GivenFile {
	name: string;
	bytes: Uint8Array;
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

const TABLE = /\.(csv|tsv|tab|txt|xlsx|xls|ods|zip)$/i;
const inFolder = (name: string) => name.includes('/');
const isProjectFile = (name: string) =>
	name.split('/').length <= 2 && name.split('/').at(-1) === PROJECT_FILE;

/** Tells a saved project (zip, or folder with project.json) from loose files. Throws ProjectError where a project is damaged or too new. */
export async function sortGiven(given: GivenFile[]): Promise<Sorted> {
	const [first] = given;
	if (given.length === 1 && first && /\.zip$/i.test(first.name)) {
		const opened = await unzipProject(first.bytes);
		if (!('failure' in opened)) return asProject(opened);
		if (opened.failure.code !== 'no_project') throw new ProjectError(opened.failure);
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
	return { project: null, files, unused: skipped.map(({ name }) => name) };
}

function asProject({ folder, unused }: OpenedFolder): Sorted {
	const files = folder.project.sources.map(({ name, sha256 }) => {
		const bytes = folder.files.get(sha256);
		if (!bytes) throw new ProjectError({ code: 'source_missing', name });
		return { name, bytes };
	});
	return { project: folder.project, files, unused };
}
