import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { formatSigned } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { linear, ticks, type Shape } from './scene';
import { panelHeight, sizesOf, themeOf } from './theme';
import { type People, SYMBOL, colourOf, personWords, growthDraft, preferredPeople } from './growth-people';

/** Room for half a triangle at the left edge. */
const EDGE = 4;

function lollipops(people: People, frame: Frame, height: number): Shape[] {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const { changes, smallest } = people;
	const most = Math.max(smallest ?? 0, ...changes.map(({ change }) => Math.abs(change)), 0.1) * 1.06;
	const lowest = Math.min(-(smallest ?? 0), ...changes.map(({ change }) => change), 0) * 1.06;
	const domain: [number, number] = [lowest, most];
	const marks = ticks(domain[0], domain[1], 4);
	const label = (value: number) => formatSigned(value, frame.locale, marks.every(Number.isInteger) ? 0 : 1);
	const right = frame.width - Math.max(...marks.map((one) => frame.measure(label(one), sizes.small))) - 10;
	const y = linear(domain, [height - 8, 8]);
	const step = (right - EDGE) / changes.length;
	const x = (index: number) => EDGE + step * (index + 0.5);
	const shapes: Shape[] = [];
	if (smallest !== null) {
		shapes.push({ kind: 'rect', x1: 0, x2: right, y1: y(smallest), y2: y(-smallest), fill: theme.track });
	}
	for (const one of marks) {
		shapes.push(
			{
				kind: 'line',
				x1: 0,
				x2: right,
				y1: y(one),
				y2: y(one),
				stroke: one === 0 ? theme.within : theme.line
			},
			{ kind: 'text', x: right + 8, y: y(one), lines: [label(one)], size: sizes.small, fill: theme.muted }
		);
	}
	changes.forEach((one, index) =>
		shapes.push({
			kind: 'line',
			x1: x(index),
			x2: x(index),
			y1: y(0),
			y2: y(one.change),
			stroke: colourOf(one.outcome, theme),
			width: step > 12 ? 2 : 1.5
		})
	);
	const r = Math.max(2.5, Math.min(frame.large ? 7 : 5, step * 0.42));
	for (const outcome of ['growth', 'within', 'decline'] as const) {
		changes.forEach((one, index) => {
			if (one.outcome !== outcome) return;
			const colour = colourOf(outcome, theme);
			shapes.push({
				kind: 'dot',
				x: x(index),
				y: y(one.change),
				r,
				symbol: SYMBOL[outcome],
				fill: colour,
				stroke: colour
			});
		});
	}
	changes.forEach((one, index) => {
		const words = personWords(one, smallest, frame);
		shapes.push({
			kind: 'rect',
			x1: x(index) - step / 2,
			x2: x(index) + step / 2,
			y1: Math.min(y(0), y(one.change)) - 8,
			y2: Math.max(y(0), y(one.change)) + 8,
			fill: 'transparent',
			...meaningOf(one.result, words, frame)
		});
	});
	return shapes;
}

/** Criterion 4: every teacher's change, sorted, with the band of changes too small to count. */
export function evaluationGrowth(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const people = preferredPeople(evaluation);
	const id = 'evaluation.growth';
	if (!people) {
		const title = message('figures_growth_title_none', {}, frame.locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, frame.locale), project, frame);
	}
	const height = frame.large ? Math.round(frame.width * 0.42) : panelHeight(frame);
	return compose(
		{ ...growthDraft(id, people, project, frame), shapes: lollipops(people, frame, height), height },
		project,
		frame
	);
}
