import * as Plot from '@observablehq/plot';
import type { Figure } from './figure';
import { FONT_FAMILY } from './theme';

const XLINK = 'http://www.w3.org/1999/xlink';

/** Plot groups marks under `aria-label`s without a role (a serious axe violation); labels belong on links and on the whole. */
function speakThroughLinks(svg: SVGSVGElement): boolean {
	const links = svg.querySelectorAll('a');
	const seen = new Set<string>();
	for (const link of links) {
		const labelled = link.querySelector('[aria-label]');
		const address = link.getAttributeNS(XLINK, 'href');
		if (labelled) link.setAttribute('aria-label', labelled.getAttribute('aria-label') ?? '');
		if (address !== null) {
			link.removeAttributeNS(XLINK, 'href');
			link.setAttribute('href', address);
			// The parts of a bar all open one number: the keyboard stops at the first of them.
			if (seen.has(address)) {
				link.setAttribute('tabindex', '-1');
				link.setAttribute('aria-hidden', 'true');
			}
			seen.add(address);
		}
	}
	for (const labelled of svg.querySelectorAll('[aria-label]:not(a)')) labelled.removeAttribute('aria-label');
	for (const group of svg.children) {
		if (group.tagName === 'g' && group.querySelector('a') === null) group.setAttribute('aria-hidden', 'true');
	}
	return links.length > 0;
}

/** The chart as SVG: no `<style>` (strict CSP), one accessible name. With links inside it is a group: the content of an image is not reachable. */
export function drawPlot(figure: Figure, document: Document): SVGSVGElement {
	const drawn = Plot.plot({ ...figure.options, document });
	const svg = (drawn.tagName.toLowerCase() === 'svg' ? drawn : drawn.querySelector('svg')) as SVGSVGElement;
	for (const style of svg.querySelectorAll('style')) style.remove();
	svg.removeAttribute('class');
	svg.setAttribute('font-family', FONT_FAMILY);
	svg.setAttribute('role', speakThroughLinks(svg) ? 'group' : 'img');
	svg.setAttribute('aria-label', figure.alt);
	return svg;
}
