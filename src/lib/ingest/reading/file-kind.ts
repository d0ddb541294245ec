import type { ReadingIssueCode } from '$lib/model/reading';

const HEAD = 4096;

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
	return magic.every((byte, index) => bytes[at + index] === byte);
}

function asciiHead(bytes: Uint8Array): string {
	let out = '';
	for (const byte of bytes.subarray(0, HEAD)) out += String.fromCharCode(byte);
	return out;
}

/** A zip is a workbook unless its first entry says otherwise: a damaged workbook is far likelier than a nameless zip. */
function zipKind(head: string): ReadingIssueCode {
	const firstName = head.slice(30, 30 + head.charCodeAt(26) + 256 * head.charCodeAt(27));
	if (head.includes('mimetypeapplication/vnd.oasis')) return 'not-csv-ods';
	if (/\.(csv|tsv|txt)$/i.test(firstName)) return 'not-csv-archive';
	return 'not-csv-xlsx';
}

/** True where a file begins as a zip does: an archive, a workbook, a document. */
export function isZip(bytes: Uint8Array): boolean {
	return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** True where a file begins as a gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
	return startsWith(bytes, [0x1f, 0x8b]);
}

/** True where a file begins as the compound files of old Office do, and encrypted ones of the new. */
export function isCompound(bytes: Uint8Array): boolean {
	return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** Ending of a name that promises a workbook, in lower case; null where it promises none. */
export function workbookEnding(name: string): string | null {
	return /\.(xlsx|xlsm|xls|ods)$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** Names what a file is where its first bytes show that it is not text (import.md 2); null where it may be text. */
export function foreignKind(bytes: Uint8Array): ReadingIssueCode | null {
	if (isZip(bytes)) return zipKind(asciiHead(bytes));
	if (isCompound(bytes)) return 'not-csv-xls';
	if (isGzip(bytes)) return 'not-csv-archive';
	if (startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])) return 'not-csv-archive';
	if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07])) return 'not-csv-archive';
	if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'not-csv-pdf';
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'not-csv-image';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'not-csv-image';
	if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'not-csv-image';
	const text = asciiHead(bytes)
		.replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '')
		.replaceAll('\u0000', '')
		.trimStart()
		.toLowerCase();
	if (/^<(!doctype html|html|head|body|table|meta|style)[\s>]/.test(text)) return 'not-csv-html';
	if (text.startsWith('<?xml')) return text.includes('<html') ? 'not-csv-html' : 'not-csv-xml';
	return null;
}
