import type { LegendEntry } from './figure';
import { hatchPath } from './scene';

/** An SVG element by name and attributes. */
export type LegendShape = [name: string, attributes: Record<string, string | number>];

/** What the mark of a legend entry is made of, in a box of `size` px with its corner at `x`, `y`. */
export function legendShapes(
	{ mark, colour }: LegendEntry,
	x: number,
	y: number,
	size: number
): LegendShape[] {
	const [middleX, middleY, half] = [x + size / 2, y + size / 2, size / 2];
	const line = (x1: number, y1: number, x2: number, y2: number, width = 2, dash?: string): LegendShape => [
		'line',
		{ x1, y1, x2, y2, stroke: colour, 'stroke-width': width, ...(dash ? { 'stroke-dasharray': dash } : {}) }
	];
	const shape = (points: [number, number][], fill = colour): LegendShape => [
		'polygon',
		{ points: points.map((point) => point.join(',')).join(' '), fill, stroke: colour }
	];
	switch (mark) {
		case 'square':
			return [['rect', { x, y, width: size, height: size, fill: colour }]];
		case 'hatch':
			return [
				['rect', { x, y, width: size, height: size, fill: 'none', stroke: colour }],
				['path', { d: hatchPath(x, y, x + size, y + size), stroke: colour, fill: 'none' }]
			];
		case 'circle':
			return [['circle', { cx: middleX, cy: middleY, r: half * 0.75, fill: colour }]];
		case 'ring':
			return [
				[
					'circle',
					{ cx: middleX, cy: middleY, r: half * 0.7, fill: 'none', stroke: colour, 'stroke-width': 2 }
				]
			];
		case 'diamond':
			return [
				shape(
					[
						[middleX, y],
						[x + size, middleY],
						[middleX, y + size],
						[x, middleY]
					],
					'none'
				)
			];
		case 'line':
			return [line(x, middleY, x + size, middleY)];
		case 'dashed-line':
			return [line(x, middleY, x + size, middleY, 2, '3 3')];
		case 'tick':
			return [line(middleX, y - 1, middleX, y + size + 1, 3)];
		case 'dashed-tick':
			return [line(middleX, y - 1, middleX, y + size + 1, 3, '3 2.5')];
		case 'triangle-up':
			return [
				shape([
					[middleX, y + 1],
					[x + size, y + size - 1],
					[x, y + size - 1]
				])
			];
		case 'triangle-down':
			return [
				shape([
					[middleX, y + size - 1],
					[x + size, y + 1],
					[x, y + 1]
				])
			];
		case 'interval':
			return [
				line(middleX, y, middleX, y + size, 1.5),
				line(middleX - 4, y, middleX + 4, y, 1.5),
				line(middleX - 4, y + size, middleX + 4, y + size, 1.5)
			];
		case 'flag':
			return [
				line(x + 2, y, x + 2, y + size, 1.5),
				['rect', { x: x + 2, y, width: size * 0.7, height: size * 0.55, fill: colour }]
			];
	}
}
