import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Verdict } from '$lib/model/result';
import { textIn } from '$lib/model/text';
import { formatNumber, formatPercent, formatSigned } from '$lib/i18n/formats';
import { nWords, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { axisHeight, bottomAxis, labelColumn, labelShapes, widest, type RowPlace } from './row-layout';
import { questionsChanged } from './rows';
import { interval, linear, ticks, type DotSymbol, type Shape } from './scene';
import { sizesOf, themeOf, type Sizes, type Theme } from './theme';
import { wrap } from './text';
import { type ChangeRow, changeRows, verdictWords, rowWords, comparisonTitle } from './change-rows';

/** Narrower drawings keep the change alone: the verdict rests on it. */
const ROOM_FOR_BOTH = 620;
const NARROWEST_END = 92;

const SYMBOL: Partial<Record<Verdict, DotSymbol>> = { rose: 'triangle-up', fell: 'triangle-down' };

function verdictColour(verdict: Verdict, theme: Theme): string {
	return verdict === 'rose' ? theme.up : verdict === 'fell' ? theme.down : theme.within;
}

interface Panels {
	shares: (value: number) => number;
	points: (value: number) => number;
	wordsLeft: number;
	/** Where the area that answers to hover and tap begins. */
	hitLeft: number;
	theme: Theme;
	sizes: Sizes;
}

function dumbbell(row: ChangeRow, y: number, panels: Panels): Shape[] {
	const { shares, theme } = panels;
	const { before, after, change, comparability } = row;
	const shapes: Shape[] = [];
	if (before !== null && after !== null && change.value !== null) {
		shapes.push({
			kind: 'line',
			x1: shares(before),
			x2: shares(after),
			y1: y,
			y2: y,
			stroke: theme.wave.previous,
			width: 2,
			dash: comparability === 'identical' ? undefined : '4 3'
		});
	}
	if (before !== null) {
		shapes.push({
			kind: 'dot',
			x: shares(before),
			y,
			r: 5,
			symbol: 'circle',
			fill: theme.wave.baseline,
			stroke: theme.wave.current
		});
	}
	if (after !== null) {
		shapes.push({
			kind: 'dot',
			x: shares(after),
			y,
			r: 5.5,
			symbol: 'circle',
			fill: theme.wave.current,
			stroke: theme.wave.current
		});
	}
	return shapes;
}

function difference(row: ChangeRow, y: number, panels: Panels, words: string): Shape[] {
	const { points, theme } = panels;
	const { value, low, high } = row.change;
	if (value === null) return [];
	const colour = verdictColour(row.verdict, theme);
	const shapes: Shape[] = [];
	if (low !== undefined && high !== undefined)
		shapes.push(...interval('horizontal', points(low), points(high), y, colour, 4));
	shapes.push({
		kind: 'dot',
		x: points(value),
		y,
		r: 4.5,
		symbol: SYMBOL[row.verdict] ?? 'circle',
		fill: colour,
		stroke: colour,
		words
	});
	return shapes;
}

/** Room for words at the right: change and verdict on up to two lines. */
function endLines(row: ChangeRow, frame: Frame, sizes: Sizes, most: number): string[] {
	const { value } = row.change;
	const { nPairs, n } = row.change;
	const counted = value === null ? '' : `, ${nWords(nPairs ?? n, frame.locale)}`;
	const verdict = wrap(verdictWords(row, frame.locale) + counted, most, { size: sizes.small });
	return value === null ? verdict : [formatSigned(Math.round(value), frame.locale, 0), ...verdict];
}

/** Every item between the compared waves: shares then and now, the change with its interval, and the verdict in words. */
export function comparisonItems(
	instrumentId: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `comparison.items.${instrumentId}`;
	const rows = changeRows(instrumentId, evaluation, project, locale);
	const title = comparisonTitle(rows, locale);
	if (rows.length === 0)
		return emptyFigure(id, title, message('figures_empty_changes', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const said = rows.flatMap((row) => verdictWords(row, locale).split(/\s+/u));
	const most = Math.max(NARROWEST_END, width * 0.17, Math.ceil(widest(said, frame, sizes.small)) + 1);
	const ends = rows.map((row) => endLines(row, frame, sizes, most));
	const endWidth = widest(ends.flat(), frame, sizes.small, 600);
	const headHeight = sizes.small * 2.6;
	const lines = Math.max(...ends.map((one) => one.length));
	const column = labelColumn(
		rows.map(({ text }) => text),
		frame,
		{
			top: headHeight,
			minHeight: Math.max(sizes.label * 2, lines * sizes.small * 1.25 + 2),
			gap: frame.large ? 12 : 8,
			share: 0.3
		}
	);
	const right = width - endWidth - 16;
	const both = width >= ROOM_FOR_BOTH;
	const middle = both ? column.left + (right - column.left) * 0.52 : column.left - 14;
	const shown = rows.filter(({ change }) => change.value !== null);
	const all = shown.flatMap(({ change }) => [change.value!, change.low ?? 0, change.high ?? 0]);
	const span: [number, number] = [Math.min(-10, ...all), Math.max(10, ...all)];
	const panels: Panels = {
		shares: linear([0, 100], [column.left + 12, middle - 26]),
		points: linear(span, [middle + 26, right - 8]),
		wordsLeft: right + 16,
		hitLeft: column.left,
		theme,
		sizes
	};
	const shapes: Shape[] = [
		...panelHead(message('figures_head_change', {}, locale), middle + 26, sizes, theme),
		...bottomAxis(
			ticks(span[0], span[1], 4).map((value) => ({
				x: panels.points(value),
				label: formatSigned(value, locale, 0),
				strong: value === 0
			})),
			headHeight - 6,
			column.bottom + 4,
			frame
		),
		...labelShapes(column.rows, frame)
	];
	if (both) {
		const percents = percentTicks(panels, frame).map((value) => ({
			x: panels.shares(value),
			label: formatPercent(value, locale)
		}));
		shapes.push(
			...panelHead(message('figures_head_shares', {}, locale), column.left + 12, sizes, theme),
			...bottomAxis(percents, headHeight - 6, column.bottom + 4, frame),
			...rows.flatMap((row, at) => dumbbell(row, column.rows[at]!.y, panels))
		);
	}
	rows.forEach((row, at) => shapes.push(...rowShapes(row, column.rows[at]!, ends[at]!, panels, frame)));
	const name = (wave: string | null) => {
		const found = project.waves.find((one) => one.id === wave);
		return found
			? `${waveNames(found, project.waves, locale).long}, ${waveNames(found, project.waves, locale).year}`
			: '';
	};
	const waves: LegendEntry[] = [
		{ label: name(rows[0]!.change.against ?? null), mark: 'circle', colour: theme.wave.baseline },
		{ label: name(rows[0]!.change.wave), mark: 'circle', colour: theme.wave.current }
	];
	return compose(
		{
			id,
			title,
			subtitle: message(
				'figures_changes_subtitle',
				{ title: textIn(project.instruments.find((one) => one.id === instrumentId)!.title, locale) },
				locale
			),
			notes: [
				message('figures_note_changes', { n: formatNumber(evaluation.comparisons, locale) }, locale),
				...(rows.some(({ comparability }) => comparability !== 'identical')
					? [message('figures_note_dashed', {}, locale)]
					: [])
			],
			legend: [
				...(both ? waves : []),
				{ label: message('figures_legend_interval', {}, locale), mark: 'interval', colour: theme.within }
			],
			table: {
				columns: [
					{ key: 'item', label: message('figures_column_item', {}, locale) },
					{ key: 'before', label: `${name(rows[0]!.change.against ?? null)}, %`, decimals: 1 },
					{ key: 'after', label: `${name(rows[0]!.change.wave)}, %`, decimals: 1 },
					{ key: 'change', label: message('figures_column_change', {}, locale), decimals: 1 },
					{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 1 },
					{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 1 },
					{ key: 'n', label: 'n', decimals: 0 },
					{ key: 'verdict', label: message('figures_column_status', {}, locale) }
				],
				rows: rows.map((row) => [
					row.text,
					...row.cells,
					row.change.value,
					row.change.low ?? null,
					row.change.high ?? null,
					row.change.nPairs ?? row.change.n,
					verdictWords(row, locale)
				])
			},
			shapes,
			ledger: questionsChanged(evaluation, instrumentId),
			height: Math.ceil(column.bottom + 4 + axisHeight(frame)),
			results: rows.map(({ change }) => change)
		},
		project,
		frame
	);
}

/** Quarters where their numbers fit beside each other, else the ends and the middle. */
function percentTicks(panels: Panels, frame: Frame): number[] {
	const room = panels.shares(25) - panels.shares(0);
	const needed = frame.measure(formatPercent(100, frame.locale), panels.sizes.small) + 8;
	return room >= needed ? [0, 25, 50, 75, 100] : [0, 50, 100];
}

function panelHead(text: string, x: number, sizes: Sizes, theme: Theme): Shape[] {
	return [
		{
			kind: 'text',
			x,
			y: sizes.small * 0.9,
			lines: [text],
			size: sizes.small,
			weight: 600,
			fill: theme.muted
		}
	];
}

function rowShapes(row: ChangeRow, place: RowPlace, end: string[], panels: Panels, frame: Frame): Shape[] {
	const { theme, sizes } = panels;
	const words = rowWords(row, frame.locale);
	const bold = row.change.value === null ? [] : end.slice(0, 1);
	const rest = end.slice(bold.length);
	const lineHeight = sizes.small * 1.25;
	const top = place.y - (end.length * lineHeight) / 2;
	const shapes: Shape[] = difference(row, place.y, panels, words);
	if (bold.length > 0) {
		shapes.push({
			kind: 'text',
			x: panels.wordsLeft,
			y: top + lineHeight / 2,
			lines: bold,
			size: sizes.small,
			weight: 600,
			fill: theme.ink
		});
	}
	shapes.push({
		kind: 'text',
		x: panels.wordsLeft,
		y: top + lineHeight * bold.length + (rest.length * lineHeight) / 2,
		lines: rest,
		size: sizes.small,
		fill: theme.muted
	});
	shapes.push({
		kind: 'rect',
		x1: panels.hitLeft,
		x2: panels.wordsLeft - 8,
		y1: place.y - sizes.label,
		y2: place.y + sizes.label,
		fill: 'transparent',
		...meaningOf(row.change, words, frame)
	});
	return shapes;
}
