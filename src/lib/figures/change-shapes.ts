import type { Verdict } from '$lib/model/result';
import { formatPercent, formatSigned } from '$lib/i18n/formats';
import { nWords } from '$lib/i18n/figure-words';
import { rowWords, verdictWords, type ChangeRow } from './change-rows';
import { meaningOf } from './compose';
import type { Frame } from './figure';
import type { RowPlace } from './row-layout';
import { interval, type DotSymbol, type Shape } from './scene';
import { wrap } from './text';
import type { Sizes, Theme } from './theme';

const SYMBOL: Partial<Record<Verdict, DotSymbol>> = { rose: 'triangle-up', fell: 'triangle-down' };

function verdictColour(verdict: Verdict, theme: Theme): string {
	return verdict === 'rose' ? theme.up : verdict === 'fell' ? theme.down : theme.within;
}

/** Where the two panels of a row stand: shares then and now, and their difference. */
export interface Panels {
	shares: (value: number) => number;
	points: (value: number) => number;
	wordsLeft: number;
	/** Where the area that answers to hover and tap begins. */
	hitLeft: number;
	theme: Theme;
	sizes: Sizes;
}

export function dumbbell(row: ChangeRow, y: number, panels: Panels): Shape[] {
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

/** The verdict of most rows: its grey circle is explained once, in the legend. */
export const QUIET: Verdict = 'no_clear_change';

/** Words at the right of a row: the change, and under it the verdict where there is something to tell, and n. */
export function endLines(row: ChangeRow, frame: Frame, sizes: Sizes, most: number): string[] {
	const { locale } = frame;
	const { value, nPairs, n } = row.change;
	const verdict = row.verdict === QUIET ? [] : [verdictWords(row, locale)];
	if (value === null) return wrap(verdictWords(row, locale), most, { size: sizes.small });
	const under = wrap([...verdict, nWords(nPairs ?? n, locale)].join(', '), most, { size: sizes.small });
	return [formatSigned(Math.round(value), locale, 0), ...under];
}

/** Quarters where their numbers fit beside each other, else the ends and the middle. */
export function percentTicks(panels: Panels, frame: Frame): number[] {
	const room = panels.shares(25) - panels.shares(0);
	const needed = frame.measure(formatPercent(100, frame.locale), panels.sizes.small) + 8;
	return room >= needed ? [0, 25, 50, 75, 100] : [0, 50, 100];
}

export function panelHead(text: string, x: number, sizes: Sizes, theme: Theme): Shape[] {
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

export function rowShapes(
	row: ChangeRow,
	place: RowPlace,
	end: string[],
	panels: Panels,
	frame: Frame
): Shape[] {
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
