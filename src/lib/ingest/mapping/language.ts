import type { Locale } from '$lib/model/text';

const KAZAKH = /[әғқңөұүһі]/gi;
const CYRILLIC = /[а-яё]/gi;
const LATIN = /[a-z]/gi;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Language of texts by their letters: Kazakh by its own letters (at least 2 % of the Cyrillic ones), else Russian, else English. */
export function languageOf(texts: readonly string[]): Locale | null {
	const text = texts.join(' ');
	const kazakh = count(text, KAZAKH);
	const cyrillic = count(text, CYRILLIC) + kazakh;
	const latin = count(text, LATIN);
	if (cyrillic === 0 && latin === 0) return null;
	if (cyrillic >= latin) return kazakh >= 2 && kazakh >= cyrillic * 0.02 ? 'kk' : 'ru';
	return 'en';
}
