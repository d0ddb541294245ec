import type { Scale } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { shareLabel } from '$lib/i18n/figure-words';
import { formatNumber } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import type { LegendEntry } from './figure';
import { levelClass } from './rows';
import { linear, type Meaning, type Shape } from './scene';
import { wholePercents } from './shares';
import { answerColours, inkOn, type Theme } from './theme';

type AnswerClass = 'unfavourable' | 'neutral' | 'favourable';
const CLASSES: readonly AnswerClass[] = ['unfavourable', 'neutral', 'favourable'];
const MOST_COLOURS = 7;

/** One step of an answer bar: a level of the scale, or a class of levels where there are more than seven. */
export interface Step {
	key: string;
	label: string;
	kind: AnswerClass;
	colour: string;
	/** Level values gathered in the step. */
	values: number[];
}

/** The wording in a language: the codebook keeps all wordings of a level together, so letters tell them apart. */
export function levelLabel(labels: readonly string[], locale: Locale): string {
	const latin = labels.filter((label) => /\p{Script=Latin}/u.test(label));
	const cyrillic = labels.filter((label) => /\p{Script=Cyrillic}/u.test(label));
	const kazakh = cyrillic.filter((label) => /[әғқңөұүһі]/iu.test(label));
	const russian = cyrillic.filter((label) => !kazakh.includes(label));
	const found = { kk: kazakh[0] ?? cyrillic[0], ru: russian.at(-1) ?? cyrillic[0], en: latin[0] }[locale];
	return found ?? labels[0] ?? '';
}

/** Steps of a scale in ascending order from unfavourable to favourable, at most seven. */
export function stepsOf(scale: Scale, theme: Theme, locale: Locale): Step[] {
	const levels = scale.levels
		.map((level) => ({ ...level, kind: levelClass(scale, level.value) }))
		.sort((a, b) => CLASSES.indexOf(a.kind) - CLASSES.indexOf(b.kind) || a.value - b.value);
	if (levels.length > MOST_COLOURS) {
		const colours = answerColours(theme, 1, 1, 1);
		return CLASSES.map((kind, index) => ({
			key: kind,
			label: message(`figures_class_${kind}`, {}, locale),
			kind,
			colour: colours[index]!,
			values: levels.filter((level) => level.kind === kind).map(({ value }) => value)
		})).filter(({ values }) => values.length > 0);
	}
	const count = (kind: AnswerClass) => levels.filter((level) => level.kind === kind).length;
	const colours = answerColours(theme, count('unfavourable'), count('neutral'), count('favourable'));
	return levels.map((level, index) => ({
		key: String(level.value),
		label: levelLabel(level.labels, locale) || formatNumber(level.value, locale),
		kind: level.kind,
		colour: colours[index]!,
		values: [level.value]
	}));
}

/** How far a bar of these shares reaches left and right of the middle of its neutral answers, in percent. */
export function reach(steps: readonly Step[], shares: readonly number[]): [left: number, right: number] {
	let [left, right] = [0, 0];
	steps.forEach(({ kind }, index) => {
		const share = shares[index] ?? 0;
		if (kind === 'unfavourable') left += share;
		else if (kind === 'favourable') right += share;
		else {
			left += share / 2;
			right += share / 2;
		}
	});
	return [left, right];
}

/** One scale for all bars of a figure: the farthest reach on either side fills the room. */
export function divergingScale(
	reaches: readonly [number, number][],
	left: number,
	right: number
): (value: number) => number {
	const most = (side: 0 | 1) => Math.max(1, ...reaches.map((one) => one[side]));
	return linear([-most(0), most(1)], [left, right]);
}

/**
 * Boxes of a diverging bar with whole percents inside where they fit, counts where there are fewer than ten answers or
 * where `tags` say that only counts are told.
 */
export function barShapes(
	steps: readonly Step[],
	counts: readonly number[],
	place: { y: number; half: number; x: (value: number) => number; size: number },
	measure: (text: string, size: number, weight?: number) => number,
	locale: Locale,
	meaning: Meaning,
	tags?: Result['tags']
): Shape[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return [];
	const exact = counts.map((count) => (100 * count) / total);
	const whole = wholePercents(counts);
	let at = -reach(steps, exact)[0];
	const boxes: Shape[] = [];
	const labels: Shape[] = [];
	steps.forEach((step, index) => {
		const share = exact[index]!;
		if (share === 0) return;
		const [x1, x2] = [place.x(at), place.x(at + share)];
		at += share;
		const told = { value: whole[index]!, count: counts[index]!, n: total, tags };
		boxes.push({
			kind: 'rect',
			x1,
			x2: Math.max(x1 + 0.5, x2 - 1),
			y1: place.y - place.half,
			y2: place.y + place.half,
			fill: step.colour,
			...meaning,
			words: meaning.link === undefined ? `${step.label}: ${shareLabel(told, locale)}` : meaning.words
		});
		const text = shareLabel(told, locale, false);
		if (x2 - x1 < measure(text, place.size) + 6) return;
		labels.push({
			kind: 'text',
			x: (x1 + x2) / 2,
			y: place.y,
			lines: [text],
			size: place.size,
			anchor: 'middle',
			fill: inkOn(step.colour)
		});
	});
	return [...boxes, ...labels];
}

/** The middle of the neutral answers through bars between two heights. */
export function middleLine(x: (value: number) => number, top: number, bottom: number, theme: Theme): Shape {
	return { kind: 'line', x1: x(0), x2: x(0), y1: top, y2: bottom, stroke: theme.ink, dash: '2 3' };
}

/** Legend of the steps; `short` names only the ends and the middle. Bare numbers say at the ends what they stand for. */
export function stepsLegend(steps: readonly Step[], short: boolean, locale: Locale): LegendEntry[] {
	const [first, last] = [steps[0], steps.at(-1)];
	const middle = steps.find(({ kind }) => kind === 'neutral');
	const bare = steps.every(({ label }) => Number.isFinite(Number(label)));
	const entry = (step: Step): LegendEntry => {
		const told = bare && (step === first || step === last);
		const label = told ? `${step.label} – ${message(`figures_class_${step.kind}`, {}, locale)}` : step.label;
		return { label, mark: 'square', colour: step.colour };
	};
	if (!short || steps.length <= 3) return steps.map(entry);
	return steps.filter((step) => step === first || step === middle || step === last).map(entry);
}
