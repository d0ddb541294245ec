import type { Column, Instrument, Item } from '$lib/model/project';
import { textIn, type Locale, type Trilingual } from '$lib/model/text';
import { isOtherOption, OTHER_OPTION } from '$lib/ingest/vocabulary/other-option';
import { ask, type Draft } from './draft';
import { chooseScales } from './file-scales';
import { blockId, freeItemId, type InstrumentChoice, type ResponseFile } from './instruments';
import type { ScaleTask } from './scale-questions';
import { assignItems, textKey, type Assignment, type QuestionGuess } from './item-matching';

const MODULE =
	/(?:модул\S*|module|\bm)\s*[-№.]?\s*([1-9])(?!\d)|(?<!\d)([1-9])\s*[-\u2010-\u2015]?\s*(?:ші|шы|й)?\s*(?:модул|module)/i;

/** Module a criterion names («Модуль 3», «M4 …»), or null. */
function moduleIn(text: string): number | null {
	const match = MODULE.exec(text);
	return match ? Number(match[1] ?? match[2]) : null;
}

type Version = Item['versions'][number];

const coversSome = (version: Version, waves: readonly string[]) =>
	version.waves.some((wave) => waves.includes(wave));

/** Index of the project's wave order, for "before". */
function earliest(draft: Draft, waves: readonly string[]): number {
	const order = new Map(draft.project.waves.map((wave, at) => [wave.id, at] as const));
	return Math.min(...waves.map((wave) => order.get(wave) ?? 0));
}

function askedBefore(draft: Draft, instrument: Instrument, waves: readonly string[]): boolean {
	const first = earliest(draft, waves);
	return instrument.items.some((item) =>
		item.versions.some((version) => version.waves.length > 0 && earliest(draft, version.waves) < first)
	);
}

interface Settled {
	draft: Draft;
	file: ResponseFile;
	instrument: Instrument;
	/** Blocks of the instrument by the titles this file gives them. */
	blocks: ReadonlyMap<string, string>;
}

/** Blocks by the file's titles, from the items already known under them; the titles are kept as translations. */
function knownBlocks(
	instrument: Instrument,
	assigned: readonly Assignment[],
	locale: Locale
): Map<string, string> {
	const blocks = new Map<string, string>();
	for (const { guess, item } of assigned) {
		if (guess.block === null || item === null || blocks.has(guess.block)) continue;
		const block = instrument.blocks.find(
			({ id }) => id === instrument.items.find((known) => known.id === item)?.block
		);
		if (!block) continue;
		blocks.set(guess.block, block.id);
		block.title[locale] ??= guess.block;
	}
	return blocks;
}

/** The options of a question; answers on no list count as an option of their own. */
function optionList(guess: Extract<QuestionGuess, { role: 'multi' }>, locale: Locale): string[] {
	const { options, others } = guess;
	return others && !options.some(isOtherOption) ? [...options, OTHER_OPTION[locale]] : options;
}

function addItem(
	{ draft, file, instrument, blocks }: Settled,
	guess: QuestionGuess,
	scale: string | null,
	after: string | null
): Item {
	const item: Item = {
		id: freeItemId(instrument),
		block: blocks.get(guess.block ?? '') ?? blockId(instrument, guess.block, file.locale),
		module: moduleIn(guess.text),
		required: guess.role === 'item',
		kind: guess.role === 'item' ? 'scale' : guess.role,
		...(guess.role === 'multi' ? { options: optionList(guess, file.locale) } : {}),
		versions: [
			{
				waves: [...file.waves],
				text: { [file.locale]: guess.text },
				scale,
				reversed: false,
				...(askedBefore(draft, instrument, file.waves) ? { change: 'new' as const } : {})
			}
		]
	};
	if (guess.role === 'multi' && guess.option === null)
		draft.choices.push({ instrument: instrument.id, item: item.id, split: guess.split });
	const at = instrument.items.findIndex((known) => known.id === after);
	instrument.items.splice(at < 0 ? instrument.items.length : at + 1, 0, item);
	return item;
}

function addOptions(item: Item, guess: QuestionGuess, locale: Locale): void {
	if (guess.role !== 'multi' || item.kind !== 'multi') return;
	const known = new Set((item.options ?? []).map(textKey));
	const counted = (item.options ?? []).some(isOtherOption);
	const added = (counted ? guess.options : optionList(guess, locale)).filter(
		(option) => !known.has(textKey(option))
	);
	item.options = [...(item.options ?? []), ...added];
}

/** What the question of a known item is here: its kind was settled with its first file. */
const roleOf = (item: Item, guess: QuestionGuess): QuestionGuess['role'] =>
	item.kind === 'scale' ? 'item' : guess.role === 'item' ? 'item' : item.kind;

/** Notes which items a scale question is about, so that another answer finds them again. */
function noteMembers(draft: Draft, instrument: Instrument, scale: string | null, item: string): void {
	const id = `scale:${instrument.id}:${scale ?? ''}`;
	const question = [...draft.questions, ...draft.answered].find((asked) => asked.id === id);
	if (!question) return;
	const members = String(question.params.members ?? '').split(',');
	question.params.members = [...new Set([...members, item])].filter(Boolean).join(',');
}

