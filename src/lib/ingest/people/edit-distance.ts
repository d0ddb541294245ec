/**
 * Letters to insert, delete, replace or swap with a neighbour so that one text becomes the other (Damerau–Levenshtein,
 * optimal string alignment); `most` + 1 where more than `most` are needed.
 */
export function editDistance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		if (Math.min(...row) > most && Math.min(...last) > most) return most + 1;
		before = last;
		last = row;
	}
	return Math.min(last[b.length] ?? 0, most + 1);
}

/** True where two texts of one length have the same letters in another order. */
export function areSwapped(a: string, b: string): boolean {
	return a !== b && [...a].sort().join('') === [...b].sort().join('');
}
