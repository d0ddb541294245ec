import { message } from '$lib/i18n/words';
import { meaningOf } from './compose';
import type { Frame } from './figure';
import { endText, widest } from './row-layout';
import { barInterval, linear, type Shape } from './scene';
import {
	isReached,
	sentenceOf,
	statusSymbol,
	statusWords,
	stepWords,
	targetWords,
	type TargetRow
} from './target-rows';
import { sizesOf, themeOf, type Theme } from './theme';
import { wrap } from './text';

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
		shapes.push(...barInterval(x(low), x(value), x(high), y, theme, half - 2));
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

/** From this width on there is room for the target beside its status. */
const ROOM_FOR_TARGET = 560;

/** The status, and the target it speaks of where there is room for it or where it was calculated. */
function rowStatus(row: TargetRow, frame: Frame): string {
	const { locale } = frame;
	const status = statusWords(row, locale);
	const target = targetWords(row, locale);
	if (row.calculated) return `${target}: ${status}`;
	const told = row.status.target !== undefined && (frame.large || frame.width >= ROOM_FOR_TARGET);
	return told ? message('figures_target_and_status', { target, status }, locale) : status;
}

/** Where the parts of a row stand: a name that leaves no room beside it has the status under it. */
interface RowPlace {
	lines: string[];
	nameY: number;
	status: string;
	statusY: number;
	barY: number;
	bottom: number;
}

function placeOf(row: TargetRow, top: number, frame: Frame): RowPlace {
	const { label: size, small } = sizesOf(frame);
	const status = rowStatus(row, frame);
	const style = { size, weight: 600 };
	const flagRoom = row.sealedLate ? size * 2 : 0;
	const beside = frame.width - frame.measure(status, small) - flagRoom - 34;
	const apart = wrap(row.name, beside, style).length > 1;
	const lines = wrap(row.name, apart ? frame.width - flagRoom : beside, style);
	const nameHeight = lines.length * size * 1.25;
	const statusHeight = apart ? small * 1.25 : 0;
	const barY = top + nameHeight + statusHeight + (frame.large ? 18 : 13);
	return {
		lines,
		nameY: top + nameHeight / 2,
		status,
		statusY: apart ? top + nameHeight + statusHeight / 2 : top + size * 0.65,
		barY,
		bottom: barY + (frame.large ? 16 : 11)
	};
}

/** Name and status over the bar, "12 → 34" beside it. */
function rowShapes(row: TargetRow, place: RowPlace, barsEnd: number, frame: Frame): Shape[] {
	const { locale, width, measure } = frame;
	const theme = themeOf(frame);
	const { label: size, small } = sizesOf(frame);
	const { lines, nameY, status, statusY, barY } = place;
	const shapes: Shape[] = [
		...barShapes(row, barY, 0, barsEnd, frame, theme),
		{ kind: 'text', x: 0, y: nameY, lines, size, weight: 600, fill: theme.ink },
		{
			kind: 'dot',
			x: width - measure(status, small) - 12,
			y: statusY,
			r: 4.5,
			symbol: statusSymbol(row),
			fill: isReached(row.verdict) ? theme.up : theme.paper,
			stroke: statusColour(row, theme)
		},
		endText([status], statusY, frame),
		{
			kind: 'text',
			x: width,
			y: barY,
			lines: [stepWords(row, locale)],
			size,
			weight: 600,
			anchor: 'end',
			fill: theme.ink
		}
	];
	if (row.sealedLate) {
		const x = measure(lines.at(-1) ?? '', size, 600) + 8;
		const y = nameY + ((lines.length - 1) * size * 1.25) / 2;
		shapes.push(...flag(x, y, size, theme, message('figures_legend_sealed_late', {}, locale)));
	}
	return shapes;
}

/** Rows of targets one under the other: baseline tick, bar to the actual value, target tick, status in words. */
export function targetBars(rows: readonly TargetRow[], frame: Frame): { shapes: Shape[]; bottom: number } {
	const { label: size } = sizesOf(frame);
	const steps = rows.map((row) => stepWords(row, frame.locale));
	const barsEnd = frame.width - widest(steps, frame, size, 600) - 12;
	const gap = frame.large ? 22 : frame.width < ROOM_FOR_TARGET ? 10 : 14;
	let bottom = 2 - gap;
	const shapes = rows.flatMap((row) => {
		const place = placeOf(row, bottom + gap, frame);
		bottom = place.bottom;
		return rowShapes(row, place, barsEnd, frame);
	});
	return { shapes, bottom };
}
