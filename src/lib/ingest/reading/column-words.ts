import type { CodedColumn } from '$lib/model/reading';
import { narrowCodes } from './cells';

const FIRST_SLOTS = 256;
/** Words of at least this many bytes are compared four bytes at a time; a shorter word is its own key. */
export const WORD_BYTES = 4;
/** Up to so many distinct words a column is asked for each in turn, which costs less than a hash. */
const FEW_WORDS = 16;
const MIX = 0x9e3779b1;
const LF = 10;
/** Stands for the first bytes of a word shorter than that: no cell of a clean file holds a line end. */
const NO_HEAD = LF * 0x01010101;
const TEXT_BYTES = 1 << 20;

/** Of a word: its first four bytes, its place, its length, and the word that followed it the last time. */
const HEAD = 0;
const START = 1;
const LENGTH = 2;
const AFTER = 3;
/** Places that a word takes, as a power of two. */
const STRIDE = 2;

function doubled<A extends Uint32Array | Int32Array>(array: A): A {
	const wider = new (array.constructor as new (length: number) => A)(array.length * 2);
	wider.set(array);
	return wider;
}

/** A word of less than four bytes as a number: its bytes, and its length above them. */
export function shortKey(bytes: number, length: number): number {
	return (bytes & ((1 << (length << 3)) - 1)) | (length << 24);
}

/**
 * The distinct words of one column, as places in the file's own bytes, and the code of every row. A cell is recognised
 * by what followed the cell above the last time, among few words by its first bytes, and else by its hash; only a word
 * that is new costs more than a comparison. Code 0 is the empty cell.
 */
