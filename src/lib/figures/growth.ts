import type { Evaluation } from '$lib/model/evaluation';
import { RATERS, type Project, type Rater } from '$lib/model/project';
import type { Result, Verdict } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { formatNumber, formatSigned } from '$lib/i18n/formats';
import { partOf, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf, type Draft } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { matching, ratersOf } from './rows';
import { linear, ticks, type DotSymbol, type Shape } from './scene';
import { sizesOf, themeOf, type Theme } from './theme';

/** One teacher's change by one rater between the compared waves. */
export interface PersonChange {
	result: Result;
	person: string;
	change: number;
	outcome: 'growth' | 'within' | 'decline';
}

interface People {
	rater: Rater;
	changes: PersonChange[];
	/** Smallest change that is more than rating noise; null where it was not computed. */
	smallest: number | null;
}

const OUTCOME: Partial<Record<Verdict, PersonChange['outcome']>> = {
	reliable_growth: 'growth',
	reliable_decline: 'decline'
};
const SYMBOL: Record<PersonChange['outcome'], DotSymbol> = {
	growth: 'triangle-up',
	within: 'circle',
	decline: 'triangle-down'
};
/** Room for half a triangle at the left edge. */
const EDGE = 4;
/** Mentors know the teacher's lessons; administration and self stand in where no mentor rated. */
const PREFERRED: readonly Rater[] = ['mentor', 'administration', 'self'];

/** Changes of a rater, largest growth first; people without two ratings are left out. */
function peopleOf(evaluation: Evaluation, instrument: string | undefined, rater: Rater): People {
	const rows = matching(evaluation.results, { measure: 'growth_person', rater }).filter(
		(row) => instrument === undefined || row.instrument === instrument
	);
	const changes = rows.flatMap((result): PersonChange[] => {
		if (result.value === null || result.person === undefined) return [];
		const outcome = (result.verdict && OUTCOME[result.verdict]) ?? 'within';
		return [{ result, person: result.person, change: result.value, outcome }];
	});
	changes.sort((a, b) => b.change - a.change || a.person.localeCompare(b.person, 'en'));
	const smallest = rows.find(({ high }) => high !== undefined)?.high;
	return { rater, changes, smallest: smallest === undefined ? null : Math.abs(smallest) };
}

function countOf(people: People, outcome: PersonChange['outcome']): number {
	return people.changes.filter((one) => one.outcome === outcome).length;
}

function colourOf(outcome: PersonChange['outcome'], theme: Theme): string {
	return { growth: theme.up, within: theme.within, decline: theme.down }[outcome];
}

function growthTitle(people: People, locale: Locale): string {
	const total = people.changes.length;
	const counted = people.smallest !== null;
	const up = counted ? countOf(people, 'growth') : people.changes.filter(({ change }) => change > 0).length;
	const down = counted ? countOf(people, 'decline') : people.changes.filter(({ change }) => change < 0).length;
	const key = !counted ? 'figures_growth_title_plain' : down === 0 ? 'figures_growth_title_up' : 'figures_growth_title';
	return message(
		key,
		{ n: formatNumber(total, locale), up: partOf(up, locale), down: partOf(down, locale) },
		locale
	);
}

function growthLegend(people: People, theme: Theme, locale: Locale): LegendEntry[] {
	if (people.smallest === null) return [];
	return (['growth', 'within', 'decline'] as const).map((outcome) => ({
		label: `${message(`figures_outcome_${outcome}`, {}, locale)} ${formatNumber(countOf(people, outcome), locale)}`,
		mark: SYMBOL[outcome] === 'circle' ? 'circle' : (SYMBOL[outcome] as 'triangle-up' | 'triangle-down'),
		colour: colourOf(outcome, theme)
	}));
}

