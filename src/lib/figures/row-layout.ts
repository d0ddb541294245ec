import { nWords } from '$lib/i18n/figure-words';
import type { Frame } from './figure';
import type { Meaning, Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

/** A row of a figure: its wrapped label, and the part of the row that is drawn in. */
export interface RowPlace {
	lines: string[];
	weight: 400 | 600;
	/** Middle of the label: beside the drawn part, or above it. */
	labelY: number;
	top: number;
	/** Middle of the drawn part. */
	y: number;
	height: number;
}

/** The name of a section, above its first row. */
interface HeadPlace {
	lines: string[];
	y: number;
}

export interface LabelColumn {
	/** Where the drawing may begin: right of the widest label, or at the edge where labels stand above their rows. */
	left: number;
	rows: RowPlace[];
	heads: HeadPlace[];
	bottom: number;
}

interface ColumnOptions {
	top: number;
	/** Of every row, or of the row at an index. */
	minHeight: number | ((index: number, left: number) => number);
	gap: number;
	/** Most of the width that labels beside their rows may take. */
	share: number;
	/** The section of every row; a section's name stands above its first row. */
	sections?: readonly string[];
	/** Rows that stand out: those the title speaks of. */
	strong?: (index: number) => boolean;
	/** False for tables with a head over their labels: those stay beside. */
	above?: boolean;
	/** Least width of the labels, as for that head. */
	least?: number;
}

/** A word is broken only where it alone would take more of the width than this. */
const MOST_FOR_LABELS = 0.42;
/** Narrower drawings have no room for long labels beside their rows: labels stand above them. */
const ROOM_BESIDE = 480;
const LINES_BESIDE = 2;

/** Labels in a measured margin or above their rows, on as many lines as they need: no word is cut, rows grow with their labels. */
export function labelColumn(labels: readonly string[], frame: Frame, options: ColumnOptions): LabelColumn {
	const { label: size, small } = sizesOf(frame);
	const { share, gap, minHeight, sections, strong = () => false } = options;
	const weights = labels.map((_, index) => (strong(index) ? 600 : 400));
	const words = labels.flatMap((text) => text.split(/\s+/u));
	const longest = Math.ceil(widest(words, frame, size)) + 1;
	const room = Math.max(frame.width * share, Math.min(frame.width * MOST_FOR_LABELS, longest));
	const wrappedIn = (most: number) =>
		labels.map((label, index) => wrap(label, most, { size, weight: weights[index] }));
	const beside = wrappedIn(room);
	const tall = beside.flat().length >= LINES_BESIDE * labels.length;
	const above = options.above !== false && frame.width < ROOM_BESIDE && tall;
	const wrapped = above ? wrappedIn(frame.width) : beside;
	const widths = wrapped.map((lines, index) => widest(lines, frame, size, weights[index]));
	const left = above ? 0 : Math.ceil(Math.max(options.least ?? 0, ...widths)) + 14;
	const heads: HeadPlace[] = [];
	let top = options.top;
	const rows = wrapped.map((lines, index): RowPlace => {
		const section = sections?.[index];
		if (section !== undefined && section !== sections?.[index - 1]) {
			if (index > 0) top += small * 0.75;
			const head = wrap(section, frame.width, { size: small, weight: 600 });
			const height = head.length * small * 1.25;
			heads.push({ lines: head, y: top + height / 2 });
			top += height + 5;
		}
		const least = typeof minHeight === 'number' ? minHeight : minHeight(index, left);
		const labelHeight = lines.length * size * 1.25;
		const start = above ? top + labelHeight + 4 : top;
		const height = above ? least : Math.max(least, labelHeight);
		const y = start + height / 2;
		const labelY = above ? top + labelHeight / 2 : y;
		top = start + height + gap + (above ? 6 : 0);
		return { lines, weight: weights[index]!, labelY, top: start, y, height };
	});
	const last = rows.at(-1);
	return { left, rows, heads, bottom: last ? last.top + last.height : top };
}

/** The labels of rows at the left edge, and the names of their sections. */
export function labelShapes({ rows, heads }: LabelColumn, frame: Frame): Shape[] {
	const { label: size, small } = sizesOf(frame);
	const { ink, accent, paper } = themeOf(frame);
	return [
		...heads.map(({ lines, y }): Shape => {
			return { kind: 'text', x: 0, y, lines, size: small, weight: 600, fill: accent, halo: paper };
		}),
		...rows.map(({ lines, weight, labelY, y }): Shape => {
			const halo = labelY === y ? undefined : paper;
			return { kind: 'text', x: 0, y: labelY, lines, size, weight, fill: ink, halo };
		})
	];
}

/** Words at the right edge of a row. */
export function endText(lines: string[], y: number, frame: Frame): Shape {
	const { small } = sizesOf(frame);
	return { kind: 'text', x: frame.width, y, lines, size: small, anchor: 'end', fill: themeOf(frame).muted };
}

/** How many people a row is about, at its right edge; nothing where that is hidden. */
export function endCount(n: number | null, y: number, frame: Frame): Shape[] {
	return n === null ? [] : [endText([nWords(n, frame.locale)], y, frame)];
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

/** From so many rows on, the numbers of an axis stand above them too: on a screen the bottom is out of sight. */
const MANY_ROWS = 14;

/** Height that the numbers of an axis need under rows. */
export function axisHeight(frame: Frame): number {
	return Math.ceil(sizesOf(frame).small * 1.7);
}

/** Height that the numbers of an axis need above so many rows: none over a few. */
export function axisAbove(rows: number, frame: Frame): number {
	return rows >= MANY_ROWS ? axisHeight(frame) : 0;
}

/** Vertical grid lines with their numbers under the rows, and above many. */
export function rowsAxis(
	marks: readonly { x: number; label: string; strong?: boolean }[],
	place: { top: number; bottom: number; rows: number },
	frame: Frame
): Shape[] {
	const { small } = sizesOf(frame);
	const theme = themeOf(frame);
	const { top, bottom, rows } = place;
	const number = (x: number, y: number, label: string): Shape => {
		return { kind: 'text', x, y, lines: [label], size: small, anchor: 'middle', fill: theme.muted };
	};
	return marks.flatMap(({ x, label, strong }): Shape[] => [
		{ kind: 'line', x1: x, x2: x, y1: top, y2: bottom, stroke: strong ? theme.within : theme.line },
		number(x, bottom + small * 0.95, label),
		...(axisAbove(rows, frame) > 0 ? [number(x, top - small * 0.75, label)] : [])
	]);
}

/** Width of the widest of some texts. */
export function widest(texts: readonly string[], frame: Frame, size: number, weight?: 400 | 600): number {
	return Math.max(0, ...texts.map((text) => frame.measure(text, size, weight)));
}
