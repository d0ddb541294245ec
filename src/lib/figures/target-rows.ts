import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result, Unit, Verdict } from '$lib/model/result';
import { decimalsBeside } from '$lib/model/decimals';
import type { Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { indicatorName } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { first, matching } from './rows';
import { type DotSymbol } from './scene';

export interface TargetRow {
	status: Result;
	name: string;
	progress: number | null;
	/** Share of the target attained, in place of progress where there is no baseline. */
	attainment: number | null;
	/** The target was not stated but lies between two that were. */
	calculated: boolean;
	sealedLate: boolean;
	verdict: Verdict;
}

/** A number with its unit's ending: percent with its sign, counts whole, scale values with two decimals. */
export function formatUnit(value: number, unit: Unit, locale: Locale): string {
	const decimals = decimalsOf(value, unit);
	return unit === 'percent' ? formatPercent(value, locale, decimals) : formatNumber(value, locale, decimals);
}

function decimalsOf(value: number, unit: Unit): number {
	if (unit === 'percent') return 0;
	if (unit === 'count' || unit === 'hours') return Number.isInteger(value) ? 0 : 1;
	return 2;
}

export function targetRows(evaluation: Evaluation, project: Project, locale: Locale): TargetRow[] {
	const here = evaluation.wave === null ? {} : { wave: evaluation.wave };
	const statuses = matching(evaluation.results, { measure: 'target_status', ...here });
	const ways = matching(evaluation.results, { measure: 'progress', ...here });
	const way = (indicator: string, level: string | undefined) =>
		first(ways, { indicator, level })?.value ?? null;
	return statuses.flatMap((status): TargetRow[] => {
		const { indicator } = status;
		if (indicator === undefined) return [];
		const row: TargetRow = {
			status,
			name: indicatorName(indicator, project, locale),
			progress: way(indicator, undefined),
			attainment: way(indicator, 'attainment'),
			calculated: status.tags?.includes('calculated') ?? false,
			sealedLate: status.tags?.includes('sealed_late') ?? false,
			verdict: status.status ?? (status.value === null ? 'no_data' : 'not_reached')
		};
		return [row];
	});
}

export function isReached(verdict: Verdict): boolean {
	return verdict === 'reached' || verdict === 'reached_certain' || verdict === 'reached_uncertain';
}

/** Shape of a status; the word stands beside it. */
export function statusSymbol(row: TargetRow): DotSymbol {
	if (isReached(row.verdict)) return 'triangle-up';
	if (row.verdict === 'no_data' || row.verdict === 'hidden') return 'square';
	return row.progress !== null && row.progress < 0 ? 'triangle-down' : 'diamond';
}

export function statusWords(row: TargetRow, locale: Locale): string {
	const { verdict, progress, attainment } = row;
	if (verdict === 'not_reached' && progress !== null) {
		const share = shareBeside(progress, locale);
		return message(progress < 0 ? 'figures_target_away' : 'figures_target_way', { share }, locale);
	}
	if (verdict === 'not_reached' && attainment !== null) {
		return message('figures_target_attained', { share: shareBeside(attainment, locale) }, locale);
	}
	return message(`figures_status_${verdict}`, {}, locale);
}

/** A share of the way with so many digits that it never looks like 0 or 100 % where it is not. */
function shareBeside(share: number, locale: Locale): string {
	return formatPercent(share, locale, decimalsBeside(share, [0, 100], 0, 'neither'));
}

/** A number with so many digits more that it never looks to lie on the other side of its target. */
function besideTarget(value: number, { unit, target, targetTo }: Result, locale: Locale): string {
	const cuts = [target, targetTo].filter((cut) => cut !== undefined);
	const least = decimalsOf(value, unit);
	const decimals = decimalsBeside(value, cuts, least, 'neither');
	if (decimals === least) return formatUnit(value, unit, locale);
	return unit === 'percent' ? formatPercent(value, locale, decimals) : formatNumber(value, locale, decimals);
}

/** The target in words: "80%", "60–80%", with a mark where it was calculated. */
export function targetWords({ status, calculated }: TargetRow, locale: Locale): string {
	const { target, targetTo, unit } = status;
	if (target === undefined) return '–';
	const one = formatUnit(target, unit, locale);
	const words = targetTo === undefined ? one : `${one}–${formatUnit(targetTo, unit, locale)}`;
	return calculated ? message('figures_target_calculated', { target: words }, locale) : words;
}

/** "12 → 34", or what there is of it. */
export function stepWords(row: TargetRow, locale: Locale): string {
	const { value, baseline, unit } = row.status;
	const now = value === null ? '–' : besideTarget(value, row.status, locale);
	return baseline === undefined ? now : `${formatUnit(baseline, unit, locale)} → ${now}`;
}

export function sentenceOf(row: TargetRow, locale: Locale): string {
	const { value, baseline, unit } = row.status;
	const show = (one: number | null | undefined) =>
		one === null || one === undefined ? '–' : formatUnit(one, unit, locale);
	return message(
		'figures_target_sentence',
		{
			name: row.name,
			baseline: show(baseline),
			now: show(value),
			target: targetWords(row, locale),
			status: statusWords(row, locale)
		},
		locale
	);
}
