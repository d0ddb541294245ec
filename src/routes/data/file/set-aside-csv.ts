import type { SourceRow } from '$lib/model/reading';
import { csvText } from '$lib/state/templates';

/** Rows that wait to be fixed as a table of their own: physical line, what the row is, its cells under the names of the file. */
export function setAsideCsv(
	rows: readonly SourceRow[],
	head: readonly string[],
	roleWords: (row: SourceRow) => string
): string {
	const width = Math.max(head.length, ...rows.map(({ cells }) => cells.length + 2));
	const names = [...head, ...new Array<string>(width - head.length).fill('')];
	return csvText([names, ...rows.map((row) => [String(row.line), roleWords(row), ...row.cells])]);
}
