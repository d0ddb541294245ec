import { RATERS } from '$lib/model/project';
import { selection, type Selection } from '$lib/model/selection';

const GROUP = 'g.';

/** The selection a page address carries; what is absent or unreadable is the default. */
export function selectionFromUrl(url: Pick<URL, 'searchParams'>): Selection {
	const query = url.searchParams;
	const groups: Record<string, string> = {};
	for (const [name, value] of query) if (name.startsWith(GROUP)) groups[name.slice(GROUP.length)] = value;
	const module = Number(query.get('module'));
	return selection.parse({
		wave: query.get('wave'),
		against: query.get('against'),
		audience: query.get('audience'),
		rater: RATERS.find((rater) => rater === query.get('rater')) ?? null,
		module: Number.isInteger(module) && module > 0 ? module : null,
		groups
	});
}

/** The query part of an address for a selection, defaults left out: '' or '?wave=…'. */
export function selectionQuery(chosen: Selection): string {
	const query = new URLSearchParams();
	for (const name of ['wave', 'against', 'audience', 'rater'] as const) {
		const value = chosen[name];
		if (value) query.set(name, value);
	}
	if (chosen.module !== null) query.set('module', String(chosen.module));
	for (const [kind, value] of Object.entries(chosen.groups)) query.set(GROUP + kind, value);
	const text = query.toString();
	return text ? `?${text}` : '';
}
