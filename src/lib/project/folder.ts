import type { Project } from '$lib/model/project';
import type { ProjectFailure } from './failure';
import { parseProject, serialiseProject } from './format';
import { sha256Hex } from './hash';

/** Name of the project file in its folder. */
export const PROJECT_FILE = 'project.json';

/** A project with the bytes of its sources, by their SHA-256 (two sources may have one name). */
export interface ProjectFolder {
	project: Project;
	files: Map<string, Uint8Array>;
}

/** A folder that was understood: paths of files no source names, and fields of project.json that were not known. */
export interface OpenedFolder {
	folder: ProjectFolder;
	unused: string[];
	ignored: string[];
}

/**
 * A project from the files of its folder by path, the project file at the root or in a single folder above all.
 * Sources are found by their bytes, whatever they are called now.
 */
export async function openFolder(
	files: Map<string, Uint8Array>
): Promise<OpenedFolder | { failure: ProjectFailure }> {
	const root = rootOf([...files.keys()]);
	const text = root === null ? undefined : files.get(root + PROJECT_FILE);
	if (root === null || text === undefined) return { failure: { code: 'no_project' } };
	const parsed = parseProject(new TextDecoder().decode(text));
	if ('failure' in parsed) return parsed;
	const byHash = new Map<string, string>();
	for (const [path, bytes] of files) {
		if (path !== root + PROJECT_FILE) byHash.set(await sha256Hex(bytes), path);
	}
	const found = new Map<string, Uint8Array>();
	for (const { sha256, name } of parsed.project.sources) {
		const bytes = files.get(byHash.get(sha256) ?? '');
		if (bytes === undefined) return { failure: lostSource(name, [...files.keys()]) };
		found.set(sha256, bytes);
	}
	const unused = [...byHash].filter(([sha256]) => !found.has(sha256)).map(([, path]) => path);
	return { folder: { project: parsed.project, files: found }, unused, ignored: parsed.ignored };
}

/** The files of a project's folder by path: `project.json` and `sources/<name>`, every path once. */
export function folderFiles({ project, files }: ProjectFolder): Map<string, Uint8Array> {
	const paths = new Map<string, Uint8Array>([
		[PROJECT_FILE, new TextEncoder().encode(serialiseProject(project))]
	]);
	for (const { sha256, name } of project.sources) {
		const bytes = files.get(sha256);
		if (bytes === undefined) throw new Error(`no bytes of ${name}`);
		paths.set(freePath(`sources/${fileName(name)}`, paths), bytes);
	}
	return paths;
}

function rootOf(paths: string[]): string | null {
	if (paths.includes(PROJECT_FILE)) return '';
	const tops = new Set(paths.map((path) => path.slice(0, path.indexOf('/') + 1)));
	const [top] = tops;
	return tops.size === 1 && top && paths.includes(top + PROJECT_FILE) ? top : null;
}

function lostSource(name: string, paths: string[]): ProjectFailure {
	const there = paths.some((path) => path.endsWith(`/${fileName(name)}`));
	return { code: there ? 'source_changed' : 'source_missing', name };
}

/** A name that every system takes as that of one file. */
function fileName(name: string): string {
	const plain = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').replace(/[. ]+$/, '');
	return plain === '' ? '_' : plain;
}

function freePath(path: string, taken: Map<string, unknown>): string {
	const lower = new Set([...taken.keys()].map((one) => one.toLowerCase()));
	const dot = path.lastIndexOf('.');
	const [stem, ending] = dot > path.lastIndexOf('/') + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
	let free = path;
	for (let count = 2; lower.has(free.toLowerCase()); count++) free = `${stem} (${count})${ending}`;
	return free;
}