export class ColumnWords {
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	#size = 1;
	#last = 0;
	/** By code, side by side because they are asked for together: {@link HEAD}, {@link START}, {@link LENGTH}, {@link AFTER}. */
	#words = new Int32Array((FIRST_SLOTS / 2) << STRIDE).fill(NO_HEAD, 0, 1);
	/** By code: hash, number of rows, and first row. */
	#hashes = new Int32Array(FIRST_SLOTS / 2);
	#counts = new Uint32Array(FIRST_SLOTS / 2);
	#first = new Uint32Array(FIRST_SLOTS / 2);
	#slots = new Int32Array(FIRST_SLOTS).fill(-1);
	#shortKeys = new Int32Array(FIRST_SLOTS).fill(-1);
	#shortCodes = new Uint32Array(FIRST_SLOTS);
	#shorts = 1;
	readonly #blocks: CodedColumn['codes'][] = [];

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#shortKeys[this.#shortSlot(0)] = 0;
	}

	lengthOf(code: number): number {
		return this.#words[(code << STRIDE) | LENGTH] as number;
	}

	#startOf(code: number): number {
		return this.#words[(code << STRIDE) | START] as number;
	}

	/**
	 * The known word of four bytes or more that stands at `from` with the byte `close` behind it, where it is easily
	 * found; else 0. `head` are the first four bytes there.
	 */
	guess(from: number, head: number, close: number): number {
		const likely = this.#words[(this.#last << STRIDE) | AFTER] as number;
		if (this.#stands(likely, from, head, close)) {
			this.#last = likely;
			return likely;
		}
		if (this.#size > FEW_WORDS) return 0;
		for (let code = 1; code < this.#size; code += 1) {
			if (!this.#stands(code, from, head, close)) continue;
			this.#follow(code);
			return code;
		}
		return 0;
	}

	#follow(code: number): void {
		this.#words[(this.#last << STRIDE) | AFTER] = code;
		this.#last = code;
	}

	#stands(code: number, from: number, head: number, close: number): boolean {
		const word = code << STRIDE;
		if (this.#words[word | HEAD] !== head) return false;
		const length = this.#words[word | LENGTH] as number;
		return (
			this.#bytes[from + length] === close && this.#same(this.#words[word | START] as number, from, length)
		);
	}

	/** True where the same `length` bytes stand at both places; four or more, the first four of which are known to be. */
	#same(a: number, b: number, length: number): boolean {
		const view = this.#view;
		const tail = length - WORD_BYTES;
		for (let k = WORD_BYTES; k < tail; k += WORD_BYTES) {
			if (view.getInt32(a + k, true) !== view.getInt32(b + k, true)) return false;
		}
		return view.getInt32(a + tail, true) === view.getInt32(b + tail, true);
	}

	/** Code of the cell from `from` to before `to`, in whatever row it stands first. */
	code(from: number, to: number, row: number): number {
		const length = to - from;
		if (length >= WORD_BYTES) {
			const code = this.#long(from, to, row);
			this.#follow(code);
			return code;
		}
		let bytes = 0;
		for (let k = 0; k < length; k += 1) bytes |= (this.#bytes[from + k] as number) << (k << 3);
		return this.short(shortKey(bytes, length), from, row);
	}

	#shortSlot(key: number): number {
		return (Math.imul(key, MIX) >>> 8) & (this.#shortKeys.length - 1);
	}

	/** Code of a cell of less than four bytes by its {@link shortKey}. */
	short(key: number, from: number, row: number): number {
		const mask = this.#shortKeys.length - 1;
		let slot = this.#shortSlot(key);
		while (this.#shortKeys[slot] !== key) {
			if (this.#shortKeys[slot] === -1) return this.#addShort(slot, key, from, row);
			slot = (slot + 1) & mask;
		}
		return this.#shortCodes[slot] as number;
	}

	#addShort(slot: number, key: number, from: number, row: number): number {
		const code = this.#add(from, key >>> 24, row);
		this.#shortKeys[slot] = key;
		this.#shortCodes[slot] = code;
		this.#shorts += 1;
		if (this.#shorts * 2 > this.#shortKeys.length) this.#growShort();
		return code;
	}

	#growShort(): void {
		const keys = this.#shortKeys;
		const codes = this.#shortCodes;
		this.#shortKeys = new Int32Array(keys.length * 2).fill(-1);
		this.#shortCodes = new Uint32Array(keys.length * 2);
		const mask = this.#shortKeys.length - 1;
		for (const [at, key] of keys.entries()) {
			if (key === -1) continue;
			let slot = this.#shortSlot(key);
			while (this.#shortKeys[slot] !== -1) slot = (slot + 1) & mask;
			this.#shortKeys[slot] = key;
			this.#shortCodes[slot] = codes[at] as number;
		}
	}

	#hash(from: number, to: number): number {
		const view = this.#view;
		const tail = to - WORD_BYTES;
		let hash = to - from;
		for (let k = from; k < tail; k += WORD_BYTES) {
			hash = Math.imul(hash ^ view.getInt32(k, true), MIX);
			hash ^= hash >>> 15;
		}
		hash = Math.imul(hash ^ view.getInt32(tail, true), MIX);
		return hash ^ (hash >>> 15);
	}

	#long(from: number, to: number, row: number): number {
		const hash = this.#hash(from, to);
		const head = this.#view.getInt32(from, true);
		const length = to - from;
		const mask = this.#slots.length - 1;
		let slot = hash & mask;
		for (;;) {
			const code = this.#slots[slot] as number;
			if (code < 0) break;
			if (
				this.#hashes[code] === hash &&
				this.lengthOf(code) === length &&
				this.#words[(code << STRIDE) | HEAD] === head &&
				this.#same(this.#startOf(code), from, length)
			)
				return code;
			slot = (slot + 1) & mask;
		}
		const code = this.#add(from, length, row);
		this.#words[(code << STRIDE) | HEAD] = head;
		this.#hashes[code] = hash;
		this.#slots[slot] = code;
		if (this.#size * 2 > this.#slots.length) this.#growSlots();
		return code;
	}

	#growSlots(): void {
		this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
		const mask = this.#slots.length - 1;
		for (let code = 1; code < this.#size; code += 1) {
			if (this.lengthOf(code) < WORD_BYTES) continue;
			let slot = (this.#hashes[code] as number) & mask;
			while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
			this.#slots[slot] = code;
		}
	}

	#add(from: number, length: number, row: number): number {
		const code = this.#size;
		if (code === this.#first.length) this.#growWords();
		this.#size += 1;
		this.#words[(code << STRIDE) | HEAD] = NO_HEAD;
		this.#words[(code << STRIDE) | START] = from;
		this.#words[(code << STRIDE) | LENGTH] = length;
		this.#first[code] = row;
		return code;
	}

	#growWords(): void {
		this.#words = doubled(this.#words);
		this.#hashes = doubled(this.#hashes);
		this.#counts = doubled(this.#counts);
		this.#first = doubled(this.#first);
	}

	/** Puts a block of codes away in the narrowest array that holds them: `rows` of them from `at` on, `step` apart. */
	endBlock(block: Uint32Array, at: number, step: number, rows: number): void {
		const codes = narrowCodes(this.#size, rows);
		const counts = this.#counts;
		for (let row = 0, from = at; row < rows; row += 1, from += step) {
			const code = block[from] as number;
			codes[row] = code;
			counts[code] = (counts[code] as number) + 1;
		}
		this.#blocks.push(codes);
	}

	/** Texts of the words by code, decoded a megabyte at a time: no word of a clean file holds the line feed between them. */
	#texts(quote: string, decoder: TextDecoder): string[] {
		const texts = [''];
		let next = 1;
		while (next < this.#size) {
			const first = next;
			let length = 0;
			do {
				length += this.lengthOf(next) + 1;
				next += 1;
			} while (next < this.#size && length < TEXT_BYTES);
			const passage = new Uint8Array(length - 1);
			let at = 0;
			for (let code = first; code < next; code += 1) {
				const start = this.#startOf(code);
				const end = start + this.lengthOf(code);
				for (let k = start; k < end; k += 1, at += 1) passage[at] = this.#bytes[k] as number;
				if (code < next - 1) passage[at] = LF;
				at += 1;
			}
			for (const text of decoder.decode(passage).split('\n'))
				texts.push(text.includes(quote) ? text.replaceAll(quote + quote, quote) : text);
		}
		return texts;
	}

	/** The column; throws TypeError where a text is no UTF-8. */
	column(rows: number, quote: string, decoder: TextDecoder): CodedColumn {
		const codes = narrowCodes(this.#size, rows);
		let at = 0;
		for (const block of this.#blocks.splice(0)) {
			codes.set(block, at);
			at += block.length;
		}
		const counts = this.#counts.slice(0, this.#size);
		const first = this.#first.slice(0, this.#size);
		return { texts: this.#texts(quote, decoder), counts, first, codes };
	}
}
