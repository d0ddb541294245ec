import { parseDate } from '../values/dates';
import { foldKey } from '../values/folding';
import { parseNumber } from '../values/numbers';
import { monthOf } from '../vocabulary/months';
import { isTyped, cellKind } from './cell-kinds';
import { filledCells, isBlank, isNumbering, type HeaderEvidence } from './row-evidence';
import type { FileRecord } from './tokenise';

/** Days or years that fill gaps of captions; a single one may be a datum, but for a day below its month. */
const LEAST_NUMBERED = 2;

/** Text of the caption that covers each column once merged cells are filled to the right. */
function filledRight(cells: readonly string[]): string[] {
	let caption = '';
	return cells.map((cell) => (isBlank(cell) ? caption : (caption = cell)));
}

/** Below one caption no two cells of a header row are alike, while answers often are. */
function isDistinctByCaption(top: readonly string[], sub: readonly string[]): boolean {
	const captions = filledRight(top);
	const seen = new Set<string>();
	for (let index = 0; index < sub.length; index += 1) {
		if (isBlank(sub[index])) continue;
		const key = `${foldKey(captions[index] ?? '')}\u0000${foldKey(sub[index] ?? '')}`;
		if (seen.has(key)) return false;
		seen.add(key);
	}
	return true;
}

/** One cell in a first column that has no name and no datum in the next row: the caption of a group. */
function isCaptionBeside(records: readonly FileRecord[], index: number, top: readonly string[]): boolean {
	const [first, ...others] = records[index]?.cells ?? [];
	const next = records[index + 1]?.cells ?? [];
	return (
		!isBlank(first) &&
		filledCells(others) === 0 &&
		isBlank(top[0]) &&
		isBlank(next[0]) &&
		filledCells(next) > 1
	);
}

const YEAR_NAME = /^(?:19|20)\d{2}$/;

/** Place of a typed name in its order: a number, or a date. */
function orderOf(cell: string): number | string | null {
	return parseNumber(cell)?.value ?? parseDate(cell, true)?.date ?? null;
}

/**
 * Names below captions though some of them are numbers or dates: the row fills every gap of the captions and stands
 * below nothing else, and its days or years rise under each caption, or are years among words.
 */
function isBelowCaptions(top: readonly string[], sub: readonly string[], width: number): boolean {
	if (isBlank(top[0]) || !isBlank(sub[0])) return false;
	let rising = 0;
	let gaps = 0;
	let words = 0;
	let years = true;
	let last: number | string | null = null;
	for (let column = 1; column < width; column += 1) {
		const cell = sub[column] ?? '';
		const isCaption = !isBlank(top[column]);
		if (isBlank(cell)) {
			if (!isCaption) return false;
			continue;
		}
		if (!isCaption) gaps += 1;
		if (!isTyped(cellKind(cell))) {
			words += 1;
			continue;
		}
		years &&= YEAR_NAME.test(cell.trim());
		const order = orderOf(cell);
		const isNext = order !== null && (isCaption || last === null || order > last);
		if (!isNext) rising = -width;
		if (!isCaption) rising += 1;
		last = order;
	}
	if (words > 0 && years && gaps >= LEAST_NUMBERED) return true;
	return rising >= (top.some((cell) => monthOf(cell) !== null) ? 1 : LEAST_NUMBERED);
}

/** True where row `index` continues the merged header `top`: it fills the gaps of the captions and is no data by its `evidence`. */
export function continuesHeader(
	records: readonly FileRecord[],
	index: number,
	top: readonly string[],
	width: number,
	evidenceAt: () => HeaderEvidence
): boolean {
	const sub = records[index]?.cells ?? [];
	let gapsFilled = 0;
	let gaps = 0;
	let underFilled = 0;
	for (let column = 0; column < width; column += 1) {
		const topBlank = isBlank(top[column]);
		const subBlank = isBlank(sub[column]);
		if (topBlank) gaps += 1;
		if (topBlank && !subBlank) gapsFilled += 1;
		if (!topBlank && subBlank) underFilled += 1;
	}
	if (gapsFilled === 0 && !isBlank(sub[0])) return false;
	if (isCaptionBeside(records, index, top)) return false;
	if (isBelowCaptions(top, sub, width)) return true;
	if (sub.some((cell) => isTyped(cellKind(cell))) && !isNumbering(sub)) return false;
	const evidence = evidenceAt();
	if (evidence.data > evidence.header) return false;
	if (gapsFilled === 0) return underFilled > 0 && evidence.data === 0 && evidence.header >= 2;
	if (evidence.header > evidence.data || underFilled > 0) return true;
	return gaps >= 2 && gapsFilled * 2 >= gaps && isDistinctByCaption(top, sub);
}

/** Names over the rows so far, and those of the next one below them. */
export function joined(top: readonly string[], sub: readonly string[]): string[] {
	const captions = filledRight(top);
	return Array.from({ length: Math.max(top.length, sub.length) }, (_, index) => {
		const own = top[index] ?? '';
		const caption = captions[index] ?? captions.at(-1) ?? '';
		const name = sub[index] ?? '';
		if (isBlank(name)) return own;
		return isBlank(caption) || caption === name ? name : `${caption} / ${name}`;
	});
}

/** What each column is called so far: a gap in one row is none where another row fills it. */
export function named(captions: readonly string[], cells: readonly string[]): string[] {
	return Array.from({ length: Math.max(captions.length, cells.length) }, (_, index) => {
		const cell = cells[index] ?? '';
		return isBlank(cell) ? (captions[index] ?? '') : cell;
	});
}
