import type { Place } from '$lib/model/reading';
import { foldKey } from '../values/folding';
import { columnName } from './column-names';
import type { IssueList } from './issues';
import { LIMITS } from './limits';
import { isBlank } from './row-evidence';

const NEARLY_ALL = 0.9;
const MOST = 0.5;

/** Number of trailing columns that have no name and no value in any row, though nearly every row has their cells. */
function emptyTrailing(header: readonly string[] | null, rows: readonly (readonly string[])[]): number {
	let width = header?.length ?? 0;
	for (const row of rows) width = Math.max(width, row.length);
	let dropped = 0;
	for (let column = width - 1; column > 0; column -= 1) {
		if (!isBlank(header?.[column])) break;
		let present = 0;
		let filled = false;
		for (const row of rows) {
			if (row.length <= column) continue;
			present += 1;
			filled ||= !isBlank(row[column]);
		}
		const named = header === null || header.length > column;
		const ours = named && (present >= NEARLY_ALL * rows.length || present === 0);
		if (filled || !ours) break;
		dropped += 1;
	}
	return dropped === 0 ? 0 : width - dropped;
}

/** Drops unnamed columns at the right that hold nothing (import.md 7), with a note. Rows and header are cut in place. */
export function dropEmptyColumns(header: string[] | null, rows: string[][], issues: IssueList): void {
	const keep = emptyTrailing(header, rows);
	if (keep === 0) return;
	let width = header?.length ?? 0;
	for (const row of rows) width = Math.max(width, row.length);
	if (header && header.length > keep) header.length = keep;
	for (const row of rows) if (row.length > keep) row.length = keep;
	issues.add('empty-columns', { count: width - keep });
}

/** Names that are missing, too long, or the same once spaces, case and look-alike letters are folded. */
export function judgeNames(header: readonly string[], line: number, issues: IssueList): void {
	const place = (text: string, index: number): Place => ({
		line,
		column: index + 1,
		name: columnName(header, index),
		text
	});
	const nameless: Place[] = [];
	const long: Place[] = [];
	const same = new Map<string, Place[]>();
	header.forEach((name, index) => {
		if (isBlank(name)) {
			nameless.push(place(name, index));
			return;
		}
		if (name.length > LIMITS.headerCharacters) long.push({ line, column: index + 1 });
		const key = foldKey(name);
		same.set(key, [...(same.get(key) ?? []), place(name, index)]);
	});
	const duplicates = [...same.values()].filter((places) => places.length > 1).flat();
	if (duplicates.length > 0)
		issues.add('duplicate-headers', { count: duplicates.length, places: duplicates });
	if (nameless.length > 0) issues.add('empty-headers', { count: nameless.length, places: nameless });
	if (long.length > 0) issues.add('long-headers', { count: long.length, places: long });
}

const DIGITS = /^[+\-\u2212]?\d{1,9}$/;
const DECIMALS = /^\d{1,2}$/;

const isCutNumber = (row: readonly string[], at: number) =>
	DIGITS.test((row[at] ?? '').trim()) && DECIMALS.test((row[at + 1] ?? '').trim());

/**
 * Cells, by position in these rows of one length, whose numbers were cut at their decimal comma: digits there and one
 * or two digits in the next cell, in every row. From the right, so that a whole number before them stays one; null
 * where there are not as many as the rows are too wide.
 */
export function cutNumbers(rows: readonly (readonly string[])[], width: number): number[] | null {
	const length = rows[0]?.length ?? width;
	const found: number[] = [];
	for (let at = length - 2; at >= 0 && found.length < length - width; at -= 1) {
		if (!rows.every((row) => isCutNumber(row, at))) continue;
		found.unshift(at);
		at -= 1;
	}
	return length > width && found.length === length - width ? found : null;
}

/** How the rows stand to the width of the table: which have other widths, and whether a decimal comma explains them. */
interface RaggedRows {
	/** Indexes of rows whose number of cells is not that of the table. */
	rows: number[];
	/** Positions in the longest rows of the numbers cut at their decimal comma, null where that explains nothing. */
	decimals: number[] | null;
}

/** Finds ragged rows and the pattern "more cells by the decimals of its numbers" (import.md 9). */
export function raggedRows(
	rows: readonly (readonly string[])[],
	width: number,
	delimiter: string
): RaggedRows {
	const ragged: number[] = [];
	let longest = width;
	let shorter = false;
	rows.forEach((row, index) => {
		if (row.length === width) return;
		ragged.push(index);
		longest = Math.max(longest, row.length);
		shorter ||= row.length < width;
	});
	const longer = rows.filter((row) => row.length === longest);
	const explained = delimiter.startsWith(',') && !shorter && ragged.length >= MOST * rows.length;
	return { rows: ragged, decimals: explained && longest > width ? cutNumbers(longer, width) : null };
}
