/** How cells are cut: the delimiter may be several characters, the quote and the escape are one each. */
export interface Cut {
	delimiter: string;
	quote: string;
	escape: string;
}

/** One record read cell by cell: its cells, where its terminator stands, and how far it keeps to the rules. */
export interface RecordReading {
	cells: string[];
	/** Offset of the terminator, or the length of the text. */
	end: number;
	/** Line terminators inside its cells. */
	innerLines: number;
	/** A quoted cell did not close as the rules want; the reading stops being one. */
	fault: 'none' | 'bad-quote' | 'unclosed-quote';
}

/** What is done with a cell that opens with a quote but does not close where the rules want. */
type QuotePolicy =
	| 'strict' // it is a fault
	| 'literal' // the opening quote is text, the cell ends at the next delimiter
	| 'lenient' // quotes inside are text, the last quote before a delimiter closes
	| 'lenient-doubled' // as before, but a doubled quote before a delimiter is a text quote and the closing one
	| 'span'; // the quoted stretch and what follows it up to the delimiter is the text, quotes included

const LF = 10;
const CR = 13;

/** True at a line terminator or the end of the text. */
export function atLineEnd(text: string, i: number): boolean {
	if (i >= text.length) return true;
	const code = text.charCodeAt(i);
	return code === LF || code === CR;
}

function endsCell(text: string, i: number, delimiter: string): boolean {
	return atLineEnd(text, i) || text.startsWith(delimiter, i);
}

/** Offset of the quote that closes the cell opened at `open`, by the rules; -1 where none follows. */
function closingQuote(text: string, open: number, cut: Cut): number {
	const { quote, escape } = cut;
	let i = open + 1;
	for (;;) {
		const at = text.indexOf(quote, i);
		if (at < 0) return -1;
		if (escape === quote) {
			if (text.charAt(at + 1) !== quote) return at;
			i = at + 2;
		} else {
			if (text.charAt(at - 1) !== escape || at === open + 1) return at;
			i = at + 1;
		}
	}
}

/** Offset of the quote that closes a cell whose inner quotes are text; never beyond the line, -1 where none does. */
function lenientClose(text: string, open: number, cut: Cut, doubledCloses: boolean): number {
	const { quote, escape, delimiter } = cut;
	for (let i = open + 1; !atLineEnd(text, i); i += 1) {
		if (text.charAt(i) !== quote) continue;
		const doubled = escape === quote && text.charAt(i + 1) === quote;
		if (doubled && !(doubledCloses && endsCell(text, i + 2, delimiter))) {
			i += 1;
			continue;
		}
		if (escape !== quote && text.charAt(i - 1) === escape) continue;
		const close = doubled ? i + 1 : i;
		if (endsCell(text, close + 1, delimiter)) return close;
	}
	return -1;
}

/** Source text between two quotes as the cell means it: an escaped quote is one quote. */
function unescaped(inner: string, cut: Cut): string {
	return inner.includes(cut.quote) ? inner.replaceAll(cut.escape + cut.quote, cut.quote) : inner;
}

function countLines(text: string, from: number, to: number): number {
	let lines = 0;
	for (let i = from; i < to; i += 1) {
		const code = text.charCodeAt(i);
		if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) lines += 1;
	}
	return lines;
}

/** Where an unquoted cell that begins at `i` ends. */
function plainEnd(text: string, i: number, delimiter: string): number {
	const first = delimiter.charCodeAt(0);
	const single = delimiter.length === 1;
	let at = i;
	for (; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === LF || code === CR) break;
		if (code === first && (single || text.startsWith(delimiter, at))) break;
	}
	return at;
}

function lenientCell(
	text: string,
	open: number,
	cut: Cut,
	policy: QuotePolicy
): { cell: string; end: number } | null {
	if (policy !== 'lenient' && policy !== 'lenient-doubled') return null;
	const close = lenientClose(text, open, cut, policy === 'lenient-doubled');
	if (close < 0) return null;
	return { cell: unescaped(text.slice(open + 1, close), cut), end: close + 1 };
}

/** Reads the record that begins at `start`; under the policy `strict` it stops at the first fault. */
export function readRecord(text: string, start: number, cut: Cut, policy: QuotePolicy): RecordReading {
	const cells: string[] = [];
	let innerLines = 0;
	let fault: RecordReading['fault'] = 'none';
	let i = start;
	for (;;) {
		let end: number;
		if (cut.quote !== '' && text.charAt(i) === cut.quote) {
			const close = closingQuote(text, i, cut);
			if (close >= 0 && endsCell(text, close + 1, cut.delimiter)) {
				cells.push(unescaped(text.slice(i + 1, close), cut));
				innerLines += countLines(text, i, close);
				end = close + 1;
			} else {
				const sameLine = close >= 0 && countLines(text, i, close) === 0;
				fault = sameLine && fault === 'none' ? 'bad-quote' : fault === 'none' ? 'unclosed-quote' : fault;
				if (policy === 'strict') return { cells, end: i, innerLines, fault };
				const lenient = lenientCell(text, i, cut, policy);
				end = lenient?.end ?? plainEnd(text, policy === 'span' && sameLine ? close + 1 : i, cut.delimiter);
				cells.push(lenient?.cell ?? text.slice(i, end));
			}
		} else {
			end = plainEnd(text, i, cut.delimiter);
			cells.push(text.slice(i, end));
		}
		if (atLineEnd(text, end)) return { cells, end, innerLines, fault };
		i = end + cut.delimiter.length;
	}
}

const RECOVERIES: readonly QuotePolicy[] = ['lenient', 'lenient-doubled', 'literal', 'span'];

/** The best reading of a record whose quotes break the rules: the expected width first, then the fewest lines. */
export function recoverRecord(text: string, start: number, cut: Cut, width: number | null): RecordReading {
	let best: RecordReading | null = null;
	let bestCost = Infinity;
	for (const policy of RECOVERIES) {
		const reading = readRecord(text, start, cut, policy);
		const off = width === null || reading.cells.length === width ? 0 : 1;
		const cost = off * 1e6 + Math.min(reading.innerLines, 1e5);
		if (cost < bestCost) {
			best = reading;
			bestCost = cost;
		}
	}
	return best ?? readRecord(text, start, cut, 'literal');
}
