/**
 * Which cells of a one-row table with a published total stay hidden: bases of 1…k−1, then the smallest others until at
 * least two are hidden and together hold at least k−1 (statistics.md, suppression). An empty cell is never hidden.
 */
export function hiddenCells(bases: readonly number[], k: number): boolean[] {
	const hidden = bases.map((base) => base > 0 && base < k);
	if (!hidden.includes(true)) return hidden;
	const bySize = bases
		.map((base, index) => ({ base, index }))
		.filter(({ base }) => base >= k)
		.sort((a, b) => a.base - b.base);
	const sum = () => bases.reduce((running, base, index) => (hidden[index] ? running + base : running), 0);
	for (const { index } of bySize) {
		if (hidden.filter(Boolean).length >= 2 && sum() >= k - 1) break;
		hidden[index] = true;
	}
	return hidden;
}
