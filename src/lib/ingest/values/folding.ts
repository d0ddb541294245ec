/** Latin letters that look like Cyrillic ones (import.md, "Security and text safety"); applied before case is folded. */
const LOOK_ALIKES = new Map<string, string>([
	['a', 'а'],
	['e', 'е'],
	['o', 'о'],
	['p', 'р'],
	['c', 'с'],
	['y', 'у'],
	['x', 'х'],
	['A', 'А'],
	['B', 'В'],
	['E', 'Е'],
	['K', 'К'],
	['M', 'М'],
	['H', 'Н'],
	['O', 'О'],
	['P', 'Р'],
	['C', 'С'],
	['T', 'Т'],
	['X', 'Х'],
	['i', 'і'],
	['I', 'І'],
	['j', 'ј'],
	['ə', 'ә'],
	['Ə', 'Ә'],
	['h', 'һ']
]);

const CYRILLIC = /[\u0400-\u052f]/;
const LATIN = /[A-Za-zəƏ]/;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
const CLASS_NAME = /^\d+[A-Z]$/;
const TRAILING_PUNCTUATION = ' .,:;!?…*';
/** Longer texts are no names; matching every token of them would only cost time. */
const LONGEST_NAME = 4096;
const PLAIN = /^[a-z0-9_]*$/;
/** Nothing to fold but case, unless a token reads like a class. */
const ASCII_TOKENS = /^[!-~]*$/;
const ASCII_CLASS = /(?:^|[^A-Za-z0-9])\d+[A-Z](?:$|[^A-Za-z0-9])/;

function toCyrillic(token: string): string {
	if (!LATIN.test(token)) return token;
	if (!CYRILLIC.test(token) && !CLASS_NAME.test(token)) return token;
	return withoutLookAlikes(token);
}

/** Text with every Latin letter that looks like a Cyrillic one as that one; case is kept. */
export function withoutLookAlikes(text: string): string {
	let out = '';
	for (const letter of text) out += LOOK_ALIKES.get(letter) ?? letter;
	return out;
}

/** True for printable ASCII without spaces, as most codes are: it stands as it is shown. */
export const isPlainAscii = (text: string): boolean => ASCII_TOKENS.test(text);

/** Text without zero-width characters, soft hyphens and bidi controls, in NFC, with every kind of space collapsed to one. */
export function foldSpaces(text: string): string {
	if (isPlainAscii(text)) return text;
	return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/**
 * Matching key of a name (import.md 18): NFC, casefold, no invisible characters, single spaces, Latin look-alikes
 * as Cyrillic in tokens that hold Cyrillic or read like a class (`7A`). Keys only propose; cells keep their text.
 */
export function foldKey(text: string): string {
	if (PLAIN.test(text)) return text;
	if (isPlainAscii(text) && !ASCII_CLASS.test(text)) return text.toLowerCase();
	const folded = foldSpaces(text);
	return (folded.length > LONGEST_NAME ? folded : folded.replace(TOKEN, toCyrillic)).toLowerCase();
}

/** `foldKey` for matching against a vocabulary: ё counts as е and punctuation at the end is ignored. Never for names. */
export function foldLabel(text: string): string {
	const label = foldKey(text).replaceAll('ё', 'е');
	let end = label.length;
	while (end > 0 && TRAILING_PUNCTUATION.includes(label.charAt(end - 1))) end -= 1;
	return label.slice(0, end);
}
