import { createHash } from 'node:crypto';

/** Upper half of KZ-1048 (windows-1251 with the Kazakh letters), bytes 0x80–0xFF; U+FFFD where the byte is unused. */
const KZ_1048 =
	'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңү' +
	'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

/**
 * Bytes of a text in KZ-1048.
 * @param {string} text
 */
function encodeKz1048(text) {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const place = code < 0x80 ? code : KZ_1048.indexOf(text[i] ?? '');
		if (place < 0) throw new Error(`KZ-1048 has no letter for ${text[i]}`);
		bytes[i] = code < 0x80 ? code : 0x80 + place;
	}
	return bytes;
}

/**
 * @typedef {object} TextFile
 * @property {string} delimiter
 * @property {boolean} bom
 * @property {boolean} quoteAll
 * @property {string} newline
 * @property {boolean} finalNewline
 * @property {'utf-8' | 'kz-1048'} encoding
 */

/** Google Sheets, "download as CSV": comma, quotes only where needed, no BOM, no line end after the last row. */
export const SHEETS = /** @type {TextFile} */ ({
	delimiter: ',',
	bom: false,
	quoteAll: false,
	newline: '\r\n',
	finalNewline: false,
	encoding: 'utf-8'
});

/** Google Forms, "download answers": every cell in quotes, LF. */
export const FORMS = /** @type {TextFile} */ ({ ...SHEETS, quoteAll: true, newline: '\n' });

/** Excel with Kazakh or Russian settings, "CSV UTF-8": semicolon, BOM. */
export const EXCEL = /** @type {TextFile} */ ({ ...SHEETS, delimiter: ';', bom: true, finalNewline: true });

/** An old office program that saves in the Kazakh code page. */
export const OLD_OFFICE = /** @type {TextFile} */ ({ ...EXCEL, bom: false, encoding: 'kz-1048' });

/**
 * @param {string[][]} rows
 * @param {TextFile} format
 */
export function toBytes(rows, format) {
	const needsQuotes = (/** @type {string} */ cell) =>
		format.quoteAll || cell.includes(format.delimiter) || cell.includes('"') || cell.includes('\n');
	const line = (/** @type {string[]} */ row) =>
		row.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(format.delimiter);
	const text = rows.map(line).join(format.newline) + (format.finalNewline ? format.newline : '');
	if (format.encoding === 'kz-1048') return encodeKz1048(text);
	return new TextEncoder().encode((format.bom ? '\uFEFF' : '') + text);
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
	return createHash('sha256').update(bytes).digest('hex');
}

/** `2015-04-20` as `20.04.2015`. @param {string} date */
export function dotted(date) {
	return date === '' ? '' : `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** A number with a decimal comma. @param {number | null} value */
export function comma(value) {
	return value === null ? '' : String(value).replace('.', ',');
}
