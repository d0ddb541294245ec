import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { formatNumber } from '$lib/i18n/formats';
import { partOf } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { interval, linear, type Shape } from './scene';
import { sizesOf, themeOf, type Sizes, type Theme } from './theme';
import { wrap } from './text';
import {
	type TargetRow,
	targetRows,
	isReached,
	statusSymbol,
	statusWords,
	targetWords,
	stepWords,
	sentenceOf
} from './target-rows';

const BAR = 12;

const ROOM_BEYOND = 1.2;

/** A bar never leaves its track: room for target, baseline and actual, from zero. */
function barScale(row: TargetRow, left: number, right: number): (value: number) => number {
	const { value, baseline, target, targetTo, low, high } = row.status;
	const values = [value ?? 0, baseline ?? 0, (targetTo ?? target ?? 0) * ROOM_BEYOND, high ?? 0, 0];
	const lowest = Math.min(0, value ?? 0, baseline ?? 0, low ?? 0);
	return linear([lowest, Math.max(...values) || 1], [left, right]);
}

function barShapes(
	row: TargetRow,
	y: number,
	left: number,
	right: number,
	frame: Frame,
	theme: Theme
): Shape[] {
	const { value, baseline, target, targetTo, low, high } = row.status;
	const half = (frame.large ? 1.5 : 1) * (BAR / 2);
	const meaning = meaningOf(row.status, sentenceOf(row, frame.locale), frame);
	const shapes: Shape[] = [
		{ kind: 'rect', x1: left, x2: right, y1: y - half - 3, y2: y + half + 3, fill: theme.track, ...meaning }
	];
	const x = barScale(row, left, right);
	if (value === null) {
		shapes.push({
			kind: 'hatch',
			x1: left,
			x2: right,
			y1: y - half - 3,
			y2: y + half + 3,
			stroke: theme.hatch
		});
	} else {
		const ends = [x(0), x(value)].sort((a, b) => a - b) as [number, number];
		shapes.push({
			kind: 'rect',
			x1: ends[0],
			x2: ends[1],
			y1: y - half + 1,
			y2: y + half - 1,
			fill: theme.wave.current,
			words: meaning.words
		});
	}
	if (value !== null && low !== undefined && high !== undefined) {
		shapes.push(...interval('horizontal', x(low), x(high), y, theme.muted, 5));
	}
	if (baseline !== undefined) shapes.push(...tick(x(baseline), y, half + 4, theme.wave.previous, theme));
	const dash = row.calculated ? '3 2.5' : undefined;
	for (const aim of [target, targetTo]) {
		if (aim !== undefined) shapes.push(...tick(x(aim), y, half + 6, theme.target, theme, dash));
	}
	return shapes;
}

/** A tick with a thin edge of paper, so that it stands out of the bar in grey print too; kept inside the drawing. */
function tick(x: number, y: number, half: number, stroke: string, theme: Theme, dash?: string): Shape[] {
	const at = Math.max(x, 1.5);
	const place = { kind: 'line', x1: at, x2: at, y1: y - half, y2: y + half } as const;
	return [
		{ ...place, stroke: theme.paper, width: 5 },
		{ ...place, stroke, width: 2.5, dash }
	];
}

/** The flag of a target changed after the data came: a pole and a cloth, since the font has no ⚑. */
function flag(x: number, y: number, size: number, theme: Theme, words: string): Shape[] {
	const [top, bottom] = [y - size * 0.5, y + size * 0.5];
	return [
		{ kind: 'line', x1: x, x2: x, y1: top, y2: bottom, stroke: theme.caution, width: 1.5 },
		{ kind: 'rect', x1: x, x2: x + size * 0.7, y1: top, y2: top + size * 0.55, fill: theme.caution, words }
	];
}

function statusColour(row: TargetRow, theme: Theme): string {
	if (isReached(row.verdict)) return theme.up;
	return row.progress !== null && row.progress < 0 ? theme.down : theme.muted;
}

/** The status, and that the target it speaks of was calculated. */
function rowStatus(row: TargetRow, locale: Frame['locale']): string {
	const status = statusWords(row, locale);
	return row.calculated ? `${targetWords(row, locale)}: ${status}` : status;
}

interface RowPlace {
	top: number;
	lines: string[];
	height: number;
}

/** Name and status on the first line, the bar and "12 → 34" on the second. */
function rowShapes(
	row: TargetRow,
	place: RowPlace,
	valueWidth: number,
	frame: Frame,
	theme: Theme,
	sizes: Sizes
): Shape[] {
	const { locale, width, measure } = frame;
	const nameHeight = place.lines.length * sizes.label * 1.25;
	const status = rowStatus(row, locale);
	const statusWidth = measure(status, sizes.small);
	const lineY = place.top + sizes.label * 0.65;
	const barY = place.top + nameHeight + (frame.large ? 18 : 13);
	const shapes: Shape[] = [
		...barShapes(row, barY, 0, width - valueWidth - 12, frame, theme),
		{
			kind: 'text',
			x: 0,
			y: place.top + nameHeight / 2,
			lines: place.lines,
			size: sizes.label,
			weight: 600,
			fill: theme.ink
		},
		{
			kind: 'dot',
			x: width - statusWidth - 12,
			y: lineY,
			r: 4.5,
			symbol: statusSymbol(row),
			fill: isReached(row.verdict) ? theme.up : theme.paper,
			stroke: statusColour(row, theme)
		},
		{
			kind: 'text',
			x: width,
			y: lineY,
			lines: [status],
			size: sizes.small,
			anchor: 'end',
			fill: theme.muted
		},
		{
			kind: 'text',
			x: width,
			y: barY,
			lines: [stepWords(row, locale)],
			size: sizes.label,
			weight: 600,
			anchor: 'end',
			fill: theme.ink
		}
	];
	if (row.sealedLate) {
		const last = place.lines.at(-1) ?? '';
		const x = measure(last, sizes.label, 600) + 8;
		const y = place.top + nameHeight - sizes.label * 0.65;
		shapes.push(...flag(x, y, sizes.label, theme, message('figures_legend_sealed_late', {}, locale)));
	}
	return shapes;
}

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
	const valueWidth = Math.max(...rows.map((row) => frame.measure(stepWords(row, locale), sizes.label, 600)));
	const gap = frame.large ? 22 : frame.width < 560 ? 10 : 14;
	let top = 2;
	const shapes: Shape[] = [];
	const shown = rows.length > most ? rows.slice(0, most - 1) : rows;
	for (const row of shown) {
		const room =
			frame.width - frame.measure(rowStatus(row, locale), sizes.small) - (row.sealedLate ? 58 : 34);
		const lines = wrap(row.name, room, {
			size: sizes.label,
			weight: 600,
			maxLines: frame.large ? undefined : 2
		});
		const height = lines.length * sizes.label * 1.25 + (frame.large ? 34 : 24);
		shapes.push(...rowShapes(row, { top, lines, height }, valueWidth, frame, theme, sizes));
		top += height + gap;
	}
	if (shown.length < rows.length) {
		const more = message(
			'figures_targets_more',
			{ n: formatNumber(rows.length - shown.length, locale) },
			locale
		);
		shapes.push({
			kind: 'text',
			x: 0,
			y: top + sizes.line / 2,
			lines: [more],
			size: sizes.small,
			fill: theme.muted
		});
		top += sizes.line + gap;
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
			height: Math.ceil(top - gap + 4),
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
