import type { Instrument, Project } from '$lib/model/project';
import type { WordParam, Words } from '$lib/model/words';
import { LOW_COVERAGE } from '../coverage/coverage';
import { sheetsOf } from '../growth/sheets';
import { methodFault } from '../methods';
import { wavesOf } from '../targets/stated';
import { surveysOf } from '../survey-view';
import { indicatorTitle } from './indicator-title';
import type { EvaluationFrame } from './frame';
import { people, percent, say } from './words';

/** Who was not reached: audiences and groups of which fewer than 60 % answered, and counts that cannot be right. */
export function notReached(frame: EvaluationFrame): Words[] {
	return frame.results
		.filter((row) => row.measure === 'coverage' && row.wave === frame.wave && row.value !== null)
		.flatMap((row): Words[] => {
			const { value, count = 0, n, group } = row;
			const who = { audience: people(row.audience, 'name'), ...(group === undefined ? {} : { group }) };
			if (value === null || n === null) return [];
			if (value > 100)
				return [say(group === undefined ? 'coverage_over' : 'coverage_over_group', { ...who, count, n })];
			if (value >= 100 * LOW_COVERAGE) return [];
			const code = group === undefined ? 'not_reached' : 'not_reached_group';
			return [say(code, { ...who, count, n, coverage: percent(value, 100 * LOW_COVERAGE) })];
		});
}

/** What cannot be judged yet, each with how to add it. */
export function unjudged(frame: EvaluationFrame): Words[] {
	return [...surveyGaps(frame), ...staffGaps(frame), ...targetGaps(frame), ...selectionGaps(frame)];
}

function surveyGaps({ counts, project, wave, against, results }: EvaluationFrame): Words[] {
	const surveys = surveysOf(counts, project);
	const words: Words[] = [];
	if (surveys.length === 0) words.push(say('unjudged_no_survey'));
	else if (against === null) words.push(say('unjudged_no_previous'));
	else {
		for (const survey of surveys) {
			const asked = (id: string | null) => id !== null && survey.returned(id).length > 0;
			if (asked(wave) && !asked(against)) {
				words.push(say('unjudged_no_previous_of', instrumentName(survey.q.instrument)));
			}
		}
	}
	const unknown = new Set(
		results
			.filter(
				({ measure, reason, wave: of }) => measure === 'coverage' && reason === 'no_population' && of === wave
			)
			.map(({ audience }) => audience)
	);
	for (const audience of unknown) {
		const code =
			audience === 'teacher' || audience === 'mentee' ? 'unjudged_no_roster' : 'unjudged_no_population';
		words.push(say(code, { audience: people(audience, 'whose') }));
	}
	const provisional = new Set(project.scales.filter(({ provisional }) => provisional).map(({ id }) => id));
	for (const instrument of project.instruments) {
		const uses = instrument.items.some(({ versions }) =>
			versions.some(({ scale }) => scale !== null && provisional.has(scale))
		);
		if (uses) words.push(say('unjudged_provisional', instrumentName(instrument)));
	}
	return [...words, ...methodGaps(project)];
}

/** Methods that are not used because their bands leave gaps or overlap. */
function methodGaps({ methods }: Project): Words[] {
	return methods.flatMap((method) => {
		const fault = methodFault(method);
		return fault === null ? [] : [say(`unjudged_method_${fault}`, { title: { text: method.title } })];
	});
}

function instrumentName({ title }: Pick<Instrument, 'title'>): Record<string, WordParam> {
	return { instrument: { text: title } };
}

function staffGaps({ counts, project, results }: EvaluationFrame): Words[] {
	const words: Words[] = [];
	const sheets = sheetsOf(counts, project);
	if (sheets.length === 0) words.push(say('unjudged_no_ratings'));
	else if (sheets.every(({ waves }) => waves.length < 2)) words.push(say('unjudged_one_rating_wave'));
	for (const { q } of sheets) {
		const unusable = results.some(
			({ measure, reason, instrument }) =>
				measure === 'reliable_change_share' &&
				reason === 'reliability_unusable' &&
				instrument === q.instrument.id
		);
		if (unusable) words.push(say('unjudged_no_reliability', instrumentName(q.instrument)));
	}
	if (counts.attendance.length === 0) words.push(say('unjudged_no_attendance'));
	if (counts.achievements.length === 0) words.push(say('unjudged_no_achievements'));
	if (counts.activities.length === 0) words.push(say('unjudged_no_plan'));
	return words;
}

function targetGaps(frame: EvaluationFrame): Words[] {
	const targets = frame.counts.indicators.filter(({ kind }) => kind === 'target');
	if (targets.length === 0) return [say('unjudged_no_targets')];
	const lost = targets.filter(({ period }) => wavesOf(period, frame.project).length === 0);
	const empty = frame.results.filter(
		({ measure, status, wave }) => measure === 'target_status' && status === 'no_data' && wave === frame.wave
	);
	return [
		...lost.map(({ indicator, period }) =>
			say('unjudged_target_period', { title: indicatorTitle(frame, indicator), period })
		),
		...empty.map(({ indicator }) =>
			say('unjudged_target_data', { title: indicatorTitle(frame, indicator ?? '') })
		)
	];
}

function selectionGaps(frame: EvaluationFrame): Words[] {
	const words = [...new Set(frame.withoutGroup)].map((audience) =>
		say('unjudged_no_group', { audience: people(audience, 'whose') })
	);
	if (frame.crossed) words.push(say('unjudged_crossed'));
	const filtered = frame.views.some(({ filter }) => filter !== null);
	const refused = frame.views.some(
		(view) =>
			filtered && frame.wave !== null && view.returned(frame.wave).hidden && view.returned(frame.wave).n > 0
	);
	if (refused) words.push(say('unjudged_refused', { k: frame.project.privacy.k }));
	return words;
}
