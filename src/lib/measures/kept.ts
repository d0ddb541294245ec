import type { Project } from '$lib/model/project';
import type { Counts } from './counts';

/**
 * A memory for what follows from counts and project alone, by key: forgotten when either is replaced. Selections come and
 * go many times a minute, counts only when files change.
 */
export function keptPerCounts<Value>(): (
	counts: Counts,
	project: Project,
	key: string,
	compute: () => Value
) => Value {
	const kept = new WeakMap<Counts, { project: Project; values: Map<string, Value> }>();
	return (counts, project, key, compute) => {
		let own = kept.get(counts);
		if (own?.project !== project) kept.set(counts, (own = { project, values: new Map() }));
		const found = own.values.get(key);
		if (found !== undefined) return found;
		const made = compute();
		own.values.set(key, made);
		return made;
	};
}
