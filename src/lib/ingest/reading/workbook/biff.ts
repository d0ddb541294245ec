import { Refusal } from '../refusal';
import type { SheetFacts } from './grid';

/** A worksheet of an .xls by what hucre does not tell of it; null in its place where it holds no cells (a chart, a macro). */
export type XlsFacts = (SheetFacts | null)[];

interface BiffRecord {
	id: number;
	data: DataView;
	at: number;
}

const ID = {
	formula: 0x06,
	eof: 0x0a,
	dateMode: 0x22,
	filePass: 0x2f,
	columns: 0x7d,
	sheet: 0x85,
	manyNumbers: 0xbd,
	richText: 0xd6,
	style: 0xe0,
	merges: 0xe5,
	sharedTexts: 0xfc,
	sharedText: 0xfd,
	number: 0x203,
	text: 0x204,
	formulaText: 0x207,
	row: 0x208,
	packedNumber: 0x27e,
	format: 0x41e,
	begin: 0x809
} as const;
const FORMATTED: ReadonlySet<number> = new Set([ID.number, ID.packedNumber, ID.formula]);
const CELLS: ReadonlySet<number> = new Set([ID.formula, ID.number, ID.text, ID.packedNumber, ID.sharedText]);
const HIDDEN_ROW = 0x20;
/** Formats of Excel that have a number and no text in the file, those of dates. */
const OWN_FORMATS: Record<number, string> = {
	14: 'm/d/yy',
	15: 'd-mmm-yy',
	16: 'd-mmm',
	17: 'mmm-yy',
	18: 'h:mm AM/PM',
	19: 'h:mm:ss AM/PM',
	20: 'h:mm',
	21: 'h:mm:ss',
	22: 'm/d/yy h:mm',
	45: 'mm:ss',
	46: '[h]:mm:ss',
	47: 'mm:ss.0'
};

function damaged(): never {
	throw new Refusal('damaged-workbook');
}

function recordsOf(stream: Uint8Array): BiffRecord[] {
	const whole = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
	const records: BiffRecord[] = [];
	for (let at = 0; at + 4 <= stream.length;) {
		const id = whole.getUint16(at, true);
		const length = whole.getUint16(at + 2, true);
		if (id === 0 && length === 0) break;
		const from = stream.byteOffset + at + 4;
		if (at + 4 + length > stream.length) damaged();
		records.push({ id, data: new DataView(stream.buffer, from, length), at });
		at += 4 + length;
	}
	return records;
}

/** The text at `from` of a record; throws where the record ends before it does. */
function textAt(data: DataView, from: number): string {
	const length = data.getUint16(from, true);
	const wide = (data.getUint8(from + 2) & 1) === 1;
	let text = '';
	for (let at = 0; at < length; at += 1)
		text += String.fromCharCode(
			wide ? data.getUint16(from + 3 + 2 * at, true) : data.getUint8(from + 3 + at)
		);
	return text;
}

/** The text a formula gave stands in a record of its own, behind the formula it shares where it shares one. */
function formulaText(records: readonly BiffRecord[], index: number): string | null {
	const data = records[index]?.data ?? damaged();
	const isText = data.getUint16(12, true) === 0xffff && data.getUint8(6) === 0;
	if (!isText) return null;
	for (let at = index + 1; at < records.length; at += 1) {
		const id = records[at]?.id ?? ID.eof;
		if (id === ID.eof || CELLS.has(id)) return null;
		if (id === ID.formulaText) return textAt(records[at]?.data ?? damaged(), 0);
	}
	return null;
}

class SheetReader {
	readonly #hiddenRows = new Set<number>();
	readonly #hiddenColumns = new Set<number>();
	readonly #formats = new Map<string, string>();
	readonly #texts = new Map<string, string>();
	readonly #merges: NonNullable<SheetFacts['merges']>[number][] = [];

	constructor(
		readonly records: readonly BiffRecord[],
		readonly formatOf: (style: number) => string,
		readonly sharedTexts: number
	) {}

