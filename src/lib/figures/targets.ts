import type { Evaluation } from '$lib/model/evaluation';
import type { Indicator, Project } from '$lib/model/project';
import type { Result, Unit, Verdict } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { codeWord, partOf } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { matching } from './rows';
import { interval, linear, type DotSymbol, type Shape } from './scene';
import { sizesOf, themeOf, type Sizes, type Theme } from './theme';
import { wrap } from './text';

interface TargetRow {
	status: Result;
	name: string;
	progress: number | null;
	sealedLate: boolean;
	verdict: Verdict;
}

const BAR = 12;
const ROOM_BEYOND = 1.2;

/** A number with its unit's ending: percent with its sign, counts whole, scale values with two decimals. */
export function formatUnit(value: number, unit: Unit, locale: Locale): string {
	if (unit === 'percent') return formatPercent(value, locale);
	if (unit === 'count' || unit === 'hours') return formatNumber(value, locale, Number.isInteger(value) ? 0 : 1);
	return formatNumber(value, locale, 2);
}

function nameOf(indicator: string, described: Indicator | undefined, locale: Locale): string {
	return described?.title ? textIn(described.title, locale) : codeWord('kind', indicator, locale);
}

function targetRows(evaluation: Evaluation, project: Project, locale: Locale): TargetRow[] {
	const here = evaluation.wave === null ? {} : { wave: evaluation.wave };
	const statuses = matching(evaluation.results, { measure: 'target_status', ...here });
	const progress = new Map(
		matching(evaluation.results, { measure: 'progress', ...here }).map((row) => [row.indicator, row.value])
	);
	return statuses.map((status) => {
		const about = project.indicators.filter(({ indicator }) => indicator === status.indicator);
		return {
			status,
			name: nameOf(status.indicator ?? '', about.find(({ title }) => title), locale),
			progress: progress.get(status.indicator) ?? null,
			sealedLate: status.tags?.includes('sealed_late') ?? false,
			verdict: status.status ?? (status.value === null ? 'no_data' : 'not_reached')
		};
	});
}

function isReached(verdict: Verdict): boolean {
	return verdict === 'reached' || verdict === 'reached_certain' || verdict === 'reached_uncertain';
}

/** Shape of a status; the word stands beside it. */
function statusSymbol(row: TargetRow): DotSymbol {
	if (isReached(row.verdict)) return 'triangle-up';
	if (row.verdict === 'no_data' || row.verdict === 'hidden') return 'square';
	return row.progress !== null && row.progress < 0 ? 'triangle-down' : 'diamond';
}

function statusWords(row: TargetRow, locale: Locale): string {
	const { verdict, progress } = row;
	if (verdict === 'not_reached' && progress !== null) {
		const share = formatPercent(progress, locale);
		return message(progress < 0 ? 'figures_target_away' : 'figures_target_way', { share }, locale);
	}
	return message(`figures_status_${verdict}`, {}, locale);
}

/** "12 → 34", or what there is of it. */
function stepWords(row: TargetRow, locale: Locale): string {
	const { value, baseline, unit } = row.status;
	const now = value === null ? '–' : formatUnit(value, unit, locale);
	return baseline === undefined ? now : `${formatUnit(baseline, unit, locale)} → ${now}`;
}

function sentenceOf(row: TargetRow, locale: Locale): string {
	const { value, baseline, target, unit } = row.status;
	const show = (one: number | null | undefined) =>
		one === null || one === undefined ? '–' : formatUnit(one, unit, locale);
	return message(
		'figures_target_sentence',
		{ name: row.name, baseline: show(baseline), now: show(value), target: show(target), status: statusWords(row, locale) },
		locale
	);
}

/** A bar never leaves its track: room for target, baseline and actual, from zero. */
function barScale(row: TargetRow, left: number, right: number): (value: number) => number {
	const { value, baseline, target, low, high } = row.status;
	const values = [value ?? 0, baseline ?? 0, (target ?? 0) * ROOM_BEYOND, high ?? 0, 0];
	const lowest = Math.min(0, value ?? 0, baseline ?? 0, low ?? 0);
	return linear([lowest, Math.max(...values) || 1], [left, right]);
}

