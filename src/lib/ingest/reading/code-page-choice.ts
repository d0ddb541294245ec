import { isKnownWord, isUsualPair } from './letter-pairs';
import { CODE_PAGES, codePageTable, type CodePage } from './code-pages';

/** Share of letters in Russian and Kazakh running text, per mille; Latin letters beyond ASCII as they occur in European names. */
const FREQUENCY: Record<string, number> = {
	о: 85,
	а: 110,
	е: 80,
	и: 62,
	н: 68,
	т: 58,
	с: 48,
	р: 48,
	в: 35,
	л: 45,
	к: 35,
	м: 32,
	д: 32,
	п: 22,
	у: 25,
	я: 20,
	ы: 45,
	ь: 14,
	г: 14,
	з: 16,
	б: 18,
	ч: 12,
	й: 16,
	х: 7,
	ж: 14,
	ш: 12,
	ю: 6,
	ц: 4,
	щ: 4,
	э: 4,
	ф: 3,
	ъ: 0.5,
	ё: 2,
	і: 30,
	қ: 22,
	ғ: 14,
	ә: 14,
	ң: 14,
	ұ: 9,
	ө: 11,
	ү: 9,
	һ: 0.6,
	é: 20,
	è: 6,
	ä: 18,
	ö: 14,
	ü: 20,
	ß: 5,
	ç: 6,
	ñ: 5,
	á: 8,
	í: 7,
	ó: 8,
	ú: 4,
	à: 6,
	ê: 3,
	å: 4,
	ø: 3,
	ı: 12,
	ş: 9,
	ğ: 7
};
const RARE_LETTER = 0.05;
const INSIDE_WORD = 0.004;
/** Lines that frames are drawn with stand inside no word. */
const DRAWN_INSIDE_WORD = 0.00001;
const AT_EDGE = 0.4;
/** Quotes stand at words; another sign is seldom written without a space. */
const SIGN_AT_EDGE = 0.05;
const CONTROL = 0.0005;
const WRONG_CASE = 4;
const MIXED_ALPHABETS = 4;
const UNUSUAL_PAIR = 2;
/** A word of schools and questionnaires speaks for its page by each of its letters. */
const KNOWN_LETTER = 2;
const TOKENS_JUDGED = 4000;
const MARGIN_TO_BE_SURE = 0.25;
const LEAD_TO_BE_SURE = 5;
/** What KOI8-R reads in small letters windows-1251 reads in capitals, as abbreviations are written: letters alone hardly tell. */
const PLAIN_LEAD = 20;
const LATIN_DOMINATES = 20;
/** So few letters decide nothing: the encoding that is commonest by far is taken, and the user is told. */
const TOO_FEW_LETTERS = 5;

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const CYRILLIC = /[\u0400-\u052f]/;
const DRAWN = /[\u2500-\u25a0]/;
const BESIDE_WORD = /[«»“”„‚‘’‹›…№]/;
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code <= 0x9f);

interface Character {
	lower: string;
	logShare: number;
	letter: boolean;
	upper: boolean;
	cyrillic: boolean;
	/** What it costs inside a word and at the edge of one: logarithms, 0 for letters. */
	inside: number;
	edge: number;
}

function describe(character: string): Character {
	const letter = LETTER.test(character);
	const share = letter ? (FREQUENCY[character.toLowerCase()] ?? RARE_LETTER) : 1;
	return {
		lower: character.toLowerCase(),
		logShare: Math.log(isControl(character.charCodeAt(0)) ? CONTROL : share),
		letter,
		upper: letter && UPPER.test(character),
		cyrillic: CYRILLIC.test(character),
		inside: letter ? 0 : Math.log(DRAWN.test(character) ? DRAWN_INSIDE_WORD : INSIDE_WORD),
		edge: letter ? 0 : Math.log(BESIDE_WORD.test(character) ? AT_EDGE : SIGN_AT_EDGE)
	};
}

const isWordByte = (byte: number) =>
	byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Distinct words that hold bytes beyond ASCII, with how often each was seen, up to a limit. */
function foreignTokens(bytes: Uint8Array): Map<string, Uint8Array> {
	const tokens = new Map<string, Uint8Array>();
	let start = -1;
	let foreign = false;
	for (let i = 0; i <= bytes.length && tokens.size < TOKENS_JUDGED; i += 1) {
		const byte = bytes[i] ?? 0;
		if (isWordByte(byte)) {
			if (start < 0) start = i;
			if (byte >= 0x80) foreign = true;
			continue;
		}
		if (foreign) {
			const token = bytes.subarray(start, i);
			tokens.set(token.join(), token);
		}
		start = -1;
		foreign = false;
	}
	return tokens;
}

/** Cost of the pairs of letters that words do not have, edges of the word included. */
function pairCost(before: Character | undefined, after: Character | undefined): number {
	const cyrillic = (before?.letter && before.cyrillic) || (after?.letter && after.cyrillic);
	if (!cyrillic) return 0;
	const pair = (before?.letter ? before.lower : ' ') + (after?.letter ? after.lower : ' ');
	return isUsualPair(pair) ? 0 : UNUSUAL_PAIR;
}

/** How well a word reads: a logarithm; whether it is a known one, and the case of its letters. */
interface Read {
	score: number;
	known: boolean;
	upper: boolean;
	lower: boolean;
}

