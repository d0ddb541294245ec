import { rankCodePages } from './code-page-choice';
import { decodeCodePage } from './code-pages';
import { utf16ByPattern } from './decode';
import { checkUtf8 } from './utf8';

/** One encoding a file may be in, and lines of the file as they read in it. */
export interface EncodingChoice {
	encoding: string;
	/** Physical lines that hold characters beyond ASCII, in file order; the same lines in every choice. */
	sample: { line: number; text: string }[];
	/** How well the file reads, from 0 for the worst of those listed to 1 for the best. */
	score: number;
}

interface Part {
	bytes: Uint8Array;
	/** Physical line on which it begins. */
	line: number;
}

const PART_BYTES = 1 << 18;
const LINES_SHOWN = 5;
const LONGEST_LINE = 200;
const CHOICES_SHOWN = 5;
const LF = 10;
const CR = 13;
const LINE_END = /\r\n|\n|\r/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Whole lines from the first byte beyond ASCII on, at most a quarter of a megabyte; null where every byte is ASCII. */
function tellingPart(bytes: Uint8Array): Part | null {
	let line = 1;
	let start = 0;
	for (let i = 0; i < bytes.length; i += 1) {
		const byte = bytes[i] ?? 0;
		if (byte >= 0x80) return { bytes: wholeLines(bytes.subarray(start, start + PART_BYTES)), line };
		if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
			line += 1;
			start = i + 1;
		}
	}
	return null;
}

function wholeLines(bytes: Uint8Array): Uint8Array {
	if (bytes.length < PART_BYTES) return bytes;
	const end = Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR));
	return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

function sampleOf(text: string, firstLine: number): EncodingChoice['sample'] {
	return text
		.split(LINE_END, 10_000)
		.map((own, index) => ({ line: firstLine + index, text: own.slice(0, LONGEST_LINE) }))
		.filter(({ text: own }) => BEYOND_ASCII.test(own))
		.slice(0, LINES_SHOWN);
}

function utf16Choices(bytes: Uint8Array, first: 'utf-16le' | 'utf-16be'): EncodingChoice[] {
	const part = bytes.subarray(0, PART_BYTES);
	const other = first === 'utf-16le' ? 'utf-16be' : 'utf-16le';
	return [first, other].map((encoding, index) => ({
		encoding,
		sample: sampleOf(new TextDecoder(encoding).decode(part), 1),
		score: 1 - index
	}));
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return utf16ByPattern(bytes);
}

const textOf = ({ sample }: EncodingChoice) => sample.map(({ text }) => text).join('\n');

/**
 * The encodings a file may be in, best first and at most five, to be shown side by side: UTF-16 in both orders where
 * its bytes have that pattern; else UTF-8 where they keep to it, and the code pages by how well its words read. Of
 * those that read the lines shown alike only the first is listed. Empty where every byte is ASCII.
 */
export function encodingChoices(bytes: Uint8Array): EncodingChoice[] {
	const utf16 = utf16Of(bytes);
	if (utf16) return utf16Choices(bytes, utf16);
	const part = tellingPart(bytes);
	if (!part) return [];
	const check = checkUtf8(part.bytes);
	const isUtf8 = check.firstInvalid < 0 || (check.cutAtEnd && check.validLines > 0);
	const ranked = rankCodePages(part.bytes);
	const best = ranked[0]?.score ?? 0;
	const spread = best - (ranked.at(-1)?.score ?? best) || 1;
	const choices: EncodingChoice[] = ranked.map(({ page, score }) => ({
		encoding: page,
		sample: sampleOf(decodeCodePage(part.bytes, page), part.line),
		score: isUtf8 ? 0 : 1 - (best - score) / spread
	}));
	if (isUtf8) {
		const text = new TextDecoder('utf-8').decode(
			check.cutAtEnd ? part.bytes.subarray(0, check.firstInvalid) : part.bytes
		);
		choices.unshift({ encoding: 'utf-8', sample: sampleOf(text, part.line), score: 1 });
	}
	const seen = new Set<string>();
	return choices
		.filter((choice) => !seen.has(textOf(choice)) && seen.add(textOf(choice)))
		.slice(0, CHOICES_SHOWN);
}
