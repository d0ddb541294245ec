import type { Project } from '$lib/model/project';
import type { PersonMatch } from '$lib/model/proposal';
import { foldSpaces } from '$lib/ingest/values/folding';
import { memoised } from '$lib/ingest/values/memo';
import { nameForm, personKey } from './name-form';

/** A person of the roster; `coded` is false where the roster has no code and the name stands for it. */
export interface RosterPerson {
	code: string;
	coded: boolean;
	names: string[];
}

/** A person to whom ways of writing may be joined, by code or canonical name, and how that person is written. */
export interface Known {
	person: string;
	name: string | null;
	written: string[];
}

/** What a way of writing means: whom, and why. A refused one was said to be another person. */
interface Meaning {
	person: string | null;
	how: PersonMatch['how'];
	refused: boolean;
	/** Key under which the rows of one person are found, also of one nobody knows. */
	identity: string;
}

/** A meaning without a decision; `exact` where the text itself stands for the person. */
interface Plain {
	person: string;
	how: 'code' | 'name';
	exact: boolean;
}

const add = (map: Map<string, Set<string>>, key: string, value: string) =>
	map.set(key, (map.get(key) ?? new Set<string>()).add(value));

const only = (set: Set<string> | undefined): string | null => {
	const [first] = set ?? [];
	return set?.size === 1 && first !== undefined ? first : null;
};

/**
 * Whom each way of writing a person means. Alone joined: a code, or a name that one person of the roster has, up to
 * case, spaces and NFC; anything weaker joins by a decision of the user. Without a roster the people are the ways of
 * writing themselves, each by its most frequent text. The order of files plays no part.
 */
export class PeopleDirectory {
	readonly hasRoster: boolean;
	readonly #roster = new Map<string, RosterPerson>();
	readonly #byName = new Map<string, Set<string>>();
	/** Names as the eye sees them: where two people look alike, neither is joined by name. */
	readonly #byLook = new Map<string, Set<string>>();
	readonly #canonical = new Map<string, string>();
	readonly #decided = new Map<string, string | null>();
	readonly #decidedByKey = new Map<string, string | null>();

	/** `written` counts the rows of every way of writing in all files. */
	constructor(
		roster: readonly RosterPerson[],
		written: ReadonlyMap<string, number>,
		decisions: Project['people']
	) {
		this.hasRoster = roster.length > 0;
		for (const person of roster) {
			this.#roster.set(personKey(person.code), person);
			for (const name of person.names) {
				add(this.#byName, personKey(name), person.code);
				add(this.#byLook, nameForm(name).looks, person.code);
			}
		}
		if (!this.hasRoster) {
			const most = new Map<string, [text: string, rows: number]>();
			for (const [text, rows] of written) {
				const key = personKey(text);
				const best = most.get(key);
				if (!best || rows > best[1] || (rows === best[1] && text < best[0])) most.set(key, [text, rows]);
			}
			for (const [key, [text]] of most) this.#canonical.set(key, foldSpaces(text));
		}
		for (const { from, to } of decisions) {
			this.#decided.set(foldSpaces(from), to);
			this.#decidedByKey.set(personKey(from), to);
		}
	}

	/** Whom a text means. Without a roster every text means somebody. */
	readonly meaning = memoised((text) => this.#meaningOf(text));

	#meaningOf(text: string): Meaning {
		const shown = foldSpaces(text);
		const key = shown.toLowerCase();
		const { person, how, refused } = this.#said(shown, key);
		// One who was said to be another person must not share the key of the person meant otherwise.
		const identity = refused ? `≠${shown}` : person === null || person === shown ? key : personKey(person);
		return { person, how, refused, identity };
	}

	#said(shown: string, key: string): Omit<Meaning, 'identity'> {
		const plain = this.#plain(shown, key);
		const decided = this.#decided.get(shown);
		if (decided === null) return { person: this.hasRoster ? null : shown, how: 'none', refused: true };
		const accepted = this.#target(decided, key);
		if (accepted !== null) return { person: accepted, how: 'accepted', refused: false };
		if (plain?.exact) return { person: plain.person, how: plain.how, refused: false };
		const similar = this.#decidedByKey.get(key);
		if (similar === null && this.hasRoster) return { person: null, how: 'none', refused: true };
		const joined = this.#target(similar, key);
		if (joined !== null) return { person: joined, how: 'accepted', refused: false };
		return { person: plain?.person ?? null, how: plain?.how ?? 'none', refused: false };
	}

	/** Key under which the rows of one person are found, also of one nobody knows. */
	identity(text: string): string {
		return this.meaning(text).identity;
	}

	nameOf(person: string): string | null {
		const known = this.#roster.get(personKey(person));
		return known?.coded ? (known.names[0] ?? null) : null;
	}

	/** Everybody to whom a way of writing may be joined. */
	everybody(): Known[] {
		if (this.hasRoster)
			return [...this.#roster.values()].map(({ code, coded, names }) => ({
				person: code,
				name: coded ? (names[0] ?? null) : null,
				written: coded ? [code, ...names] : names
			}));
		return [...this.#canonical.values()]
			.filter((text) => this.meaning(text).how !== 'accepted')
			.map((text) => ({ person: text, name: null, written: [text] }));
	}

	#plain(shown: string, key: string): Plain | null {
		if (!this.hasRoster) {
			const person = this.#canonical.get(key);
			return person === undefined
				? null
				: { person, how: person === shown ? 'code' : 'name', exact: person === shown };
		}
		const coded = this.#roster.get(key);
		if (coded?.coded) return { person: coded.code, how: 'code', exact: true };
		const person = only(this.#byName.get(key));
		if (person === null || only(this.#byLook.get(nameForm(shown).looks)) === null) return null;
		const names = this.#roster.get(personKey(person))?.names ?? [];
		return { person, how: 'name', exact: names.some((name) => foldSpaces(name) === shown) };
	}

	/** The person a decision leads to, through decisions about that person; null where the roster does not have them. */
	#target(to: string | null | undefined, from: string): string | null {
		if (to === null || to === undefined) return null;
		if (this.hasRoster) return this.#roster.get(personKey(to))?.code ?? null;
		const seen = new Set([from]);
		let at = to;
		for (;;) {
			const key = personKey(at);
			if (seen.has(key)) break;
			seen.add(key);
			const next = this.#decided.get(foldSpaces(at)) ?? this.#decidedByKey.get(key);
			if (next === undefined || next === null) break;
			at = next;
		}
		return this.#canonical.get(personKey(at)) ?? foldSpaces(at);
	}
}
