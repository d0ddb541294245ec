import { methodByKey } from '$lib/model/methods';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { codeWord, shareLabel } from '$lib/i18n/figure-words';
import { meaningOf } from './compose';
import type { Frame } from './figure';
import { linear, type Shape } from './scene';
import { wholePercents } from './shares';
import { inkOn, mix, sizesOf, type Theme } from './theme';

/** The method's own name of a band, else the program's word for it. */
export function bandTitle(
	project: Project,
	method: string | undefined,
	band: string,
	locale: Locale
): string {
	const title = methodByKey(project, method)?.bands.find((one) => one.id === band)?.title;
	return title ? textIn(title, locale) : codeWord('band', band, locale);
}

/** Puts the ids of bands in order: the lowest first, the highest last, those between as their methods report them. */
export function sortBands(bands: string[]): void {
	const place = new Map(bands.map((band, at) => [band, at]));
	const rank = (band: string) =>
		band === 'low' ? -1 : band === 'high' ? bands.length : (place.get(band) ?? bands.length);
	bands.sort((a, b) => rank(a) - rank(b));
}

/** Colours of so many bands, from the lowest to the highest. */
export function bandColours(theme: Theme, count: number): string[] {
	if (count <= 1) return [theme.favourable[1]];
	if (count === 3) return [theme.unfavourable[0], theme.neutral, theme.favourable[1]];
	return Array.from({ length: count }, (_, at) =>
		mix(theme.unfavourable[0], theme.favourable[1], at / (count - 1))
	);
}

/** People per band as one bar of 100, from the lowest band; `colours` belong to the bands in their order. */
export function bandShapes(
	name: string,
	bands: readonly Result[],
	colours: readonly string[],
	place: { left: number; right: number; y: number; half: number },
	project: Project,
	frame: Frame
): Shape[] {
	const { locale } = frame;
	const { small } = sizesOf(frame);
	const { left, right, y, half } = place;
	const whole = wholePercents(bands.map(({ count, value }) => count ?? value ?? 0));
	const x = linear([0, 100], [left, right]);
	const boxes: Shape[] = [];
	const labels: Shape[] = [];
	let from = 0;
	bands.forEach((result, index) => {
		const value = result.value ?? 0;
		const [x1, x2] = [x(from), x(from + value)];
		from += value;
		if (value === 0) return;
		const share = { ...result, value: whole[index]! };
		const title = bandTitle(project, result.method, result.level ?? '', locale);
		const words = `${name}: ${title} ${shareLabel(share, locale)}`;
		const fill = colours[index]!;
		boxes.push({
			...{ kind: 'rect', x1, x2: x2 - 1, y1: y - half, y2: y + half, fill },
			...meaningOf(result, words, frame)
		});
		const text = shareLabel(share, locale, false);
		if (x2 - x1 < frame.measure(text, small) + 6) return;
		labels.push({
			...{ kind: 'text', x: (x1 + x2) / 2, y, lines: [text], size: small, anchor: 'middle' },
			fill: inkOn(fill)
		});
	});
	return [...boxes, ...labels];
}
