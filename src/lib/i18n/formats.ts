import type { Locale } from '$lib/model/text';

const NBSP = '\u00a0';
const MINUS = '\u2212';

const MONTHS: Record<Locale, readonly string[]> = {
	kk: [
		'қаңтар',
		'ақпан',
		'наурыз',
		'сәуір',
		'мамыр',
		'маусым',
		'шілде',
		'тамыз',
		'қыркүйек',
		'қазан',
		'қараша',
		'желтоқсан'
	],
	ru: [
		'января',
		'февраля',
		'марта',
		'апреля',
		'мая',
		'июня',
		'июля',
		'августа',
		'сентября',
		'октября',
		'ноября',
		'декабря'
	],
	en: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December'
	]
};
const SHORT_MONTHS: Record<Locale, readonly string[]> = {
	kk: ['қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау', 'шіл', 'там', 'қыр', 'қаз', 'қар', 'жел'],
	ru: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
	en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
};

/** Digits of |value| rounded half away from zero, grouped by thousands; own code because Chromium formats Kazakh in English. */
function digits(value: number, decimals: number, locale: Locale): string {
	const scaled = Math.abs(value) * 10 ** decimals;
	const rounded = Math.round(scaled + scaled * Number.EPSILON * 4) / 10 ** decimals;
	const [whole = '0', fraction] = rounded.toFixed(decimals).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale === 'en' ? ',' : NBSP);
	return fraction === undefined ? grouped : grouped + (locale === 'en' ? '.' : ',') + fraction;
}

/** A number with a fixed count of decimals (default: 0 for integers, else 2), true minus sign. */
export function formatNumber(
	value: number,
	locale: Locale,
	decimals = Number.isInteger(value) ? 0 : 2
): string {
	const text = digits(value, decimals, locale);
	return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** As formatNumber, with + before positive values; zero has no sign. */
export function formatSigned(
	value: number,
	locale: Locale,
	decimals = Number.isInteger(value) ? 0 : 2
): string {
	const text = formatNumber(value, locale, decimals);
	return value > 0 && /[1-9]/.test(text) ? '+' + text : text;
}

/** A percentage from a value in percent (0–100): no space in Kazakh and English, a no-break space in Russian. */
export function formatPercent(value: number, locale: Locale, decimals = 0): string {
	return formatNumber(value, locale, decimals) + (locale === 'ru' ? NBSP : '') + '%';
}

/** The two ends of an interval with one ending: "66–92%"; ends below zero are joined by an ellipsis. */
export function formatRange(
	low: number,
	high: number,
	locale: Locale,
	unit: 'percent' | 'none' = 'none',
	decimals = 0
): string {
	const signed = low < 0 || high < 0;
	const one = signed ? formatSigned : formatNumber;
	const range = one(low, locale, decimals) + (signed ? '…' : '–') + one(high, locale, decimals);
	return unit === 'percent' ? range + (locale === 'ru' ? NBSP : '') + '%' : range;
}

/** An ISO date in words: "2016 жылғы 15 қараша", "15 ноября 2016 г.", "15 November 2016". Anything else comes back as it is. */
export function formatDate(iso: string, locale: Locale): string {
	const [year, month, day] = iso.split('-');
	const name = MONTHS[locale][Number(month) - 1];
	if (!year || !name || !day) return iso;
	const dayNumber = String(Number(day));
	if (locale === 'kk') return `${year} жылғы ${dayNumber} ${name}`;
	return locale === 'ru' ? `${dayNumber} ${name} ${year}${NBSP}г.` : `${dayNumber} ${name} ${year}`;
}

/** A month "2016-11" as "қар 2016". */
export function formatMonth(month: string, locale: Locale): string {
	const [year = '', number] = month.split('-');
	const name = SHORT_MONTHS[locale][Number(number) - 1];
	return name ? `${name} ${year}` : month;
}

/** A school year "2016-2017" as "2016–17". */
export function formatSchoolYear(schoolYear: string): string {
	const [from, to] = schoolYear.split('-');
	return from && to ? `${from}–${to.slice(-2)}` : schoolYear;
}

/** A file size: bytes, kB or MB with one decimal. */
export function formatBytes(bytes: number, locale: Locale): string {
	const unit = { kk: ['Б', 'КБ', 'МБ'], ru: ['Б', 'КБ', 'МБ'], en: ['B', 'kB', 'MB'] }[locale];
	if (bytes < 1000) return `${formatNumber(bytes, locale)}${NBSP}${unit[0]}`;
	if (bytes < 1_000_000)
		return `${formatNumber(bytes / 1000, locale, bytes < 10_000 ? 1 : 0)}${NBSP}${unit[1]}`;
	return `${formatNumber(bytes / 1_000_000, locale, 1)}${NBSP}${unit[2]}`;
}

const ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/** Compares two texts by the Kazakh alphabet, numbers inside by value; Chromium has no Kazakh collation. */
export function compareText(a: string, b: string): number {
	const parts = (text: string) => text.toLowerCase().match(/\d+|\D/gu) ?? [];
	const [left, right] = [parts(a), parts(b)];
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const [x = '', y = ''] = [left[i], right[i]];
		if (x === y) continue;
		if (/^\d/.test(x) && /^\d/.test(y)) {
			if (Number(x) !== Number(y)) return Number(x) - Number(y);
			continue;
		}
		const [ox, oy] = [ALPHABET.indexOf(x), ALPHABET.indexOf(y)];
		if (ox >= 0 && oy >= 0) return ox - oy;
		return ox >= 0 ? 1 : oy >= 0 ? -1 : x < y ? -1 : 1;
	}
	return left.length - right.length;
}
