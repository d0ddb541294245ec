import type { WordParam, Words } from '$lib/model/words';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatPercent, formatSigned } from './formats';
import { partOf } from './number-endings';
import { m } from './paraglide/messages';

type Message = (inputs: Record<string, string | number>, options: { locale: Locale }) => string;

const messages = m as unknown as Record<string, Message | undefined>;

/** The message `key` in `locale`; an unknown key is a fault of the program and throws. */
export function message(key: string, params: Record<string, string | number>, locale: Locale): string {
	const found = messages[key];
	if (!found) throw new Error(`no message "${key}"`);
	return found(params, { locale });
}

/** True where a message of that key exists: for codes that come from data. */
export function hasMessage(key: string): boolean {
	return key in messages;
}

function rendered(param: WordParam, locale: Locale): string | number {
	if (typeof param === 'string') return param;
	if (typeof param === 'number') return formatNumber(param, locale);
	if ('text' in param) return textIn(param.text, locale);
	if ('words' in param) return sentence(param.words, locale);
	const { value, decimals = Number.isInteger(value) ? 0 : 2, unit = 'none', signed = false } = param;
	if (unit === 'percent') return formatPercent(value, locale, decimals);
	return signed ? formatSigned(value, locale, decimals) : formatNumber(value, locale, decimals);
}

/**
 * A sentence of the evaluation in a language: message `evaluation_<code>` with its params formatted for the locale. A
 * count `growth` may also stand as `growth_part`, which is a part of a whole: "18-і".
 */
export function sentence(words: Words, locale: Locale): string {
	const params = Object.fromEntries(
		Object.entries(words.params).flatMap(([name, param]) => [
			[name, rendered(param, locale)],
			...(typeof param === 'number' ? [[`${name}_part`, partOf(param, locale)]] : [])
		])
	);
	return message(`evaluation_${words.code}`, params, locale);
}
