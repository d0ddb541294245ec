import { workbookBytes } from '$lib/export/workbook';
import { templates } from '$lib/ingest/mapping/templates';
import { withGuard } from '$lib/ingest/reading/own-table';
import type { StatedKind } from '$lib/ingest/vocabulary/fields';
import type { Locale } from '$lib/model/text';

const BOM = '\ufeff';
const NEEDS_QUOTES = /[";\r\n]/;

function cell(text: string): string {
	const safe = withGuard(text);
	return NEEDS_QUOTES.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV with `;`, CRLF and a BOM, as Excel opens it in a school. */
export function csvText(rows: readonly (readonly string[])[]): string {
	return BOM + rows.map((row) => row.map(cell).join(';') + '\r\n').join('');
}

/** A template of a file with stated columns: its name, and its text with two example rows to write over. */
export function templateFile(kind: StatedKind, locale: Locale): { name: string; text: string } {
	const { name, columns, example } = templates(kind, locale);
	return { name, text: csvText([columns, ...example]) };
}

/** The same template as a workbook of text cells. */
export async function templateWorkbook(
	kind: StatedKind,
	locale: Locale
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
	const { name, columns, example } = templates(kind, locale);
	const stem = name.replace(/\.csv$/, '');
	return { name: `${stem}.xlsx`, bytes: await workbookBytes(stem, [columns, ...example]) };
}
