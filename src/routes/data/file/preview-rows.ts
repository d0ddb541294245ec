import type { Reading, RowRole, SourceRow } from '$lib/model/reading';

/** Every record of a file in file order, imported rows among those set aside. */
export function fileRows(reading: Reading): SourceRow[] {
	const rows: SourceRow[] = [];
	let next = 0;
	for (const [at, cells] of reading.rows.entries()) {
		const line = reading.lines[at] ?? 0;
		for (; (reading.aside[next]?.line ?? Infinity) < line; next += 1)
			rows.push(reading.aside[next] as SourceRow);
		rows.push({ line, role: 'imported', cells });
	}
	return [...rows, ...reading.aside.slice(next)];
}

/** Up to `most` different answers of a column, in the order they occur in the first rows. */
export function examples(reading: Reading, index: number, most: number): string[] {
	const LOOKED_AT = 200;
	const found = new Set<string>();
	for (const row of reading.rows.slice(0, LOOKED_AT)) {
		const cell = row[index]?.trim();
		if (cell) found.add(cell);
		if (found.size === most) break;
	}
	return [...found];
}

/** Columns a file has: those of the header, or of its widest row. */
export const widthOf = (reading: Reading): number =>
	reading.rows.reduce((width, row) => Math.max(width, row.length), reading.header?.length ?? 0);

/** Roles whose rows carry nothing of the user's, so nobody needs them back. */
const WITHOUT_CONTENT: readonly RowRole[] = ['header', 'repeated-header', 'blank'];

/** Rows with content that are not in the data. */
export const setAsideRows = (reading: Reading): SourceRow[] =>
	reading.aside.filter((row) => !WITHOUT_CONTENT.includes(row.role));
