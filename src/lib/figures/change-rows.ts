import type { Comparability, Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result, Verdict } from '$lib/model/result';
import { type Locale } from '$lib/model/text';
import { formatNumber } from '$lib/i18n/formats';
import { changeWords, reasonWords } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { first } from './rows';
import { itemText } from './satisfaction-items';
import { shareCell } from './share-cells';

type Cell = ReturnType<typeof shareCell>;

export interface ChangeRow {
	text: string;
	change: Result;
	before: number | null;
	after: number | null;
	/** Both shares as cells of a table. */
	cells: [before: Cell, after: Cell];
	comparability: Comparability;
	verdict: Verdict;
}

export function changeRows(
	instrumentId: string,
	evaluation: Evaluation,
	project: Project,
	locale: Locale
): ChangeRow[] {
	const instrument = project.instruments.find(({ id }) => id === instrumentId);
	const changes = evaluation.results.filter(
		({ measure, instrument: of, item, group }) =>
			(measure === 'change_matched' || measure === 'change_favourable') &&
			of === instrumentId &&
			item !== undefined &&
			group === undefined
	);
	const matched = new Set(
		changes.filter(({ measure }) => measure === 'change_matched').map(({ item }) => item)
	);
	const primary = changes.filter(({ measure, item }) => measure === 'change_matched' || !matched.has(item));
	const rows = primary.map((change): ChangeRow => {
		const item = instrument?.items.find(({ id }) => id === change.item);
		const share = (wave: string | undefined) =>
			first(evaluation.results, {
				measure: 'favourable',
				instrument: instrumentId,
				item: change.item,
				wave,
				group: undefined,
				module: undefined
			});
		const [before, after] = [share(change.against), share(change.wave)];
		const line = evaluation.ledger.find((one) => one.instrument === instrumentId && one.item === change.item);
		return {
			text: item ? itemText(item, change.wave, locale) : (change.item ?? ''),
			change,
			before: before?.value ?? null,
			after: after?.value ?? null,
			cells: [shareCell(before, locale), shareCell(after, locale)],
			comparability: line?.comparability ?? 'identical',
			verdict: change.verdict ?? 'cannot_be_judged'
		};
	});
	return rows.sort((a, b) => (b.change.value ?? -Infinity) - (a.change.value ?? -Infinity));
}

export function verdictWords(row: ChangeRow, locale: Locale): string {
	const { comparability, change, verdict } = row;
	if (change.value === null && comparability !== 'identical') {
		return message(`figures_comparability_${comparability}`, {}, locale);
	}
	if (change.value === null) return reasonWords(change, locale);
	return message(`figures_verdict_${verdict}`, {}, locale);
}

export function rowWords(row: ChangeRow, locale: Locale): string {
	const { value, low, high } = row.change;
	const change =
		value === null
			? ''
			: `${changeWords(value, low, high, locale)} ${message('figures_points', {}, locale)}, `;
	return `${row.text}: ${change}${verdictWords(row, locale)}`;
}

export function comparisonTitle(rows: readonly ChangeRow[], locale: Locale): string {
	const judged = rows.filter(({ change }) => change.value !== null);
	const rose = judged.filter(({ verdict }) => verdict === 'rose').length;
	const fell = judged.filter(({ verdict }) => verdict === 'fell').length;
	if (judged.length === 0) return message('figures_changes_title_none', {}, locale);
	const key = rose === 0 && fell === 0 ? 'figures_changes_title_same' : 'figures_changes_title';
	return message(
		key,
		{ n: formatNumber(judged.length, locale), rose: partOf(rose, locale), fell: partOf(fell, locale) },
		locale
	);
}
