import { measureText } from '../../src/lib/figures/text';

export interface TextBox {
	text: string;
	size: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

function translation(element: Element): [number, number] {
	const found = /translate\(([-\d.]+)(?:[ ,]+([-\d.]+))?\)/u.exec(element.getAttribute('transform') ?? '');
	return found ? [Number(found[1]), Number(found[2] ?? 0)] : [0, 0];
}

function inherited(element: Element, attribute: string): string | null {
	return element.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/** Offset of an element in the drawing: the transforms and nested `<svg x y>` it stands in. */
function offsetOf(element: Element): [number, number] {
	let [x, y] = [0, 0];
	for (let at: Element | null = element; at; at = at.parentElement) {
		const [dx, dy] = translation(at);
		x += dx;
		y += dy;
		if (at.tagName === 'svg' && at.parentElement) {
			x += Number(at.getAttribute('x') ?? 0);
			y += Number(at.getAttribute('y') ?? 0);
		}
	}
	return [x, y];
}

const LENGTH = /^(-?[\d.]+)(em)?$/u;

function inPixels(length: string | null, size: number): number {
	const found = LENGTH.exec(length ?? '0');
	return found ? Number(found[1]) * (found[2] ? size : 1) : 0;
}

/** Where every line of text stands, by the font's own advances: jsdom lays nothing out. */
export function textBoxes(svg: Element): TextBox[] {
	const boxes: TextBox[] = [];
	for (const text of svg.querySelectorAll('text')) {
		const size = Number(inherited(text, 'font-size'));
		const weight = Number(inherited(text, 'font-weight') ?? 400);
		const anchor = inherited(text, 'text-anchor') ?? 'start';
		const [x, y] = offsetOf(text);
		const baseX = x + Number(text.getAttribute('x') ?? 0);
		let baseline = y + inPixels(text.getAttribute('y'), size) + inPixels(text.getAttribute('dy'), size);
		const spans = [...text.querySelectorAll('tspan')];
		const lines = spans.length > 0 ? spans : [text];
		for (const line of lines) {
			if (line !== text) {
				baseline = line.hasAttribute('y') ? y + inPixels(line.getAttribute('y'), size) : baseline;
				baseline += inPixels(line.getAttribute('dy'), size);
			}
			const words = [...line.childNodes]
				.filter(({ nodeType }) => nodeType === 3)
				.map(({ textContent }) => textContent)
				.join('');
			const width = measureText(words, size, weight);
			const left = anchor === 'middle' ? baseX - width / 2 : anchor === 'end' ? baseX - width : baseX;
			boxes.push({
				text: words,
				size,
				left,
				right: left + width,
				top: baseline - size * 0.75,
				bottom: baseline + size * 0.22
			});
		}
	}
	return boxes;
}

/** Pairs of lines that cover each other by more than a px either way. */
export function overlaps(boxes: readonly TextBox[]): string[] {
	const found: string[] = [];
	boxes.forEach((one, at) => {
		for (const other of boxes.slice(at + 1)) {
			const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
			if (wide > 1 && high > 1) found.push(`${one.text} × ${other.text}`);
		}
	});
	return found;
}
