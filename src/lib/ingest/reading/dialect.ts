import type { Cut } from './record';
import { scanText, type Scan } from './scan';
import {
	commaCutsNothing,
	decimalCommaShare,
	isColumnOfDecimals,
	isColumnOfSentences
} from './sentence-signs';

/** A way of cutting the text, chosen over the whole of it. */
export interface DialectChoice {
	cut: Cut;
	scan: Scan;
	/** Modal number of cells of the records that are not blank. */
	width: number;
	/** Share of records of that width. */
	share: number;
	/** The share, less that of the records whose quotes break the rules. */
	score: number;
	/** Another way of cutting reads the file as well: its delimiter. */
	rival: string | null;
}

/** Delimiters a file is tried with, the likelier first. */
export const DELIMITERS = [';', ',', '\t', '|', ', ', ' '] as const;
/** Delimiters that no number or sentence holds beside a letter. */
const EXPLICIT: ReadonlySet<string> = new Set([';', '\t', '|']);
const SAMPLE = 1 << 18;
const CLOSE = 0.02;
const GOOD = 0.5;
const CERTAIN = 0.97;

function modalWidth(scan: Scan, text: string): { width: number; share: number; records: number } {
	const counts = new Map<number, number>();
	let records = 0;
	for (let index = 0; index < scan.widths.length; index += 1) {
		const start = scan.starts[index] ?? 0;
		const end = scan.ends[index] ?? 0;
		const width = scan.widths[index] ?? 1;
		if (width === 1 && text.slice(start, Math.min(end, start + 64)).trim() === '') continue;
		counts.set(width, (counts.get(width) ?? 0) + 1);
		records += 1;
	}
	let width = 1;
	let most = 0;
	for (const [candidate, count] of counts) {
		if (count > most || (count === most && candidate > width)) {
			width = candidate;
			most = count;
		}
	}
	return { width, share: records === 0 ? 1 : most / records, records };
}

function judge(text: string, cut: Cut, end: number): DialectChoice {
	const scan = scanText(text, cut, null, end);
	const { width, share, records } = modalWidth(scan, text);
	const faults = records === 0 ? 0 : scan.recovered.size / records;
	return { cut, scan, width, share, score: share - faults, rival: null };
}

function cutsToTry(text: string, end: number, fixed: { delimiter?: string; quote?: string }): Cut[] {
	const head = text.slice(0, end);
	const delimiters =
		fixed.delimiter !== undefined
			? [fixed.delimiter]
			: DELIMITERS.filter((delimiter) => head.includes(delimiter));
	if (delimiters.length === 0) delimiters.push(',');
	const quotes = fixed.quote !== undefined ? [fixed.quote] : head.includes("'") ? ['"', "'"] : ['"'];
	const cuts: Cut[] = [];
	for (const delimiter of delimiters) {
		for (const quote of quotes) {
			if (fixed.quote === undefined && quote === "'" && !opensCells(head, delimiter)) continue;
			cuts.push({ delimiter, quote, escape: quote });
			if (quote !== '' && head.includes(`\\${quote}`)) cuts.push({ delimiter, quote, escape: '\\' });
		}
	}
	return cuts;
}

/** An apostrophe quotes cells only where it both opens and closes some beside the delimiter. */
function opensCells(head: string, delimiter: string): boolean {
	return (
		(head.includes(`${delimiter}'`) || head.startsWith("'")) &&
		(head.includes(`'${delimiter}`) || head.includes("'\n") || head.includes("'\r"))
	);
}

/** A text that reads as one column of numbers or sentences though its signs cut it. */
function isOneColumn(choice: DialectChoice, text: string, end: number): boolean {
	const { cut, width, scan } = choice;
	if (cut.delimiter === ',' && isColumnOfDecimals(scan.widths, width, text, end)) return true;
	return isColumnOfSentences(scan, cut.delimiter, text, end);
}

/** As many cells keep the rules of this quote as there are records, and none breaks them: it is no apostrophe. */
function quotesThroughout({ scan }: DialectChoice): boolean {
	return scan.recovered.size + scan.strayQuotes.size === 0 && scan.quotedCells >= scan.starts.length;
}

/** Space separates cells only of a file that nothing else explains, in three columns and more, the header included. */
function spaceIsLegal(choice: DialectChoice): boolean {
	return choice.width >= 3 && choice.score >= CERTAIN && choice.scan.widths[0] === choice.width;
}

