import * as z from 'zod';
import { printedBases, recoverableFrom } from '$lib/measures/suppression/recoverable';
import { printedBase, type PrintedBase, type Recovered } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';

const KEY = 'olshem-exports';
const stored = z.record(z.string(), z.array(printedBase));

/** Where the record is kept: the browser's own storage, or anything that keeps texts. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** A school's exports belong together whatever its files are called that day. */
function nameOf(project: Project): string {
	return JSON.stringify(project.name);
}

/**
 * Which bases of respondents left this machine in figures: no numbers about answers, only how many answered what, by
 * which filter. Two figures of different days or filters may together tell what neither tells alone.
 */
export class ExportRecord {
	readonly #shelf: Shelf | null;
	readonly #left = new Map<string, PrintedBase[]>();

	constructor(shelf: Shelf | null) {
		this.#shelf = shelf;
		for (const [project, bases] of Object.entries(this.#restored())) this.#left.set(project, bases);
	}

	/**
	 * Lets results leave: null where they give nothing away together with what left before, and then they are on record;
	 * else what they would give away, and nothing is recorded.
	 */
	release(results: readonly Result[], project: Project): Recovered | null {
		const name = nameOf(project);
		const all = new Map(
			[...(this.#left.get(name) ?? []), ...printedBases(results)].map((base) => [JSON.stringify(base), base])
		);
		const [found] = recoverableFrom([...all.values()], project.privacy.k);
		if (found) return found;
		this.#left.set(name, [...all.values()]);
		this.#store();
		return null;
	}

	#restored(): z.infer<typeof stored> {
		try {
			const found = stored.safeParse(JSON.parse(this.#shelf?.getItem(KEY) ?? '{}'));
			return found.success ? found.data : {};
		} catch {
			return {};
		}
	}

	#store(): void {
		try {
			this.#shelf?.setItem(KEY, JSON.stringify(Object.fromEntries(this.#left)));
		} catch {
			// A full or forbidden storage keeps nothing over a reload; the record of this visit stands.
		}
	}
}
