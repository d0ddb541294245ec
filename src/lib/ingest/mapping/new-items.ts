import type { Item, Project, Scale, Source } from '$lib/model/project';
import { isMissingToken } from '$lib/ingest/values/missing';
import { parseNumber } from '$lib/ingest/values/numbers';
import { freeItemId } from './instruments';
import { distinctLabels, proposedOrder } from './label-order';
import { statedOptions } from './options';

/** A question made by hand of a column that was taken for none. */
export interface NewItem {
	kind: Item['kind'];
	/** The column's header. */
	text: string;
	/** A scale of the project; `ascending` or `descending` for a scale of the column's own answers; null for choices and texts. */
	scale: string | null;
	/** The different answers of the column, each with the number of its rows. */
	answers: readonly [string, number][];
}

const given = (answers: NewItem['answers']) => answers.filter(([text]) => !isMissingToken(text));

/** Labels of a column's own scale, the lowest first. */
export function ownLabels(answers: NewItem['answers']): string[] {
	return proposedOrder(distinctLabels(given(answers).map(([text]) => text))).order;
}

function levelsOf(answers: NewItem['answers'], scale: 'ascending' | 'descending'): Scale['levels'] {
	const labels = ownLabels(answers);
	const values = labels.map((label, at) => parseNumber(label)?.value ?? at + 1);
	const ordered = scale === 'ascending' ? labels : [...labels].reverse();
	return ordered.map((label, at) => ({ value: values[at] ?? at + 1, labels: [label] }));
}

function scaleOf(project: Project, { scale, answers }: NewItem): string | null {
	if (scale !== 'ascending' && scale !== 'descending') return scale;
	const levels = levelsOf(answers, scale);
	if (levels.length < 2) return null;
	let number = 1;
	while (project.scales.some(({ id }) => id === `labels_${String(number)}`)) number += 1;
	const id = `labels_${String(number)}`;
	project.scales.push({ id, levels, dontKnow: [], provisional: false });
	return id;
}

/** Waves a source's items are asked in: its own wave, else those of its other items, else all. */
function wavesOf(project: Project, source: Source): string[] {
	if (typeof source.wave === 'string') return [source.wave];
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	const items = new Set(source.columns.map(({ item }) => item));
	const asked = (instrument?.items ?? [])
		.filter(({ id }) => items.has(id))
		.flatMap((item) => item.versions.flatMap(({ waves }) => waves));
	const waves = project.waves.map(({ id }) => id);
	return asked.length === 0 ? waves : waves.filter((wave) => asked.includes(wave));
}

/** Adds an item to the instrument of a source and returns its id; null where the source has no instrument. Changes `project`. */
export function addNewItem(project: Project, source: Source, made: NewItem): string | null {
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	if (!instrument) return null;
	const id = freeItemId(instrument);
	const options = made.kind === 'multi' ? { options: statedOptions(given(made.answers)) } : {};
	instrument.items.push({
		id,
		block: null,
		module: null,
		required: made.kind === 'scale',
		kind: made.kind,
		...options,
		versions: [
			{
				waves: wavesOf(project, source),
				text: { [source.language ?? project.language]: made.text },
				scale: made.kind === 'scale' ? scaleOf(project, made) : null,
				reversed: false
			}
		]
	});
	return id;
}
