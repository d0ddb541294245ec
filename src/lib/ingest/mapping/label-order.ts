import { foldLabel } from '$lib/ingest/values/folding';
import { intensityOf } from '$lib/ingest/vocabulary/intensity';

/** On what a proposed order of labels rests: codes written in them, words of intensity, or nothing but the file's order. */
export type OrderBasis = 'codes' | 'words' | 'appearance';

const CODE = /^\s*(?:[a-zа-яәғқңөұүһі]{0,2}\s*)?(\d{1,3})(?!\d)|(\d{1,3})\s*\)?\s*$/iu;
const LETTER = /^\s*([a-zа-яәғқңөұүһі])\s*[).]\s*\S/iu;

function codeOf(label: string): number | null {
	const digits = CODE.exec(label);
	if (digits) return Number(digits[1] ?? digits[2]);
	const letter = LETTER.exec(label)?.[1];
	return letter === undefined ? null : (letter.toLowerCase().codePointAt(0) ?? null);
}

function sortedBy(labels: readonly string[], rankOf: (label: string) => number | null): string[] | null {
	const ranked = labels.map((label) => ({ label, rank: rankOf(label) }));
	const distinct = new Set(ranked.map(({ rank }) => rank));
	if (distinct.has(null) || distinct.size < labels.length) return null;
	return ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ label }) => label);
}

/** Puts unknown labels (in the order of their first appearance) into the order a reader would propose, and says why. */
export function proposedOrder(labels: readonly string[]): { order: string[]; basis: OrderBasis } {
	const byCode = sortedBy(labels, codeOf);
	if (byCode) return { order: byCode, basis: 'codes' };
	const byWords = sortedBy(labels, intensityOf);
	if (byWords) return { order: byWords, basis: 'words' };
	return { order: [...labels], basis: 'appearance' };
}

/** Labels without repetitions that differ only in case, spaces or ё; the first spelling stands. */
export function distinctLabels(labels: Iterable<string>): string[] {
	const seen = new Map<string, string>();
	for (const label of labels) if (!seen.has(foldLabel(label))) seen.set(foldLabel(label), label.trim());
	return [...seen.values()];
}
