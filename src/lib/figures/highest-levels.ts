import type { Evaluation } from '$lib/model/evaluation';
import { EVENT_LEVELS, type Project } from '$lib/model/project';
import { formatNumber } from '$lib/i18n/formats';
import { waveNames } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { emptyFigure } from './compose';
import { countBar, counted, drawn, NO_GROUP } from './counted-bars';
import type { Figure, Frame } from './figure';
import { first, matching, wavesOf } from './rows';

/** Levels beyond the school's own city. */
const BEYOND: readonly string[] = EVENT_LEVELS.slice(EVENT_LEVELS.indexOf('region'));

/** How many people reached each level as their highest, by stage: by taking part, or by an achievement. */
function highestLevels(
	measure: 'participation_highest' | 'achievements_highest',
	id: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale } = frame;
	const rows = matching(evaluation.results, { ...NO_GROUP, measure });
	const waves = wavesOf(rows, project);
	const levels = EVENT_LEVELS.filter((level) =>
		matching(rows, { level }).some(({ value }) => (value ?? 0) > 0)
	);
	const now = waves.find((wave) => wave.id === evaluation.wave) ?? waves.at(-1);
	if (!now || levels.length === 0) {
		const title = message('figures_highest_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_events', {}, locale), project, frame);
	}
	const own = matching(rows, { wave: now.id });
	const beyond = own
		.filter(({ level }) => level !== undefined && BEYOND.includes(level))
		.reduce((sum, { value }) => sum + (value ?? 0), 0);
	return drawn(
		id,
		message(
			`figures_${measure}_title`,
			{
				stage: waveNames(now, project.waves, locale).long,
				n: formatNumber(own[0]?.n ?? 0, locale),
				part: partOf(beyond, locale)
			},
			locale
		),
		message(`figures_${measure}_subtitle`, {}, locale),
		[message('figures_note_highest', {}, locale)],
		counted(levels, 'level', waves, (level, wave) => first(rows, { level, wave }), countBar, project, frame),
		waves,
		message('figures_column_level', {}, locale),
		project,
		frame
	);
}

/** The highest level of event each person took part in. */
export function participationHighest(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return highestLevels('participation_highest', 'participation.highest', evaluation, project, frame);
}

/** The highest level of achievement each person has. */
export function achievementsHighest(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return highestLevels('achievements_highest', 'achievements.highest', evaluation, project, frame);
}
