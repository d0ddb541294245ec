import type { Cells, Place, Reading, ReadingIssue, SourceRow } from '$lib/model/reading';
import { personalText } from '../values/personal';
import { CodedCells, codedColumn, RowCells } from './cells';
import { repairMojibake } from './mojibake';

/** What stands in place of the text of a personal cell: nothing, or a code. */
export type Replacement = (text: string) => string;

/** A column to redact; `names` where it holds names of people, which a shifted row is searched for by shape. */
export interface RedactedColumn {
	index: number;
	names: boolean;
	replace: Replacement;
}

const LINE_BREAKS = /\r\n|\r|\n/g;
const WORDS_ONLY = /^\p{L}[\p{L}\s.'’-]{0,80}$/u;
/** A shorter text may stand in other columns by chance. */
const TELLING = 3;
/** Stands where an empty cell would read as no cell at all; it is no answer. */
const TRACE = '-';
const LONGEST_EXAMPLE = 60;
const SHOWN_CHARACTERS = 200;

/** Rows of names stay; every other row that was set aside may hold what its columns hold. */
const isNaming = ({ role }: SourceRow) => role === 'header' || role === 'repeated-header';

/** The cell without its text; its line breaks stay, so that every later row keeps its physical line. */
function replaced(text: string, replace: Replacement): string {
	if (text === '') return text;
	return replace(text) + (text.match(LINE_BREAKS)?.join('') ?? '');
}

const emptied = (text: string) => replaced(text, () => '');

/** A column without a name that held nothing would be no column: its cells keep a dash, which is no answer. */
function withTrace({ header }: Reading, column: RedactedColumn): RedactedColumn {
	if ((header?.[column.index] ?? '').trim() !== '') return column;
	return { ...column, replace: (text) => column.replace(text) || (text.trim() === '' ? '' : TRACE) };
}

/** Cells of a record as they may be stored. */
class RowRedaction {
	readonly #columns: readonly RedactedColumn[];
	readonly #known = new Set<string>();
	readonly #width: number;

	constructor({ cells, header }: Reading, columns: readonly RedactedColumn[]) {
		this.#columns = columns;
		this.#width = header?.length ?? cells.width;
		for (const { index } of columns) {
			for (const text of cells.column(index).texts) {
				if (text.trim().length >= TELLING) this.#known.add(text.trim());
			}
		}
	}

	/** A row whose cells stand under their names. */
	straight(row: readonly string[]): string[] {
		const cells = [...row];
		for (const { index, replace } of this.#columns) {
			const text = cells[index];
			if (text !== undefined) cells[index] = replaced(text, replace);
		}
		return cells;
	}

	/** How many places to the right (or left) a cell of an uneven row may stand from its name. */
	#shiftOf(row: readonly string[]): number {
		const extra = row.slice(this.#width);
		if (extra.some((cell) => cell.trim() !== '')) return extra.length;
		let filled = Math.min(row.length, this.#width);
		while (filled > 0 && row[filled - 1]?.trim() === '') filled -= 1;
		return filled - this.#width;
	}

	/** A row whose cells may stand beside their names, or that is no row of the table: also what looks personal goes. */
	doubtful(row: readonly string[]): string[] {
		const cells = this.straight(row);
		const shift = this.#shiftOf(row);
		for (const [index, text] of row.entries()) {
			if (this.#columns.some((column) => column.index === index)) continue;
			const near = this.#columns.some(
				(column) => column.names && between(index - column.index, shift) && WORDS_ONLY.test(text.trim())
			);
			if (near || this.isPersonal(text)) cells[index] = index < this.#width ? emptied(text) : TRACE;
		}
		return cells;
	}

	/** A line of words above or below the table. */
	spoken(row: readonly string[]): string[] {
		return row.map((text) => (this.isPersonal(text) ? emptied(text) : text));
	}

	isPersonal(text: string): boolean {
		return this.#known.has(text.trim()) || personalText(text) !== null;
	}
}

/** True where a cell that many places away is reached by the shift of its row. */
const between = (distance: number, shift: number) =>
	shift > 0 ? distance > 0 && distance <= shift : distance < 0 && distance >= shift;

function redactAside(row: SourceRow, rows: RowRedaction): SourceRow {
	if (isNaming(row)) return row;
	return { ...row, cells: row.role === 'title' ? rows.spoken(row.cells) : rows.doubtful(row.cells) };
}

function redactCells(
	{ cells, ragged, header }: Reading,
	columns: readonly RedactedColumn[],
	rows: RowRedaction
): Cells {
	if (cells instanceof CodedCells) {
		const coded = cells.columns.map((column, index) => {
			const found = columns.find((one) => one.index === index);
			if (!found) return column;
			const texts = column.texts.map((text) => replaced(text, found.replace));
			return codedColumn(cells.rows, (row) => texts[column.codes[row] ?? 0]);
		});
		return new CodedCells(cells.rows, coded, cells.firstLine);
	}
	const uneven = new Set(ragged);
	const redacted = Array.from({ length: cells.rows }, (_, row) =>
		uneven.has(row) ? rows.doubtful(cells.row(row)) : rows.straight(cells.row(row))
	);
	const lines = Array.from({ length: cells.rows }, (_, row) => cells.line(row));
	return new RowCells(redacted, lines, header?.length);
}

const shortened = (text: string) =>
	text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;

/** Source text by line, for issues that show a whole row. */
function linesOf({ cells, aside }: Reading): Map<number, readonly string[]> {
	const lines = new Map(aside.map((row) => [row.line, row.cells as readonly string[]]));
	for (let row = 0; row < cells.rows; row += 1) lines.set(cells.line(row), cells.row(row));
	return lines;
}

/** An issue without the personal texts it shows. */
function redactIssue(
	issue: ReadingIssue,
	columns: readonly RedactedColumn[],
	rows: RowRedaction,
	lines: () => Map<number, readonly string[]>,
	delimiter: string
): ReadingIssue {
	const whole = issue.code === 'ragged-rows' || issue.code === 'decimal-comma-vs-delimiter' ? delimiter : ' ';
	const places = issue.places.map((place): Place => {
		const { line, column, name, text } = place;
		if (text === undefined || (name !== undefined && text === name)) return place;
		if (column === undefined) {
			const row = lines().get(line);
			return { ...place, text: row ? shortened(row.join(whole).trim()) : '' };
		}
		const found = columns.find(({ index }) => index === column - 1);
		if (found) return { ...place, text: shortened(found.replace(text)) };
		return rows.isPersonal(text) ? { ...place, text: '' } : place;
	});
	if (issue.code !== 'mojibake') return { ...issue, places };
	const before = (places.find(({ text }) => text)?.text ?? '').slice(0, LONGEST_EXAMPLE);
	return { ...issue, places, params: { ...issue.params, before, after: repairMojibake(before) ?? '' } };
}

/** The texts that `columns` hold in rows which are not of names, each once, in the order of their first row. */
export function textsOf({ cells, aside }: Reading, column: number): string[] {
	const texts = new Set(cells.column(column).texts);
	for (const row of aside) if (!isNaming(row)) texts.add(row.cells[column] ?? '');
	texts.delete('');
	return [...texts];
}

/**
 * A reading as it may be stored: the cells of the given columns are replaced, in rows set aside and in what the issues
 * show as well; in rows that do not fit the header, cells beside their place and whatever looks personal are emptied.
 * Names, rows, lines and columns stay where they are.
 */
export function redactReading(reading: Reading, redacted: readonly RedactedColumn[]): Reading {
	const columns = redacted.map((column) => withTrace(reading, column));
	const rows = new RowRedaction(reading, columns);
	const table: Reading = {
		...reading,
		cells: redactCells(reading, columns, rows),
		aside: reading.aside.map((row) => redactAside(row, rows))
	};
	let known: Map<number, readonly string[]> | null = null;
	const lines = () => (known ??= linesOf(table));
	const delimiter = reading.dialect?.delimiter ?? ' ';
	return {
		...table,
		issues: reading.issues.map((issue) => redactIssue(issue, columns, rows, lines, delimiter))
	};
}
