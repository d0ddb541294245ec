import type { Figure } from '$lib/figures/figure';
import { wrap } from '$lib/figures/text';

/** Sizes of the words around a chart in px, as `FigureView` sets them. */
const TITLE = { size: 18, weight: 600, line: 24 };
const SMALL = { size: 13, line: 18 };
/** Room of the two commands beside the title. */
const COMMANDS = 170;
const NOTE_WIDTH = 600;
const NOTE_GAP = 4;
const GAP = 12;
const LEGEND = 24;
const EMPTY = 70;

/** About how many px a figure takes with its words, before it is drawn. */
export function figureHeight(figure: Figure, width: number): number {
	const lines = (text: string, room: number, style: { size: number; line: number }) =>
		text === '' ? 0 : wrap(text, room, style).length * style.line;
	const head = Math.max(120, width - COMMANDS);
	const words = [...figure.notes, figure.source].map(
		(text) => lines(text, Math.min(width, NOTE_WIDTH), SMALL) + NOTE_GAP
	);
	const parts = [
		lines(figure.title, head, TITLE) + lines(figure.subtitle, head, SMALL),
		figure.legend.length > 0 ? LEGEND : 0,
		figure.empty ? EMPTY : figure.height,
		words.reduce((sum, height) => sum + height, 0)
	].filter((height) => height > 0);
	return parts.reduce((sum, height) => sum + height + GAP, 0);
}

/**
 * How many of the first figures make the left column, so that the taller of the two columns is as short as possible.
 * Columns are read one after the other: the order of the page stays the order of the document.
 */
export function leftColumn(heights: readonly number[]): number {
	const all = heights.reduce((sum, height) => sum + height, 0);
	let [best, tallest, left] = [heights.length, all, 0];
	heights.forEach((height, at) => {
		left += height;
		const taller = Math.max(left, all - left);
		if (taller < tallest) [best, tallest] = [at + 1, taller];
	});
	return best;
}
