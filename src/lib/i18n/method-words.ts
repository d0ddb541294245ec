import type { Method } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber } from './formats';

/** Cuts typed by hand have few decimals and are printed as typed; computed ones (thirds) are rounded to two. */
const MOST_TYPED_DECIMALS = 4;

/** An end of a band with all the decimals it was typed with: "0,405". */
export function endWords(value: number, locale: Locale): string {
	const decimals = String(value).split('.')[1]?.length ?? 0;
	return formatNumber(value, locale, decimals > MOST_TYPED_DECIMALS ? 2 : decimals);
}

/** The ends of a band, the closed end in square brackets: "[2; 3)". */
function bandEnds(method: Method, at: number, locale: Locale): string {
	const last = method.bands.length - 1;
	const low = endWords(method.cuts[at - 1] ?? method.low, locale);
	const high = endWords(method.cuts[at] ?? method.high, locale);
	const [open, close] =
		method.closed === 'left' ? ['[', at === last ? ']' : ')'] : [at === 0 ? '[' : '(', ']'];
	return `${open}${low}; ${high}${close}`;
}

/** The bands of a method in order: "төмен [0; 2) · орта [2; 3) · жоғары [3; 4]". */
export function bandsWords(method: Method, locale: Locale): string {
	return method.bands
		.map(({ title }, at) => `${textIn(title, locale)} ${bandEnds(method, at, locale)}`)
		.join(' · ');
}
