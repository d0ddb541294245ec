import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import type { Result, Verdict } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatSigned } from '$lib/i18n/formats';
import { waveNames } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { type Draft } from './compose';
import type { Frame, LegendEntry } from './figure';
import { distinct, matching, ratersOf } from './rows';
import { type DotSymbol } from './scene';
import { themeOf, type Theme } from './theme';

/** One teacher's change by one rater between the compared waves. */
export interface PersonChange {
	result: Result;
	person: string;
	change: number;
	outcome: 'growth' | 'within' | 'decline';
}

export interface People {
	rater: Rater;
	changes: PersonChange[];
	/** Smallest change that is more than rating noise; null where it was not computed. */
	smallest: number | null;
}

const OUTCOME: Partial<Record<Verdict, PersonChange['outcome']>> = {
	reliable_growth: 'growth',
	reliable_decline: 'decline'
};

export const SYMBOL: Record<PersonChange['outcome'], DotSymbol> = {
	growth: 'triangle-up',
	within: 'circle',
	decline: 'triangle-down'
};

/** Mentors know the teacher's lessons; administration and self stand in where no mentor rated. */
const PREFERRED: readonly Rater[] = ['mentor', 'administration', 'self'];

/** Changes of a rater, largest growth first; people without two ratings are left out. */
export function peopleOf(evaluation: Evaluation, instrument: string, rater: Rater): People {
	const rows = matching(evaluation.results, { measure: 'growth_person', instrument, rater });
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

export function colourOf(outcome: PersonChange['outcome'], theme: Theme): string {
	return { growth: theme.up, within: theme.within, decline: theme.down }[outcome];
}

function growthTitle(people: People, locale: Locale): string {
	const total = people.changes.length;
	const counted = people.smallest !== null;
	const up = counted ? countOf(people, 'growth') : people.changes.filter(({ change }) => change > 0).length;
	const down = counted
		? countOf(people, 'decline')
		: people.changes.filter(({ change }) => change < 0).length;
	const key = counted ? 'figures_growth_title' : 'figures_growth_title_plain';
	return message(
		down === 0 ? `${key}_up` : key,
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

/** How a person is called in a frame: by name where the frame gives names, else by code. */
export function personLabel(person: string, frame: Pick<Frame, 'nameOf'>): string {
	return frame.nameOf?.(person) ?? person;
}

export function personWords(one: PersonChange, smallest: number | null, frame: Frame): string {
	const { locale } = frame;
	const change = formatSigned(one.change, locale, 2);
	const outcome = smallest === null ? '' : `, ${message(`figures_outcome_${one.outcome}`, {}, locale)}`;
	return `${personLabel(one.person, frame)}: ${change}${outcome}`;
}

/** Raters of an instrument's growth rows, the preferred one first. */
export function growthRatersOf(evaluation: Evaluation, instrument: string): Rater[] {
	const present = ratersOf(matching(evaluation.results, { measure: 'growth_person', instrument }));
	return PREFERRED.filter((rater) => present.includes(rater));
}

function wavesWords(result: Result | undefined, project: Project, locale: Locale): string {
	const name = (id: string | undefined) => {
		const wave = project.waves.find((one) => one.id === id);
		return wave ? waveNames(wave, project.waves, locale).short : '';
	};
	return result ? `${name(result.against)} → ${name(result.wave)}` : '';
}

function instrumentTitle(people: People, project: Project, locale: Locale): string {
	const of = people.changes[0]?.result.instrument;
	const found = project.instruments.find(({ id }) => id === of);
	return found ? textIn(found.title, locale) : '';
}

export function growthDraft(
	id: string,
	people: People,
	project: Project,
	frame: Frame
): Omit<Draft, 'shapes' | 'height'> {
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
			frame.large || frame.width >= 560 ? 'figures_growth_subtitle' : 'figures_growth_subtitle_short',
			{
				waves: wavesWords(people.changes[0]?.result, project, locale),
				rater: message(`figures_rater_${people.rater}`, {}, locale),
				title: instrumentTitle(people, project, locale)
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

/** The instrument and rater the criterion is judged by, else the first that has changes. */
export function preferredPeople(evaluation: Evaluation): People | undefined {
	const headline = evaluation.criteria[3].headline;
	const instruments = distinct(matching(evaluation.results, { measure: 'growth_person' }), 'instrument');
	const first = headline?.instrument;
	const ordered = first === undefined ? instruments : [first, ...instruments.filter((one) => one !== first)];
	const people = ordered.flatMap((instrument) =>
		growthRatersOf(evaluation, instrument).map((rater) => peopleOf(evaluation, instrument, rater))
	);
	const shown = people.filter(({ changes }) => changes.length > 0);
	return (
		shown.find(
			({ rater, changes }) => rater === headline?.rater && changes[0]?.result.instrument === first
		) ?? shown[0]
	);
}
