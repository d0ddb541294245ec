/** A printed base of respondents and the attributes its people were filtered by. */
export interface PrintedBase {
	id: string;
	n: number;
	filter: Readonly<Record<string, string>>;
}

/** A group that is recovered by subtracting printed bases from a printed whole. */
export interface Recovered {
	whole: string;
	parts: string[];
	/** Respondents left over: 1..k−1. */
	n: number;
}

/**
 * The small groups that can be recovered from a set of printed bases by subtraction: a whole minus the parts of it that
 * are told apart by the same further attributes (which are disjoint).
 */
export function recoverableBySubtraction(bases: readonly PrintedBase[], k: number): Recovered[] {
	return bases.flatMap((whole) =>
		[...partsBySplit(whole, bases).values()].flatMap((parts) => {
			const n = whole.n - parts.reduce((sum, part) => sum + part.n, 0);
			return n > 0 && n < k ? [{ whole: whole.id, parts: parts.map(({ id }) => id), n }] : [];
		})
	);
}

/** Bases inside a whole by the names of the attributes that split it off, one base per filter. */
function partsBySplit(whole: PrintedBase, bases: readonly PrintedBase[]): Map<string, PrintedBase[]> {
	const splits = new Map<string, Map<string, PrintedBase>>();
	for (const base of bases) {
		const inside = Object.entries(whole.filter).every(([name, value]) => base.filter[name] === value);
		const further = Object.keys(base.filter)
			.filter((name) => !(name in whole.filter))
			.sort();
		if (!inside || further.length === 0) continue;
		const split = splits.get(further.join('\n')) ?? new Map<string, PrintedBase>();
		splits.set(further.join('\n'), split.set(further.map((name) => base.filter[name]).join('\n'), base));
	}
	return new Map([...splits].map(([names, split]) => [names, [...split.values()]]));
}
