import { fitsSheet, workbookBytes } from '$lib/export/workbook';
import { tableCsv, type ImportedTable } from '$lib/ingest/reading/write-table';

/** Forms in which an imported table is saved. */
export type TableFormat = 'xlsx' | 'csv';

/** Text as UTF-8, or as UTF-16 where it holds halves of characters, which UTF-8 would lose. */
function textFile(parts: string[]): Blob {
	const type = 'text/csv';
	if (parts.every((part) => part.isWellFormed())) return new Blob(parts, { type });
	const units = parts.map((part) => {
		const view = new DataView(new ArrayBuffer(2 * part.length));
		for (let at = 0; at < part.length; at += 1) view.setUint16(2 * at, part.charCodeAt(at), true);
		return view;
	});
	return new Blob(units, { type });
}

/** An imported table as a file; null where it does not fit the sheet of a workbook. `name` becomes that of the sheet. */
export async function tableFile(
	name: string,
	{ header, cells }: ImportedTable,
	format: TableFormat
): Promise<Blob | null> {
	if (format === 'csv') return textFile(tableCsv({ header, cells }));
	const rows = Array.from({ length: cells.rows }, (_, row) => cells.row(row));
	if (header) rows.unshift(header);
	if (!fitsSheet(rows)) return null;
	return new Blob([await workbookBytes(name, rows, header !== null)], {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	});
}
