import { ledgerEntries } from '$lib/measures/ledger';
import type { Comparability, LedgerEntry } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { LOCALES, textIn, type Locale } from '$lib/model/text';
import { wordDifference, type TextPart } from './word-difference';

/** What may have become of an item, the harmless first. */
export const COMPARABILITIES = [
	'identical',
	'rescaled',
	'reworded',
	'new',
	'dropped',
	'other_audience'
] as const satisfies readonly Comparability[];

/** Two waves that are compared, the earlier as `against`. */
interface WavePair {
	wave: string;
	against: string;
}

/** Every pair of waves of a project, the later wave first. */
export function wavePairs({ waves }: Project): WavePair[] {
	return waves.flatMap((wave, at) =>
		waves.slice(0, at).map((against) => ({ wave: wave.id, against: against.id }))
	);
}

/** The lines of a pair over all instruments that asked something in both waves. */
export function entriesOf(project: Project, { wave, against }: WavePair): LedgerEntry[] {
	return project.instruments.flatMap((instrument) => {
		const entries = ledgerEntries(instrument, project, wave, against);
		return entries.some(({ earlier }) => earlier) && entries.some(({ later }) => later) ? entries : [];
	});
}

/** How many lines are of each kind. */
export function countsOf(entries: readonly LedgerEntry[]): Record<Comparability, number> {
	const counts = { identical: 0, rescaled: 0, reworded: 0, new: 0, dropped: 0, other_audience: 0 };
	for (const { comparability } of entries) counts[comparability]++;
	return counts;
}

/** True where an item was not asked alike in both waves. */
export function isChanged({ comparability }: LedgerEntry): boolean {
	return comparability !== 'identical';
}

/** Both texts with their differing words marked, in the reader's language or the first one in which they differ. */
export function textsOf(
	{ earlier, later }: LedgerEntry,
	locale: Locale
): { earlier: TextPart[] | null; later: TextPart[] | null } {
	const whole = (text: string): TextPart[] => [{ text, changed: false }];
	if (!earlier || !later) {
		return {
			earlier: earlier && whole(textIn(earlier.text, locale)),
			later: later && whole(textIn(later.text, locale))
		};
	}
	const differing = [locale, ...LOCALES].find((one) => {
		const [then, now] = [earlier.text[one], later.text[one]];
		return then !== undefined && now !== undefined && then !== now;
	});
	const read = differing ?? locale;
	return wordDifference(textIn(earlier.text, read), textIn(later.text, read));
}
