import type { Frame } from './figure';
import type { Meaning, Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

/** A row of a figure: its wrapped label and where it stands. */
export interface RowPlace {
	lines: string[];
	top: number;
	/** Middle of the row. */
	y: number;
	height: number;
}

export interface LabelColumn {
	/** Where the drawing may begin, right of the widest label. */
	left: number;
	rows: RowPlace[];
	bottom: number;
}

/** A word is broken only where it alone would take more of the width than this. */
const MOST_FOR_LABELS = 0.42;

/** Labels in a measured margin, on as many lines as they need: no word is cut, rows grow with their labels. */
export function labelColumn(
	labels: readonly string[],
	frame: Frame,
	options: {
		top: number;
		/** Of every row, or of the row at an index. */
		minHeight: number | ((index: number, left: number) => number);
		gap: number;
		share: number;
		weight?: 400 | 600;
	}
): LabelColumn {
	const { label: size } = sizesOf(frame);
	const { weight = 400, gap, minHeight } = options;
	const words = labels.flatMap((text) => text.split(/\s+/u));
	const longest = Math.ceil(widest(words, frame, size, weight)) + 1;
	const most = Math.max(frame.width * options.share, Math.min(frame.width * MOST_FOR_LABELS, longest));
	const wrapped = labels.map((label) => wrap(label, most, { size, weight }));
	const left = Math.ceil(widest(wrapped.flat(), frame, size, weight)) + 14;
	let top = options.top;
	const rows = wrapped.map((lines, index): RowPlace => {
		const least = typeof minHeight === 'number' ? minHeight : minHeight(index, left);
		const height = Math.max(least, lines.length * size * 1.25);
		const place = { lines, top, y: top + height / 2, height };
		top += height + gap;
		return place;
	});
	return { left, rows, bottom: rows.length > 0 ? top - gap : top };
}

/** The labels of rows at the left edge. */
export function labelShapes(rows: readonly RowPlace[], frame: Frame, weight: 400 | 600 = 400): Shape[] {
	const { label: size } = sizesOf(frame);
	const { ink } = themeOf(frame);
	return rows.map(({ lines, y }) => ({ kind: 'text', x: 0, y, lines, size, weight, fill: ink }));
}

const SILENT_PADDING = 10;

function silentLines(words: string, width: number, frame: Frame): string[] {
	return wrap(words, width - 2 * SILENT_PADDING, { size: sizesOf(frame).small });
}

/** Height of the hatched box that holds these words in so much width. */
export function silentHeight(words: string, width: number, frame: Frame): number {
	return silentLines(words, width, frame).length * sizesOf(frame).small * 1.25 + 6;
}

/** A hatched box with words where a bar may not or cannot be drawn. */
export function silentBox(
	words: string,
	place: { left: number; right: number; y: number; half: number },
	frame: Frame,
	meaning: Meaning
): Shape[] {
	const theme = themeOf(frame);
	const { left, right, y } = place;
	const half = Math.max(place.half, silentHeight(words, right - left, frame) / 2);
	const box = { x1: left, x2: right, y1: y - half, y2: y + half };
	return [
		{ kind: 'rect', ...box, fill: 'none', stroke: theme.line, ...meaning },
		{ kind: 'hatch', ...box, stroke: theme.line },
		{
			kind: 'text',
			x: left + SILENT_PADDING,
			y,
			lines: silentLines(words, right - left, frame),
			size: sizesOf(frame).small,
			fill: theme.muted,
			halo: theme.paper
		}
	];
}

/** Vertical grid lines with their numbers under the rows. */
export function bottomAxis(
	marks: readonly { x: number; label: string; strong?: boolean }[],
	top: number,
	bottom: number,
	frame: Frame
): Shape[] {
	const { small } = sizesOf(frame);
	const theme = themeOf(frame);
	return marks.flatMap(({ x, label, strong }): Shape[] => [
		{ kind: 'line', x1: x, x2: x, y1: top, y2: bottom, stroke: strong ? theme.within : theme.line },
		{
			kind: 'text',
			x,
			y: bottom + small * 0.95,
			lines: [label],
			size: small,
			anchor: 'middle',
			fill: theme.muted
		}
	]);
}

/** Height that `bottomAxis` needs under the rows. */
export function axisHeight(frame: Frame): number {
	return Math.ceil(sizesOf(frame).small * 1.7);
}

/** Width of the widest of some texts. */
export function widest(texts: readonly string[], frame: Frame, size: number, weight?: 400 | 600): number {
	return Math.max(0, ...texts.map((text) => frame.measure(text, size, weight)));
}
