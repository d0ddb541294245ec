type PValues = readonly (number | null)[];

/** Adjusts the p values that exist, in place of the missing ones null; `adjust` gets them ascending. */
function adjust(p: PValues, adjustAscending: (sorted: number[]) => number[]): (number | null)[] {
	const tested = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
	tested.sort((a, b) => a.value - b.value);
	const adjusted = adjustAscending(tested.map(({ value }) => value));
	const result: (number | null)[] = p.map(() => null);
	tested.forEach(({ index }, position) => {
		result[index] = adjusted[position] ?? null;
	});
	return result;
}

/** q values over the non-null p of one comparison, m = tests made; nulls stay null (Benjamini & Hochberg 1995). */
export function benjaminiHochberg(p: PValues): (number | null)[] {
	return adjust(p, (sorted) => {
		let smallest = 1;
		return sorted.reduceRight<number[]>((q, value, index) => {
			smallest = Math.min(smallest, (sorted.length / (index + 1)) * value);
			q[index] = smallest;
			return q;
		}, []);
	});
}

/** Family-wise adjusted p values over the non-null p (Holm 1979). */
export function holm(p: PValues): (number | null)[] {
	return adjust(p, (sorted) => {
		let largest = 0;
		return sorted.map((value, index) => {
			largest = Math.min(1, Math.max(largest, (sorted.length - index) * value));
			return largest;
		});
	});
}
