import { suppressTable } from './suppression/suppress-table';

/**
 * Which groups of one kind stay hidden while their total is published: bases of 1…k−1, as many others as protect them
 * (suppressTable, one row), and more until the hidden ones together are none or at least k: a shown group whose
 * complement is 1…k−1 is the same attack as a filter with that complement (M6).
 */
export function hiddenGroups(bases: ReadonlyMap<string | null, number>, k: number): Set<string | null> {
	const names = [...bases.keys()];
	const counts = [...bases.values()];
	if (counts.every((n) => n === 0 || n >= k)) return new Set();
	const cells = counts.map((n, index) => ({ row: '', column: String(index), n }));
	const hidden = new Set(suppressTable(cells, k).map(({ column }) => column));
	const hiddenSum = () => counts.reduce((sum, n, index) => (hidden.has(String(index)) ? sum + n : sum), 0);
	const shown = counts
		.map((n, index) => ({ n, column: String(index) }))
		.filter(({ n, column }) => n > 0 && !hidden.has(column))
		.sort((a, b) => a.n - b.n);
	for (const { column } of shown) {
		if (hiddenSum() >= k) break;
		hidden.add(column);
	}
	return new Set(names.filter((_, index) => hidden.has(String(index))));
}
