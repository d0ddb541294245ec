/** Excel refuses longer names of sheets, and these signs in them. */
const LONGEST_NAME = 31;
const REFUSED_SIGNS = /[[\]:*?/\\]/g;
const WIDEST = 60;
const ROOM = 2;

/** What a sheet of Excel holds; a cell's length is in UTF-16 units. */
const SHEET = { rows: 1_048_576, columns: 16_384, characters: 32_767 };

const widthOf = (rows: readonly (readonly string[])[], column: number) =>
	rows.reduce((width, row) => Math.min(WIDEST, Math.max(width, (row[column] ?? '').length + ROOM)), ROOM);

/** Characters that XML does not carry, or changes; a text that reads like the name of one is such a text too. */
const UNCARRIED = /_(?=x[0-9a-f]{4}_)|[\p{Cc}\p{Cs}\ufffe\uffff]/giu;
const CARRIED: ReadonlySet<string> = new Set(['\t', '\n']);

/** Text as a worksheet holds it: what XML cannot carry by its number, `_x000D_` (ECMA-376, 22.4.2.4). */
const sheetText = (text: string) =>
	text.replace(UNCARRIED, (character) =>
		CARRIED.has(character)
			? character
			: `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
	);

/** True where a sheet holds the table whole; what is beyond its limits Excel would cut off. */
export function fitsSheet(rows: readonly (readonly string[])[]): boolean {
	return (
		rows.length <= SHEET.rows &&
		rows.every((row) => row.length <= SHEET.columns && row.every((cell) => cell.length <= SHEET.characters))
	);
}

/**
 * A table as .xlsx on one sheet, its first row frozen as the header unless it has none. Every cell is text, so that codes keep their zeros and nothing
 * is taken for a formula or a date. The writer is loaded when first needed.
 */
export async function workbookBytes(
	name: string,
	rows: readonly (readonly string[])[],
	hasHeader = true
): Promise<Uint8Array<ArrayBuffer>> {
	const { writeXlsx } = await import('hucre/xlsx');
	const columns = (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) }));
	const bytes = await writeXlsx({
		sheets: [
			{
				name: name.replace(REFUSED_SIGNS, ' ').slice(0, LONGEST_NAME),
				columns,
				rows: rows.map((row) => row.map(sheetText)),
				...(hasHeader ? { freezePane: { rows: 1 } } : {})
			}
		]
	});
	return new Uint8Array(bytes);
}
