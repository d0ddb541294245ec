import * as Plot from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';

/** What a shape says on hover and to a screen reader, and the address it opens. */
export interface Meaning {
	words?: string;
	link?: string;
}

export interface RectShape extends Meaning {
	kind: 'rect';
	x1: number;
	x2: number;
	y1: number;
	y2: number;
	fill: string;
	stroke?: string;
}

export interface LineShape extends Meaning {
	kind: 'line';
	x1: number;
	y1: number;
	x2: number;
	y2: number;
	stroke: string;
	width?: number;
	dash?: string;
}

export type DotSymbol = 'circle' | 'square' | 'diamond' | 'triangle-up' | 'triangle-down';

export interface DotShape extends Meaning {
	kind: 'dot';
	x: number;
	y: number;
	r: number;
	symbol: DotSymbol;
	fill: string;
	stroke: string;
}

export interface TextShape extends Meaning {
	kind: 'text';
	x: number;
	/** Middle of the text block. */
	y: number;
	lines: string[];
	size: number;
	fill: string;
	weight?: 400 | 600;
	anchor?: 'start' | 'middle' | 'end';
	/** Outline in the paper's colour, for labels over lines. */
	halo?: string;
}

/** A box hatched by 45° lines: hidden, low coverage, "don't know". */
export interface HatchShape extends Meaning {
	kind: 'hatch';
	x1: number;
	x2: number;
	y1: number;
	y2: number;
	stroke: string;
}

export type Shape = RectShape | LineShape | DotShape | TextShape | HatchShape;

const HATCH_STEP = 6;
const SVG = 'http://www.w3.org/2000/svg';

