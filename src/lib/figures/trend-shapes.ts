import { formatPercent } from '$lib/i18n/formats';
import { shareLabel } from '$lib/i18n/figure-words';
import { meaningOf } from './compose';
import type { Frame } from './figure';
import { interval, linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf, type Sizes, type Theme } from './theme';
import { wrap } from './text';
import type { TrendPoint } from './trend-points';

const SMALLEST_SPAN = 30;

/** Whole tens around the values and their intervals, at least 30 points apart, within 0–100. */
function percentDomain(points: readonly TrendPoint[]): [number, number] {
	const values = points.flatMap(({ value, low, high }) =>
		[value, low, high].filter((one) => typeof one === 'number')
	);
	let low = Math.floor(Math.min(...values) / 10) * 10;
	let high = Math.ceil(Math.max(...values) / 10) * 10;
	while (high - low < SMALLEST_SPAN) {
		if (low > 0) low -= 10;
		if (high < 100 && high - low < SMALLEST_SPAN) high += 10;
	}
	return [Math.max(0, low), Math.min(100, high)];
}

function colourOf(point: TrendPoint, theme: Theme): string {
	return theme.wave[point.role];
}

interface Plane {
	/** Where the drawing ends and the numbers of the grid begin. */
	right: number;
	x: (index: number) => number;
	y: (value: number) => number;
	theme: Theme;
	sizes: Sizes;
}

function connectors(points: readonly TrendPoint[], plane: Plane): Shape[] {
	const drawn = points.map((point, index) => ({ point, index })).filter(({ point }) => point.value !== null);
	return drawn.slice(1).map(({ point, index }, at) => {
		const before = drawn[at]!;
		const certain = !point.published && !before.point.published;
		return {
			kind: 'line',
			x1: plane.x(before.index),
			y1: plane.y(before.point.value!),
			x2: plane.x(index),
			y2: plane.y(point.value!),
			stroke: certain ? plane.theme.wave.current : plane.theme.wave.previous,
			width: certain ? 2.25 : 1.25,
			dash: certain ? undefined : '3 3'
		};
	});
}

/** Above or below the point: away from the line on its side of the point, so that number and line never cross. */
function labelOffset(
	points: readonly TrendPoint[],
	index: number,
	anchor: 'start' | 'end',
	plane: Plane
): number {
	const here = points[index]!.value!;
	const others = anchor === 'start' ? points.slice(index + 1) : points.slice(0, index).reverse();
	const beside = others.find(({ value }) => value !== null)?.value ?? here;
	return (beside > here ? 1 : -1) * plane.sizes.line * 0.85;
}

/** Shapes of points, intervals, connecting lines and direct labels. */
function pointShapes(points: readonly TrendPoint[], plane: Plane, frame: Frame): Shape[] {
	const { x, y, theme, sizes } = plane;
	const shapes: Shape[] = connectors(points, plane);
	points.forEach((point, index) => {
		if (point.low === undefined || point.high === undefined || point.value === null) return;
		const stroke = point.role === 'current' ? theme.wave.current : theme.wave.previous;
		shapes.push(...interval('vertical', y(point.low), y(point.high), x(index), stroke, 5));
	});
	points.forEach((point, index) => {
		if (point.value === null) return;
		shapes.push({
			kind: 'dot',
			x: x(index),
			y: y(point.value),
			r: point.published ? 5 : 6,
			symbol: 'circle',
			fill: point.published ? theme.paper : colourOf(point, theme),
			stroke: point.published ? theme.wave.previous : theme.wave.current,
			...meaningOf(point.result, point.words, frame)
		});
	});
	points.forEach((point, index) => {
		if (point.value === null) return;
		const strong = point.role === 'current';
		const label = shareLabel({ value: point.value, n: point.n, count: point.result?.count }, frame.locale);
		const size = strong ? sizes.label + 2 : sizes.label;
		const weight = strong ? 600 : 400;
		const fits = x(index) + 10 + frame.measure(label, size, weight) <= plane.right;
		const anchor = fits ? 'start' : 'end';
		shapes.push({
			kind: 'text',
			x: x(index) + (fits ? 10 : -10),
			y: y(point.value) + labelOffset(points, index, anchor, plane),
			lines: [label],
			size,
			weight,
			anchor,
			fill: theme.ink,
			halo: theme.paper
		});
	});
	return shapes;
}

/** Equal columns, except that a column is never narrower than the longest word under it. */
function columnWidths(points: readonly TrendPoint[], room: number, size: number, frame: Frame): number[] {
	const needed = points.map(({ axis }) =>
		Math.max(...axis.flatMap((line) => line.split(' ')).map((word) => frame.measure(word, size) + 6))
	);
	const fair = room / points.length;
	const wide = needed.filter((width) => width > fair);
	const rest =
		(room - wide.reduce((sum, width) => sum + width, 0)) / Math.max(1, points.length - wide.length);
	return needed.map((width) => (width > fair ? width : rest));
}

/** Points over waves in a box: grid with its numbers at the right, waves with n below, nothing outside. */
export function trendShapes(points: readonly TrendPoint[], frame: Frame, height: number): Shape[] {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const domain = percentDomain(points);
	const marks = ticks(domain[0], domain[1], 4);
	const tickWidth = Math.max(
		...marks.map((tick) => frame.measure(formatPercent(tick, frame.locale), sizes.small))
	);
	const right = frame.width - tickWidth - 10;
	const columns = columnWidths(points, right, sizes.small, frame);
	const centre = (index: number) =>
		columns.slice(0, index).reduce((sum, width) => sum + width, 0) + columns[index]! / 2;
	const axis = points.map((point, index) =>
		point.axis.flatMap((line) => wrap(line, columns[index]!, { size: sizes.small }))
	);
	const axisLines = Math.max(...axis.map((lines) => lines.length));
	const lineHeight = sizes.small * 1.25;
	const bottom = height - axisLines * lineHeight - 10;
	const plane: Plane = {
		right,
		x: centre,
		y: linear(domain, [bottom, sizes.label]),
		theme,
		sizes
	};
	const shapes: Shape[] = marks.flatMap((tick): Shape[] => [
		{ kind: 'line', x1: 0, x2: right, y1: plane.y(tick), y2: plane.y(tick), stroke: theme.line },
		{
			kind: 'text',
			x: right + 8,
			y: plane.y(tick),
			lines: [formatPercent(tick, frame.locale)],
			size: sizes.small,
			fill: theme.muted
		}
	]);
	shapes.push(...pointShapes(points, plane, frame));
	axis.forEach((lines, index) =>
		shapes.push({
			kind: 'text',
			x: plane.x(index),
			y: bottom + 8 + (lines.length * lineHeight) / 2,
			lines,
			size: sizes.small,
			anchor: 'middle',
			fill: theme.muted
		})
	);
	return shapes;
}
