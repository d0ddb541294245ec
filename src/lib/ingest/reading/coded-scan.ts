import type { CodedColumn } from '$lib/model/reading';
import { ColumnWords, shortKey, WORD_BYTES } from './column-words';

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
/** Cells whose codes are gathered row by row before each column gets its own: few enough to stay in the processor's cache. */
const CELLS_PER_BLOCK = 1 << 16;
const BYTES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;

/** The high bit of every byte that is zero, and perhaps of bytes above the first of them. */
function zeroBytes(word: number): number {
	return (word - BYTES) & ~word & HIGH_BITS;
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
 * Cuts the bytes from `start` on into columns of distinct texts in one pass, part by part, without a text per cell.
 * Every byte is a delimiter, a quote, a line end or part of a column's word, and words are decoded strictly, so the
 * file is UTF-8. A file is not clean where it has another number of cells, a stray quote, a line break inside a
 * cell, or another line end.
 */
export class ColumnScan {
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	readonly #dialect: ScanDialect;
	readonly #columns: ColumnWords[];
	readonly #stopWords: { delimiter: number; quote: number };
	/** Codes of the latest rows, row by row. */
	readonly #block: Uint32Array;
	#inBlock = 0;
	#at: number;
	#rows = 0;
	#quotedCells = 0;
	#blankLines = 0;
	#terminated = true;

	constructor(bytes: Uint8Array, start: number, dialect: ScanDialect) {
		const { width, delimiter, quote } = dialect;
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#dialect = dialect;
		this.#stopWords = { delimiter: delimiter * BYTES, quote: quote * BYTES };
		this.#block = new Uint32Array(width * Math.max(1, Math.floor(CELLS_PER_BLOCK / width)));
		this.#columns = Array.from({ length: width }, () => new ColumnWords(bytes));
		this.#at = start;
	}

	/** How many bytes are cut so far. */
	get at(): number {
		return this.#at;
	}

	/** How many rows are cut so far. */
	get rows(): number {
		return this.#rows;
	}

	get done(): boolean {
		return this.#at >= this.#bytes.length;
	}

	/** Cuts whole rows up to `until` or a little beyond; false where the file is not clean. */
	advance(until: number): boolean {
		const end = Math.min(until, this.#bytes.length);
		while (this.#at < end) {
			const byte = this.#bytes[this.#at];
			if (byte === LF || byte === CR) {
				const blank = blankLinesFrom(this.#bytes, this.#at, this.#dialect.crlf);
				if (blank === null) return false;
				this.#blankLines = blank;
				this.#at = this.#bytes.length;
				return true;
			}
			if (!this.#row()) return false;
			if (this.#inBlock === this.#block.length) this.#endBlock();
		}
		return true;
	}

	#put(code: number): void {
		this.#block[this.#inBlock] = code;
		this.#inBlock += 1;
	}

	#endBlock(): void {
		const { width } = this.#dialect;
		const rows = this.#inBlock / width;
		for (const [column, words] of this.#columns.entries()) words.endBlock(this.#block, column, width, rows);
		this.#inBlock = 0;
	}

	/** Cuts one row with its line end; false where it is not clean. */
	#row(): boolean {
		const bytes = this.#bytes;
		const { width, delimiter, quote, crlf } = this.#dialect;
		const lineEnd = crlf ? CR : LF;
		const last = width - 1;
		let i = this.#at;
		for (let column = 0; column <= last; column += 1) {
			const words = this.#columns[column] as ColumnWords;
			const close = column < last ? delimiter : lineEnd;
			i = bytes[i] === quote ? this.#quotedCell(words, i + 1) : this.#plainCell(words, i, close);
			if (i < 0) return false;
			if (column === last) break;
			if (bytes[i] !== delimiter) return false;
			i += 1;
		}
		if (i < bytes.length) {
			if (bytes[i] !== lineEnd) return false;
			if (crlf && bytes[i + 1] !== LF) return false;
			i += crlf ? 2 : 1;
		} else {
			this.#terminated = false;
		}
		this.#at = i;
		this.#rows += 1;
		return true;
	}

	/** Takes the cell without quotes that begins at `from`, and says where it ends; -1 where it is not clean. */
	#plainCell(words: ColumnWords, from: number, close: number): number {
		const bytes = this.#bytes;
		const { delimiter, quote } = this.#dialect;
		let to = from;
		if (from + WORD_BYTES <= bytes.length) {
			const head = this.#view.getInt32(from, true);
			const stops = this.#stops(head);
			if (stops !== 0) {
				const length = (31 - Math.clz32(stops & -stops)) >> 3;
				to = from + length;
				if (bytes[to] === quote) return -1;
				this.#put(words.short(shortKey(head, length), from, this.#rows));
				return to;
			}
			const code = words.guess(from, head, close);
			if (code !== 0) {
				this.#put(code);
				return from + words.lengthOf(code);
			}
			to += WORD_BYTES;
			while (to + WORD_BYTES <= bytes.length && this.#stops(this.#view.getInt32(to, true)) === 0)
				to += WORD_BYTES;
		}
		for (; to < bytes.length; to += 1) {
			const byte = bytes[to] as number;
			if (byte === delimiter || byte === LF || byte === CR) break;
			if (byte === quote) return -1;
		}
		this.#put(words.code(from, to, this.#rows));
		return to;
	}

	/** Marks the bytes of a word that end a plain cell, or may not stand in one. */
	#stops(word: number): number {
		const { delimiter, quote } = this.#stopWords;
		return (
			zeroBytes(word ^ delimiter) |
			zeroBytes(word ^ (LF * BYTES)) |
			zeroBytes(word ^ (CR * BYTES)) |
			zeroBytes(word ^ quote)
		);
	}

	/** Takes the cell whose text begins at `from`, behind its quote, and says where it ends; -1 where it is not clean. */
	#quotedCell(words: ColumnWords, from: number): number {
		const bytes = this.#bytes;
		const { quote } = this.#dialect;
		this.#quotedCells += 1;
		if (from + WORD_BYTES <= bytes.length) {
			const code = words.guess(from, this.#view.getInt32(from, true), quote);
			const to = from + words.lengthOf(code);
			if (code !== 0 && bytes[to + 1] !== quote) {
				this.#put(code);
				return to + 1;
			}
		}
		let to = from;
		for (;;) {
			const byte = bytes[to];
			if (byte === undefined || byte === LF || byte === CR) return -1;
			if (byte === quote) {
				if (bytes[to + 1] !== quote) break;
				to += 1;
			}
			to += 1;
		}
		this.#put(words.code(from, to, this.#rows));
		return to + 1;
	}

	/** The columns once all is cut; null where a text is no UTF-8. */
	finish(): CodedScan | null {
		this.#endBlock();
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		const quote = String.fromCharCode(this.#dialect.quote);
		try {
			const columns = this.#columns.map((words) => words.column(this.#rows, quote, decoder));
			return {
				rows: this.#rows,
				columns,
				quotedCells: this.#quotedCells,
				blankLines: this.#blankLines,
				terminated: this.#terminated
			};
		} catch {
			return null;
		}
	}
}