function personWords(one: PersonChange, smallest: number | null, locale: Locale): string {
	const change = formatSigned(one.change, locale, 2);
	const outcome = smallest === null ? '' : `, ${message(`figures_outcome_${one.outcome}`, {}, locale)}`;
	return `${one.person}: ${change}${outcome}`;
}

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
			{ kind: 'line', x1: 0, x2: right, y1: y(one), y2: y(one), stroke: one === 0 ? theme.within : theme.line },
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
			shapes.push({ kind: 'dot', x: x(index), y: y(one.change), r, symbol: SYMBOL[outcome], fill: colour, stroke: colour });
		});
	}
	changes.forEach((one, index) => {
		const words = personWords(one, smallest, frame.locale);
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

/** Teachers who were rated at both waves and by whom; empty where nobody was. */
export function peopleByRater(evaluation: Evaluation, instrument?: string): People[] {
	const rows = matching(evaluation.results, { measure: 'growth_person' });
	return ratersOf(rows).map((rater) => peopleOf(evaluation, instrument, rater));
}

function wavesWords(result: Result | undefined, project: Project, locale: Locale): string {
	const name = (id: string | undefined) => {
		const wave = project.waves.find((one) => one.id === id);
		return wave ? waveNames(wave, project.waves, locale).short : '';
	};
	return result ? `${name(result.against)} → ${name(result.wave)}` : '';
}

function growthDraft(id: string, people: People, project: Project, frame: Frame): Omit<Draft, 'shapes' | 'height'> {
	const { locale } = frame;
	const theme = themeOf(frame);
	const notes = [
		people.smallest === null
			? message('figures_note_growth_plain', {}, locale)
			: message('figures_note_growth', { limit: formatNumber(people.smallest, locale, 2) }, locale)
	];
	return {
		id,
		title: growthTitle(people, locale),
		subtitle: message(
			'figures_growth_subtitle',
			{
				waves: wavesWords(people.changes[0]?.result, project, locale),
				rater: message(`figures_rater_${people.rater}`, {}, locale)
			},
			locale
		),
		notes,
		legend: growthLegend(people, theme, locale),
		table: {
			columns: [
				{ key: 'person', label: message('figures_column_person', {}, locale) },
				{ key: 'baseline', label: message('figures_legend_baseline', {}, locale), decimals: 2 },
				{ key: 'change', label: message('figures_column_change', {}, locale), decimals: 2 },
				{ key: 'outcome', label: message('figures_column_status', {}, locale) }
			],
			rows: people.changes.map((one) => [
				one.person,
				one.result.baseline ?? null,
				one.change,
				people.smallest === null ? '' : message(`figures_outcome_${one.outcome}`, {}, locale)
			])
		},
		results: people.changes.map(({ result }) => result)
	};
}

function preferredPeople(evaluation: Evaluation): People | undefined {
	const all = peopleByRater(evaluation).filter(({ changes }) => changes.length > 0);
	return PREFERRED.map((rater) => all.find((one) => one.rater === rater)).find((one) => one !== undefined);
}

/** Criterion 4: every teacher's change, sorted, with the band of changes too small to count. */
export function evaluationGrowth(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const people = preferredPeople(evaluation);
	const id = 'evaluation-growth';
	if (!people) {
		const title = message('figures_growth_title_none', {}, frame.locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, frame.locale), project, frame);
	}
	const height = frame.large ? Math.round(frame.width * 0.42) : 220;
	return compose(
		{ ...growthDraft(id, people, project, frame), shapes: lollipops(people, frame, height), height },
		project,
		frame
	);
}

/** Every teacher by name on a row: rating before, rating after, what the change amounts to. */
export function growthTeachers(rater: Rater, evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const people = peopleOf(evaluation, undefined, RATERS.includes(rater) ? rater : 'mentor');
	const id = `growth-teachers.${rater}`;
	if (people.changes.length === 0) {
		const title = message('figures_growth_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const rowHeight = sizes.label * 1.9;
	const left = Math.max(...people.changes.map(({ person }) => frame.measure(person, sizes.label))) + 16;
	const outcomeOf = (one: PersonChange) => formatSigned(one.change, locale, 2);
	const right = frame.width - Math.max(...people.changes.map((one) => frame.measure(outcomeOf(one), sizes.label, 600))) - 34;
	const values = people.changes.flatMap(({ result, change }) => [result.baseline ?? 0, (result.baseline ?? 0) + change]);
	const domain: [number, number] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
	const x = linear(domain, [left, right]);
	const bottom = 4 + people.changes.length * rowHeight;
	const shapes: Shape[] = ticks(domain[0], domain[1], 5).flatMap((one): Shape[] => [
		{ kind: 'line', x1: x(one), x2: x(one), y1: 0, y2: bottom, stroke: theme.line },
		{
			kind: 'text',
			x: x(one),
			y: bottom + sizes.line * 0.75,
			lines: [formatNumber(one, locale)],
			size: sizes.small,
			anchor: 'middle',
			fill: theme.muted
		}
	]);
	people.changes.forEach((one, index) => {
		const y = 4 + (index + 0.5) * rowHeight;
		const [from, to] = [one.result.baseline ?? 0, (one.result.baseline ?? 0) + one.change];
		const colour = colourOf(one.outcome, theme);
		const meaning = meaningOf(one.result, personWords(one, people.smallest, locale), frame);
		shapes.push(
			{ kind: 'line', x1: x(from), x2: x(to), y1: y, y2: y, stroke: colour, width: 2 },
			{ kind: 'dot', x: x(from), y, r: 3.5, symbol: 'circle', fill: theme.paper, stroke: theme.wave.previous },
			{ kind: 'dot', x: x(to), y, r: 5, symbol: 'circle', fill: theme.wave.current, stroke: theme.wave.current, ...meaning },
			{ kind: 'text', x: 0, y, lines: [one.person], size: sizes.label, fill: theme.ink },
			{ kind: 'dot', x: right + 20, y, r: 4, symbol: SYMBOL[one.outcome], fill: colour, stroke: colour },
			{ kind: 'text', x: frame.width, y, lines: [outcomeOf(one)], size: sizes.label, weight: 600, anchor: 'end', fill: theme.ink }
		);
	});
	const draft = growthDraft(id, people, project, frame);
	const legend: LegendEntry[] = [
		{ label: message('figures_legend_before', {}, locale), mark: 'ring', colour: theme.wave.previous },
		{ label: message('figures_legend_now', {}, locale), mark: 'circle', colour: theme.wave.current },
		...(draft.legend ?? [])
	];
	return compose({ ...draft, legend, shapes, height: Math.ceil(bottom + sizes.line * 1.5) }, project, frame);
}
