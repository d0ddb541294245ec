/** A stretch of a text; `changed` where the other text does not have it in this place. */
export interface TextPart {
	text: string;
	changed: boolean;
}

/** Two texts with the words marked that only one of them has (longest common subsequence of words). Joined, the parts are the texts. */
export function wordDifference(earlier: string, later: string): { earlier: TextPart[]; later: TextPart[] } {
	const [a, b] = [wordsOf(earlier), wordsOf(later)];
	const common = commonLengths(a, b);
	const kept = { earlier: new Set<number>(), later: new Set<number>() };
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			kept.earlier.add(i++);
			kept.later.add(j++);
		} else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) i++;
		else j++;
	}
	return { earlier: partsOf(a, kept.earlier), later: partsOf(b, kept.later) };
}

/** Words and what stands between them, in order. */
function wordsOf(text: string): string[] {
	return text.split(/([\p{L}\p{N}]+)/u).filter((part) => part !== '');
}

/** Length of the longest common subsequence of the rests of both from every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
	const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const [skipA, skipB] = [lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0];
			lengths[i]![j] = a[i] === b[j] ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : Math.max(skipA, skipB);
		}
	}
	return lengths;
}

function partsOf(words: readonly string[], kept: ReadonlySet<number>): TextPart[] {
	const parts: TextPart[] = [];
	words.forEach((text, at) => {
		const last = parts.at(-1);
		const changed = !kept.has(at);
		if (last?.changed === changed) last.text += text;
		else parts.push({ text, changed });
	});
	return parts;
}