function rank(choices: DialectChoice[], text: string, end: number, asked: boolean): DialectChoice[] {
	const good = choices.filter(({ width, share }) => width > 1 && share >= GOOD);
	const explicit = good.some((choice) => EXPLICIT.has(choice.cut.delimiter));
	const isLegal = (choice: DialectChoice) =>
		(choice.cut.delimiter !== ' ' || (!explicit && spaceIsLegal(choice))) && !isOneColumn(choice, text, end);
	const cut = asked ? good : good.filter(isLegal);
	const commaIsDecimal =
		cut.some((choice) => EXPLICIT.has(choice.cut.delimiter)) && decimalCommaShare(text, end) > GOOD;
	const weight = (choice: DialectChoice) => {
		let score = choice.score;
		if (choice.cut.delimiter === ' ') score -= 3 * CLOSE;
		if (choice.cut.delimiter === ',' && commaIsDecimal) score -= 0.5;
		if (choice.cut.escape === '\\') score -= CLOSE / 4;
		if (choice.cut.quote === "'") score += quotesThroughout(choice) ? CLOSE / 2 : -CLOSE / 4;
		return score + Math.min(choice.width, 50) * 1e-4;
	};
	return cut.toSorted((a, b) => weight(b) - weight(a));
}

/** ", " stands for "," where both cut alike: the space belongs to the delimiter. */
function withSpace(best: DialectChoice, ranked: DialectChoice[]): DialectChoice {
	if (best.cut.delimiter !== ',') return best;
	const spaced = ranked.find(
		({ cut, width, score }) => cut.delimiter === ', ' && width === best.width && score >= best.score
	);
	return spaced ?? best;
}

function rivalOf(best: DialectChoice, ranked: DialectChoice[], text: string, end: number): string | null {
	const rival = ranked.find(
		({ cut, score }) =>
			!(cut.delimiter === ',' && best.cut.delimiter !== ',' && commaCutsNothing(text, end)) &&
			!best.cut.delimiter.startsWith(cut.delimiter) &&
			!cut.delimiter.startsWith(best.cut.delimiter) &&
			cut.delimiter !== ' ' &&
			score >= best.score - CLOSE
	);
	if (!rival) return null;
	const explained = EXPLICIT.has(best.cut.delimiter);
	return explained && rival.width < best.width ? null : rival.cut.delimiter;
}

/** Ways of cutting as the head of a text ranks them. */
interface HeadRanking {
	cuts: Cut[];
	/** Offset of the head's end. */
	end: number;
	/** The best of them, with what reads the head as well; null where nothing cuts it evenly. */
	best: DialectChoice | null;
}

/** Characters by which the ways of cutting are ranked. */
export const HEAD_CHARACTERS = SAMPLE;

/** Ranks the ways of cutting by the head of a text: all it needs are a few characters more than {@link HEAD_CHARACTERS}. */
export function rankByHead(text: string, fixed: { delimiter?: string; quote?: string } = {}): HeadRanking {
	const end =
		text.length <= SAMPLE
			? text.length
			: Math.max(text.lastIndexOf('\n', SAMPLE), text.lastIndexOf('\r', SAMPLE), 1);
	const cuts = cutsToTry(text, end, fixed);
	const ranked = rank(
		cuts.map((cut) => judge(text, cut, end)),
		text,
		end,
		fixed.delimiter !== undefined
	);
	const best = ranked[0] ? withSpace(ranked[0], ranked) : null;
	return { cuts, end, best: best && { ...best, rival: rivalOf(best, ranked, text, end) } };
}

/**
 * Chooses delimiter, quote and escape (import.md 6): the share of records of one width, less quote faults, decides;
 * delimiters inside quotes do not vote; one column is a legal answer. Candidates are ranked on the head of a large
 * file, and the winner is held against the whole of it.
 */
export function chooseDialect(
	text: string,
	fixed: { delimiter?: string; quote?: string } = {}
): DialectChoice {
	const { cuts, end, best } = rankByHead(text, fixed);
	const fallback: Cut = {
		delimiter: fixed.delimiter ?? ',',
		quote: fixed.quote ?? '"',
		escape: fixed.quote ?? '"'
	};
	if (!best) {
		const single = oneColumn(text, cuts, fallback, fixed.delimiter !== undefined);
		return single;
	}
	const whole = end === text.length ? best : judge(text, best.cut, text.length);
	if (whole.share >= GOOD) return { ...whole, rival: best.rival };
	const again = rank(
		cuts.map((cut) => judge(text, cut, text.length)),
		text,
		text.length,
		fixed.delimiter !== undefined
	);
	const chosen = again[0];
	return chosen
		? { ...withSpace(chosen, again), rival: rivalOf(chosen, again, text, text.length) }
		: oneColumn(text, cuts, fallback, fixed.delimiter !== undefined);
}

