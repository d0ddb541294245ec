import type { Sheet } from 'hucre';
import type { Place } from '$lib/model/reading';
import { cellText, isUnaskedDate } from './cell-text';

/** A block of merged cells; rows and columns count from 0. */
interface Merge {
	startRow: number;
	startCol: number;
	endRow: number;
	endCol: number;
}

/** A sheet as a rectangle of texts up to its last filled row and column, with what the texts alone do not say. */
export interface Grid {
	name: string;
	hidden: boolean;
	/** Rows from the first of the sheet on, each as wide as the widest. */
	rows: string[][];
	/** Indexes of filled rows and columns that the workbook hides. */
	hiddenRows: number[];
	hiddenColumns: number[];
	merges: readonly Merge[];
	/** Formulas that were never calculated. */
	uncomputed: Place[];
	/** Dates that look made of scores by Excel. */
	unaskedDates: Place[];
}

/** What is known of a sheet beside what hucre tells. */
export interface SheetFacts {
	is1904: boolean;
	hidden: boolean;
	hiddenRows: ReadonlySet<number>;
	hiddenColumns: ReadonlySet<number>;
	/** Number format and text of a cell by `row,column` where they are not in hucre's sheet. */
	formats?: ReadonlyMap<string, string>;
	texts?: ReadonlyMap<string, string>;
	merges?: readonly Merge[];
}

/** Cuts the rows after the last one that holds anything and makes them one width. */
function squared(rows: string[][]): string[][] {
	let height = rows.length;
	while (height > 0 && (rows[height - 1] ?? []).every((cell) => cell === '')) height -= 1;
	rows.length = height;
	let width = 0;
	for (const row of rows) {
		let filled = row.length;
		while (filled > width && row[filled - 1] === '') filled -= 1;
		width = Math.max(width, filled);
	}
	for (const row of rows) {
		row.length = Math.min(row.length, width);
		while (row.length < width) row.push('');
	}
	return rows;
}

/** The texts of a sheet. */
export function gridOf(sheet: Sheet, facts: SheetFacts): Grid {
	const uncomputed: Place[] = [];
	const unaskedDates: Place[] = [];
	const texts = Array.from({ length: sheet.rows.length }, (_, row) =>
		Array.from(sheet.rows[row] ?? [], (value, column) => {
			const key = `${String(row)},${String(column)}`;
			const cell = sheet.cells?.get(key);
			const format = facts.formats?.get(key) ?? cell?.style?.numFmt ?? '';
			const text = cellText(value, { format, is1904: facts.is1904 });
			const place = { line: row + 1, column: column + 1 };
			if (cell?.formula !== undefined && (value === null || value === undefined)) uncomputed.push(place);
			if (value instanceof Date && isUnaskedDate(format)) unaskedDates.push({ ...place, text });
			return text;
		})
	);
	for (const [key, text] of facts.texts ?? []) {
		const [row = 0, column = 0] = key.split(',').map(Number);
		while (texts.length <= row) texts.push([]);
		const cells = texts[row] ?? [];
		while (cells.length < column) cells.push('');
		cells[column] = text;
	}
	const rows = squared(texts);
	const filled = (row: number) => rows[row]?.some((cell) => cell !== '') ?? false;
	const filledColumn = (column: number) => rows.some((row) => (row[column] ?? '') !== '');
	return {
		name: sheet.name,
		hidden: facts.hidden,
		rows,
		hiddenRows: [...facts.hiddenRows].filter(filled).sort((a, b) => a - b),
		hiddenColumns: [...facts.hiddenColumns].filter(filledColumn).sort((a, b) => a - b),
		merges: facts.merges ?? sheet.merges ?? [],
		uncomputed,
		unaskedDates
	};
}
