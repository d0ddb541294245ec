import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { CommandError } from './command-error';

/** A file of a given path: where it is, and its path below what was named. */
export interface FoundFile {
	path: string;
	relative: string;
}

const isJunk = (name: string) => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';

/** The files of a path: itself, or everything below a folder in a stable order, hidden files left out. */
export async function filesBelow(path: string): Promise<FoundFile[]> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new CommandError(`no such file or folder: ${path}`);
	if (found.isFile()) return [{ path, relative: basename(path) }];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ path: file, relative: relative(path, file).split(sep).join('/') }))
		.filter((file) => !file.relative.split('/').some(isJunk))
		.sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

/** The bytes of a file. */
export async function bytesOf(path: string): Promise<Uint8Array> {
	return new Uint8Array(await readFile(path));
}
