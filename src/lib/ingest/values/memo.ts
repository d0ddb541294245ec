/** Distinct texts a memo keeps: free text in a large file would otherwise be held twice. */
const MOST_KEPT = 100_000;

/** A pure function of a text that remembers the results of the first hundred thousand distinct texts. */
export function memoised<Value>(of: (text: string) => Value): (text: string) => Value {
	const seen = new Map<string, Value>();
	return (text) => {
		const known = seen.get(text);
		if (known !== undefined || seen.has(text)) return known as Value;
		const value = of(text);
		if (seen.size < MOST_KEPT) seen.set(text, value);
		return value;
	};
}
