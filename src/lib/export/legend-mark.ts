import type { LegendEntry } from '$lib/figures/figure';
import { legendShapes } from '$lib/figures/legend-shapes';

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of a legend entry as an SVG group: the exports draw it, and the page may. */
export function legendMark(
	entry: LegendEntry,
	x: number,
	y: number,
	size: number,
	document: Document
): SVGElement {
	const group = document.createElementNS(SVG, 'g');
	for (const [name, attributes] of legendShapes(entry, x, y, size)) {
		const made = document.createElementNS(SVG, name);
		for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
		group.append(made);
	}
	return group;
}
