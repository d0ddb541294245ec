import { monthOf } from '../vocabulary/months';

/** A date as written: calendar day, time of day where given, and whether day and month could be exchanged. */
interface ParsedDate {
	/** YYYY-MM-DD */
	date: string;
	/** HH:MM:SS */
	time?: string;
	ambiguous: boolean;
}

const LONGEST = 48;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[\sT,])/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,])/;
const TIME =
	/^[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*(a\.?m\.?|p\.?m\.?|ДП|ПП|түске дейін|түстен кейін))?\s*(Z|(?:GMT|UTC)?\s*[+\-\u2212]\d{1,2}(?::?\d{2})?|GMT|UTC)?$/i;
const AFTER_NOON = /^(p|пп|түстен кейін)/i;
const ENGLISH_HALF = /^[ap]/i;

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');

function calendar(year: number, month: number, day: number): string | null {
	const days = MONTH_DAYS[month - 1];
	if (days === undefined || day < 1 || day > days) return null;
	if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Time of day and whether it was written in English halves (AM/PM), which only month-first writers do beside slashes. */
function clock(rest: string): { time?: string; english: boolean } | null {
	if (rest.trim() === '') return { english: false };
	const match = TIME.exec(rest);
	if (!match) return null;
	let hour = Number(match[1]);
	const minute = Number(match[2]);
	const second = Number(match[3] ?? 0);
	const half = match[4];
	if (half !== undefined) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (AFTER_NOON.test(half) ? 12 : 0);
	}
	if (hour > 23 || minute > 59 || second > 59) return null;
	return {
		time: `${two(hour)}:${two(minute)}:${two(second)}`,
		english: half !== undefined && ENGLISH_HALF.test(half)
	};
}

function built(date: string | null, time: string | undefined, ambiguous: boolean): ParsedDate | null {
	if (date === null) return null;
	return time === undefined ? { date, ambiguous } : { date, time, ambiguous };
}

const DAY_WORD_YEAR = /^(\d{1,2})[\s-]+(\p{L}{3,14})\.?,?[\s-]+(\d{4})(?:\s*(?:г|года|ж|жыл\p{L}*)\.?)?$/iu;
const YEAR_DAY_WORD = /^(\d{4})\s*(?:г|ж|жыл\p{L}*)?\.?,?\s+(\d{1,2})[\s-]+(\p{L}{3,14})\.?$/iu;
const WORD_DAY_YEAR = /^(\p{L}{3,14})\.?\s+(\d{1,2}),\s*(\d{4})$/u;

/** «1 қыркүйек 2016», «2016 жылғы 1 қыркүйек», «September 1, 2016». */
function worded(text: string): ParsedDate | null {
	const [, day, word, year] = DAY_WORD_YEAR.exec(text) ?? [];
	const [, yearBefore, dayBehind, wordLast] = YEAR_DAY_WORD.exec(text) ?? [];
	const [, wordFirst, dayBetween, yearLast] = WORD_DAY_YEAR.exec(text) ?? [];
	const month = monthOf(word ?? wordLast ?? wordFirst ?? '');
	if (month === null) return null;
	const date = calendar(
		Number(year ?? yearBefore ?? yearLast),
		month,
		Number(day ?? dayBehind ?? dayBetween)
	);
	return built(date, undefined, false);
}

/**
 * Reads a date with or without time: ISO, `dd.mm.yyyy`, `d/m/y` or `m/d/y`, Google Forms (`2017/06/21 6:05:54 ПП GMT+3`),
 * 12-hour clocks in three languages, and months by their names. The zone is dropped: the wall-clock time stands as written.
 * Points mean day first. With slashes or hyphens `dayFirst` decides; where it is null and the value itself does not,
 * the date is read month first and marked `ambiguous`. Null for anything that is not a date of the calendar.
 */
export function parseDate(text: string, dayFirst: boolean | null): ParsedDate | null {
	if (text.length > LONGEST) return null;
	const trimmed = text.trim();
	const iso = YEAR_FIRST.exec(trimmed);
	if (iso) {
		const at = clock(trimmed.slice(iso[0].length));
		return at && built(calendar(Number(iso[1]), Number(iso[3]), Number(iso[4])), at.time, false);
	}
	const match = YEAR_LAST.exec(trimmed);
	if (!match) return worded(trimmed);
	const at = clock(trimmed.slice(match[0].length));
	if (!at) return null;
	const first = Number(match[1]);
	const second = Number(match[3]);
	const year = Number(match[4]) + (match[4]?.length === 2 ? 2000 : 0);
	const known = match[2] === '.' ? true : (dayFirst ?? (at.english ? false : null));
	if (known !== null) {
		return built(known ? calendar(year, second, first) : calendar(year, first, second), at.time, false);
	}
	const asMonthFirst = calendar(year, first, second);
	const asDayFirst = calendar(year, second, first);
	return built(
		asMonthFirst ?? asDayFirst,
		at.time,
		asMonthFirst !== null && asDayFirst !== null && first !== second
	);
}

const ENOUGH_TO_SEE_ORDER = 3;

function isSorted(values: readonly string[], dayFirst: boolean): boolean {
	let last = '';
	for (const value of values) {
		const parsed = parseDate(value, dayFirst);
		if (!parsed) return false;
		const moment = `${parsed.date} ${parsed.time ?? ''}`;
		if (moment < last) return false;
		last = moment;
	}
	return true;
}

/** Moments of submission stand in the order in which they came; where only one reading keeps it, that one is meant. */
function byChronology(moments: readonly string[]): boolean | null {
	if (new Set(moments).size < ENOUGH_TO_SEE_ORDER) return null;
	const dayFirst = isSorted(moments, true);
	return dayFirst === isSorted(moments, false) ? null : dayFirst;
}

/**
 * Order of day and month in a column, its values in file order: true day first, false month first, null where no value
 * holds such a date. `'ambiguous'` where dates exist that read both ways and none decides, or where two decide differently.
 * Dates with a time of day may be decided by their being in order.
 */
export function dayFirstOfColumn(values: Iterable<string>): boolean | null | 'ambiguous' {
	let dayFirst = 0;
	let monthFirst = 0;
	const open: string[] = [];
	let allTimed = true;
	for (const value of values) {
		const match = YEAR_LAST.exec(value.trim());
		if (!match || match[2] === '.') continue;
		const asDay = parseDate(value, true);
		const asMonth = parseDate(value, false);
		if (asDay === null && asMonth === null) continue;
		const unsure = parseDate(value, null);
		allTimed &&= unsure?.time !== undefined;
		if (unsure?.ambiguous) open.push(value);
		else if (asMonth === null) dayFirst += 1;
		else if (asDay === null || asDay.date !== asMonth.date) monthFirst += 1;
	}
	if (dayFirst > 0 && monthFirst > 0) return 'ambiguous';
	if (dayFirst > 0) return true;
	if (monthFirst > 0) return false;
	if (open.length === 0) return null;
	return (allTimed ? byChronology(open) : null) ?? 'ambiguous';
}
