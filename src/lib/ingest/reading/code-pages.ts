/** Single-byte encodings a file of a school may be in. */
export const CODE_PAGES = [
	'windows-1251',
	'KZ-1048',
	'x-mac-cyrillic',
	'IBM866',
	'KOI8-R',
	'windows-1252',
	'windows-1254'
] as const;

export type CodePage = (typeof CODE_PAGES)[number];

/** KZ-1048 (RK1048) beside windows-1251: the code points by which they differ, as `kz_codepages.json` gives them. */
const KZ_1048_LETTERS: readonly (readonly [byte: number, letter: string])[] = [
	[0x8d, 'Қ'],
	[0x8e, 'Һ'],
	[0x9d, 'қ'],
	[0x9e, 'һ'],
	[0xa1, 'Ұ'],
	[0xa2, 'ұ'],
	[0xa3, 'Ә'],
	[0xa5, 'Ө'],
	[0xaa, 'Ғ'],
	[0xaf, 'Ү'],
	[0xb4, 'ө'],
	[0xba, 'ғ'],
	[0xbc, 'ә'],
	[0xbd, 'Ң'],
	[0xbe, 'ң'],
	[0xbf, 'ү']
];

const tables = new Map<CodePage, string>();

/** The 256 characters of a code page, by byte. */
export function codePageTable(page: CodePage): string {
	const known = tables.get(page);
	if (known !== undefined) return known;
	const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	let table = new TextDecoder(page === 'KZ-1048' ? 'windows-1251' : page).decode(all);
	if (page === 'KZ-1048') {
		const letters = [...table];
		for (const [byte, letter] of KZ_1048_LETTERS) letters[byte] = letter;
		table = letters.join('');
	}
	tables.set(page, table);
	return table;
}

const TO_1251 = new Map<string, string>();

function to1251(): Map<string, string> {
	if (TO_1251.size === 0) {
		const table = codePageTable('windows-1251');
		for (const [byte, letter] of KZ_1048_LETTERS) TO_1251.set(table.charAt(byte), letter);
	}
	return TO_1251;
}

const KZ_BYTES_AS_1251 = /[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g;

/** Decodes bytes by a code page; every byte has a character, so nothing is lost. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
	if (page !== 'KZ-1048') return new TextDecoder(page).decode(bytes);
	const letters = to1251();
	return new TextDecoder('windows-1251')
		.decode(bytes)
		.replace(KZ_BYTES_AS_1251, (letter) => letters.get(letter) ?? letter);
}
