import { foldSpaces, isPlainAscii, withoutLookAlikes } from '$lib/ingest/values/folding';

/** A word of a name. `letters` is the word as written, `skeleton` its sound shared by Kazakh and Russian spelling. */
export interface NameWord {
	letters: string;
	skeleton: string;
	initial: boolean;
	patronymic: boolean;
}

/** A written person taken apart for comparison; nothing is joined by the weaker forms, they only propose. */
export interface NameForm {
	/** {@link personKey} with ё as е. */
	folded: string;
	/** `folded` with Latin look-alikes as Cyrillic. */
	looks: string;
	words: readonly NameWord[];
	/** The code without case, look-alikes, separators and leading zeros; null where the text is a name. */
	code: string | null;
}

const NO_WORDS: readonly NameWord[] = [];
const CYRILLIC = /[\u0400-\u052f]/;
const WORD = /[\p{L}\p{M}'’ʼ-]+/gu;
const EDGES = /^[-'’ʼ]+|[-'’ʼ]+$/g;
/** Texts with a digit or an address sign are codes: one letter more or less makes another code. */
const CODE_SIGN = /[\p{N}@]/u;
const CODE_LETTERS = /[^\p{L}\p{N}@]+/gu;
const LEADING_ZEROS = /(^|[^\p{N}])0+(?=\p{N})/gu;
const PATRONYMIC_WORDS: ReadonlySet<string> = new Set(['қызы', 'кызы', 'ұлы', 'улы']);
const DAUGHTER = /(?:овна|евна|ична|қызы|кызы)$/;
const SON = /(?:ович|евич|ьич|ұлы|улы)$/;
const SHORTEST_STEM = 2;

/** Letters that Kazakh and Russian spelling of one name change, й and ё among them. */
const SPELLING = new Map<string, string>(
	Object.entries({
		ә: 'а',
		ғ: 'г',
		қ: 'к',
		ң: 'н',
		ө: 'о',
		ұ: 'у',
		ү: 'у',
		һ: 'х',
		і: 'и',
		й: 'и',
		э: 'е',
		я: 'а',
		ю: 'у',
		ъ: '',
		ь: ''
	})
);

const DIGIT = /\d/;

/** True for a code such as `R000001`: neither a name nor a word that stands for somebody or for no answer. */
export function isPlainCode(text: string): boolean {
	return isPlainAscii(text) && DIGIT.test(text);
}

/** Two texts with one key are one way of writing: only case, kinds of spaces, NFC and invisible characters differ. */
export function personKey(text: string): string {
	return foldSpaces(text).toLowerCase();
}

function spelt(letters: string): string {
	let out = '';
	for (const letter of letters) out += SPELLING.get(letter) ?? letter;
	return out;
}

/** A patronymic's stem and whose child it says, so that Серікқызы and Сериковна are one. */
function patronymicStem(letters: string): string | null {
	for (const [ending, mark] of [
		[DAUGHTER, '♀'],
		[SON, '♂']
	] as const) {
		const stem = letters.replace(ending, '');
		if (stem !== letters && stem.length >= SHORTEST_STEM) return spelt(stem) + mark;
	}
	return null;
}

function wordsOf(looks: string): NameWord[] {
	const found: string[] = [];
	for (const [match] of looks.matchAll(WORD)) {
		const letters = match.replace(EDGES, '');
		if (letters === '') continue;
		const before = found.at(-1);
		if (PATRONYMIC_WORDS.has(letters) && before !== undefined && before.length > 1)
			found[found.length - 1] = before + letters;
		else found.push(letters);
	}
	return found.map((letters) => {
		const stem = patronymicStem(letters);
		return {
			letters,
			skeleton: stem ?? spelt(letters),
			initial: letters.length === 1,
			patronymic: stem !== null
		};
	});
}

/** A name of several words; one word may be anything. */
export function readsLikeName(text: string): boolean {
	if (CODE_SIGN.test(text)) return false;
	return nameForm(text).words.length > 1;
}

/** Takes a written person apart. */
export function nameForm(text: string): NameForm {
	const shown = foldSpaces(text);
	const folded = shown.toLowerCase().replaceAll('ё', 'е');
	if (CODE_SIGN.test(shown)) {
		const code = withoutLookAlikes(shown.toUpperCase())
			.replace(CODE_LETTERS, '')
			.replace(LEADING_ZEROS, '$1');
		return { folded, looks: folded, words: NO_WORDS, code };
	}
	const looks = CYRILLIC.test(shown) ? withoutLookAlikes(shown).toLowerCase().replaceAll('ё', 'е') : folded;
	return { folded, looks, words: wordsOf(looks), code: null };
}
