import type { Instrument, Item } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { textIn, type Locale } from '$lib/model/text';
import { foldLabel } from '$lib/ingest/values/folding';
import { isMissingToken } from '$lib/ingest/values/missing';
import { isOtherOption } from '$lib/ingest/vocabulary/other-option';
import { ask, type Draft } from './draft';
import { distinctLabels, proposedOrder, type OrderBasis } from './label-order';
import { matchOptions } from './options';
import { profileFile } from './profile';

/** Answers of one item over all files that ask it: how often each label was given, by the file's language. */
interface ItemAnswers {
	/** First file that asks the item. */
	source: string;
	byLanguage: Map<Locale, Map<string, number>>;
}

function answersOfItem(
	draft: Draft,
	files: readonly ReadFile[],
	instrument: Instrument,
	item: string
): ItemAnswers | null {
	let source: string | null = null;
	const byLanguage = new Map<Locale, Map<string, number>>();
	for (const known of draft.project.sources) {
		const file = files.find(({ sha256 }) => sha256 === known.sha256);
		if (known.instrument !== instrument.id || !file) continue;
		for (const column of known.columns) {
			if (column.item !== item || column.option !== undefined) continue;
			source ??= known.sha256;
			const language = known.language ?? draft.project.language;
			const counts = byLanguage.get(language) ?? new Map<string, number>();
			byLanguage.set(language, counts);
			for (const [text, times] of profileFile(file).columns[column.index]?.distinct ?? []) {
				if (!isMissingToken(text)) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + times);
			}
		}
	}
	return source === null ? null : { source, byLanguage };
}

const SHOWN = ' · ';

/** A list of whole answers longer than this is no list of options. */
const MOST_OPTIONS = 40;

/** Labels of all languages with their counts. */
function allCounts({ byLanguage }: ItemAnswers): Map<string, number> {
	const all = new Map<string, number>();
	for (const counts of byLanguage.values())
		for (const [text, times] of counts) all.set(text, (all.get(text) ?? 0) + times);
	return all;
}

/** Labels with their counts, as a reader would list them. */
function counted(labels: readonly string[], counts: ReadonlyMap<string, number>): string {
	const total = (label: string) =>
		[...counts].reduce((sum, [text, times]) => sum + (foldLabel(text) === foldLabel(label) ? times : 0), 0);
	return labels.map((label) => `${label} (${String(total(label))})`).join(SHOWN);
}

/** Levels of a proposed scale, lowest first; versions of one level in several languages stand together. Null where languages differ in number. */
function levelsOf(answers: ItemAnswers): { levels: string[][]; basis: OrderBasis } | null {
	const orders = [...answers.byLanguage.values()].map((counts) =>
		proposedOrder(distinctLabels(counts.keys()))
	);
	const size = orders[0]?.order.length ?? 0;
	if (orders.some(({ order }) => order.length !== size)) return null;
	const bases = orders.map(({ basis }) => basis);
	const basis = bases.includes('appearance') ? 'appearance' : (bases[0] ?? 'appearance');
	const levels = Array.from({ length: size }, (_, at) => orders.flatMap(({ order }) => order[at] ?? []));
	return { levels, basis };
}

interface Pool {
	items: Item[];
	source: string;
	answers: ItemAnswers;
	labels: Set<string>;
}

const foldedLabels = (answers: ItemAnswers) => new Set([...allCounts(answers).keys()].map(foldLabel));

/** Items answered with mostly the same words make one question. */
function poolItems(draft: Draft, files: readonly ReadFile[], instrument: Instrument, items: Item[]): Pool[] {
	const pools: Pool[] = [];
	for (const item of items) {
		const answers = answersOfItem(draft, files, instrument, item.id);
		if (!answers) continue;
		const labels = foldedLabels(answers);
		const pool = pools.find((known) => {
			const shared = [...labels].filter((label) => known.labels.has(label)).length;
			return shared >= 2 && shared * 2 >= Math.max(labels.size, known.labels.size);
		});
		if (!pool) {
			pools.push({ items: [item], source: answers.source, answers, labels });
			continue;
		}
		pool.items.push(item);
		for (const label of labels) pool.labels.add(label);
		for (const [language, counts] of answers.byLanguage) {
			const all = pool.answers.byLanguage.get(language) ?? new Map<string, number>();
			for (const [text, times] of counts) all.set(text, (all.get(text) ?? 0) + times);
			pool.answers.byLanguage.set(language, all);
		}
	}
	return pools;
}

