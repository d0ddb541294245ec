import type { NameForm, NameWord } from './name-form';

/** Above so many names only words without a mistake find each other. */
const MOST_NAMES = 5000;
const SHORTEST_MISSPELT = 4;

const codeKey = (code: string) => `#${code}`;

/**
 * Finds ways of writing that may be alike without comparing all with all: by their code, by a word together with the
 * first letter of another, or by a word where one of the two has no other. A word counts with any one letter left out.
 */
export class NameIndex {
	readonly #places = new Map<string, number | number[]>();
	readonly #misspelt: boolean;

	constructor(readonly forms: readonly NameForm[]) {
		this.#misspelt = forms.length <= MOST_NAMES;
		for (const [place, form] of forms.entries()) {
			if (form.code !== null) this.#put(codeKey(form.code), place);
			else for (const key of this.#keys(form, 'alone', 'among')) this.#put(key, place);
		}
	}

	#put(key: string, place: number): void {
		const places = this.#places.get(key);
		if (places === undefined) this.#places.set(key, place);
		else if (typeof places === 'number') this.#places.set(key, [places, place]);
		else places.push(place);
	}

	/** Places of the forms that may be like the given one, ascending. */
	near(form: NameForm): readonly number[] {
		if (form.code !== null) {
			const places = this.#places.get(codeKey(form.code)) ?? [];
			return typeof places === 'number' ? [places] : places;
		}
		const found = new Set<number>();
		for (const key of this.#keys(form, 'among', 'alone')) {
			const places = this.#places.get(key);
			if (typeof places === 'number') found.add(places);
			else for (const place of places ?? []) found.add(place);
		}
		return [...found].sort((a, b) => a - b);
	}

	/** `single` marks the word of a form that has no other, `several` those of a form that has: each looks for the other. */
	#keys({ words }: NameForm, single: string, several: string): Set<string> {
		const keys = new Set<string>();
		for (const [at, word] of words.entries()) {
			if (word.initial) continue;
			keys.add(`${words.length === 1 ? single : several} ${word.skeleton}`);
			const letters =
				words.length === 1
					? ['']
					: words.filter((_, other) => other !== at).map(({ skeleton }) => skeleton.slice(0, 1));
			for (const variant of this.#variants(word)) {
				for (const letter of letters) keys.add(`${variant} ${letter}`);
			}
		}
		return keys;
	}

	#variants({ skeleton }: NameWord): string[] {
		if (!this.#misspelt || skeleton.length < SHORTEST_MISSPELT) return [skeleton];
		const shorter = Array.from(skeleton, (_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1));
		return [skeleton, ...shorter];
	}
}