	take(index: number): void {
		const { id, data } = this.records[index] ?? damaged();
		const short = (at: number) => data.getUint16(at, true);
		const key = () => `${String(short(0))},${String(short(2))}`;
		if (FORMATTED.has(id)) this.#formats.set(key(), this.formatOf(short(4)));
		if (id === ID.row && short(12) & HIDDEN_ROW) this.#hiddenRows.add(short(0));
		else if (id === ID.columns && short(8) & 1) {
			for (let column = short(0); column <= Math.min(short(2), 255); column += 1)
				this.#hiddenColumns.add(column);
		} else if (id === ID.manyNumbers) {
			for (let at = 4; at + 6 <= data.byteLength - 2; at += 6)
				this.#formats.set(`${String(short(0))},${String(short(2) + (at - 4) / 6)}`, this.formatOf(short(at)));
		} else if (id === ID.text || id === ID.richText) this.#texts.set(key(), textAt(data, 6));
		else if (id === ID.sharedText && data.getUint32(6, true) >= this.sharedTexts) damaged();
		else if (id === ID.formula) {
			const text = formulaText(this.records, index);
			if (text !== null) this.#texts.set(key(), text);
		} else if (id === ID.merges) {
			for (let at = 2; at + 8 <= data.byteLength; at += 8)
				this.#merges.push({
					startRow: short(at),
					endRow: short(at + 2),
					startCol: short(at + 4),
					endCol: short(at + 6)
				});
		}
	}

	facts(hidden: boolean, is1904: boolean): SheetFacts {
		return {
			is1904,
			hidden,
			hiddenRows: this.#hiddenRows,
			hiddenColumns: this.#hiddenColumns,
			formats: this.#formats,
			texts: this.#texts,
			merges: this.#merges
		};
	}
}

/**
 * What hucre leaves out of an .xls (BIFF8): hidden sheets, rows and columns, number formats, merges below a chart, texts of
 * shared formulas, encryption. Throws a Refusal where the workbook is encrypted, older, or ends too early.
 */
export function xlsFacts(stream: Uint8Array): XlsFacts {
	const records = recordsOf(stream);
	const first = records[0];
	if (first?.id !== ID.begin || first.data.getUint16(0, true) !== 0x0600) damaged();
	const formats = new Map(Object.entries(OWN_FORMATS).map(([id, code]) => [Number(id), code]));
	const styles: number[] = [];
	const sheets: { at: number; hidden: boolean; cells: boolean }[] = [];
	let is1904 = false;
	let sharedTexts = 0;
	let end = 0;
	for (; end < records.length && records[end]?.id !== ID.eof; end += 1) {
		const { id, data } = records[end] ?? damaged();
		if (id === ID.filePass) throw new Refusal('encrypted-file');
		if (id === ID.dateMode) is1904 = data.getUint16(0, true) === 1;
		else if (id === ID.format) formats.set(data.getUint16(0, true), textAt(data, 2));
		else if (id === ID.style) styles.push(data.getUint16(2, true));
		else if (id === ID.sharedTexts) sharedTexts = data.getUint32(4, true);
		else if (id === ID.sheet)
			sheets.push({
				at: data.getUint32(0, true),
				hidden: (data.getUint8(4) & 3) !== 0,
				cells: data.getUint8(5) === 0
			});
	}
	if (end === records.length) damaged();
	const starts = new Map(records.map(({ at }, index) => [at, index]));
	return sheets.map(({ at, hidden, cells }) => {
		if (!cells) return null;
		const start = starts.get(at);
		if (start === undefined || records[start]?.id !== ID.begin) damaged();
		const reader = new SheetReader(records, (style) => formats.get(styles[style] ?? 0) ?? '', sharedTexts);
		let depth = 1;
		for (let index = start + 1; depth > 0; index += 1) {
			const id = records[index]?.id ?? damaged();
			if (id === ID.begin) depth += 1;
			else if (id === ID.eof) depth -= 1;
			else if (depth === 1) reader.take(index);
		}
		return reader.facts(hidden, is1904);
	});
}
