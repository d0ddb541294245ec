import type { Comparability } from '$lib/model/evaluation';
import type { Item, Project } from '$lib/model/project';
import { versionIn, type AskedItem, type Questionnaire } from './codebook';
import { textIn, LOCALES } from '$lib/model/text';

type ItemVersion = Item['versions'][number];

function sameText(a: ItemVersion, b: ItemVersion): boolean {
	return LOCALES.every(
		(locale) =>
			a.text[locale] === undefined ||
			b.text[locale] === undefined ||
			textIn(a.text, locale) === textIn(b.text, locale)
	);
}

function changeBetween(earlier: ItemVersion, later: ItemVersion): Comparability {
	if (later.change === 'reworded' || later.change === 'rescaled') return later.change;
	if (!sameText(earlier, later)) return 'reworded';
	return earlier.scale === later.scale && earlier.reversed === later.reversed ? 'identical' : 'rescaled';
}

/**
 * What happened to an item between two waves, `against` being the earlier: the gravest change of its versions on the
 * way (reworded over rescaled). Null where it was asked in neither.
 */
export function comparability(
	item: Item,
	wave: string,
	against: string
): Exclude<Comparability, 'other_audience'> | null {
	const later = versionIn(item, wave);
	const earlier = versionIn(item, against);
	if (!later && !earlier) return null;
	if (!earlier) return 'new';
	if (!later) return 'dropped';
	if (later === earlier) return 'identical';
	const from = item.versions.indexOf(earlier);
	const to = item.versions.indexOf(later);
	const way = from < to ? item.versions.slice(from, to + 1) : [earlier, later];
	const changes = way.slice(1).map((version, index) => changeBetween(way[index] ?? version, version));
	if (changes.includes('reworded')) return 'reworded';
	return changes.includes('rescaled') && earlier.scale !== later.scale ? 'rescaled' : 'identical';
}

/** The items of a wave that were asked in exactly the same way in the other. */
export function identicalItems(q: Questionnaire, wave: string, against: string): AskedItem[] {
	const items = new Map(q.instrument.items.map((item) => [item.id, item]));
	return (q.asked.get(wave) ?? []).filter((asked) => {
		const item = items.get(asked.id);
		return item !== undefined && comparability(item, wave, against) === 'identical';
	});
}

/** The ledger of one questionnaire: every item asked in either wave. An item that moved to another audience says so. */
export function ledgerOf(q: Questionnaire, project: Project, wave: string, against: string) {
	const elsewhere = project.instruments.filter(
		({ id, audience, kind }) =>
			id !== q.instrument.id && audience !== q.instrument.audience && kind === q.instrument.kind
	);
	return q.instrument.items
		.filter(({ kind }) => kind === 'scale')
		.flatMap((item) => {
			const found = comparability(item, wave, against);
			if (!found) return [];
			const missing = found === 'new' ? against : found === 'dropped' ? wave : null;
			const moved =
				missing !== null &&
				elsewhere.some(({ items }) =>
					items.some((other) => other.id === item.id && versionIn(other, missing))
				);
			const kind: Comparability = moved ? 'other_audience' : found;
			return [{ instrument: q.instrument.id, item: item.id, comparability: kind }];
		});
}
