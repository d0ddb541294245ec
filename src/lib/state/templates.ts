import { STATED_FIELDS, fieldHeader, type StatedKind } from '$lib/ingest/vocabulary/fields';
import type { Locale } from '$lib/model/text';

const BOM = '\ufeff';
const NEEDS_QUOTES = /[";\r\n]/;

const cell = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** An empty table of a kind with its stated columns in a language: CSV with `;` and a BOM, as Excel opens it in a school. */
export function templateCsv(kind: StatedKind, locale: Locale): string {
	return BOM + STATED_FIELDS[kind].map((field) => cell(fieldHeader(field, locale))).join(';') + '\r\n';
}
