import { textIn } from '$lib/model/text';
import type { ProjectFolder } from '$lib/project/folder';
import { openProjectStore, type ProjectSession, type ProjectStore } from '$lib/project/opfs';
import type { KeepingNotice, KeptProject } from './calls';

/** Keeps the open project in this browser's own storage; runs in the session worker. */
export class Keeper {
	readonly #store: Promise<ProjectStore | null>;
	#open: ProjectSession | null = null;

	constructor() {
		this.#store = openProjectStore().then((opened) => ('store' in opened ? opened.store : null));
	}

	/** The projects kept here, last saved first; those that cannot be read are left out. */
	async list(): Promise<KeptProject[]> {
		const store = await this.#store;
		const stored = store ? await store.list() : [];
		return stored.flatMap((found) =>
			'project' in found
				? [
						{
							id: found.id,
							saved: found.saved,
							name: textIn(found.project.name, found.project.language),
							files: found.project.sources.length
						}
					]
				: []
		);
	}

	/** Brings back a kept project, by default the one saved last; null where there is none. */
	async bringBack(id?: string): Promise<ProjectFolder | null> {
		const store = await this.#store;
		const wanted = id ?? (await this.list())[0]?.id;
		if (!store || wanted === undefined) return null;
		const opened = await store.open(wanted);
		if ('failure' in opened) return null;
		this.#open?.close();
		this.#open = opened.session;
		return opened.contents;
	}

	/** The next save makes a project of its own; what was open stays kept. */
	startAnew(): void {
		this.#open?.close();
		this.#open = null;
	}

	/** Saves the project as it is now. A sample school saved before gives way to this one. */
	async save(contents: ProjectFolder): Promise<KeepingNotice> {
		const store = await this.#store;
		if (!store) return { kept: false, failure: { code: 'storage_unavailable' } };
		if (this.#open) {
			const failure = await this.#open.save(contents.project, contents.files);
			return { kept: failure === null, failure };
		}
		const older = contents.project.synthetic ? await this.#samples(store) : [];
		const created = await store.create(contents);
		if ('failure' in created) return { kept: false, failure: created.failure };
		this.#open = created.session;
		for (const id of older) await store.delete(id);
		return { kept: true, failure: null };
	}

	/** Removes a kept project. */
	async remove(id: string): Promise<void> {
		if (this.#open?.id === id) this.startAnew();
		await (await this.#store)?.delete(id);
	}

	async #samples(store: ProjectStore): Promise<string[]> {
		return (await store.list()).flatMap((found) =>
			'project' in found && found.project.synthetic ? [found.id] : []
		);
	}
}
