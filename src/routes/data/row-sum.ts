import type { RowRole } from '$lib/model/reading';

/** Roles of rows in the order the sum of a file is told. */
export const ROLE_ORDER: readonly RowRole[] = [
	'header',
	'title',
	'blank',
	'group',
	'total',
	'repeated-header',
	'other-table',
	'set-aside',
	'imported'
];

/** One addend of "rows in file = …": a role of a row, or `left-out` for rows read well but not counted (duplicates, no wave). */
export interface Addend {
	role: RowRole | 'left-out';
	rows: number;
}

/** The rows of a file by what became of them; the addends sum up to `total`, empty ones are left out. */
export function rowSum(
	counts: Record<RowRole, number>,
	imported: number
): { total: number; addends: Addend[] } {
	const total = ROLE_ORDER.reduce((sum, role) => sum + counts[role], 0);
	const addends: Addend[] = ROLE_ORDER.filter((role) => role !== 'imported').map((role) => ({
		role,
		rows: counts[role]
	}));
	addends.push({ role: 'left-out', rows: counts.imported - imported }, { role: 'imported', rows: imported });
	return { total, addends: addends.filter(({ rows }) => rows > 0) };
}
