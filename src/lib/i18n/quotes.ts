import { m } from './paraglide/messages';
import type { Locale } from '$lib/model/text';

const WHOLE = /^(?:«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]|"([^"]*)")$/u;
const INNER: Record<Locale, readonly [RegExp, string][]> = {
	kk: [
		[/«/g, '„'],
		[/»/g, '“']
	],
	ru: [
		[/«/g, '„'],
		[/»/g, '“']
	],
	en: [
		[/“/g, '‘'],
		[/”/g, '’']
	]
};

/** A text of a file as it stands between the quotation marks of a sentence: no mark is doubled. */
export function insideQuotes(text: string, locale: Locale): string {
	const whole = WHOLE.exec(text.trim());
	if (whole) return whole.slice(1).find((own) => own !== undefined) ?? '';
	return INNER[locale].reduce((out, [mark, inner]) => out.replace(mark, inner), text);
}

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const WORDS = /[\p{L}\p{M}]+/gu;

/** A text in quotation marks; one with Latin and Cyrillic letters in one word says that it holds Latin ones. */
export function quotedMixed(text: string, locale: Locale): string {
	const isMixed = text.match(WORDS)?.some((word) => LATIN.test(word) && CYRILLIC.test(word)) ?? false;
	const inner = { text: insideQuotes(text, locale) };
	return isMixed ? m.mapping_quoted_latin(inner, { locale }) : m.mapping_quoted(inner, { locale });
}

/** Names that may look alike, each in quotation marks; one with Latin letters beside one of Cyrillic letters alone says so. */
export function quotedLookAlikes(names: readonly string[], locale: Locale): string[] {
	const isPlain = names.some((name) => CYRILLIC.test(name) && !LATIN.test(name));
	return names.map((name) => {
		const text = insideQuotes(name, locale);
		return isPlain && LATIN.test(name)
			? m.mapping_quoted_latin({ text }, { locale })
			: m.mapping_quoted({ text }, { locale });
	});
}
