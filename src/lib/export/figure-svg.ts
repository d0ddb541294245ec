import { drawPlot } from '$lib/figures/draw';
import type { Figure, Frame, LegendEntry } from '$lib/figures/figure';
import { measureText, wrap } from '$lib/figures/text';
import { FONT_FAMILY, sizesOf, themeOf } from '$lib/figures/theme';
import type { Locale } from '$lib/model/text';
import { subsetFont } from './font-subset';
import { legendMark } from './legend-mark';

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 28;
const LINE = 1.3;

/** Bytes of the two cuts of Golos Text (TrueType) that go into an export. */
export interface FigureFonts {
	regular: Uint8Array;
	semibold: Uint8Array;
}

/** The frame to make a figure in that `figureSvg` will set in a picture `width` px wide. */
export function exportFrame(width: number, locale: Locale): Frame {
	return { width: width - 2 * PADDING, locale, measure: measureText, large: true, link: null };
}

function base64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += 0x8000)
		binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	return btoa(binary);
}

function fontFaces(fonts: FigureFonts, text: string): string {
	const face = (weight: number, bytes: Uint8Array) =>
		`@font-face{font-family:'Golos Text';font-weight:${weight};src:url(data:font/ttf;base64,${base64(subsetFont(bytes, text))})}`;
	return face(400, fonts.regular) + face(600, fonts.semibold);
}

interface Page {
	document: Document;
	root: SVGElement;
	width: number;
	top: number;
}

function element(page: Page, name: string, attributes: Record<string, string | number>): SVGElement {
	const made = page.document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
	page.root.append(made);
	return made;
}

/** A paragraph at the left margin; moves the page down by its height. */
function paragraph(page: Page, text: string, style: { size: number; weight?: number; fill: string }): void {
	if (text === '') return;
	for (const line of wrap(text, page.width - 2 * PADDING, { size: style.size, weight: style.weight })) {
		const made = element(page, 'text', {
			x: PADDING,
			y: page.top + style.size,
			'font-size': style.size,
			'font-weight': style.weight ?? 400,
			fill: style.fill
		});
		made.textContent = line;
		page.top += style.size * LINE;
	}
}

/** Legend entries side by side, continued on the next line where the room ends. */
function legend(page: Page, entries: readonly LegendEntry[], size: number, fill: string): void {
	if (entries.length === 0) return;
	const box = size * 1.1;
	let x = PADDING;
	for (const entry of entries) {
		const width = box + 6 + measureText(entry.label, size) + size * 1.4;
		if (x > PADDING && x + width > page.width - PADDING) {
			x = PADDING;
			page.top += size * 1.6;
		}
		page.root.append(legendMark(entry, x, page.top, box, page.document));
		const label = element(page, 'text', {
			x: x + box + 6,
			y: page.top + size * 0.95,
			'font-size': size,
			fill
		});
		label.textContent = entry.label;
		x += width;
	}
	page.top += size * 1.6;
}

/** Words where there is no chart. */
function emptyBox(page: Page, words: string, size: number, fill: string, line: string): void {
	const lines = wrap(words, page.width - 2 * PADDING - 48, { size });
	const height = lines.length * size * LINE + 48;
	element(page, 'rect', {
		x: PADDING,
		y: page.top,
		width: page.width - 2 * PADDING,
		height,
		fill: 'none',
		stroke: line,
		'stroke-dasharray': '4 4'
	});
	lines.forEach((text, index) => {
		const made = element(page, 'text', {
			x: PADDING + 24,
			y: page.top + 24 + size * (index * LINE + 1),
			'font-size': size,
			fill
		});
		made.textContent = text;
	});
	page.top += height;
}

/**
 * The whole figure as one standalone SVG: title, subtitle, legend, chart, notes, source. With `fonts` the letters used are
 * embedded, so it looks the same where Golos Text is not installed. `document` is the browser's or jsdom's.
 */
export function figureSvg(figure: Figure, options: { document: Document; fonts?: FigureFonts }): string {
	const { document } = options;
	const theme = themeOf({ dark: false });
	const chartWidth = figure.options.width ?? 0;
	const width = chartWidth + 2 * PADDING;
	const sizes = sizesOf({ width: chartWidth, large: true });
	const root = document.createElementNS(SVG, 'svg');
	const page: Page = { document, root, width, top: PADDING };
	const background = element(page, 'rect', { width, fill: theme.paper });
	paragraph(page, figure.title, { size: Math.round(sizes.label * 1.5), weight: 600, fill: theme.ink });
	page.top += 6;
	paragraph(page, figure.subtitle, { size: sizes.label, fill: theme.muted });
	page.top += 14;
	if (figure.empty === undefined) {
		legend(page, figure.legend, sizes.label, theme.ink);
		page.top += 10;
		const chart = drawPlot(figure, document);
		chart.setAttribute('x', String(PADDING));
		chart.setAttribute('y', String(page.top));
		chart.removeAttribute('role');
		chart.removeAttribute('aria-label');
		root.append(chart);
		page.top += figure.height;
	} else {
		emptyBox(page, figure.empty, sizes.label, theme.muted, theme.line);
	}
	page.top += 18;
	for (const note of figure.notes) paragraph(page, note, { size: sizes.small, fill: theme.muted });
	page.top += 4;
	paragraph(page, figure.source, { size: sizes.small, fill: theme.muted });
	const height = Math.ceil(page.top + PADDING);
	background.setAttribute('height', String(height));
	const attributes: Record<string, string | number> = {
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		role: 'img',
		'aria-label': figure.alt,
		'font-family': FONT_FAMILY
	};
	for (const [key, value] of Object.entries(attributes)) root.setAttribute(key, String(value));
	if (options.fonts) {
		const style = document.createElementNS(SVG, 'style');
		style.textContent = fontFaces(options.fonts, root.textContent ?? '');
		root.prepend(style);
	}
	return serialized(root, document);
}

function serialized(root: SVGElement, document: Document): string {
	const Serializer = document.defaultView?.XMLSerializer ?? XMLSerializer;
	return new Serializer().serializeToString(root);
}
