import type { CodedColumn } from '$lib/model/reading';
import { narrowCodes } from './cells';
import { LIMITS } from './limits';

/** How the records of a clean file are cut: single ASCII bytes, one kind of line end, the same number of cells everywhere. */
export interface ScanDialect {
	width: number;
	delimiter: number;
	quote: number;
	crlf: boolean;
}

/** A file cut into columns of distinct texts. */
export interface CodedScan {
	rows: number;
	columns: CodedColumn[];
	quotedCells: number;
	/** Empty lines below the last row. */
	blankLines: number;
	/** The last record has its line end. */
	terminated: boolean;
}

const LF = 10;
const CR = 13;
const FNV_PRIME = 16_777_619;
const CELLS_PER_BLOCK = 1 << 22;
const ROWS_PER_BLOCK = { least: 1 << 10, most: 1 << 16 };
const FIRST_SLOTS = 256;

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
	const wider = new Uint32Array(array.length * 2);
	wider.set(array);
	return wider;
}

/** The distinct byte strings of one column (open addressing over the file's own bytes) and the code of every row. */
class Dictionary {
	#size = 1;
	#mask = FIRST_SLOTS - 1;
	#slots = new Int32Array(FIRST_SLOTS).fill(-1);
	#hashes = new Uint32Array(FIRST_SLOTS / 2);
	#starts = new Uint32Array(FIRST_SLOTS / 2);
	#lengths = new Uint32Array(FIRST_SLOTS / 2);
	#counts = new Uint32Array(FIRST_SLOTS / 2);
	#first = new Uint32Array(FIRST_SLOTS / 2);
	/** Codes of texts of one byte. */
	readonly #single = new Int32Array(256).fill(-1);
	readonly #block: Uint32Array;
	readonly #blocks: CodedColumn['codes'][] = [];

	constructor(rowsPerBlock: number) {
		this.#block = new Uint32Array(rowsPerBlock);
	}

	/** Takes the cell of a row: the bytes from `from` to before `to`, with their hash; `at` is the row within the block. */
	take(bytes: Uint8Array, from: number, to: number, hash: number, row: number, at: number): void {
		let code = 0;
		if (to - from === 1) {
			const byte = bytes[from] as number;
			code = this.#single[byte] as number;
			if (code < 0) this.#single[byte] = code = this.#find(bytes, from, to, hash, row);
		} else if (to > from) {
			code = this.#find(bytes, from, to, hash, row);
		}
		this.#counts[code] = (this.#counts[code] as number) + 1;
		this.#block[at] = code;
	}

	#find(bytes: Uint8Array, from: number, to: number, hash: number, row: number): number {
		const length = to - from;
		let slot = (hash ^ (hash >>> 15)) & this.#mask;
		for (;;) {
			const code = this.#slots[slot] as number;
			if (code < 0) break;
			if (this.#hashes[code] === hash && this.#lengths[code] === length) {
				const start = this.#starts[code] as number;
				let i = 0;
				while (i < length && bytes[start + i] === bytes[from + i]) i += 1;
				if (i === length) return code;
			}
			slot = (slot + 1) & this.#mask;
		}
		const code = this.#size;
		this.#size += 1;
		this.#slots[slot] = code;
		this.#hashes[code] = hash;
		this.#starts[code] = from;
		this.#lengths[code] = length;
		this.#first[code] = row;
		if (this.#size === this.#hashes.length) this.#grow();
		return code;
	}

