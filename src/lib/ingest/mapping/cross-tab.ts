import type { CodedColumn } from '$lib/model/reading';

/** Pairs of distinct texts counted in a flat array; above that many, in a map. */
const FLAT_PAIRS = 1 << 22;

/** Two texts that stand in the same rows, and in how many. */
interface TextPair {
	left: string;
	right: string;
	count: number;
}

/** How often each pair of texts of two columns stands in a row together, in the order of the first such row. */
export function crossTab(left: CodedColumn, right: CodedColumn): TextPair[] {
	const width = right.texts.length;
	const pairs = left.texts.length * width;
	const order: number[] = [];
	let countOf: (pair: number) => number;
	const { codes: ofLeft } = left;
	const { codes: ofRight } = right;
	if (pairs <= FLAT_PAIRS) {
		const counts = new Uint32Array(pairs);
		for (let row = 0; row < ofLeft.length; row += 1) {
			const pair = (ofLeft[row] ?? 0) * width + (ofRight[row] ?? 0);
			const count = counts[pair] ?? 0;
			if (count === 0) order.push(pair);
			counts[pair] = count + 1;
		}
		countOf = (pair) => counts[pair] ?? 0;
	} else {
		const counts = new Map<number, number>();
		for (let row = 0; row < ofLeft.length; row += 1) {
			const pair = (ofLeft[row] ?? 0) * width + (ofRight[row] ?? 0);
			const count = counts.get(pair) ?? 0;
			if (count === 0) order.push(pair);
			counts.set(pair, count + 1);
		}
		countOf = (pair) => counts.get(pair) ?? 0;
	}
	return order.map((pair) => ({
		left: left.texts[Math.floor(pair / width)] ?? '',
		right: right.texts[pair % width] ?? '',
		count: countOf(pair)
	}));
}
