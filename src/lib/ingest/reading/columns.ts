import type { Place } from '$lib/model/reading';
import { foldKey } from '../values/folding';
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
	const place = (name: string, index: number): Place => ({ line, column: index + 1, name, text: name });
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

/** Column whose number was cut at its decimal comma in these rows: digits, then one or two digits in the next cell; -1 for none. */
export function decimalCommaColumn(rows: readonly (readonly string[])[], width: number): number {
	for (let column = width - 1; column >= 0; column -= 1) {
		const cut = rows.every(
			(row) => DIGITS.test((row[column] ?? '').trim()) && DECIMALS.test((row[column + 1] ?? '').trim())
		);
		if (cut) return column;
	}
	return -1;
}

/** How the rows stand to the width of the table: which have other widths, and whether a decimal comma explains them. */
interface RaggedRows {
	/** Indexes of rows whose number of cells is not that of the table. */
	rows: number[];
	/** Column of a number cut at its decimal comma, -1 where that explains nothing. */
	decimalColumn: number;
}

/** Finds ragged rows and the pattern "one cell more, and it is the decimals" (import.md 9). */
export function raggedRows(
	rows: readonly (readonly string[])[],
	width: number,
	delimiter: string
): RaggedRows {
	const ragged: number[] = [];
	const longer: (readonly string[])[] = [];
	rows.forEach((row, index) => {
		if (row.length === width) return;
		ragged.push(index);
		if (row.length === width + 1) longer.push(row);
	});
	const explained =
		delimiter.startsWith(',') && longer.length === ragged.length && longer.length >= MOST * rows.length;
	return {
		rows: ragged,
		decimalColumn: explained && longer.length > 0 ? decimalCommaColumn(longer, width) : -1
	};
}