/** Segments of the hatching of a box as path data, cut at the box by arithmetic: no pattern and no clip path, whose ids are global to a page. */
export function hatchPath(x1: number, y1: number, x2: number, y2: number): string {
	const [width, height] = [x2 - x1, y2 - y1];
	const parts: string[] = [];
	for (let offset = HATCH_STEP; offset < width + height; offset += HATCH_STEP) {
		const startX = x1 + Math.min(offset, width);
		const startY = y1 + Math.max(0, offset - width);
		const endX = x1 + Math.max(0, offset - height);
		const endY = y1 + Math.min(offset, height);
		parts.push(`M${round(startX)},${round(startY)}L${round(endX)},${round(endY)}`);
	}
	return parts.join('');
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function hatchMark(shapes: HatchShape[]): Markish {
	return (_index, _scales, _values, _dimensions, context) => {
		const group = context.document.createElementNS(SVG, 'g');
		for (const { x1, x2, y1, y2, stroke, words } of shapes) {
			const path = context.document.createElementNS(SVG, 'path');
			path.setAttribute('d', hatchPath(x1, y1, x2, y2));
			path.setAttribute('stroke', stroke);
			path.setAttribute('fill', 'none');
			if (words !== undefined) {
				const title = context.document.createElementNS(SVG, 'title');
				title.textContent = words;
				path.append(title);
			}
			group.append(path);
		}
		return group;
	};
}

const meaning = {
	title: (shape: Meaning) => shape.words ?? null,
	ariaLabel: (shape: Meaning) => (shape.link === undefined ? null : (shape.words ?? null)),
	href: (shape: Meaning) => shape.link ?? null
};

const SYMBOLS: Record<DotSymbol, Plot.SymbolType> = {
	circle: 'circle',
	square: 'square',
	diamond: 'diamond2',
	'triangle-up': 'triangle',
	'triangle-down': 'triangle'
};

function markOf(first: Shape, shapes: Shape[]): Markish {
	switch (first.kind) {
		case 'rect':
			return Plot.rect(shapes as RectShape[], {
				x1: 'x1',
				x2: 'x2',
				y1: 'y1',
				y2: 'y2',
				fill: (shape: RectShape) => shape.fill,
				stroke: (shape: RectShape) => shape.stroke ?? 'none',
				...meaning
			});
		case 'line':
			return Plot.link(shapes as LineShape[], {
				x1: 'x1',
				x2: 'x2',
				y1: 'y1',
				y2: 'y2',
				stroke: (shape: LineShape) => shape.stroke,
				strokeWidth: first.width ?? 1,
				strokeDasharray: first.dash,
				...meaning
			});
		case 'dot':
			return Plot.dot(shapes as DotShape[], {
				x: 'x',
				y: 'y',
				r: (shape: DotShape) => shape.r,
				symbol: SYMBOLS[first.symbol],
				rotate: first.symbol === 'triangle-down' ? 180 : 0,
				sort: null,
				fill: (shape: DotShape) => shape.fill,
				stroke: (shape: DotShape) => shape.stroke,
				strokeWidth: 1.5,
				...meaning
			});
		case 'text':
			return Plot.text(shapes as TextShape[], {
				x: 'x',
				y: 'y',
				text: (shape: TextShape) => shape.lines.join('\n'),
				fill: (shape: TextShape) => shape.fill,
				fontSize: first.size,
				fontWeight: first.weight ?? 400,
				textAnchor: first.anchor ?? 'start',
				lineAnchor: 'middle',
				lineHeight: 1.25,
				stroke: first.halo,
				strokeWidth: first.halo ? 4 : undefined,
				strokeLinejoin: first.halo ? 'round' : undefined,
				...meaning
			});
		case 'hatch':
			return hatchMark(shapes as HatchShape[]);
	}
}

/** Shapes with one style become one mark; the order of drawing is kept. */
function styleKey(shape: Shape): string {
	switch (shape.kind) {
		case 'line':
			return `line ${shape.width ?? 1} ${shape.dash ?? ''}`;
		case 'dot':
			return `dot ${shape.symbol}`;
		case 'text':
			return `text ${shape.size} ${shape.weight ?? 400} ${shape.anchor ?? 'start'} ${shape.halo ?? ''}`;
		default:
			return shape.kind;
	}
}

/**
 * Plot options that draw the shapes in px. Scales are identities: margins come from measured text, which Plot cannot do,
 * and figures of two panels need two x scales, which one plot does not have.
 */
export function plotOptions(shapes: Shape[], width: number, height: number): PlotOptions {
	const runs: Shape[][] = [];
	for (const shape of shapes) {
		const run = runs.at(-1);
		if (run?.[0] && styleKey(run[0]) === styleKey(shape)) run.push(shape);
		else runs.push([shape]);
	}
	const identity = { type: 'identity', axis: null } as const;
	return {
		width,
		height,
		margin: 0,
		x: identity,
		y: identity,
		r: { type: 'identity' },
		color: { type: 'identity' },
		marks: runs.map((run) => markOf(run[0]!, run))
	};
}

/** A thin bar with caps between two x positions (`horizontal`) or two y positions. */
export function interval(
	direction: 'horizontal' | 'vertical',
	from: number,
	to: number,
	at: number,
	stroke: string,
	cap = 4
): LineShape[] {
	const lines: [number, number, number, number][] =
		direction === 'horizontal'
			? [
					[from, at, to, at],
					[from, at - cap, from, at + cap],
					[to, at - cap, to, at + cap]
				]
			: [
					[at, from, at, to],
					[at - cap, from, at + cap, from],
					[at - cap, to, at + cap, to]
				];
	return lines.map(([x1, y1, x2, y2]) => ({ kind: 'line', x1, y1, x2, y2, stroke, width: 1.25 }));
}

/** An interval around the end of a bar: in the paper's colour as far as the bar reaches, in ink beyond it. */
export function barInterval(
	from: number,
	end: number,
	to: number,
	at: number,
	colours: { paper: string; ink: string },
	cap = 4
): LineShape[] {
	const { paper, ink } = colours;
	const across = (x1: number, x2: number, stroke: string): LineShape => {
		return { kind: 'line', x1, x2, y1: at, y2: at, stroke, width: 1.25 };
	};
	const down = (x: number, stroke: string): LineShape => {
		return { kind: 'line', x1: x, x2: x, y1: at - cap, y2: at + cap, stroke, width: 1.25 };
	};
	return [across(from, end, paper), down(from, paper), across(end, to, ink), down(to, ink)];
}

/** Position in px of a value: domain onto range, linear. */
export function linear(
	domain: readonly [number, number],
	range: readonly [number, number]
): (value: number) => number {
	const [from, to] = domain;
	const span = to - from || 1;
	return (value) => range[0] + ((value - from) / span) * (range[1] - range[0]);
}

/** Round ticks (1, 2 or 5 times a power of ten) covering a domain, about `count` of them. */
export function ticks(from: number, to: number, count: number): number[] {
	const rough = (to - from) / Math.max(1, count);
	if (!(rough > 0)) return [from];
	const power = 10 ** Math.floor(Math.log10(rough));
	const step =
		[1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? rough;
	const found: number[] = [];
	for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index++) {
		found.push(Math.round(index * step * 1e9) / 1e9 + 0);
	}
	return found;
}
