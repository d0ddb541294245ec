import type { Dialect, Reading } from '$lib/model/reading';
import { guardOf } from './own-table';

const NEEDS_QUOTES = /["\r\n]/;
/** Readers of other programs trim such cells, or take the apostrophe for a quote. */
const DOUBTFUL_EDGE = /^[\s']|\s$/;
const BOM = '\ufeff';

function writtenCell(cell: string, delimiter: string): string {
	const quoted = NEEDS_QUOTES.test(cell) || cell.includes(delimiter) || DOUBTFUL_EDGE.test(cell);
	return quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** How a table is written: ";" stands between cells as ru and kk spreadsheets expect, CRLF behind each row. */
export const WRITTEN_DIALECT: Dialect = { delimiter: ';', quote: '"', escape: '"', newline: '\r\n' };

/** A table as it was imported; no names where the file has none. */
export type ImportedTable = Pick<Reading, 'header' | 'cells'>;

/**
 * The imported table as the parts of a CSV file, with a byte order mark, header first where there is one: every cell as it stands in the
 * source, ragged rows with their own number of cells. Verbatim, for machines: what a spreadsheet would take for a
 * formula is not masked but in a table of corrected rows, which is read back without its apostrophes.
 */
export function tableCsv({ header, cells }: ImportedTable): string[] {
	const { delimiter, newline } = WRITTEN_DIALECT;
	const guard = guardOf(header);
	const written = (row: readonly string[]) =>
		row.map((cell) => writtenCell(guard(cell), delimiter)).join(delimiter) + newline;
	const parts = header === null ? [BOM] : [BOM, written(header)];
	for (let row = 0; row < cells.rows; row += 1) parts.push(written(cells.row(row)));
	return parts;
}
