import type { CodePage } from '$lib/ingest/reading/code-pages';
import { encodeText } from './encode-text';

/** Encodings in which a table is tried, a byte order mark where the name ends so. */
export type Encoding =
	CodePage | 'utf-8' | 'utf-8 BOM' | 'utf-16le' | 'utf-16be' | 'utf-16le BOM' | 'utf-16be BOM';

export const UNICODE: readonly Encoding[] = [
	'utf-8',
	'utf-8 BOM',
	'utf-16le',
	'utf-16be',
	'utf-16le BOM',
	'utf-16be BOM'
];
export const CYRILLIC: readonly Encoding[] = [
	...UNICODE,
	'windows-1251',
	'KZ-1048',
	'x-mac-cyrillic',
	'IBM866',
	'KOI8-R'
];
export const DELIMITERS = [';', ',', '\t', '|'] as const;
export const NEWLINES = ['\n', '\r\n', '\r'] as const;

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Bytes of a text with or without a byte order mark; null where the code page cannot hold it, or would not show. */
export function bytesIn(text: string, encoding: Encoding): Uint8Array | null {
	const [label, bom] = encoding.split(' ') as [Exclude<Encoding, `${string} BOM`>, string?];
	if (!label.startsWith('utf') && !BEYOND_ASCII.test(text)) return null;
	try {
		return encodeText(bom ? `\ufeff${text}` : text, label);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** One guise of a text: its delimiter in the place of `¦`, its newline in that of a line feed, its encoding. */
interface Guise {
	bytes: Uint8Array;
	encoding: Encoding;
	newline: string;
	name: string;
}

/** Every guise of a text whose cells are separated by `¦`. */
export function guisesOf(
	text: string,
	{
		encodings = CYRILLIC,
		delimiters = DELIMITERS
	}: { encodings?: readonly Encoding[]; delimiters?: readonly string[] } = {}
): Guise[] {
	return delimiters.flatMap((delimiter) =>
		NEWLINES.flatMap((newline) =>
			encodings.flatMap((encoding) => {
				const bytes = bytesIn(text.replaceAll('¦', delimiter).replaceAll('\n', newline), encoding);
				return bytes
					? [{ bytes, encoding, newline, name: JSON.stringify([encoding, delimiter, newline]) }]
					: [];
			})
		)
	);
}

/** A table as text with `¦` between its cells, quoted where needed or everywhere. */
export function tableText(
	rows: readonly (readonly string[])[],
	delimiter: string,
	quoteAll: boolean
): string {
	const cell = (text: string) =>
		quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return rows.map((row) => row.map(cell).join(delimiter) + '\n').join('');
}
