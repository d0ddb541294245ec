import type { ReadingIssueCode, ReadingOptions } from '$lib/model/reading';
import { chooseCodePage } from './code-page-choice';
import { CODE_PAGES, decodeCodePage, type CodePage } from './code-pages';
import type { Finding } from './issues';
import { LIMITS } from './limits';
import { decodeMixed } from './mixed-encoding';
import { checkUtf8 } from './utf8';

/** The text of a file, the encoding by which it was read, and what is to know about that; `text` null is a refusal. */
export interface Decoded {
	text: string | null;
	encoding: string;
	findings: { code: ReadingIssueCode; finding: Finding }[];
}

const PARITY_SHARE = 0.2;
const PARITY_SAMPLE = 1 << 20;
const UTF16_CHUNK = 1 << 14;
const LETTERS_WORTH_ASKING = 12;

/** UTF-16 by the zero bytes of its first megabyte; null where it is another encoding. */
export function utf16ByPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const end = Math.min(bytes.length, PARITY_SAMPLE) & ~1;
	if (end < 4) return null;
	const marks = [0, 0];
	for (let i = 0; i < end; i += 1) {
		if (bytes[i] === 0 || bytes[i] === 4) marks[i & 1] = (marks[i & 1] ?? 0) + 1;
	}
	const [even = 0, odd = 0] = marks;
	const pairs = end / 2;
	if (odd >= PARITY_SHARE * pairs && even * 4 <= odd) return 'utf-16le';
	if (even >= PARITY_SHARE * pairs && odd * 4 <= even) return 'utf-16be';
	return null;
}

/** UTF-16 by hand where the decoder would replace a lone surrogate: the unit is kept as it stands. */
function utf16Units(bytes: Uint8Array, littleEndian: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	const units: number[] = [];
	for (let i = 0; i + 1 < bytes.length; i += 2) {
		units.push(view.getUint16(i, littleEndian));
		if (units.length === UTF16_CHUNK) {
			parts.push(String.fromCharCode(...units));
			units.length = 0;
		}
	}
	parts.push(String.fromCharCode(...units));
	return parts.join('');
}

function strictly(bytes: Uint8Array, label: string): string | null {
	try {
		return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG' ? '' : null;
	}
}

/** A text longer than the engine holds: Chromium's decoder returns nothing for it, Node's throws. */
function tooLong(encoding: string): Decoded {
	const finding = { params: { limit: LIMITS.textCharacters } };
	return { text: null, encoding, findings: [{ code: 'file-too-large', finding }] };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
	const findings: Decoded['findings'] = [{ code: 'encoding-detected', finding: { params: { encoding } } }];
	const even = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1);
	if (even.length < bytes.length)
		findings.push({ code: 'truncated-text', finding: { params: { bytes: 1 } } });
	const text = strictly(even, encoding);
	if (text !== null) return { text, encoding, findings };
	return { text: utf16Units(even, encoding === 'utf-16le'), encoding, findings };
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
	let line = 1;
	for (let i = 0; i < offset; i += 1) {
		const byte = bytes[i];
		if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) line += 1;
	}
	return line;
}

function decodeLegacy(bytes: Uint8Array): Decoded {
	const { page, sure, second, letters } = chooseCodePage(bytes);
	if (bytes.length > LIMITS.textCharacters) return tooLong(page);
	const params = { encoding: page, other: second };
	const level = letters < LETTERS_WORTH_ASKING ? 'warn' : 'ask';
	return {
		text: decodeCodePage(bytes, page),
		encoding: page,
		findings: [
			sure
				? { code: 'encoding-detected', finding: { params: { encoding: page } } }
				: { code: 'encoding-unsure', finding: { params, level } }
		]
	};
}

