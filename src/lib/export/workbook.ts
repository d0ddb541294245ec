/** Excel refuses longer names of sheets, and these signs in them. */
const LONGEST_NAME = 31;
const REFUSED_SIGNS = /[[\]:*?/\\]/g;
const WIDEST = 60;
const ROOM = 2;

const widthOf = (rows: readonly (readonly string[])[], column: number) =>
	Math.min(WIDEST, Math.max(...rows.map((row) => (row[column] ?? '').length)) + ROOM);

/**
 * A table as .xlsx on one sheet, the first row its header. Every cell is text, so that codes keep their zeros and nothing
 * is taken for a formula or a date. The writer is loaded when first needed.
 */
export async function workbookBytes(
	name: string,
	rows: readonly (readonly string[])[]
): Promise<Uint8Array<ArrayBuffer>> {
	const { writeXlsx } = await import('hucre/xlsx');
	const columns = (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) }));
	const bytes = await writeXlsx({
		sheets: [
			{
				name: name.replace(REFUSED_SIGNS, ' ').slice(0, LONGEST_NAME),
				columns,
				rows: rows.map((row) => [...row]),
				freezePane: { rows: 1 }
			}
		]
	});
	return new Uint8Array(bytes);
}