/** Quoted cells stand between spaces and nowhere else: the spaces cut, however uneven the rest. */
function spacedQuotes(text: string, cuts: Cut[]): DialectChoice | null {
	for (const cut of cuts.filter(({ delimiter }) => delimiter === ' ')) {
		const choice = judge(text, cut, text.length);
		const several = choice.scan.starts.length > 1 && choice.scan.widths.some((width) => width > 1);
		if (several && quotesThroughout(choice)) return choice;
	}
	return null;
}

const NEVER = '\u0001';

/** The text as one column, by the quote and escape that its cells keep to best; the usual ones where none is better. */
function singleColumn(text: string, cuts: Cut[], fallback: Cut): DialectChoice {
	const delimiter = text.includes(fallback.delimiter) ? NEVER : fallback.delimiter;
	let best = judge(text, { ...fallback, delimiter }, text.length);
	for (const { quote, escape } of cuts) {
		if (quote === best.cut.quote && escape === best.cut.escape) continue;
		const other = judge(text, { delimiter, quote, escape }, text.length);
		const better =
			quote === "'" ? best.scan.quotedCells === 0 && quotesThroughout(other) : other.score > best.score;
		if (better) best = other;
	}
	return best;
}

const LEAST_BLOCK = { rows: 2, width: 3 };
/** Such a table is always asked about. */
const UNSURE = 0.49;

/**
 * Width and share of a few lines in a row that are cut alike among many that are not: a small table below its titles. A list of
 * choices that are cut alike has the same words in other places; sentences have spaces behind their signs.
 */
function blockOf({ cut, scan }: DialectChoice, text: string): Pick<DialectChoice, 'width' | 'share'> | null {
	const records = Array.from(scan.widths, (width, index) => ({
		width,
		cells: text.slice(scan.starts[index] ?? 0, scan.ends[index] ?? 0).split(cut.delimiter)
	})).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const width = records.reduce((most, record) => Math.max(most, record.width), 0);
	const first = records.findIndex((record) => record.width === width);
	const block = records.filter((record) => record.width === width);
	if (width < LEAST_BLOCK.width || block.length < LEAST_BLOCK.rows || block.length === records.length)
		return null;
	if (block.some((record, at) => records[first + at] !== record)) return null;
	if (block.every(({ cells }) => cells.slice(1).every((cell) => /^\s|^$/.test(cell)))) return null;
	const places = new Map<string, number>();
	for (const { cells } of block) {
		const words = cells.map((cell) => cell.trim());
		if (words.some((word, column) => word !== '' && (places.get(word) ?? column) !== column)) return null;
		for (const [column, word] of words.entries()) places.set(word, column);
	}
	return { width, share: Math.min(block.length / records.length, UNSURE) };
}

/**
 * No delimiter cuts the file evenly. Where none cuts most of its lines, it is one column whose text may hold any of
 * them; otherwise the reading that cuts best is returned with its low score, to be asked about.
 */
function oneColumn(text: string, cuts: Cut[], fallback: Cut, asked: boolean): DialectChoice {
	const spaced = spacedQuotes(text, cuts);
	if (spaced) return spaced;
	const judged = cuts
		.filter(({ delimiter }) => asked || (delimiter !== ' ' && delimiter !== ', '))
		.map((cut) => judge(text, cut, text.length))
		.filter((choice) => asked || !isOneColumn(choice, text, text.length));
	const cutShare = ({ scan }: DialectChoice) =>
		scan.widths.filter((width) => width > 1).length / Math.max(1, scan.widths.length);
	const best = judged.toSorted((a, b) => cutShare(b) - cutShare(a) || b.score - a.score)[0];
	if (best && (asked || (cutShare(best) > GOOD && best.width > 1))) return best;
	for (const choice of judged) {
		const block = blockOf(choice, text);
		if (block) return { ...choice, ...block };
	}
	return { ...singleColumn(text, cuts, fallback), width: 1 };
}
