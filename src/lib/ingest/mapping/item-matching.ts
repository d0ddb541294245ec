import type { Instrument, Item, Project } from '$lib/model/project';
import { LOCALES, type Locale } from '$lib/model/text';
import { isNumericScale, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import type { FileProfile } from './profile';
import { derivesFrom, fittingScales, scaleHolds } from './scales';
import type { ColumnGuess } from './survey-columns';

/** A guess that is a question of the questionnaire. */
export type QuestionGuess = Extract<ColumnGuess, { role: 'item' | 'multi' | 'text' }>;

export const isQuestion = (guess: ColumnGuess): guess is QuestionGuess =>
	guess.role === 'item' || guess.role === 'multi' || guess.role === 'text';

const NUMBERING = /^(?:№\s*)?(?:[a-zа-я]{1,2}\.?\s?)?\d{1,3}(?:\.\d{1,2})?\s*[.):]\s*/i;

/** Ends of the answer scale beside a question («(1–5)»): another scale is no other question. */
const RANGE = /[([]\s*\d{1,3}\s*[-\u2010-\u2015\u2212…]\s*\d{1,3}[^()[\]]*[)\]]/;

/** Matching key of an item's text: folded, without its number and the ends of its scale. */
export function textKey(text: string): string {
	const bare = text.replace(NUMBERING, '').replace(RANGE, '').trim();
	return foldLabel(bare === '' ? text : bare);
}

/** Item ids of an instrument by the key of every text of every version. */
export function itemsByText(instrument: Instrument): Map<string, string> {
	const keys = new Map<string, string>();
	for (const item of instrument.items) {
		for (const version of item.versions) {
			for (const locale of LOCALES) {
				const text = version.text[locale];
				if (text !== undefined && !keys.has(textKey(text))) keys.set(textKey(text), item.id);
			}
		}
	}
	return keys;
}

/** Questions of a file in order, options of one question once. */
export function distinctQuestions(guesses: readonly ColumnGuess[]): QuestionGuess[] {
	const seen = new Set<string>();
	return guesses.filter(isQuestion).filter((guess) => {
		if (guess.role !== 'multi' || guess.option === null) return true;
		const key = textKey(guess.text);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** How well a file's questions are an instrument's items, by text: matched over the smaller of both counts. */
export function textOverlap(
	instrument: Instrument,
	questions: readonly QuestionGuess[]
): { matched: number; share: number } {
	const keys = itemsByText(instrument);
	const ids = new Set(
		questions.map((question) => keys.get(textKey(question.text))).filter((id) => id !== undefined)
	);
	const smaller = Math.min(questions.length, instrument.items.length);
	return { matched: ids.size, share: smaller === 0 ? 0 : ids.size / smaller };
}

const ofKind = (item: Item, guess: QuestionGuess) =>
	item.kind === 'scale' ? guess.role === 'item' : guess.role !== 'item';

function scaleAgrees(project: Project, profile: FileProfile, item: Item, guess: QuestionGuess): boolean {
	if (guess.role !== 'item') return true;
	const { evidence } = guess;
	const column = profile.columns[guess.index];
	return item.versions.some((version) => {
		const scale = project.scales.find((known) => known.id === version.scale);
		if (!scale || !column) return false;
		if (scaleHolds(scale, column)) return true;
		if (evidence.type === 'labels')
			return fittingScales(evidence.labels).some((fit) => derivesFrom(scale.id, fit.scale.id));
		if (evidence.type !== 'numbers' || !isNumericScale(scale)) return false;
		const { low, high } = scaleRange(scale);
		return evidence.low >= low && evidence.high <= high;
	});
}

/**
 * Items of an instrument for the questions of its other language version, by place: the scale items must agree in
 * number, order and scale; open questions are paired only where their number agrees too. Null where they do not agree.
 */
export function pairByPlace(
	project: Project,
	profile: FileProfile,
	instrument: Instrument,
	questions: readonly QuestionGuess[],
	waves: readonly string[]
): Map<number, string> | null {
	const asked = instrument.items.filter((item) =>
		item.versions.some((version) => version.waves.some((wave) => waves.includes(wave)))
	);
	const scaleItems = asked.filter((item) => item.kind === 'scale');
	const scaleGuesses = questions.filter((guess) => guess.role === 'item');
	if (scaleItems.length < 2 || scaleItems.length !== scaleGuesses.length) return null;
	const pairs = new Map<number, string>();
	for (const [at, guess] of scaleGuesses.entries()) {
		const item = scaleItems[at];
		if (!item || !scaleAgrees(project, profile, item, guess)) return null;
		pairs.set(guess.index, item.id);
	}
	const openItems = asked.filter((item) => item.kind !== 'scale');
	const openGuesses = questions.filter((guess) => guess.role !== 'item');
	if (openItems.length === openGuesses.length) {
		for (const [at, guess] of openGuesses.entries()) pairs.set(guess.index, openItems[at]?.id ?? '');
	}
	return pairs;
}

/** What each question of a file is in an instrument: an item by its text, by its place between matched neighbours, or new. */
export interface Assignment {
	guess: QuestionGuess;
	item: string | null;
	/** True where only the place speaks for the item: its text is another. */
	byPlace: boolean;
}

const hasText = (item: Item, waves: readonly string[], locale: Locale) =>
	item.versions.some(
		(version) => version.text[locale] !== undefined && version.waves.some((wave) => waves.includes(wave))
	);

/** Assigns questions to items by text, and the rest by their matched neighbours. */
export function assignItems(
	instrument: Instrument,
	questions: readonly QuestionGuess[],
	waves: readonly string[],
	locale: Locale
): Assignment[] {
	const keys = itemsByText(instrument);
	const taken = new Set<string>();
	const assigned = questions.map((guess): Assignment => {
		const item = keys.get(textKey(guess.text));
		if (item === undefined || taken.has(item)) return { guess, item: null, byPlace: false };
		taken.add(item);
		return { guess, item, byPlace: false };
	});
	const place = new Map(instrument.items.map((item, at) => [item.id, at] as const));
	for (let from = 0; from < assigned.length; from += 1) {
		if (assigned[from]?.item !== null) continue;
		let to = from;
		while (to < assigned.length && assigned[to]?.item === null) to += 1;
		const before = from === 0 ? -1 : (place.get(assigned[from - 1]?.item ?? '') ?? -1);
		const after =
			to === assigned.length ? instrument.items.length : (place.get(assigned[to]?.item ?? '') ?? 0);
		const free = instrument.items
			.slice(before + 1, Math.max(after, before + 1))
			.filter((item) => !taken.has(item.id) && !hasText(item, waves, locale));
		const gap = assigned.slice(from, to);
		if (before >= 0 || to < assigned.length) {
			for (const entry of gap) {
				const at = free.findIndex((item) => ofKind(item, entry.guess));
				const item = at < 0 ? undefined : free[at];
				if (!item) continue;
				free.splice(0, at + 1);
				taken.add(item.id);
				entry.item = item.id;
				entry.byPlace = true;
			}
		}
		from = to;
	}
	return assigned;
}
