import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { formatNumber } from '$lib/i18n/formats';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { targetBars } from './target-bars';
import { isReached, statusWords, targetRows, targetWords, type TargetRow } from './target-rows';
import { sizesOf, themeOf, type Theme } from './theme';

function targetsLegend(rows: readonly TargetRow[], frame: Frame, theme: Theme): LegendEntry[] {
	const word = (key: string) => message(`figures_legend_${key}`, {}, frame.locale);
	const legend: LegendEntry[] = [
		{ label: word('baseline'), mark: 'tick', colour: theme.wave.previous },
		{ label: word('now'), mark: 'square', colour: theme.wave.current },
		{ label: word('target'), mark: 'tick', colour: theme.target }
	];
	if (rows.some(({ calculated }) => calculated)) {
		legend.push({ label: word('calculated'), mark: 'dashed-tick', colour: theme.target });
	}
	if (rows.some(({ sealedLate }) => sealedLate)) {
		legend.push({ label: word('sealed_late'), mark: 'flag', colour: theme.caution });
	}
	return legend;
}

/** Bullet rows of every target at the current wave: baseline tick, bar to the actual value, target tick, status in words. */
export function targetsBullet(
	id: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame,
	most = Infinity
): Figure {
	const { locale } = frame;
	const rows = targetRows(evaluation, project, locale);
	const judged = rows.filter(
		({ verdict, calculated }) => verdict !== 'no_data' && verdict !== 'hidden' && !calculated
	);
	const reached = judged.filter(({ verdict }) => isReached(verdict)).length;
	if (rows.length === 0) {
		const title = message('figures_targets_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_targets', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const shown = rows.length > most ? rows.slice(0, most - 1) : rows;
	const { shapes, bottom } = targetBars(shown, frame);
	const left = rows.length - shown.length;
	if (left > 0) {
		shapes.push({
			kind: 'text',
			x: 0,
			y: bottom + sizes.line,
			lines: [message('figures_targets_more', { n: formatNumber(left, locale) }, locale)],
			size: sizes.small,
			fill: theme.muted
		});
	}
	const number = (value: number) => formatNumber(value, locale);
	return compose(
		{
			id,
			title: message(
				'figures_targets_title',
				{ part: partOf(reached, locale), total: number(judged.length) },
				locale
			),
			subtitle: message('figures_targets_subtitle', {}, locale),
			notes: [
				message('figures_note_targets', {}, locale),
				...(rows.some(({ calculated }) => calculated)
					? [message('figures_note_calculated', {}, locale)]
					: []),
				...(rows.some(({ sealedLate }) => sealedLate)
					? [message('figures_note_sealed_late', {}, locale)]
					: [])
			],
			legend: targetsLegend(shown, frame, theme),
			table: {
				columns: [
					{ key: 'name', label: message('figures_column_indicator', {}, locale) },
					{ key: 'baseline', label: message('figures_legend_baseline', {}, locale), decimals: 2 },
					{ key: 'value', label: message('figures_legend_now', {}, locale), decimals: 2 },
					{ key: 'target', label: message('figures_legend_target', {}, locale), decimals: 2 },
					{ key: 'progress', label: message('figures_column_progress', {}, locale), decimals: 0 },
					{ key: 'status', label: message('figures_column_status', {}, locale) }
				],
				rows: rows.map((row) => [
					row.name,
					row.status.baseline ?? null,
					row.status.value,
					row.status.targetTo === undefined && !row.calculated
						? (row.status.target ?? null)
						: targetWords(row, locale),
					row.progress,
					statusWords(row, locale)
				])
			},
			shapes,
			height: Math.ceil(bottom + (left > 0 ? sizes.line * 1.6 : 4)),
			results: rows.map(({ status }) => status)
		},
		project,
		frame
	);
}

const ROWS_OF_A_PANEL = 4;

/** Criterion 2: targets as bullet rows; a panel has room for four. */
export function evaluationTargets(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const panel = !frame.large && frame.width < 560;
	return targetsBullet('evaluation.targets', evaluation, project, frame, panel ? ROWS_OF_A_PANEL : Infinity);
}
