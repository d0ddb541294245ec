import { crc32, joinedBytes } from '$lib/model/bytes';
import { Unzip, UnzipInflate, zipSync, type UnzipFile } from 'fflate';
import type { ProjectFailure } from './failure';
import { folderFiles, openFolder, type OpenedFolder, type ProjectFolder } from './folder';
import { listedChecksums } from './zip-directory';

/** What an archive may unpack to. */
const LIMITS = { files: 10_000, bytes: 1_000_000_000, ratio: 100, ratioFrom: 1_000_000 };

/** Bytes given to the decompressor at once: bounds what an archive can unpack before it is looked at. */
const STEP = 16_384;

/** Fixed, so that the same project gives the same archive; the earliest date a zip can carry. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** The project as a zip of its folder. */
export function zipProject(folder: ProjectFolder): Uint8Array {
	return zipSync(Object.fromEntries(folderFiles(folder)), { mtime: ENTRY_TIME });
}

/** A project from a zip of its folder. Unpacking stops as soon as a limit is passed. */
export async function unzipProject(bytes: Uint8Array): Promise<OpenedFolder | { failure: ProjectFailure }> {
	const unpacked = unpack(bytes);
	return 'failure' in unpacked ? unpacked : openFolder(unpacked.files);
}

/** Carries a failure out of the decompressor's callbacks. */
class Refusal extends Error {
	readonly failure: ProjectFailure;
	constructor(failure: ProjectFailure) {
		super(failure.code);
		this.failure = failure;
	}
}

function unpack(bytes: Uint8Array): { files: Map<string, Uint8Array> } | { failure: ProjectFailure } {
	if (!startsAsZip(bytes)) return { failure: { code: 'not_a_zip' } };
	const unpacker = new Unpacker();
	try {
		unpacker.take(bytes);
		return { files: unpacker.finish(listedChecksums(bytes)) };
	} catch (cause) {
		return { failure: cause instanceof Refusal ? cause.failure : { code: 'damaged_zip' } };
	}
}

class Unpacker {
	readonly #files = new Map<string, Uint8Array>();
	readonly #paths = new Set<string>();
	#taken = 0;
	#total = 0;
	#open = 0;

	take(bytes: Uint8Array): void {
		const unzip = new Unzip((file) => this.#entry(file));
		unzip.register(UnzipInflate);
		for (let from = 0; from < bytes.length; from += STEP) {
			const to = Math.min(from + STEP, bytes.length);
			this.#taken = to;
			unzip.push(bytes.subarray(from, to), to === bytes.length);
		}
	}

	/** The files, where they are all that the archive lists and their bytes those that were packed: fflate checks neither. */
	finish(listed: readonly number[] | null): Map<string, Uint8Array> {
		const known = new Set(listed);
		const whole = this.#open === 0 && listed?.length === this.#paths.size;
		if (!whole || [...this.#files.values()].some((bytes) => !known.has(crc32(bytes))))
			throw new Refusal({ code: 'damaged_zip' });
		return this.#files;
	}

	#entry(file: UnzipFile): void {
		const path = safePath(file.name);
		if (this.#paths.has(path)) throw new Refusal({ code: 'damaged_zip' });
		this.#paths.add(path);
		if (this.#paths.size > LIMITS.files) throw new Refusal({ code: 'too_many_files', limit: LIMITS.files });
		const start = this.#taken - STEP;
		const parts: Uint8Array[] = [];
		let size = 0;
		this.#open++;
		file.ondata = (error, part, final) => {
			if (error) throw error;
			parts.push(part);
			size += part.length;
			this.#total += part.length;
			if (this.#total > LIMITS.bytes) throw new Refusal({ code: 'too_large', megabytes: LIMITS.bytes / 1e6 });
			if (size > LIMITS.ratioFrom && size > LIMITS.ratio * (this.#taken - start)) {
				throw new Refusal({ code: 'inflated', name: path });
			}
			if (!final) return;
			this.#open--;
			if (!isIgnored(path)) this.#files.set(path, joinedBytes(parts));
		};
		file.start();
	}
}

/** The entry's path, with forward slashes; refuses one that would leave the folder it is unpacked in. */
function safePath(name: string): string {
	const path = name.replaceAll('\\', '/');
	const parts = path.split('/');
	const unsafe = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0') || parts.includes('..');
	if (unsafe) throw new Refusal({ code: 'unsafe_path', name });
	return path;
}

/** Folders, and what macOS and Windows add by themselves. */
function isIgnored(path: string): boolean {
	return /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|)$/.test(path);
}

function startsAsZip(bytes: Uint8Array): boolean {
	return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8;
}
