import { parseDate } from '../values/dates';
import { isExcelError, isMissingToken } from '../values/missing';
import { parseFraction, parseNumber } from '../values/numbers';

/** What a cell looks like, as evidence for headers and column types. Never a conversion. */
export type CellKind =
	| 'blank'
	| 'missing'
	| 'error'
	| 'number'
	| 'digits'
	| 'fraction'
	| 'date'
	| 'time'
	| 'class'
	| 'address'
	| 'text';

const LONGEST_TYPED = 60;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?$/;
const DIGITS = /^[+\-\u2212]?\d+$/;
const EXPONENT = /^[+-]?\d+([.,]\d+)?E[+-]?\d{1,3}$/i;
const MONEY = /^[$€£₸₽]\s?\d[\d\s,.]*$/;
const CLASS = /^(1[0-2]|\d)\s?[-«"]?\s?[A-ZА-ЯӘІҢҒҮҰҚӨҺЁ][»"]?$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_START = /^https?:\/\//;

/** Kind of one cell by its own text alone. */
export function cellKind(text: string): CellKind {
	if (text === '') return 'blank';
	if (text.length > LONGEST_TYPED)
		return URL_START.test(text) ? 'address' : text.trim() === '' ? 'blank' : 'text';
	const trimmed = text.trim();
	if (trimmed === '') return 'blank';
	if (isExcelError(trimmed)) return 'error';
	const first = trimmed.charCodeAt(0);
	const digitFirst = (first >= 48 && first <= 57) || '+-\u2212.,$€£₸₽'.includes(trimmed.charAt(0));
	if (digitFirst) {
		if (parseNumber(trimmed) || EXPONENT.test(trimmed) || MONEY.test(trimmed)) return 'number';
		if (DIGITS.test(trimmed)) return 'digits';
		if (TIME.test(trimmed)) return 'time';
		if (parseFraction(trimmed)) return 'fraction';
		if (parseDate(trimmed, null)) return 'date';
		if (CLASS.test(trimmed)) return 'class';
	}
	if (isMissingToken(trimmed)) return 'missing';
	if (URL_START.test(trimmed) || EMAIL.test(trimmed)) return 'address';
	return 'text';
}

/** Number-like kinds count as one when a column is judged. */
export function isTyped(kind: CellKind): boolean {
	return kind !== 'text' && kind !== 'blank' && kind !== 'missing' && kind !== 'error';
}

/** Kinds that stand for one another in a column: a code with leading zeros among numbers. */
export function sameFamily(a: CellKind, b: CellKind): boolean {
	return a === b || (isNumeric(a) && isNumeric(b));
}

export function isNumeric(kind: CellKind): boolean {
	return kind === 'number' || kind === 'digits';
}
