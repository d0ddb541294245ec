import type { DroppedFile } from './calls';

const isJunk = (path: string) => /(^|\/)(\.|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/i.test(path);

function entries(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = directory.createReader();
	return new Promise((resolve, reject) => {
		const all: FileSystemEntry[] = [];
		// readEntries gives at most a hundred entries a call and ends with an empty list.
		const next = () =>
			reader.readEntries((some) => {
				if (some.length === 0) resolve(all);
				else {
					all.push(...some);
					next();
				}
			}, reject);
		next();
	});
}

async function walk(entry: FileSystemEntry): Promise<DroppedFile[]> {
	const path = entry.fullPath.replace(/^\//, '');
	if (isJunk(path)) return [];
	if (entry.isDirectory) {
		const inside = await Promise.all((await entries(entry as FileSystemDirectoryEntry)).map(walk));
		return inside.flat();
	}
	const file = await new Promise<File>((resolve, reject) =>
		(entry as FileSystemFileEntry).file(resolve, reject)
	);
	return [{ path, file }];
}

/** The files of a drop, folders walked; hidden and system files are left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
	const roots = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
	return (await Promise.all(roots.map(walk))).flat();
}

/** The files of an input element; a folder input gives paths. */
export function pickedFiles(list: FileList | null): DroppedFile[] {
	return [...(list ?? [])]
		.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
		.filter(({ path }) => !isJunk(path));
}
