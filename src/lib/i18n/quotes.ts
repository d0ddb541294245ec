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
const CODE_OR_WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** True where Latin letters may be taken for Cyrillic ones: in one word with them, or beside a name of Cyrillic letters alone. */
function looksCyrillic(text: string, beside: readonly string[]): boolean {
	if (!LATIN.test(text)) return false;
	if (beside.some((name) => CYRILLIC.test(name) && !LATIN.test(name))) return true;
	return text.match(CODE_OR_WORD)?.some((word) => LATIN.test(word) && CYRILLIC.test(word)) ?? false;
}

/** Names that may look alike, each in quotation marks; one whose Latin letters may be taken for Cyrillic ones says so. */
export function quotedLookAlikes(names: readonly string[], locale: Locale): string[] {
	return names.map((name) => {
		const text = insideQuotes(name, locale);
		return looksCyrillic(name, names)
			? m.mapping_quoted_latin({ text }, { locale })
			: m.mapping_quoted({ text }, { locale });
	});
}

/** A name as it stands, but one whose Latin letters may be taken for those of the names beside it says so. */
export function withLatinMark(text: string, beside: readonly string[], locale: Locale): string {
	return looksCyrillic(text, beside) ? m.mapping_latin({ text }, { locale }) : text;
}
