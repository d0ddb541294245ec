import type { Cells, CodedColumn } from '$lib/model/reading';

/** Codes in the narrowest array that holds `distinct` of them. */
export function narrowCodes(distinct: number, rows: number): CodedColumn['codes'] {
	if (distinct <= 1 << 8) return new Uint8Array(rows);
	return distinct <= 1 << 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** A column of `rows` texts by its distinct ones. */
export function codedColumn(rows: number, textAt: (row: number) => string | undefined): CodedColumn {
	const places = new Map<string, number>([['', 0]]);
	const texts = [''];
	const counts = [0];
	const first = [0];
	const wide = new Uint32Array(rows);
	for (let row = 0; row < rows; row += 1) {
		const text = textAt(row) ?? '';
		let code = places.get(text);
		if (code === undefined) {
			places.set(text, (code = texts.length));
			texts.push(text);
			counts.push(0);
			first.push(row);
		}
		wide[row] = code;
		counts[code] = (counts[code] ?? 0) + 1;
	}
	const codes = narrowCodes(texts.length, rows);
	codes.set(wide);
	return { texts, counts: Uint32Array.from(counts), first: Uint32Array.from(first), codes };
}

/** Cells held row by row, as small files and files that needed repair are read. */
export class RowCells implements Cells {
	readonly rows: number;
	readonly width: number;
	readonly #rows: readonly (readonly string[])[];
	readonly #lines: readonly number[];
	readonly #columns: CodedColumn[] = [];

	/** `lines` are aligned with `rows`; `names` is the number of names in the header. */
	constructor(rows: readonly (readonly string[])[], lines: readonly number[], names = 0) {
		this.rows = rows.length;
		this.#rows = rows;
		this.#lines = lines;
		this.width = rows.reduce((width, row) => Math.max(width, row.length), names);
	}

	text(row: number, column: number): string | undefined {
		return this.#rows[row]?.[column];
	}

	line(row: number): number {
		return this.#lines[row] ?? 0;
	}

	row(row: number): readonly string[] {
		return this.#rows[row] ?? [];
	}

	column(column: number): CodedColumn {
		return (this.#columns[column] ??= codedColumn(this.rows, (row) => this.#rows[row]?.[column]));
	}
}

/** Cells held column by column as distinct texts, as large clean files are read: a row per line. */
export class CodedCells implements Cells {
	readonly width: number;

	constructor(
		readonly rows: number,
		readonly columns: readonly CodedColumn[],
		/** Physical line of the first row. */
		readonly firstLine: number
	) {
		this.width = columns.length;
	}

	text(row: number, column: number): string | undefined {
		const coded = this.columns[column];
		return row < this.rows ? coded?.texts[coded.codes[row] ?? 0] : undefined;
	}

	line(row: number): number {
		return this.firstLine + row;
	}

	row(row: number): string[] {
		return this.columns.map(({ texts, codes }) => texts[codes[row] ?? 0] ?? '');
	}

	column(column: number): CodedColumn {
		return this.columns[column] ?? codedColumn(this.rows, () => '');
	}
}

/** The rows from `from` to before `to`, cells as source text. */
export function rowsOf(cells: Cells, from = 0, to = cells.rows): (readonly string[])[] {
	const end = Math.min(to, cells.rows);
	return Array.from({ length: Math.max(0, end - from) }, (_, at) => cells.row(from + at));
}
