import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import { formatNumber, formatSigned } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { axisAbove, axisHeight, rowsAxis } from './row-layout';
import { linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import {
	type PersonChange,
	SYMBOL,
	personLabel,
	peopleOf,
	colourOf,
	personWords,
	growthDraft
} from './growth-people';

/** Every teacher by name on a row: rating before, rating after, what the change amounts to. */
export function growthTeachers(
	instrument: string,
	rater: Rater,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale } = frame;
	const people = peopleOf(evaluation, instrument, rater);
	const id = `growth.teachers.${instrument}.${rater}`;
	if (people.changes.length === 0) {
		const title = message('figures_growth_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const rowHeight = sizes.label * 1.9;
	const dot = frame.large ? 7 : 5;
	const left =
		Math.max(...people.changes.map(({ person }) => frame.measure(personLabel(person, frame), sizes.label))) +
		16;
	const outcomeOf = (one: PersonChange) => formatSigned(one.change, locale, 2);
	const right =
		frame.width -
		Math.max(...people.changes.map((one) => frame.measure(outcomeOf(one), sizes.label, 600))) -
		34;
	const values = people.changes.flatMap(({ result, change }) => [
		result.baseline ?? 0,
		(result.baseline ?? 0) + change
	]);
	const domain: [number, number] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
	const x = linear(domain, [left, right]);
	const rows = people.changes.length;
	const top = axisAbove(rows, frame);
	const bottom = top + rows * rowHeight + 4;
	const yOf = (index: number) => top + 2 + (index + 0.5) * rowHeight;
	const marks = ticks(domain[0], domain[1], 5).map((one) => ({
		x: x(one),
		label: formatNumber(one, locale)
	}));
	const shapes: Shape[] = rowsAxis(marks, { top, bottom, rows }, frame);
	if (people.smallest !== null) {
		people.changes.forEach((one, index) => {
			const colour = colourOf(one.outcome, theme);
			const mark = { symbol: SYMBOL[one.outcome], fill: colour, stroke: colour };
			shapes.push({ kind: 'dot', x: right + 20, y: yOf(index), r: dot - 1, ...mark });
		});
	}
	people.changes.forEach((one, index) => {
		const y = yOf(index);
		const [from, to] = [one.result.baseline ?? 0, (one.result.baseline ?? 0) + one.change];
		const colour = colourOf(one.outcome, theme);
		const meaning = meaningOf(one.result, personWords(one, people.smallest, frame), frame);
		shapes.push(
			{ kind: 'line', x1: x(from), x2: x(to), y1: y, y2: y, stroke: colour, width: 2 },
			{
				kind: 'dot',
				x: x(from),
				y,
				r: dot - 1.5,
				symbol: 'circle',
				fill: theme.paper,
				stroke: theme.wave.previous
			},
			{
				kind: 'dot',
				x: x(to),
				y,
				r: dot,
				symbol: 'circle',
				fill: theme.wave.current,
				stroke: theme.wave.current,
				...meaning
			},
			{ kind: 'text', x: 0, y, lines: [personLabel(one.person, frame)], size: sizes.label, fill: theme.ink },
			{
				kind: 'text',
				x: frame.width,
				y,
				lines: [outcomeOf(one)],
				size: sizes.label,
				weight: 600,
				anchor: 'end',
				fill: theme.ink
			}
		);
	});
	const draft = growthDraft(id, people, project, frame);
	const legend: LegendEntry[] = [
		{ label: message('figures_legend_before', {}, locale), mark: 'ring', colour: theme.wave.previous },
		{ label: message('figures_legend_now', {}, locale), mark: 'circle', colour: theme.wave.current },
		...(draft.legend ?? [])
	];
	const limit = people.smallest === null ? null : formatNumber(people.smallest, locale, 2);
	const notes = limit === null ? draft.notes : [message('figures_note_growth_rows', { limit }, locale)];
	return compose(
		{ ...draft, notes, legend, shapes, height: Math.ceil(bottom + axisHeight(frame)) },
		project,
		frame
	);
}
