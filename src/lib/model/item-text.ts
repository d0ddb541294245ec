import type { Project } from './project';
import { textIn, type Locale } from './text';

/** The wording of an item at a wave in a language; its id where the codebook has no words, '' where there is no item. */
export function itemText(
	project: Project,
	instrumentId: string | undefined,
	itemId: string | undefined,
	waveId: string,
	locale: Locale
): string {
	const item = project.instruments
		.find((instrument) => instrument.id === instrumentId)
		?.items.find((candidate) => candidate.id === itemId);
	const version =
		item?.versions.find((candidate) => candidate.waves.includes(waveId)) ?? item?.versions.at(-1);
	return version ? textIn(version.text, locale) : (itemId ?? '');
}
