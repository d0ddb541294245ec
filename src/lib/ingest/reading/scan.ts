import { atLineEnd, readRecord, recoverRecord, type Cut, type RecordReading } from './record';

/** Records of a text by one way of cutting; arrays are aligned, offsets exclude the terminators. */
export interface Scan {
	starts: number[];
	ends: number[];
	/** Physical line (1-based) on which each record begins. */
	lines: number[];
	widths: number[];
	/** Records whose quotes break the rules, with the reading chosen for them. */
	recovered: Map<number, RecordReading>;
	/** Records with stray quotes inside unquoted cells: cells with an odd number of them. */
	strayQuotes: Map<number, number>;
	/** Quoted cells that keep the rules. */
	quotedCells: number;
	/** Records with a quoted cell that holds a line terminator. */
	multiline: number[];
	terminators: { lf: number; crlf: number; cr: number };
	/** The last record has its terminator. */
	terminated: boolean;
}

const LF = 10;
const CR = 13;

class Scanner {
	readonly scan: Scan = {
		starts: [],
		ends: [],
		lines: [],
		widths: [],
		recovered: new Map(),
		strayQuotes: new Map(),
		quotedCells: 0,
		multiline: [],
		terminators: { lf: 0, crlf: 0, cr: 0 },
		terminated: true
	};
	readonly #text: string;
	readonly #cut: Cut;
	readonly #width: number | null;
	readonly #end: number;
	#at = 0;
	#line = 1;

	constructor(text: string, cut: Cut, width: number | null, end: number) {
		this.#text = text;
		this.#cut = cut;
		this.#width = width;
		this.#end = end;
	}

	run(): Scan {
		while (this.#at < this.#end) this.#record();
		return this.scan;
	}

	/** Offset behind the quoted cell that begins at `open`; -1 where it breaks the rules. Counts the lines inside. */
	#quoted(open: number): number {
		const text = this.#text;
		const { quote, escape, delimiter } = this.#cut;
		let i = open + 1;
		let close: number;
		for (;;) {
			close = text.indexOf(quote, i);
			if (close < 0) return -1;
			if (escape === quote) {
				if (text.charAt(close + 1) !== quote) break;
				i = close + 2;
			} else {
				if (text.charAt(close - 1) !== escape || close === open + 1) break;
				i = close + 1;
			}
		}
		return atLineEnd(text, close + 1) || text.startsWith(delimiter, close + 1) ? close + 1 : -1;
	}

	#innerLines(from: number, to: number): number {
		let lines = 0;
		for (let i = from; i < to; i += 1) {
			const code = this.#text.charCodeAt(i);
			if (code === LF || (code === CR && this.#text.charCodeAt(i + 1) !== LF)) lines += 1;
		}
		return lines;
	}

	#record(): void {
		const text = this.#text;
		const { delimiter, quote } = this.#cut;
		const delimiterCode = delimiter.charCodeAt(0);
		const singleDelimiter = delimiter.length === 1;
		const quoteCode = quote === '' ? -1 : quote.charCodeAt(0);
		const start = this.#at;
		const length = text.length;
		let width = 1;
		let innerLines = 0;
		let oddCells = 0;
		let quotesInCell = 0;
		let cellStart = true;
		let i = start;
		for (; i < length; i += 1) {
			const code = text.charCodeAt(i);
			if (cellStart && code === quoteCode) {
				const end = this.#quoted(i);
				if (end < 0) return this.#recover(start);
				this.scan.quotedCells += 1;
				innerLines += this.#innerLines(i, end);
				i = end - 1;
				cellStart = false;
				continue;
			}
			cellStart = false;
			if (code === LF || code === CR) break;
			if (code === quoteCode) quotesInCell += 1;
			else if (code === delimiterCode && (singleDelimiter || text.startsWith(delimiter, i))) {
				width += 1;
				oddCells += quotesInCell & 1;
				quotesInCell = 0;
				cellStart = true;
				i += delimiter.length - 1;
			}
		}
		oddCells += quotesInCell & 1;
		const index = this.scan.starts.length;
		if (oddCells > 0) this.scan.strayQuotes.set(index, oddCells);
		if (innerLines > 0) {
			if (this.#isSwallowed(start, width)) return this.#recover(start);
			this.scan.multiline.push(index);
		}
		this.#push(start, i, width, innerLines);
	}

	/** A quoted cell ran over lines and the width is wrong, while the quote as text gives the width: it was never closed. */
	#isSwallowed(start: number, width: number): boolean {
		if (this.#width === null || width === this.#width) return false;
		const plain = readRecord(this.#text, start, { ...this.#cut, quote: '' }, 'strict');
		return plain.cells.length === this.#width;
	}

	#recover(start: number): void {
		const strict = readRecord(this.#text, start, this.#cut, 'strict');
		let reading: RecordReading;
		if (strict.fault === 'none') {
			const plain = readRecord(this.#text, start, { ...this.#cut, quote: '' }, 'strict');
			reading = { ...plain, fault: 'unclosed-quote' };
		} else {
			reading = { ...recoverRecord(this.#text, start, this.#cut, this.#width), fault: strict.fault };
		}
		this.scan.recovered.set(this.scan.starts.length, reading);
		this.#push(start, reading.end, reading.cells.length, reading.innerLines);
	}

	#push(start: number, end: number, width: number, innerLines: number): void {
		const { scan } = this;
		scan.starts.push(start);
		scan.ends.push(end);
		scan.lines.push(this.#line);
		scan.widths.push(width);
		this.#line += innerLines + 1;
		const code = this.#text.charCodeAt(end);
		if (code === CR && this.#text.charCodeAt(end + 1) === LF) {
			scan.terminators.crlf += 1;
			this.#at = end + 2;
		} else if (code === LF || code === CR) {
			if (code === LF) scan.terminators.lf += 1;
			else scan.terminators.cr += 1;
			this.#at = end + 1;
		} else {
			scan.terminated = false;
			this.#at = end;
		}
	}
}

/**
 * Cuts a text into records in one pass. Records whose quotes break the rules are read again by `recoverRecord`,
 * towards `width` where it is known. `end` stops the scan early: the last record may then run over it.
 */
export function scanText(text: string, cut: Cut, width: number | null, end: number = text.length): Scan {
	return new Scanner(text, cut, width, end).run();
}
