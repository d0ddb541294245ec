import type { ProjectFailure } from './failure';

/** The folder of that name, or null. */
export function folderIn(
	parent: FileSystemDirectoryHandle,
	name: string
): Promise<FileSystemDirectoryHandle | null> {
	return parent.getDirectoryHandle(name).catch(nullIfMissing);
}

/** The file of that name, or null. */
export async function fileIn(parent: FileSystemDirectoryHandle, name: string): Promise<File | null> {
	const handle = await parent.getFileHandle(name).catch(nullIfMissing);
	return handle && handle.getFile();
}

/** What stands in a folder, by name. */
export async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
	const names: string[] = [];
	for await (const name of folder.keys()) names.push(name);
	return names;
}

/** Removes the entries that `which` chooses. */
export async function emptyFolder(
	folder: FileSystemDirectoryHandle,
	which: (name: string) => boolean
): Promise<void> {
	for (const name of await namesIn(folder)) if (which(name)) await folder.removeEntry(name);
}

export async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
	const file = await fileIn(folder, name);
	return file && file.text();
}

export async function readBytes(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
	const file = await fileIn(folder, name);
	return file && new Uint8Array(await file.arrayBuffer());
}

/**
 * Writes a file whole or leaves the old one: the browser collects the bytes beside it and puts them in place on
 * `close`. Answers with `storage_full` where there is no room.
 */
export async function writeFile(
	folder: FileSystemDirectoryHandle,
	name: string,
	contents: Uint8Array
): Promise<ProjectFailure | null> {
	try {
		const handle = await folder.getFileHandle(name, { create: true });
		const writable = await handle.createWritable();
		try {
			await writable.write(contents as Uint8Array<ArrayBuffer>);
			await writable.close();
		} catch (cause) {
			await writable.abort().catch(() => undefined);
			throw cause;
		}
		return null;
	} catch (cause) {
		if (isLackOfRoom(cause)) return { code: 'storage_full' };
		throw cause;
	}
}

/**
 * Chromium notices a full store while bytes are still on their way to it, and then may answer AbortError ("Failed to
 * write data to data pipe") in place of QuotaExceededError. Nothing here aborts a write, and the browser's estimate of
 * its quota is blurred, so both names mean the same.
 */
function isLackOfRoom(cause: unknown): boolean {
	return (
		cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.name === 'AbortError')
	);
}

function nullIfMissing(cause: unknown): null {
	if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
	throw cause;
}
