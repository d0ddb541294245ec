import type { Instrument, Item, Project, Source } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { LOCALES, type Locale } from '$lib/model/text';
import { freeItemId } from './instruments';
import { textKey } from './item-matching';

const text = (question: Question, name: string) => String(question.params[name] ?? '');

function moveColumns(
	project: Project,
	instrument: Instrument,
	sources: readonly string[],
	from: string,
	to: string
): void {
	for (const source of project.sources) {
		if (source.instrument !== instrument.id || !sources.includes(source.sha256)) continue;
		for (const column of source.columns) if (column.item === from) column.item = to;
	}
}

/** Makes a version an item of its own, and moves the columns of the files that ask it. */
function splitItem(
	project: Project,
	instrument: Instrument,
	item: Item,
	at: number,
	sources: readonly string[]
): void {
	const [version] = item.versions.splice(at, 1);
	if (!version) return;
	const created: Item = {
		...structuredClone(item),
		id: freeItemId(instrument),
		versions: [{ ...version, change: 'new' }]
	};
	instrument.items.splice(instrument.items.indexOf(item) + 1, 0, created);
	moveColumns(project, instrument, sources, item.id, created.id);
}

/** Takes an earlier answer back: the changed text is a reworded version of its item again. */
function unsettle(project: Project, question: Question, instrument: Instrument, item: Item): void {
	const wave = text(question, 'wave');
	const language = LOCALES.find((known) => known === text(question, 'language')) ?? 'ru';
	const after = text(question, 'after');
	const says = (words: string | undefined) => words !== undefined && textKey(words) === textKey(after);
	const split = instrument.items.find(
		(other) =>
			other !== item && other.versions.some((one) => says(one.text[language]) && one.change === 'new')
	);
	if (split) {
		for (const version of split.versions) item.versions.push({ ...version, change: 'reworded' });
		instrument.items = instrument.items.filter((other) => other !== split);
		moveColumns(project, instrument, text(question, 'sources').split(','), split.id, item.id);
		return;
	}
	const rescaled = item.versions.find((one) => one.change === 'rescaled' && says(one.text[language]));
	if (rescaled) {
		rescaled.change = 'reworded';
		return;
	}
	const joined = item.versions.find((one) => one.waves.includes(wave));
	if (!joined || joined.change === 'reworded') return;
	joined.waves = joined.waves.filter((one) => one !== wave);
	item.versions.push({
		waves: [wave],
		text: { [language]: after },
		scale: joined.scale,
		reversed: joined.reversed,
		change: 'reworded'
	});
}

/** Settles a changed wording: the same question, one not to compare, or a new item; a later answer takes the earlier one's place. */
export function answerChanged(project: Project, question: Question, value: string): void {
	const instrument = project.instruments.find(({ id }) => id === text(question, 'instrument'));
	const item = instrument?.items.find(({ id }) => id === text(question, 'item'));
	if (!instrument || !item) return;
	unsettle(project, question, instrument, item);
	const wave = text(question, 'wave');
	const at = item.versions.findIndex(
		(version) => version.waves.includes(wave) && version.change === 'reworded'
	);
	const version = item.versions[at];
	if (!version || value === 'reworded') return;
	if (value === 'new') {
		splitItem(project, instrument, item, at, text(question, 'sources').split(','));
		return;
	}
	const before = item.versions[at - 1];
	if (before?.scale === version.scale) {
		before.waves.push(...version.waves);
		item.versions.splice(at, 1);
	} else {
		version.change = 'rescaled';
	}
}

/** Parts a language version from the instrument it was taken for: items keep their order and scales, with that language's texts alone. */
export function detachLanguage(project: Project, source: Source, from: string, locale: Locale): void {
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	if (!instrument || (from !== '' && instrument.id !== from)) return;
	let number = 2;
	while (project.instruments.some(({ id }) => id === `${instrument.id}_${String(number)}`)) number += 1;
	const created = structuredClone(instrument);
	created.id = `${instrument.id}_${String(number)}`;
	created.items = created.items.filter((item) =>
		item.versions.some((version) => version.text[locale] !== undefined)
	);
	for (const version of created.items.flatMap((item) => item.versions)) {
		version.text = { [locale]: version.text[locale] ?? Object.values(version.text)[0] ?? '' };
	}
	for (const version of instrument.items.flatMap((item) => item.versions)) {
		const others = LOCALES.filter((known) => known !== locale && version.text[known] !== undefined);
		if (others.length > 0)
			version.text = Object.fromEntries(others.map((known) => [known, version.text[known]]));
	}
	project.instruments.push(created);
	for (const known of project.sources) {
		if (known.instrument === instrument.id && known.language === locale) known.instrument = created.id;
	}
}

/** Puts a parted language version back to its instrument; its columns are paired with the items anew. */
export function attachLanguage(project: Project, source: Source, instrument: string): void {
	const parted = source.instrument;
	if (parted === instrument || !project.instruments.some(({ id }) => id === instrument)) return;
	for (const known of project.sources) {
		if (known.instrument !== parted) continue;
		known.instrument = instrument;
		known.columns = [];
		known.confirmed = false;
	}
	project.instruments = project.instruments.filter(({ id }) => id !== parted);
}
