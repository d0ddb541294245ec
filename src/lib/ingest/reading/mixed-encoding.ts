import { chooseCodePage } from './code-page-choice';
import { decodeCodePage, type CodePage } from './code-pages';

/** A file of two encodings read line by line, and by which code page the lines that are no UTF-8 were read. */
interface MixedText {
	text: string;
	page: CodePage;
	/** Lines read by the code page. */
	lines: number;
}

const LF = 10;
const CR = 13;

/** Offsets behind each line, terminator included. */
function lineEnds(bytes: Uint8Array): number[] {
	const ends: number[] = [];
	for (let i = 0; i < bytes.length; i += 1) {
		if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) ends.push(i + 1);
	}
	if (ends.at(-1) !== bytes.length) ends.push(bytes.length);
	return ends;
}

/** Stretches of whole lines that are UTF-8, or are not; as few as possible, in the order of the file. */
function stretches(bytes: Uint8Array): { start: number; end: number; utf8: boolean; lines: number }[] {
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const found: { start: number; end: number; utf8: boolean; lines: number }[] = [];
	let start = 0;
	for (const end of lineEnds(bytes)) {
		let utf8 = true;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			utf8 = false;
		}
		const last = found.at(-1);
		if (last?.utf8 === utf8) {
			last.end = end;
			last.lines += 1;
		} else found.push({ start, end, utf8, lines: 1 });
		start = end;
	}
	return found;
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/**
 * Reads a file glued from UTF-8 and a code page (import.md, case 12): lines of well-formed UTF-8 as such, the rest by
 * the code page by which it reads best. Every byte has its character; none becomes U+FFFD.
 */
export function decodeMixed(bytes: Uint8Array): MixedText {
	const parts = stretches(bytes);
	const foreign = parts.filter(({ utf8 }) => !utf8);
	const { page } = chooseCodePage(joinedBytes(foreign.map(({ start, end }) => bytes.subarray(start, end))));
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	const text = parts
		.map((part) => {
			const own = bytes.subarray(part.start, part.end);
			return part.utf8 ? utf8.decode(own) : decodeCodePage(own, page);
		})
		.join('');
	return { text, page, lines: foreign.reduce((sum, { lines }) => sum + lines, 0) };
}
