import type { ReadFile } from '$lib/model/proposal';
import { fnv1a } from '$lib/ingest/dataset/indicators';
import { readFile } from '$lib/ingest/reading/read-file';

/** A file as if it had been dropped on the page; the hash stands for its bytes and name. */
export function given(name: string, text: string): ReadFile {
	const bytes = new TextEncoder().encode(text);
	const hash = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
		.map((salt) => fnv1a(`${salt}${name}${text}`))
		.join('');
	return { sha256: hash, name, bytes: bytes.length, reading: readFile(name, bytes) };
}

/** CSV text of rows, cells quoted where they need it. */
export function csv(rows: readonly (readonly string[])[], delimiter = ';'): string {
	const cell = (text: string) => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return rows.map((row) => row.map(cell).join(delimiter)).join('\r\n') + '\r\n';
}
