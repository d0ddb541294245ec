import type { PlotOptions } from '@observablehq/plot';
import type { Locale } from '$lib/model/text';

/** Width in px of a text at a size in px and a weight, from the font's own advances: the same in every runtime. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

/** Where a figure is drawn. `link` makes the address under which a mark opens "how do we know"; null draws marks without links. */
export interface Frame {
	width: number;
	locale: Locale;
	measure: MeasureText;
	/** True for slides and exports: larger type, no links. */
	large?: boolean;
	link: ((resultId: string) => string) | null;
	/** The name of a person by code, in the deputy's own view; left out, people stand as codes (M6). */
	nameOf?: (person: string) => string;
	dark?: boolean;
}

export type LegendMark =
	| 'square'
	| 'hatch'
	| 'circle'
	| 'ring'
	| 'diamond'
	| 'line'
	| 'dashed-line'
	| 'tick'
	| 'dashed-tick'
	| 'triangle-up'
	| 'triangle-down'
	| 'interval'
	| 'flag';

/** An entry of the legend, drawn by the page as HTML and by the exports as SVG. */
export interface LegendEntry {
	label: string;
	mark: LegendMark;
	colour: string;
}

/** The figure as a table: the same numbers the chart shows. Cells are numbers (unrounded) or text. */
export interface FigureTable {
	columns: { key: string; label: string; decimals?: number }[];
	rows: (string | number | null)[][];
}

/** A chart with everything it needs to stand alone; words are already in the frame's language. Pure: no DOM until Plot is called. */
export interface Figure {
	id: string;
	/** The finding in a sentence. */
	title: string;
	/** Measure, population, unit. */
	subtitle: string;
	/** Cautions and what intervals mean. */
	notes: string[];
	/** Files, date, method version, n. */
	source: string;
	/** The chart in words for those who do not see it. */
	alt: string;
	legend: LegendEntry[];
	table: FigureTable;
	height: number;
	options: PlotOptions;
	/** True where questions behind the figure changed between waves: the page links to the comparability ledger. */
	ledger?: boolean;
	/** Designed words instead of a chart where there is nothing to draw (empty, hidden). */
	empty?: string;
}