function nameOf(draft: Draft, item: Item): string {
	const text = item.versions[0]?.text ?? {};
	return textIn(text, draft.project.language);
}

function askLabels(draft: Draft, instrument: Instrument, pool: Pool): void {
	const { items, source, answers } = pool;
	const [first] = items;
	if (!first) return;
	const proposed = levelsOf(answers);
	const counts = allCounts(answers);
	const levels = proposed?.levels ?? distinctLabels(counts.keys()).map((label) => [label]);
	const shown = levels.map((labels) => labels.join(' / '));
	ask(draft, {
		id: `scale:${instrument.id}:labels:${first.id}`,
		source,
		code: 'scale',
		params: {
			instrument: instrument.id,
			title: textIn(instrument.title, draft.project.language),
			example: nameOf(draft, first),
			items: items.length,
			members: items.map(({ id }) => id).join(','),
			labels: counted(levels.flat(), counts),
			basis: proposed?.basis ?? 'appearance',
			levels: JSON.stringify(levels),
			order: shown.join(' < '),
			reversed: [...shown].reverse().join(' < ')
		},
		options: [...(proposed ? ['ascending', 'descending'] : []), 'choice', 'text'].map((value) => ({
			value,
			label: `labels_${value}`
		})),
		assumed: 'choice'
	});
}

/** Asks whether a list of options taken from answers with several of them is right, where some parts are on no list. */
function askOptions(draft: Draft, files: readonly ReadFile[], instrument: Instrument, item: Item): void {
	const answers = answersOfItem(draft, files, instrument, item.id);
	if (!answers) return;
	const given = allCounts(answers);
	const options = item.options ?? [];
	const places = new Map(options.map((option, at) => [foldLabel(option), at] as const));
	const counts = new Map<string, number>();
	const unknown = new Set<string>();
	for (const [text, times] of given) {
		const found = matchOptions(text, places);
		for (const part of found.unknown) unknown.add(part);
		for (const at of found.chosen) {
			const option = options[at] ?? '';
			counts.set(option, (counts.get(option) ?? 0) + times);
		}
	}
	const inside = options.filter((option) => option.includes(', ') && !isOtherOption(option));
	if (unknown.size === 0 && inside.length === 0) return;
	ask(draft, {
		id: `options:${instrument.id}:${item.id}`,
		source: answers.source,
		code: 'options',
		params: {
			instrument: instrument.id,
			item: item.id,
			title: textIn(instrument.title, draft.project.language),
			example: nameOf(draft, item),
			labels: counted(options, counts),
			unknown: [...unknown].slice(0, 5).join(SHOWN),
			others: unknown.size,
			options: JSON.stringify(options),
			whole: JSON.stringify(distinctLabels(given.keys()).slice(0, MOST_OPTIONS))
		},
		options: ['split', 'whole', 'text'].map((value) => ({ value, label: `options_${value}` })),
		assumed: 'split'
	});
}

/** Asks what the answers of new choice items are: a scale, a set of choices, or free text; nothing is a scale unasked. */
export function askChoices(draft: Draft, files: readonly ReadFile[]): void {
	for (const instrument of draft.project.instruments) {
		const own = draft.choices.filter((choice) => choice.instrument === instrument.id);
		const itemsOf = (split: boolean) =>
			instrument.items.filter(({ id }) => own.some((choice) => choice.item === id && choice.split === split));
		for (const pool of poolItems(draft, files, instrument, itemsOf(false)))
			askLabels(draft, instrument, pool);
		for (const item of itemsOf(true)) askOptions(draft, files, instrument, item);
	}
}