/** Notes that a file holds the changed item too, so that the answer moves its column as well. */
function joinQuestion({ draft, file, instrument }: Settled, item: Item, wave: string): void {
	const id = changeQuestion(instrument, item, wave);
	const asked = [...draft.questions, ...draft.answered].find((question) => question.id === id);
	const { sha256 } = file.profile.file;
	if (asked && !String(asked.params.sources).includes(sha256))
		asked.params.sources = `${String(asked.params.sources)},${sha256}`;
}

const changeQuestion = (instrument: Instrument, item: Item, wave: string) =>
	`item_changed:${instrument.id}:${item.id}:${wave}`;

/** Brings an item's versions up to the waves of a file: same text and scale extend a version, another scale or text makes one. */
function settleVersion(
	context: Settled,
	item: Item,
	entry: Assignment,
	scale: string | null,
	translated: boolean
): void {
	const { draft, file, instrument } = context;
	const { locale } = file;
	const text = entry.guess.text;
	const key = textKey(text);
	for (const wave of file.waves) {
		const covering = item.versions.find((version) => version.waves.includes(wave));
		if (covering) {
			covering.text[locale] ??= text;
			if (covering.change === 'reworded') joinQuestion(context, item, wave);
			continue;
		}
		const said = (version: Version) =>
			version.text[locale] !== undefined && textKey(version.text[locale]) === key;
		const sameText = item.versions.filter((version) => translated || said(version));
		const same = sameText.find((version) => version.scale === scale);
		if (same) {
			same.waves.push(wave);
			same.text[locale] ??= text;
			continue;
		}
		const before = sameText.at(-1);
		const words: Trilingual = before ? { ...before.text, [locale]: text } : { [locale]: text };
		const change = before ? 'rescaled' : 'reworded';
		item.versions.push({
			waves: [wave],
			text: words,
			scale,
			reversed: (before ?? item.versions.at(-1))?.reversed ?? false,
			change
		});
		if (before) continue;
		ask(draft, {
			id: changeQuestion(instrument, item, wave),
			source: file.profile.file.sha256,
			code: 'item_changed',
			params: {
				instrument: instrument.id,
				title: textIn(instrument.title, draft.project.language),
				item: item.id,
				wave,
				language: locale,
				before: item.versions.at(-2)?.text[locale] ?? '',
				after: text,
				sources: file.profile.file.sha256
			},
			options: ['reworded', 'same', 'new'].map((value) => ({ value, label: value })),
			assumed: 'reworded'
		});
	}
}

const latestScale = (item: Item | undefined, waves: readonly string[]): string | null => {
	const versions = item?.versions ?? [];
	return (versions.find((version) => coversSome(version, waves)) ?? versions.at(-1))?.scale ?? null;
};

/** Maps a file's questions onto the items of its instrument, adding items and versions; returns the columns of the questions. */
export function mapItems(
	draft: Draft,
	file: ResponseFile,
	choice: InstrumentChoice,
	options: readonly QuestionGuess[]
): Column[] {
	const { instrument, paired } = choice;
	const assigned: Assignment[] = paired
		? file.questions.map((guess) => ({ guess, item: paired.get(guess.index) ?? null, byPlace: false }))
		: assignItems(instrument, file.questions, file.waves, file.locale);
	const context = { draft, file, instrument, blocks: knownBlocks(instrument, assigned, file.locale) };
	const itemOf = (id: string | null) => instrument.items.find((item) => item.id === id);
	const tasks: ScaleTask[] = assigned.flatMap(({ guess, item }) =>
		guess.role === 'item'
			? [{ index: guess.index, evidence: guess.evidence, hint: latestScale(itemOf(item), file.waves) }]
			: []
	);
	const scales = chooseScales(draft, file.profile, instrument, tasks);
	const byKey = new Map<string, string>();
	const columns: Column[] = [];
	let previous: string | null = null;
	for (const entry of assigned) {
		const { guess } = entry;
		const scale = guess.role === 'item' ? (scales.get(guess.index) ?? null) : null;
		const known = itemOf(entry.item);
		const item: Item = known ?? addItem(context, guess, scale, previous);
		if (known) {
			addOptions(known, guess, file.locale);
			settleVersion(context, known, entry, scale, paired !== null);
		}
		byKey.set(textKey(guess.text), item.id);
		previous = item.id;
		noteMembers(draft, instrument, scale, item.id);
		if (guess.role !== 'multi' || guess.option === null)
			columns.push({ index: guess.index, role: roleOf(item, guess), item: item.id });
	}
	for (const guess of options) {
		const item = byKey.get(textKey(guess.text));
		if (guess.role !== 'multi' || guess.option === null || item === undefined) continue;
		columns.push({ index: guess.index, role: 'multi', item, option: guess.option });
	}
	return columns;
}
