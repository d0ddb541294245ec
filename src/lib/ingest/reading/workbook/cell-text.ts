import { dateToSerial, formatValue, type CellValue } from 'hucre';

/** How a cell shows its value: its number format ('' for General), and whether its dates count from 1904. */
export interface Shown {
	format: string;
	is1904: boolean;
}

const EXPONENT = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/;

/** A number as plain decimal text with a point, every digit it has, never with an exponent. */
export function plainNumber(value: number): string {
	const text = String(value === 0 ? 0 : value);
	const match = EXPONENT.exec(text);
	if (!match) return text;
	const [, sign = '', whole = '', fraction = '', power] = match;
	const digits = whole + fraction;
	const point = whole.length + Number(power);
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
	return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The letters of a date format that stand for parts of a date; texts, colours and locales left out. */
function dateLetters(format: string): string {
	return format
		.replace(/\\.|"[^"]*"|_.|\*.|AM\/PM|A\/P/gi, '')
		.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
		.toLowerCase();
}

const two = (part: number) => String(part).padStart(2, '0');

/** A length of time in days as `HH:MM:SS`; the hours may be more than a day's. */
function clock(days: number): string {
	const seconds = Math.round(days * 86_400);
	const hours = Math.floor(seconds / 3600);
	return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function dateText(date: Date, { format, is1904 }: Shown): string {
	const letters = dateLetters(format);
	const serial = dateToSerial(date, is1904);
	if (serial < 0) return plainNumber(serial);
	if (/\[[hms]/.test(letters)) return clock(serial);
	const ofDay = serial % 1 !== 0 || /[hs]/.test(letters);
	if (serial < 1 && ofDay) return clock(serial);
	if (serial < 1 && !is1904) return plainNumber(serial);
	const moment = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
	return ofDay ? `${moment.slice(0, 10)} ${moment.slice(11, 19)}` : moment.slice(0, 10);
}

/** A format that fills with zeros, alone or between fixed signs, as codes, phones and IINs are shown: `00000`, `000-00`. */
function isCodeFormat(format: string): boolean {
	const digits = format.replace(/\\.|"[^"]*"|[ ()+\-/]/g, '');
	return /^0{2,}$/.test(digits);
}

/**
 * Text of a cell: text as it stands, numbers plain, dates as ISO, TRUE and FALSE; a code with leading zeros as it is shown.
 * Formats change nothing else: a percent stays the share it is.
 */
export function cellText(value: CellValue | undefined, shown: Shown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value === 'number') {
		const [format = ''] = shown.format.split(';');
		const code = Number.isInteger(value) && value >= 0 && isCodeFormat(format);
		return code ? formatValue(value, format) : plainNumber(value);
	}
	return dateText(value, shown);
}

/** True for the formats Excel gives by itself to what it took for a date: `d-mmm` of 5/10, `mmm-yy` of 5-14. */
export function isUnaskedDate(format: string): boolean {
	return /^(d{1,2}mmm|mmmyy)$/.test(dateLetters(format).replace(/[^a-z]/g, ''));
}
