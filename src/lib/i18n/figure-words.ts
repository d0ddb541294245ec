import { textIn, type Locale } from '$lib/model/text';
import type { Project, Wave } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatNumber, formatPercent, formatRange, formatSchoolYear, formatSigned } from './formats';
import { fromNumber, partOf } from './number-endings';
import { hasMessage, message } from './words';

/** The word of a code where the program has one, else the code as the data write it (a kind or level of another school). */
export function codeWord(domain: string, code: string, locale: Locale): string {
	const key = `figures_${domain}_${code}`;
	return hasMessage(key) ? message(key, {}, locale) : code;
}

/** The name of an indicator: the project's own title, a known code's words, else the code made readable. */
export function indicatorName(code: string, project: Project, locale: Locale): string {
	const title = project.indicators.find((one) => one.indicator === code && one.title)?.title;
	if (title) return textIn(title, locale);
	const word = codeWord('indicator', code, locale);
	if (word !== code) return word;
	const readable = code.replaceAll('_', ' ').trim();
	return readable.slice(0, 1).toLocaleUpperCase('ru') + readable.slice(1);
}

/** "III" and "2016–17" of a wave: its stage where no other wave has it, else its own label. */
export function waveNames(
	wave: Wave,
	waves: readonly Wave[],
	locale: Locale
): { short: string; long: string; year: string } {
	const alone = waves.filter(({ stage }) => stage === wave.stage).length === 1;
	const year = formatSchoolYear(wave.schoolYear);
	const long = alone ? message('figures_stage', { stage: wave.stage }, locale) : textIn(wave.label, locale);
	return { short: alone ? wave.stage : textIn(wave.label, locale), long, year };
}

/** "66–92% аралығында" or nothing where the result has no interval. */
function between(result: Result, locale: Locale): string {
	if (result.low === undefined || result.high === undefined) return '';
	const range = formatRange(result.low, result.high, locale, 'percent');
	return message('figures_between', { range }, locale);
}

/**
 * A share with its meaning: "34 жауаптың 28-і оң (82%; 66–92% аралығында)"; `what` is favourable, high, growth … Where
 * only counts are told, the percentage is left out.
 */
export function shareSentence(what: string, result: Result, locale: Locale): string {
	if (result.value === null) return reasonWords(result, locale);
	const range = between(result, locale);
	const counted = result.tags?.includes('counts_only') && result.count !== undefined && range !== '';
	const share = counted ? range : [formatPercent(result.value, locale), range].filter(Boolean).join('; ');
	if (result.n === null || result.count === undefined) {
		return message('figures_share_bare', { what: codeWord('what', what, locale), share }, locale);
	}
	return message(
		`figures_share_${what}`,
		{ n: formatNumber(result.n, locale), part: partOf(result.count, locale), share },
		locale
	);
}

/** Under ten a percentage claims more than is known: the count is shown instead, "6/8" (statistics.md, Display). */
const SMALLEST_FOR_PERCENT = 10;

/** A share as it stands at a mark: percent, or "6/8" where n is below ten or only counts are told (answers of few people). */
export function shareLabel(
	share: { value: number; count?: number; n: number | null; tags?: Result['tags'] },
	locale: Locale,
	sign = true
): string {
	const { value, count, n, tags } = share;
	const few = n !== null && n < SMALLEST_FOR_PERCENT;
	if (n !== null && count !== undefined && (few || tags?.includes('counts_only'))) {
		return `${formatNumber(count, locale)}/${formatNumber(n, locale)}`;
	}
	return sign ? formatPercent(value, locale) : formatNumber(Math.round(value), locale);
}

/** Why a result has no value: its reason in words, "no data" where none is stated. */
export function reasonWords(result: Pick<Result, 'reason'>, locale: Locale, k = 5): string {
	const reason = result.reason ?? 'no_data';
	const key = `figures_reason_${reason}`;
	return message(hasMessage(key) ? key : 'figures_reason_other', { k: fromNumber(k, locale) }, locale);
}

/** "n = 44", with a dash where n is unknown. */
export function nWords(n: number | null, locale: Locale): string {
	return `n\u00a0=\u00a0${n === null ? '–' : formatNumber(n, locale)}`;
}

/** A change in points: "+13 (+6…+20)". */
export function changeWords(
	value: number,
	low: number | undefined,
	high: number | undefined,
	locale: Locale,
	decimals = 0
): string {
	const change = formatSigned(value, locale, decimals);
	if (low === undefined || high === undefined) return change;
	return `${change} (${formatSigned(low, locale, decimals)}…${formatSigned(high, locale, decimals)})`;
}
