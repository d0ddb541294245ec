import type { SourceRow } from '$lib/model/reading';
import { csvText } from '$lib/state/templates';

/** Rows set aside as a table of their own: physical line, what the row is, its cells. */
export function setAsideCsv(
	rows: readonly SourceRow[],
	head: { line: string; role: string },
	roleWords: (row: SourceRow) => string
): string {
	return csvText([
		[head.line, head.role],
		...rows.map((row) => [String(row.line), roleWords(row), ...row.cells])
	]);
}
