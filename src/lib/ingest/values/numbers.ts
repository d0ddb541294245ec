/** A number as it was written: its value, the decimals shown, and whether a percent sign stood beside it. */
interface ParsedNumber {
	value: number;
	decimals: number;
	percent: boolean;
}

const GROUP_SPACE = /[ \u00a0\u2007\u2009\u202f]/g;
const SPACED_GROUPS = /^\d{1,3}(?: \d{3})+$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+$/;
const DIGITS = /^\d+$/;
const LONGEST = 32;
const IDENTIFIER_DIGITS = 10;

function ungroup(whole: string, decimalMark: string): string | null {
	if (DIGITS.test(whole)) return whole;
	if (SPACED_GROUPS.test(whole)) return whole.replaceAll(' ', '');
	if (decimalMark === '.' && COMMA_GROUPS.test(whole)) return whole.replaceAll(',', '');
	if (decimalMark === ',' && POINT_GROUPS.test(whole)) return whole.replaceAll('.', '');
	return null;
}

/**
 * Reads a plain number: decimal comma or point, grouping spaces (NBSP, narrow NBSP), Unicode minus, percent sign.
 * A single comma or point is always the decimal mark. Identifiers (leading zero, 10 digits and more), exponents and
 * everything else are not numbers: null. `45,5 %` gives value 45.5 with `percent`.
 */
export function parseNumber(text: string): ParsedNumber | null {
	if (text.length > LONGEST) return null;
	let rest = text.replace(GROUP_SPACE, ' ').trim();
	if (rest === '') return null;
	const percent = rest.endsWith('%');
	if (percent) rest = rest.slice(0, -1).trimEnd();
	const mark = rest.charAt(0);
	const negative = mark === '-' || mark === '\u2212';
	if (negative || mark === '+') rest = rest.slice(1).trimStart();
	const at = Math.max(rest.lastIndexOf(','), rest.lastIndexOf('.'));
	const whole = at < 0 ? rest : rest.slice(0, at);
	const fraction = at < 0 ? '' : rest.slice(at + 1);
	if (at >= 0 && !DIGITS.test(fraction)) return null;
	const digits = at === 0 ? '0' : ungroup(whole, rest.charAt(at));
	if (digits === null) return null;
	if (digits.length > 1 && digits.startsWith('0')) return null;
	if (at < 0 && digits.length >= IDENTIFIER_DIGITS && !whole.includes(' ')) return null;
	const size = Number(fraction === '' ? digits : `${digits}.${fraction}`);
	return { value: negative && size !== 0 ? -size : size, decimals: fraction.length, percent };
}

const FRACTION = /^(\d{1,4}) ?\/ ?(\d{1,4})$/;

/** Reads points out of a maximum (`7/10` of a summative assessment); null where the text is not one or exceeds it. */
export function parseFraction(text: string): { n: number; of: number } | null {
	const match = FRACTION.exec(text.trim());
	if (!match) return null;
	const n = Number(match[1]);
	const of = Number(match[2]);
	return of > 0 && n <= of ? { n, of } : null;
}
