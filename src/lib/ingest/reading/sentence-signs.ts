import type { Scan } from './scan';

/* What the signs by which cells are cut mean in sentences and numbers. */

const isDigit = (text: string, i: number) => text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57;

/** Share of the commas that stand between two digits, as decimal commas do. */
export function decimalCommaShare(text: string, end: number): number {
	let commas = 0;
	let decimal = 0;
	for (let i = text.indexOf(','); i >= 0 && i < end; i = text.indexOf(',', i + 1)) {
		commas += 1;
		if (isDigit(text, i - 1) && isDigit(text, i + 1)) decimal += 1;
	}
	return commas === 0 ? 0 : decimal / commas;
}

/** One column of numbers under its name: every comma is the mark of a decimal, and the name has none. */
export function isColumnOfDecimals(
	widths: Scan['widths'],
	width: number,
	text: string,
	end: number
): boolean {
	return width === 2 && widths[0] === 1 && decimalCommaShare(text, end) === 1;
}

/** One column of sentences under its name: a space follows every sign, and rows without one stand among the others. */
export function isColumnOfSentences(
	{ widths, starts, ends }: Scan,
	sign: string,
	text: string,
	end: number
): boolean {
	if ((sign !== ',' && sign !== ';' && sign !== ', ') || widths[0] !== 1) return false;
	const first = widths.findIndex((width) => width > 1);
	const single = widths.some((width, index) => index > first && width === 1 && starts[index] !== ends[index]);
	if (first < 0 || !single) return false;
	const mark = sign.charAt(0);
	for (let i = text.indexOf(mark); i >= 0 && i < end; i = text.indexOf(mark, i + 1))
		if (text.charAt(i + 1) !== ' ') return false;
	return true;
}

/** Every comma stands between digits or before a space, as decimal commas and those of sentences do. */
export function commaCutsNothing(text: string, end: number): boolean {
	let decimals = 0;
	for (let i = text.indexOf(','); i >= 0 && i < end; i = text.indexOf(',', i + 1)) {
		if (isDigit(text, i - 1) && isDigit(text, i + 1)) decimals += 1;
		else if (text.charAt(i + 1).trim() !== '') return false;
	}
	return decimals > 0;
}
