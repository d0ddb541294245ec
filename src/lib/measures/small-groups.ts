import { suppressTable } from './suppression/suppress-table';

/**
 * Which groups of one kind stay hidden while their total is published: bases of 1…k−1, and as many others as protect
 * them (suppressTable, one row).
 */
export function hiddenGroups(bases: ReadonlyMap<string | null, number>, k: number): Set<string | null> {
	const names = [...bases.keys()];
	const counts = [...bases.values()];
	if (counts.every((n) => n === 0 || n >= k)) return new Set();
	const cells = counts.map((n, index) => ({ row: '', column: String(index), n }));
	const hidden = new Set(suppressTable(cells, k).map(({ column }) => column));
	return new Set(names.filter((_, index) => hidden.has(String(index))));
}