function barShapes(row: TargetRow, y: number, left: number, right: number, frame: Frame, theme: Theme): Shape[] {
	const { value, baseline, target, low, high } = row.status;
	const half = (frame.large ? 1.5 : 1) * (BAR / 2);
	const meaning = meaningOf(row.status, sentenceOf(row, frame.locale), frame);
	const shapes: Shape[] = [
		{ kind: 'rect', x1: left, x2: right, y1: y - half - 3, y2: y + half + 3, fill: theme.track, ...meaning }
	];
	const x = barScale(row, left, right);
	if (value === null) {
		shapes.push({ kind: 'hatch', x1: left, x2: right, y1: y - half - 3, y2: y + half + 3, stroke: theme.hatch });
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
	if (target !== undefined) shapes.push(...tick(x(target), y, half + 6, theme.target, theme));
	return shapes;
}

/** A tick with a thin edge of paper, so that it stands out of the bar in grey print too; kept inside the drawing. */
function tick(x: number, y: number, half: number, stroke: string, theme: Theme): Shape[] {
	const at = Math.max(x, 1.5);
	const place = { kind: 'line', x1: at, x2: at, y1: y - half, y2: y + half } as const;
	return [
		{ ...place, stroke: theme.paper, width: 5 },
		{ ...place, stroke, width: 2.5 }
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

interface RowPlace {
	top: number;
	lines: string[];
	height: number;
}

/** Name and status on the first line, the bar and "12 → 34" on the second. */
function rowShapes(row: TargetRow, place: RowPlace, valueWidth: number, frame: Frame, theme: Theme, sizes: Sizes): Shape[] {
	const { locale, width, measure } = frame;
	const nameHeight = place.lines.length * sizes.label * 1.25;
	const status = statusWords(row, locale);
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
		{ kind: 'text', x: width, y: lineY, lines: [status], size: sizes.small, anchor: 'end', fill: theme.muted },
		{ kind: 'text', x: width, y: barY, lines: [stepWords(row, locale)], size: sizes.label, weight: 600, anchor: 'end', fill: theme.ink }
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
	if (rows.some(({ sealedLate }) => sealedLate)) {
		legend.push({ label: word('sealed_late'), mark: 'flag', colour: theme.caution });
	}
	return legend;
}

/** Bullet rows of every target at the current wave: baseline tick, bar to the actual value, target tick, status in words. */
export function targetsBullet(id: string, evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const rows = targetRows(evaluation, project, locale);
	const judged = rows.filter(({ verdict }) => verdict !== 'no_data' && verdict !== 'hidden');
	const reached = judged.filter(({ verdict }) => isReached(verdict)).length;
	if (rows.length === 0) {
		const title = message('figures_targets_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_targets', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const valueWidth = Math.max(...rows.map((row) => frame.measure(stepWords(row, locale), sizes.label, 600)));
	const gap = frame.large ? 22 : 14;
	let top = 2;
	const shapes: Shape[] = [];
	for (const row of rows) {
		const room = frame.width - frame.measure(statusWords(row, locale), sizes.small) - (row.sealedLate ? 58 : 34);
		const lines = wrap(row.name, room, { size: sizes.label, weight: 600, maxLines: frame.large ? undefined : 2 });
		const height = lines.length * sizes.label * 1.25 + (frame.large ? 34 : 24);
		shapes.push(...rowShapes(row, { top, lines, height }, valueWidth, frame, theme, sizes));
		top += height + gap;
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
			notes: rows.some(({ sealedLate }) => sealedLate) ? [message('figures_note_sealed_late', {}, locale)] : [],
			legend: targetsLegend(rows, frame, theme),
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
					row.status.target ?? null,
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

/** Criterion 2: targets as bullet rows. */
export function evaluationTargets(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return targetsBullet('evaluation-targets', evaluation, project, frame);
}
