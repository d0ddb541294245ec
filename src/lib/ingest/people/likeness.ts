import type { PersonReason } from '$lib/model/proposal';
import { areSwapped, editDistance } from './edit-distance';
import type { NameForm, NameWord } from './name-form';

/** Why two ways of writing may be one person; `similarity` in 0–1 only orders proposals. */
interface Likeness {
	reason: PersonReason;
	similarity: number;
}

/** What each difference leaves of the likeness of two names; several multiply. */
const WEIGHT: Record<Exclude<PersonReason, 'two_people_fit'>, number> = {
	same_after_folding: 1,
	look_alike: 0.98,
	word_order: 0.95,
	spelling: 0.93,
	code_form: 0.9,
	no_patronymic: 0.88,
	initials: 0.85,
	transposition: 0.82,
	one_letter: 0.8,
	two_letters: 0.7,
	surname_only: 0.6
};
type Difference = keyof typeof WEIGHT;

const MOST_EDITS = 2;
/** Words of up to this many letters must agree in all of them. */
const SHORT = 3;
/** Words of up to this many letters may differ in one. */
const MIDDLE = 7;

function allowedEdits(a: string, b: string): number {
	const length = Math.max(a.length, b.length);
	if (length <= SHORT) return 0;
	return length <= MIDDLE ? 1 : MOST_EDITS;
}

/** Pairs the words of two names, strongest likeness first, and notes how they differ. */
class Pairing {
	readonly differences = new Set<Difference>();
	readonly #pairs: [number, number][] = [];
	#edits = 0;

	constructor(
		readonly a: readonly NameWord[],
		readonly b: readonly NameWord[]
	) {
		this.#pair((one, other) => !one.initial && one.letters === other.letters);
		this.#pair((one, other) => !one.initial && one.skeleton === other.skeleton, 'spelling');
		this.#pairMisspelt();
		this.#pair((one, other) => one.initial && other.initial && one.skeleton === other.skeleton);
		this.#pair(
			(one, other) => one.initial !== other.initial && one.skeleton[0] === other.skeleton[0],
			'initials'
		);
		const ordered = this.#pairs.toSorted((one, other) => one[0] - other[0]);
		if (ordered.some(([, at], index) => index > 0 && at < (ordered[index - 1]?.[1] ?? 0)))
			this.differences.add('word_order');
	}

	#free(side: 0 | 1): number[] {
		const used = new Set(this.#pairs.map((pair) => pair[side]));
		return [...(side === 0 ? this.a : this.b).keys()].filter((at) => !used.has(at));
	}

	#pair(fits: (one: NameWord, other: NameWord) => boolean, difference?: Difference): void {
		for (const at of this.#free(0)) {
			const one = this.a[at] as NameWord;
			const to = this.#free(1).find((other) => fits(one, this.b[other] as NameWord));
			if (to === undefined) continue;
			this.#pairs.push([at, to]);
			if (difference !== undefined) this.differences.add(difference);
		}
	}

	#pairMisspelt(): void {
		const near = this.#free(0).flatMap((at) =>
			this.#free(1).flatMap((to) => {
				const one = this.a[at] as NameWord;
				const other = this.b[to] as NameWord;
				const most = allowedEdits(one.skeleton, other.skeleton);
				const edits = editDistance(one.skeleton, other.skeleton, most);
				return one.initial || other.initial || edits > most ? [] : [{ at, to, edits, one, other }];
			})
		);
		for (const { at, to, edits, one, other } of near.sort((x, y) => x.edits - y.edits)) {
			if (!this.#free(0).includes(at) || !this.#free(1).includes(to)) continue;
			this.#pairs.push([at, to]);
			this.#edits += edits;
			const swapped = edits === 1 && areSwapped(one.skeleton, other.skeleton);
			this.differences.add(swapped ? 'transposition' : edits === 1 ? 'one_letter' : 'two_letters');
		}
		if (this.#edits === MOST_EDITS) this.differences.add('two_letters');
	}

	/** True where what is left unpaired may be left out of a name; notes what was left out. */
	fits(): boolean {
		const full = this.#pairs.filter(([at, to]) => !this.a[at]?.initial && !this.b[to]?.initial);
		if (full.length === 0 || this.#edits > MOST_EDITS) return false;
		const left = [this.#free(0), this.#free(1)] as const;
		const rest = left[0].length + left[1].length;
		if (rest === 0) return true;
		if (left[0].length > 0 && left[1].length > 0) return false;
		if (this.#pairs.length >= 2) {
			this.differences.add('no_patronymic');
			return rest === 1;
		}
		const [at] = full[0] as [number, number];
		this.differences.add('surname_only');
		return this.#edits === 0 && rest <= 2 && !this.a[at]?.patronymic;
	}
}

function compareNames(a: NameForm, b: NameForm): Likeness | null {
	if (a.folded === b.folded) return { reason: 'same_after_folding', similarity: 1 };
	if (a.looks === b.looks) return { reason: 'look_alike', similarity: WEIGHT.look_alike };
	const pairing = new Pairing(a.words, b.words);
	if (!pairing.fits()) return null;
	let reason: Difference = 'same_after_folding';
	let similarity = 1;
	for (const difference of pairing.differences) {
		similarity *= WEIGHT[difference];
		if (WEIGHT[difference] < WEIGHT[reason]) reason = difference;
	}
	return { reason, similarity };
}

/** The weakest likeness that makes one person of two ways of writing, or null where they are two. Symmetric. */
export function likeness(a: NameForm, b: NameForm): Likeness | null {
	if (a.code !== null || b.code !== null)
		return a.code === b.code ? { reason: 'code_form', similarity: WEIGHT.code_form } : null;
	return a.folded <= b.folded ? compareNames(a, b) : compareNames(b, a);
}
