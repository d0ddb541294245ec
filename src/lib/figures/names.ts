import { textIn, type Locale } from '$lib/model/text';
import type { Project } from '$lib/model/project';
import { waveNames } from '$lib/i18n/figure-words';

/** "III кезең, 2016–17" of a wave, or "III, 2016–17" where there is little room; its id where the project does not know it. */
export function waveWords(
	wave: string,
	project: Project,
	locale: Locale,
	length: 'long' | 'short' = 'long'
): string {
	const found = project.waves.find(({ id }) => id === wave);
	if (!found) return wave;
	const names = waveNames(found, project.waves, locale);
	return `${names[length]}, ${names.year}`;
}

/** What an instrument is called; nothing where the project does not know it. */
export function instrumentTitle(instrument: string, project: Project, locale: Locale): string {
	const found = project.instruments.find(({ id }) => id === instrument);
	return found ? textIn(found.title, locale) : '';
}