function decodeDamagedUtf8(bytes: Uint8Array, bom: boolean, readMixed: boolean): Decoded {
	const check = checkUtf8(bytes);
	if (check.cutAtEnd && (bom || check.validLines > 0 || check.firstInvalid > bytes.length - 4)) {
		const whole = strictly(bytes.subarray(0, check.firstInvalid), 'utf-8');
		if (whole !== null && (bom || /[\u0080-\uffff]/.test(whole))) {
			const params = { bytes: bytes.length - check.firstInvalid };
			const places = [{ line: lineOfByte(bytes, check.firstInvalid) }];
			return {
				text: whole,
				encoding: 'utf-8',
				findings: [{ code: 'truncated-text', finding: { params, places } }]
			};
		}
	}
	if (!bom && check.validLines === 0) return decodeLegacy(bytes);
	const places = [{ line: lineOfByte(bytes, check.firstInvalid) }];
	if (readMixed) {
		const { text, page, lines } = decodeMixed(bytes);
		const read: Finding = { places, count: lines, params: { encoding: page } };
		return { text, encoding: 'utf-8', findings: [{ code: 'mixed-encoding-read', finding: read }] };
	}
	const finding: Finding = { places, count: check.invalidLines, params: { byte: check.firstInvalid + 1 } };
	return { text: null, encoding: 'utf-8', findings: [{ code: 'mixed-encoding', finding }] };
}

/** UTF-8 on the user's word: where a byte does not keep to it the file is refused, for no character may be made up. */
function asUtf8(bytes: Uint8Array): Decoded {
	const text = strictly(bytes, 'utf-8');
	if (text === '' && bytes.length > 0) return tooLong('utf-8');
	if (text !== null) return { text, encoding: 'utf-8', findings: [] };
	const { firstInvalid, invalidLines } = checkUtf8(bytes);
	const places = [{ line: lineOfByte(bytes, firstInvalid) }];
	const params = { encoding: 'utf-8', byte: firstInvalid + 1 };
	const finding: Finding = { places, count: Math.max(1, invalidLines), params };
	return { text: null, encoding: 'utf-8', findings: [{ code: 'encoding-mismatch', finding }] };
}

/** The text in the encoding the user named; one that is not known is a refusal, not a guess. */
function byName(bytes: Uint8Array, encoding: string): Decoded {
	const page: CodePage | undefined = CODE_PAGES.find((name) => name.toLowerCase() === encoding.toLowerCase());
	if (page && bytes.length > LIMITS.textCharacters) return tooLong(page);
	if (page) return { text: decodeCodePage(bytes, page), encoding: page, findings: [] };
	const label = encoding.toLowerCase();
	if (label === 'utf-8') return asUtf8(bytes);
	if (label === 'utf-16le' || label === 'utf-16be') {
		const decoded = decodeUtf16(bytes, label);
		return { ...decoded, findings: decoded.findings.filter(({ code }) => code !== 'encoding-detected') };
	}
	return {
		text: null,
		encoding,
		findings: [{ code: 'encoding-unknown', finding: { params: { encoding } } }]
	};
}

function withoutBom(decoded: Decoded): Decoded {
	return decoded.text?.startsWith('\ufeff') ? { ...decoded, text: decoded.text.slice(1) } : decoded;
}

/**
 * Bytes to text (import.md 3): byte order mark, UTF-16 by its zero bytes, strict UTF-8 over the whole file, then the
 * code page by whose letters the words read best. No character is ever replaced by U+FFFD. `encoding` and `repair` are
 * the user's word; a file of two encodings is read only where that asks for it.
 */
export function decodeBytes(
	bytes: Uint8Array,
	{ encoding, repair }: Pick<ReadingOptions, 'encoding' | 'repair'> = {}
): Decoded {
	const readMixed = repair?.includes('mixed-encoding') ?? false;
	if (encoding && !(readMixed && encoding.toLowerCase() === 'utf-8'))
		return withoutBom(byName(bytes, encoding));
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutBom(decodeUtf16(bytes, 'utf-16le'));
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutBom(decodeUtf16(bytes, 'utf-16be'));
	const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const pattern = bom ? null : utf16ByPattern(bytes);
	if (pattern) return decodeUtf16(bytes, pattern);
	const text = strictly(bytes, 'utf-8');
	if (text === '' && bytes.length > 0) return tooLong('utf-8');
	return withoutBom(
		text === null ? decodeDamagedUtf8(bytes, bom, readMixed) : { text, encoding: 'utf-8', findings: [] }
	);
}
