import type { Project } from '$lib/model/project';
import type { ProjectFailure } from './failure';
import { PROJECT_FILE, type ProjectFolder } from './folder';
import { parseProject, serialiseProject } from './format';
import { sha256Hex } from './hash';
import { claimLock, withLock } from './locks';
import { emptyFolder, fileIn, folderIn, namesIn, readBytes, readText, writeFile } from './opfs-files';

/** A project in the store: when it was last saved (milliseconds since 1970), and what it is or why it cannot be read. */
export type StoredProject = { id: string; saved: number } & (
	{ project: Project } | { failure: ProjectFailure }
);

const lockOf = (id: string) => `olshem/project/${id}`;
const saveLockOf = (id: string) => `olshem/save/${id}`;

/**
 * The projects this browser keeps, in the origin private file system:
 * `projects/<id>/project.json` and `projects/<id>/sources/<sha256>`.
 */
export class ProjectStore {
	readonly #projects: FileSystemDirectoryHandle;

	constructor(projects: FileSystemDirectoryHandle) {
		this.#projects = projects;
	}

	/**
	 * Asks the browser not to throw the store away when space is short. False: offer backups. Only a page may ask;
	 * in a worker this tells whether the page was heard.
	 */
	async persist(): Promise<boolean> {
		const { storage } = navigator;
		return 'persist' in storage ? storage.persist() : (storage as StorageManager).persisted();
	}

	/** Every project, last saved first. */
	async list(): Promise<StoredProject[]> {
		const found: StoredProject[] = [];
		for (const id of await namesIn(this.#projects)) {
			const folder = await folderIn(this.#projects, id);
			const file = folder && (await fileIn(folder, PROJECT_FILE));
			if (!file) continue;
			const parsed = parseProject(await file.text());
			const saved = file.lastModified;
			found.push('failure' in parsed ? { id, saved, ...parsed } : { id, saved, project: parsed.project });
		}
		return found.sort((a, b) => b.saved - a.saved);
	}

	/** Keeps a new project and opens it for writing. */
	async create(contents: ProjectFolder): Promise<{ session: ProjectSession } | { failure: ProjectFailure }> {
		const id = crypto.randomUUID();
		const release = await claimLock(lockOf(id));
		const folder = await this.#projects.getDirectoryHandle(id, { create: true });
		const session = new ProjectSession(id, folder, release);
		const failure = await session.save(contents.project, contents.files);
		if (failure === null) return { session };
		await this.#projects.removeEntry(id, { recursive: true });
		session.close();
		return { failure };
	}

	/**
	 * Opens a project with its files. Where another tab has it open, the session is read-only.
	 * Every source is checked against its SHA-256.
	 */
	async open(
		id: string
	): Promise<{ session: ProjectSession; contents: ProjectFolder } | { failure: ProjectFailure }> {
		const folder = await folderIn(this.#projects, id);
		if (folder === null) return { failure: { code: 'not_found' } };
		const release = await claimLock(lockOf(id));
		const read = await readProject(folder);
		if ('failure' in read) {
			release?.();
			return read;
		}
		if (release !== null) await sweep(folder, read.contents.project);
		return { session: new ProjectSession(id, folder, release), contents: read.contents };
	}

	/** Removes a project and its files, unless it is open anywhere. */
	async delete(id: string): Promise<ProjectFailure | null> {
		const release = await claimLock(lockOf(id));
		if (release === null) return { code: 'open_elsewhere' };
		try {
			if ((await folderIn(this.#projects, id)) === null) return { code: 'not_found' };
			await this.#projects.removeEntry(id, { recursive: true });
			return null;
		} finally {
			release();
		}
	}
}

/** A project held open; other tabs may read it until `close`, and only read. */
export class ProjectSession {
	readonly id: string;
	readonly #folder: FileSystemDirectoryHandle;
	#release: (() => void) | null;

	constructor(id: string, folder: FileSystemDirectoryHandle, release: (() => void) | null) {
		this.id = id;
		this.#folder = folder;
		this.#release = release;
	}

	/** False where another tab had the project open first, and after `close`. */
	get writable(): boolean {
		return this.#release !== null;
	}

	/**
	 * Keeps the project. `files` holds, by SHA-256, at least the sources that are not yet kept. Sources go first and
	 * project.json is replaced whole, so that what is kept is one project or the other, never a half.
	 * Saves run in the order they are asked for.
	 */
	save(project: Project, files: Map<string, Uint8Array>): Promise<ProjectFailure | null> {
		return withLock(saveLockOf(this.id), async () => {
			if (!this.writable) return { code: 'open_elsewhere' };
			const sources = await this.#folder.getDirectoryHandle('sources', { create: true });
			for (const { sha256, name, bytes: size } of project.sources) {
				if ((await fileIn(sources, sha256))?.size === size) continue;
				const bytes = files.get(sha256);
				if (bytes === undefined) return { code: 'source_missing', name };
				const failure = await writeFile(sources, sha256, bytes);
				if (failure) return failure;
			}
			return writeFile(this.#folder, PROJECT_FILE, new TextEncoder().encode(serialiseProject(project)));
		});
	}

	/** Lets other tabs write. */
	close(): void {
		this.#release?.();
		this.#release = null;
	}
}

/** The store of this browser, or why there is none (private windows of some browsers, very old ones). */
export async function openProjectStore(): Promise<{ store: ProjectStore } | { failure: ProjectFailure }> {
	try {
		const root = await navigator.storage.getDirectory();
		return { store: new ProjectStore(await root.getDirectoryHandle('projects', { create: true })) };
	} catch {
		return { failure: { code: 'storage_unavailable' } };
	}
}

async function readProject(
	folder: FileSystemDirectoryHandle
): Promise<{ contents: ProjectFolder } | { failure: ProjectFailure }> {
	const text = await readText(folder, PROJECT_FILE);
	if (text === null) return { failure: { code: 'not_found' } };
	const parsed = parseProject(text);
	if ('failure' in parsed) return parsed;
	const { project } = parsed;
	const sources = await folderIn(folder, 'sources');
	const files = new Map<string, Uint8Array>();
	for (const { sha256, name } of project.sources) {
		const bytes = sources && (await readBytes(sources, sha256));
		if (!bytes) return { failure: { code: 'source_missing', name } };
		if ((await sha256Hex(bytes)) !== sha256) return { failure: { code: 'source_changed', name } };
		files.set(sha256, bytes);
	}
	return { contents: { project, files } };
}

/** Sources stay while a session lasts, so that undo finds them; those the project no longer names go at the next opening. */
async function sweep(folder: FileSystemDirectoryHandle, project: Project): Promise<void> {
	const named = new Set(project.sources.map((source) => source.sha256));
	const sources = await folderIn(folder, 'sources');
	if (sources) await emptyFolder(sources, (name) => !named.has(name));
}
