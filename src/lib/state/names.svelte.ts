import { presenting } from './presenting.svelte';
import { workspace } from './workspace.svelte';

const KEY = 'olshem-names';

class Names {
	#wanted = $state(true);

	/** Takes the choice of the last visit on this machine. */
	restore(): void {
		this.#wanted = localStorage.getItem(KEY) !== 'codes';
	}

	/** True where teachers stand by name: the deputy's own view, never while presenting (M6). */
	get shown(): boolean {
		return this.#wanted && !presenting.on;
	}

	choose(shown: boolean): void {
		this.#wanted = shown;
		localStorage.setItem(KEY, shown ? 'names' : 'codes');
	}

	/** The name of a person by code, or undefined where codes are shown. */
	get of(): ((person: string) => string) | undefined {
		const people = workspace.snapshot?.people;
		return this.shown && people ? (person) => people[person] ?? person : undefined;
	}
}

export const names = new Names();
