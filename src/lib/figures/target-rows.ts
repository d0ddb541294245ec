import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result, Unit, Verdict } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { indicatorName } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { matching } from './rows';
import { type DotSymbol } from './scene';

export interface TargetRow {
	status: Result;
	name: string;
	progress: number | null;
	sealedLate: boolean;
	verdict: Verdict;
}

/** A number with its unit's ending: percent with its sign, counts whole, scale values with two decimals. */
export function formatUnit(value: number, unit: Unit, locale: Locale): string {
	if (unit === 'percent') return formatPercent(value, locale);
	if (unit === 'count' || unit === 'hours')
		return formatNumber(value, locale, Number.isInteger(value) ? 0 : 1);
	return formatNumber(value, locale, 2);
}

export function targetRows(evaluation: Evaluation, project: Project, locale: Locale): TargetRow[] {
	const here = evaluation.wave === null ? {} : { wave: evaluation.wave };
	const statuses = matching(evaluation.results, { measure: 'target_status', ...here });
	const progress = new Map(
		matching(evaluation.results, { measure: 'progress', ...here }).map((row) => [row.indicator, row.value])
	);
	return statuses.flatMap((status): TargetRow[] => {
		const { indicator } = status;
		if (indicator === undefined) return [];
		const row: TargetRow = {
			status,
			name: indicatorName(indicator, project, locale),
			progress: progress.get(indicator) ?? null,
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
	const { verdict, progress } = row;
	if (verdict === 'not_reached' && progress !== null) {
		const share = formatPercent(progress, locale);
		return message(progress < 0 ? 'figures_target_away' : 'figures_target_way', { share }, locale);
	}
	return message(`figures_status_${verdict}`, {}, locale);
}

/** "12 → 34", or what there is of it. */
export function stepWords(row: TargetRow, locale: Locale): string {
	const { value, baseline, unit } = row.status;
	const now = value === null ? '–' : formatUnit(value, unit, locale);
	return baseline === undefined ? now : `${formatUnit(baseline, unit, locale)} → ${now}`;
}

export function sentenceOf(row: TargetRow, locale: Locale): string {
	const { value, baseline, target, unit } = row.status;
	const show = (one: number | null | undefined) =>
		one === null || one === undefined ? '–' : formatUnit(one, unit, locale);
	return message(
		'figures_target_sentence',
		{
			name: row.name,
			baseline: show(baseline),
			now: show(value),
			target: show(target),
			status: statusWords(row, locale)
		},
		locale
	);
}
