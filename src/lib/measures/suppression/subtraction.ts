import type { PrintedBase, Recovered } from '$lib/model/printed-base';

/**
 * The small groups that can be recovered from printed bases of one question by subtraction: a whole minus the parts of it
 * that are told apart by the same further attributes (which are disjoint), minus those who also answered in another wave,
 * and the same base as it was printed on another day.
 */
export function recoverableBySubtraction(bases: readonly PrintedBase[], k: number): Recovered[] {
	return bases.flatMap((whole) =>
		[...partsBySplit(whole, bases).values()].flatMap((parts) => {
			const n = whole.n - parts.reduce((sum, part) => sum + part.n, 0);
			return n > 0 && n < k ? [{ whole, parts, n }] : [];
		})
	);
}

function isInside(base: PrintedBase, whole: PrintedBase): boolean {
	return Object.entries(whole.filter).every(([name, value]) => base.filter[name] === value);
}

/** Bases inside a whole by what splits them off, one base per filter; a base of another day alone. */
function partsBySplit(whole: PrintedBase, bases: readonly PrintedBase[]): Map<string, PrintedBase[]> {
	const splits = new Map<string, Map<string, PrintedBase>>();
	for (const base of bases) {
		if (base === whole || !isInside(base, whole)) continue;
		const further = Object.keys(base.filter)
			.filter((name) => !(name in whole.filter))
			.sort();
		const alone = further.length === 0;
		if (base.bothWith !== whole.bothWith && !(alone && whole.bothWith === undefined)) continue;
		const names = alone ? `${base.bothWith ?? ''} ${base.n}` : further.join('\n');
		const split = splits.get(names) ?? new Map<string, PrintedBase>();
		splits.set(names, split.set(further.map((name) => base.filter[name]).join('\n'), base));
	}
	return new Map([...splits].map(([names, split]) => [names, [...split.values()]]));
}
