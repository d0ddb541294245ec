import type { Evaluation } from '$lib/model/evaluation';
import { EVENT_LEVELS, type Project, type Wave } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { codeWord, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { emptyFigure } from './compose';
import { countBar, counted, drawn, NO_GROUP, shareBar, type Counted } from './counted-bars';
import type { Figure, Frame } from './figure';
import { distinct, first, matching, wavesOf } from './rows';
import type { StageBar } from './stage-bars';

function levelsIn(rows: readonly Result[]): string[] {
	const present = distinct(rows, 'level');
	const known = EVENT_LEVELS.filter((level) => present.includes(level));
	return [...known, ...present.filter((level) => !(EVENT_LEVELS as readonly string[]).includes(level))];
}

function arrows(totals: readonly (number | null)[], frame: Frame): string {
	return totals.map((total) => (total === null ? '–' : formatNumber(total, frame.locale, 0))).join(' → ');
}

/** What the levels leave of the totals: registers and some lists state no level, and the bars must add up to the title. */
function withoutLevel(
	lines: readonly Counted[],
	totals: readonly number[],
	waves: readonly Wave[],
	project: Project,
	frame: Frame
): Counted | null {
	const { locale } = frame;
	const label = message('figures_level_none', {}, locale);
	const bars = waves.map((wave, at): StageBar => {
		const stated = lines.reduce(
			(sum, { row }) => sum + (row.bars.find((bar) => bar.wave === wave.id)?.value ?? 0),
			0
		);
		const value = (totals[at] ?? 0) - stated;
		const number = formatNumber(value, locale, 0);
		const words = `${label}, ${waveNames(wave, project.waves, locale).long}: ${number}`;
		return { wave: wave.id, value, label: number, words, result: undefined };
	});
	return bars.some(({ value }) => (value ?? 0) > 0) ? { row: { label, bars }, results: [] } : null;
}

function countsByLevel(
	measure: string,
	id: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale } = frame;
	const rows = matching(evaluation.results, { ...NO_GROUP, measure, kind: undefined });
	const levels = levelsIn(rows);
	const waves = wavesOf(rows, project);
	if (levels.length === 0) {
		const title = message(`figures_${measure}_title_none`, {}, locale);
		return emptyFigure(id, title, message('figures_empty_events', {}, locale), project, frame);
	}
	const find = (level: string, wave: string) => first(rows, { level, wave });
	const lines = counted(levels, 'level', waves, find, countBar, project, frame);
	const totals = waves.map((wave) => {
		const whole = rows.find((row) => row.wave === wave.id && row.level === undefined)?.value;
		return (
			whole ??
			lines.reduce((sum, { row }) => sum + (row.bars.find((bar) => bar.wave === wave.id)?.value ?? 0), 0)
		);
	});
	const unstated = withoutLevel(lines, totals, waves, project, frame);
	return drawn(
		id,
		message(`figures_${measure}_title`, { totals: arrows(totals, frame) }, locale),
		message(`figures_${measure}_subtitle`, {}, locale),
		[],
		unstated ? [...lines, unstated] : lines,
		waves,
		message('figures_column_level', {}, locale),
		project,
		frame
	);
}

/** Achievements by level of the event and stage. */
export function achievementsByLevel(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return countsByLevel('achievements_count', 'achievements.levels', evaluation, project, frame);
}

/** Attendances by level of the event and stage, with the share of staff who took part in the title. */
export function participationStages(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const figure = countsByLevel(
		'participation_attendances',
		'participation.stages',
		evaluation,
		project,
		frame
	);
	const shares = matching(evaluation.results, {
		...NO_GROUP,
		measure: 'participation_share',
		kind: undefined,
		level: undefined
	});
	const now = first(shares, { wave: evaluation.wave ?? '' });
	if (figure.empty !== undefined || !now || now.value === null) return figure;
	return { ...figure, notes: [`${shareSentence('people', now, frame.locale)}.`, ...figure.notes] };
}

/** Share of staff with at least one event of each kind, by stage; "not held" where the stage had none. */
export function participationKinds(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const id = 'participation.kinds';
	const rows = matching(evaluation.results, {
		...NO_GROUP,
		measure: 'participation_share',
		level: undefined
	}).filter(({ kind }) => kind !== undefined);
	const waves = wavesOf(rows, project);
	const last = waves.at(-1)?.id ?? '';
	const find = (kind: string, wave: string) => first(rows, { kind, wave });
	const kinds = distinct(rows, 'kind').sort(
		(a, b) => (find(b, last)?.value ?? -1) - (find(a, last)?.value ?? -1)
	);
	const top = kinds[0];
	if (top === undefined) {
		const title = message('figures_kinds_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_events', {}, locale), project, frame);
	}
	const lines = counted(kinds, 'kind', waves, find, shareBar, project, frame);
	const most = find(top, last)?.value;
	const title =
		most === null || most === undefined
			? message('figures_kinds_title_none', {}, locale)
			: message(
					'figures_kinds_title',
					{ kind: codeWord('kind', top, locale), share: formatPercent(most, locale) },
					locale
				);
	return drawn(
		id,
		title,
		message('figures_kinds_subtitle', {}, locale),
		rows.some(({ low }) => low !== undefined) ? [message('figures_note_interval', {}, locale)] : [],
		lines,
		waves,
		message('figures_column_kind', {}, locale),
		project,
		frame,
		100
	);
}

/** Planned, held and late activities of the plan by stage. */
export function planFact(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const id = 'participation.plan';
	const rows = matching(evaluation.results, { ...NO_GROUP, measure: 'plan_fact', kind: undefined });
	const waves = wavesOf(rows, project);
	const present = distinct(rows, 'level');
	const states = ['planned', 'done', 'late'].filter((state) => present.includes(state));
	if (states.length === 0) {
		const title = message('figures_plan_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_plan', {}, locale), project, frame);
	}
	const find = (level: string, wave: string) => first(rows, { level, wave });
	const now = waves.find((wave) => wave.id === evaluation.wave) ?? waves.at(-1)!;
	const count = (state: string) => formatNumber(find(state, now.id)?.value ?? 0, locale, 0);
	return drawn(
		id,
		message(
			'figures_plan_title',
			{
				stage: waveNames(now, project.waves, locale).long,
				planned: count('planned'),
				done: count('done'),
				late: count('late')
			},
			locale
		),
		message('figures_plan_subtitle', {}, locale),
		[],
		counted(states, 'plan', waves, find, countBar, project, frame),
		waves,
		message('figures_column_status', {}, locale),
		project,
		frame
	);
}
