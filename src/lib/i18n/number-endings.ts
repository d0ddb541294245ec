import type { Locale } from '$lib/model/text';
import { formatNumber } from './formats';

const UNITS = ['і', 'і', 'сі', 'і', 'і', 'і', 'сы', 'сі', 'і', 'ы'];
const TENS = ['', 'ы', 'сы', 'ы', 'ы', 'і', 'ы', 'і', 'і', 'ы'];

/** Ending of a number in "34 жауаптың 28-і": it follows the last word the number is read with. */
export function kazakhPartEnding(value: number): string {
	const whole = Math.abs(Math.round(value));
	if (whole % 10 !== 0 || whole === 0) return UNITS[whole % 10] ?? 'і';
	if (whole % 100 !== 0) return TENS[(whole / 10) % 10] ?? 'і';
	return whole % 1000 === 0 ? 'ы' : 'і';
}

const FROM_UNITS = ['ден', 'ден', 'ден', 'тен', 'тен', 'тен', 'дан', 'ден', 'ден', 'дан'];
const FROM_TENS = ['', 'нан', 'дан', 'дан', 'тан', 'ден', 'тан', 'тен', 'нен', 'нан'];

/** Ending of a number in "5-тен аз": it follows the last word the number is read with. */
function kazakhFromEnding(value: number): string {
	const whole = Math.abs(Math.round(value));
	if (whole % 10 !== 0 || whole === 0) return FROM_UNITS[whole % 10] ?? 'ден';
	if (whole % 100 !== 0) return FROM_TENS[(whole / 10) % 10] ?? 'нан';
	return whole % 1000 === 0 ? 'нан' : 'ден';
}

/** A number as what something is less than: "5-тен" in Kazakh, the bare number elsewhere. */
export function fromNumber(value: number, locale: Locale): string {
	const number = formatNumber(value, locale);
	return locale === 'kk' ? `${number}-${kazakhFromEnding(value)}` : number;
}

/** A count as part of a whole: "28-і" in Kazakh, the bare number elsewhere. */
export function partOf(count: number, locale: Locale): string {
	const number = formatNumber(count, locale);
	return locale === 'kk' ? `${number}-${kazakhPartEnding(count)}` : number;
}
