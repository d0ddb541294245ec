import type { Comparability, LedgerEffect, LedgerEntry, LedgerLine } from '$lib/model/evaluation';
import type { Audience, Instrument, Item, Project } from '$lib/model/project';
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
export function ledgerOf(q: Questionnaire, project: Project, wave: string, against: string): LedgerLine[] {
	return ledgerEntries(q.instrument, project, wave, against).map(
		({ instrument, item, comparability: found }) => ({
			instrument,
			item,
			comparability: found
		})
	);
}

/** The same from the codebook alone, with both versions of every item and what follows for its comparison. */
export function ledgerEntries(
	instrument: Instrument,
	project: Project,
	wave: string,
	against: string
): LedgerEntry[] {
	return instrument.items
		.filter(({ kind }) => kind === 'scale')
		.flatMap((item): LedgerEntry[] => {
			const found = comparability(item, wave, against);
			if (!found) return [];
			const missing = found === 'new' ? against : found === 'dropped' ? wave : null;
			const askedOf = missing === null ? null : otherAudience(item.id, missing, instrument, project);
			const kind: Comparability = askedOf === null ? found : 'other_audience';
			const earlier = versionIn(item, against) ?? null;
			const later = versionIn(item, wave) ?? null;
			return [
				{
					instrument: instrument.id,
					item: item.id,
					comparability: kind,
					...{ wave, against, earlier, later, askedOf },
					effect: effectOf(kind, earlier, later, project)
				}
			];
		});
}

/** Which other audience was asked an item of that id in a wave. */
function otherAudience(
	item: string,
	wave: string,
	{ id, audience, kind }: Instrument,
	project: Project
): Audience | null {
	const elsewhere = project.instruments.find(
		(other) =>
			other.id !== id &&
			other.audience !== audience &&
			other.kind === kind &&
			other.items.some((one) => one.id === item && versionIn(one, wave))
	);
	return elsewhere?.audience ?? null;
}

/** Favourable shares of a rescaled item are compared only where both scales declare which levels those are (M2). */
function effectOf(
	kind: Comparability,
	earlier: ItemVersion | null,
	later: ItemVersion | null,
	{ scales }: Project
): LedgerEffect {
	const declared = (version: ItemVersion | null) =>
		scales.find(({ id }) => id === version?.scale)?.favourable !== undefined;
	switch (kind) {
		case 'identical':
			return 'compared';
		case 'rescaled':
			return declared(earlier) && declared(later) ? 'pomp_and_favourable' : 'pomp';
		case 'reworded':
			return 'no_difference_reworded';
		case 'new':
			return 'no_earlier';
		case 'dropped':
			return 'no_later';
		case 'other_audience':
			return 'other_audience';
	}
}
