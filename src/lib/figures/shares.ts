/** Whole percents of counts that add up to 100 (largest remainder); all zero where there is nothing to share. */
export function wholePercents(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return counts.map(() => 0);
	const exact = counts.map((count) => (100 * count) / total);
	const floors = exact.map(Math.floor);
	let left = 100 - floors.reduce((sum, value) => sum + value, 0);
	const byRemainder = exact
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	for (const { index } of byRemainder) {
		if (left-- <= 0) break;
		floors[index]! += 1;
	}
	return floors;
}
