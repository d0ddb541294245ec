import { questionnaires, type Questionnaire } from '$lib/measures/codebook';
import { ScoreSets } from '$lib/measures/score-sets';
import { itemId, ITEMS, makeSchool, responsesOf, schoolProject, WAVES } from './school';

function only<Value>(values: readonly Value[]): Value {
	const [value] = values;
	if (value === undefined) throw new Error('nothing there');
	return value;
}

const q: Questionnaire = only(questionnaires(responsesOf(makeSchool(0)), schoolProject(), 'survey'));
const columnNumbers = new Map(Array.from({ length: ITEMS }, (_, item) => [itemId(item), item]));

/** The sets of items that people are scored by, as column numbers. */
export const sets = new ScoreSets(q).sets.map(({ items }) =>
	items.map(({ id }) => columnNumbers.get(id) ?? 0)
);

/** The set over all items, which people are compared by between two waves. */
export const comparedSet = sets.findIndex((items) => items.length === ITEMS);

/** Blocks with the column numbers of their items. */
export const blocks = q.instrument.blocks.map(({ id }) => ({
	id,
	items: q.instrument.items.flatMap((item, number) => (item.block === id ? [number] : []))
}));

/** Pairs of waves, earlier first. */
export const wavePairs = Array.from({ length: WAVES }, (_, wave) =>
	Array.from({ length: wave }, (_, against) => ({ wave, against }))
).flat();