	#grow(): void {
		this.#hashes = doubled(this.#hashes);
		this.#starts = doubled(this.#starts);
		this.#lengths = doubled(this.#lengths);
		this.#counts = doubled(this.#counts);
		this.#first = doubled(this.#first);
		this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
		this.#mask = this.#slots.length - 1;
		for (let code = 1; code < this.#size; code += 1) {
			const hash = this.#hashes[code] as number;
			let slot = (hash ^ (hash >>> 15)) & this.#mask;
			while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & this.#mask;
			this.#slots[slot] = code;
		}
	}

	/** Puts the block's codes away in the narrowest array that holds them. */
	endBlock(rows: number): void {
		const codes = narrowCodes(this.#size, rows);
		codes.set(this.#block.subarray(0, rows));
		this.#blocks.push(codes);
	}

	/** The column; throws TypeError where a text is no UTF-8. */
	column(bytes: Uint8Array, rows: number, quote: string, decoder: TextDecoder): CodedColumn {
		const codes = narrowCodes(this.#size, rows);
		let at = 0;
		for (const block of this.#blocks.splice(0)) {
			codes.set(block, at);
			at += block.length;
		}
		const texts = [''];
		for (let code = 1; code < this.#size; code += 1) {
			const start = this.#starts[code] as number;
			const text = decoder.decode(bytes.subarray(start, start + (this.#lengths[code] as number)));
			texts.push(text.includes(quote) ? text.replaceAll(quote + quote, quote) : text);
		}
		const counts = this.#counts.slice(0, this.#size);
		return { texts, counts, first: this.#first.slice(0, this.#size), codes };
	}
}

/** Empty lines from `at` to the end of the file; null where anything else stands there. */
function blankLinesFrom(bytes: Uint8Array, at: number, crlf: boolean): number | null {
	const step = crlf ? 2 : 1;
	for (let i = at; i < bytes.length; i += step) {
		if (crlf ? bytes[i] !== CR || bytes[i + 1] !== LF : bytes[i] !== LF) return null;
	}
	return (bytes.length - at) / step;
}

/**
 * Cuts the bytes from `start` on into columns of distinct texts in one pass, without a text per cell. Every byte is
 * a delimiter, a quote, a line end or part of a dictionary's word, and words are decoded strictly, so the file is UTF-8.
 * Null where the file is not clean: another number of cells, a stray quote, a line break inside a cell, another line
 * end, or more rows than may be.
 */
export function scanColumns(bytes: Uint8Array, start: number, dialect: ScanDialect): CodedScan | null {
	const { width, delimiter, quote, crlf } = dialect;
	const { least, most } = ROWS_PER_BLOCK;
	const perBlock = Math.max(least, Math.min(most, Math.floor(CELLS_PER_BLOCK / width)));
	const dictionaries = Array.from({ length: width }, () => new Dictionary(perBlock));
	const end = bytes.length;
	let i = start;
	let row = 0;
	let inBlock = 0;
	let quotedCells = 0;
	let blankLines: number | null = 0;
	let terminated = true;
	while (i < end) {
		if (bytes[i] === LF || bytes[i] === CR) {
			blankLines = blankLinesFrom(bytes, i, crlf);
			if (blankLines === null) return null;
			break;
		}
		for (let column = 0; column < width; column += 1) {
			let from = i;
			let to: number;
			let hash = 0;
			if (bytes[i] === quote) {
				quotedCells += 1;
				i += 1;
				from = i;
				for (;;) {
					const byte = bytes[i];
					if (byte === undefined || byte === LF || byte === CR) return null;
					if (byte === quote) {
						if (bytes[i + 1] !== quote) break;
						hash = Math.imul(hash ^ byte, FNV_PRIME);
						i += 1;
					}
					hash = Math.imul(hash ^ byte, FNV_PRIME);
					i += 1;
				}
				to = i;
				i += 1;
			} else {
				while (i < end) {
					const byte = bytes[i] as number;
					if (byte === delimiter || byte === LF || byte === CR) break;
					if (byte === quote) return null;
					hash = Math.imul(hash ^ byte, FNV_PRIME);
					i += 1;
				}
				to = i;
			}
			(dictionaries[column] as Dictionary).take(bytes, from, to, hash >>> 0, row, inBlock);
			if (column < width - 1) {
				if (bytes[i] !== delimiter) return null;
				i += 1;
			}
		}
		if (i < end) {
			if (crlf && bytes[i] !== CR) return null;
			if (crlf) i += 1;
			if (bytes[i] !== LF) return null;
			i += 1;
		} else {
			terminated = false;
		}
		row += 1;
		inBlock += 1;
		if (row > LIMITS.rows) return null;
		if (inBlock === perBlock) {
			for (const dictionary of dictionaries) dictionary.endBlock(inBlock);
			inBlock = 0;
		}
	}
	for (const dictionary of dictionaries) dictionary.endBlock(inBlock);
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const quoteText = String.fromCharCode(quote);
	try {
		const columns = dictionaries.map((dictionary) => dictionary.column(bytes, row, quoteText, decoder));
		return { rows: row, columns, quotedCells, blankLines, terminated };
	} catch {
		return null;
	}
}