function readToken(token: Uint8Array, alphabet: readonly Character[]): Read {
	let score = 0;
	let previous: Character | undefined;
	let lowerSeen = false;
	let word = '';
	const cases = { upper: false, lower: false };
	for (let i = 0; i < token.length; i += 1) {
		const byte = token[i] ?? 0;
		const character = alphabet[byte];
		if (!character) continue;
		if (byte >= 0x80) {
			const inside = i > 0 && i < token.length - 1;
			score += character.logShare + (inside ? character.inside : token.length > 1 ? character.edge : 0);
		}
		if (character.letter) {
			if (character.upper && lowerSeen) score -= WRONG_CASE;
			cases[character.upper ? 'upper' : 'lower'] = true;
			if (previous?.letter && previous.cyrillic !== character.cyrillic) score -= MIXED_ALPHABETS;
			lowerSeen ||= !character.upper;
		} else {
			lowerSeen = false;
		}
		score -= pairCost(previous, character);
		word += character.lower;
		previous = character;
	}
	const known = isKnownWord(word);
	return {
		score: score - pairCost(previous, undefined) + (known ? KNOWN_LETTER * word.length : 0),
		known,
		...cases
	};
}

/** Stray bytes in a text of Latin letters: whatever they were, the text around them is western. */
function isLatinText(bytes: Uint8Array, letters: number): boolean {
	let latin = 0;
	for (const byte of bytes) if (byte < 0x80 && isWordByte(byte)) latin += 1;
	return latin > LATIN_DOMINATES * letters;
}

/** The code page by which the words of a file read best, the next best, and how many characters had to decide. */
interface CodePageChoice {
	page: CodePage;
	second: CodePage;
	/** The margin to the next leaves no doubt. */
	sure: boolean;
	/** Characters beyond ASCII in the distinct words judged. */
	letters: number;
}

const SIBLINGS: readonly CodePage[] = ['windows-1251', 'KZ-1048'];

/** Pages that read all letters of Russian alike: between them only the few letters decide by which they differ. */
function areSiblings(a: CodePage, b: CodePage): boolean {
	return SIBLINGS.includes(a) && SIBLINGS.includes(b);
}

/** How the words of a file read in a page; `plain` where none is known and all letters are of one case. */
interface RankedPage {
	page: CodePage;
	score: number;
	plain: boolean;
}

function rankByTokens(tokens: readonly Uint8Array[]): RankedPage[] {
	const scores = CODE_PAGES.map((page): RankedPage => {
		const alphabet = [...codePageTable(page)].map(describe);
		const read = tokens.map((token) => readToken(token, alphabet));
		const score = read.reduce((sum, word) => sum + word.score, 0);
		const mixed = read.some(({ upper }) => upper) && read.some(({ lower }) => lower);
		return { page, score, plain: !mixed && !read.some(({ known }) => known) };
	});
	return scores.toSorted((a, b) => b.score - a.score);
}

/** The other reading of words of one case, where what sets it back is too little to decide between capitals and small letters. */
function caseSwapped(best: RankedPage, ranked: readonly RankedPage[]): RankedPage | undefined {
	if (!best.plain || !(SIBLINGS.includes(best.page) || best.page === 'KOI8-R')) return undefined;
	return ranked.find(
		({ page, score }) =>
			SIBLINGS.includes(page) !== SIBLINGS.includes(best.page) &&
			(SIBLINGS.includes(page) || page === 'KOI8-R') &&
			best.score - score < PLAIN_LEAD
	);
}

/** All code pages, the one by which the words of these bytes read best first; scores are logarithms. */
export function rankCodePages(bytes: Uint8Array): RankedPage[] {
	return rankByTokens([...foreignTokens(bytes).values()]);
}

/** Chooses the code page by the letters, case and alphabet of the distinct words that hold bytes beyond ASCII. */
export function chooseCodePage(bytes: Uint8Array): CodePageChoice {
	const tokens = [...foreignTokens(bytes).values()];
	let letters = 0;
	for (const token of tokens) for (const byte of token) if (byte >= 0x80) letters += 1;
	const ranked = rankByTokens(tokens);
	const best = ranked[0] ?? { page: 'windows-1251' as const, score: 0, plain: true };
	const next = ranked.find((other) => other.score < best.score) ?? best;
	const stranger =
		ranked.find((other) => other.score < best.score && !areSiblings(other.page, best.page)) ?? best;
	const lead = best.score - stranger.score;
	const swapped = caseSwapped(best, ranked);
	const sure =
		best.score - next.score >= LEAD_TO_BE_SURE &&
		lead >= LEAD_TO_BE_SURE &&
		lead >= MARGIN_TO_BE_SURE * Math.min(letters, 80) &&
		!swapped;
	if (swapped && !SIBLINGS.includes(best.page)) {
		return { page: swapped.page, second: best.page, sure, letters };
	}
	const usual = ranked.find(({ page }) => page === 'windows-1251');
	if (letters < TOO_FEW_LETTERS && usual && usual !== best && best.score - usual.score < LEAD_TO_BE_SURE) {
		return { page: usual.page, second: best.page, sure: false, letters };
	}
	if (!sure && best.page !== 'windows-1252' && isLatinText(bytes, letters)) {
		return { page: 'windows-1252', second: best.page, sure, letters };
	}
	return { page: best.page, second: next.page, sure, letters };
}
