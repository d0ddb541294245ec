import { codePageTable } from './code-pages';

const SUSPECT =
	/[\u00c2-\u00f4\u0420\u0421\u0413\u0402\u0403\u0432][\u0080-\u00bf\u0401-\u045f\u0490\u0491\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2116\u2122]/;
const HIGH = /[\u0080-\uffff]/;
const CYRILLIC_WORD = /[\u0400-\u052f]/;

type Reverse = Map<string, number>;
let reverses: Reverse[] | null = null;

/** windows-1251 and windows-1252 backwards; positions a page leaves open stand for themselves, as browsers decode them. */
function reverseTables(): Reverse[] {
	reverses ??= (['windows-1251', 'windows-1252'] as const).map((page) => {
		const table: Reverse = new Map();
		for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(String.fromCharCode(byte), byte);
		[...codePageTable(page)].forEach((character, byte) => table.set(character, byte));
		return table;
	});
	return reverses;
}

function repairWord(word: string): string | null {
	for (const reverse of reverseTables()) {
		const bytes: number[] = [];
		for (const character of word) {
			const byte = reverse.get(character);
			if (byte === undefined) break;
			bytes.push(byte);
		}
		if (bytes.length !== word.length) continue;
		try {
			const repaired = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
			if (repaired.length < word.length) return repaired;
		} catch {
			continue;
		}
	}
	return null;
}

/** True where a text may hold words that were decoded by the wrong encoding once; cheap, for a first look. */
export function maybeMojibake(text: string): boolean {
	return SUSPECT.test(text);
}

/** The text with every word put right that is UTF-8 read as windows-1251 or windows-1252; null where there is none. */
export function repairMojibake(text: string): string | null {
	if (!maybeMojibake(text)) return null;
	let repaired = false;
	const words = text.split(' ').map((word) => {
		if (!HIGH.test(word)) return word;
		const better = repairWord(word);
		if (better === null) return word;
		repaired = true;
		return better;
	});
	return repaired ? words.join(' ') : null;
}

/** True where the repair brings back Cyrillic letters: the words cannot be read without it. */
export function isUnreadable(repaired: string): boolean {
	return CYRILLIC_WORD.test(repaired);
}
