import type { Evaluation } from '$lib/model/evaluation';
import { AUDIENCES, type Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import { itemChanges } from './change/change';
import { headlineChange } from './change/headline';
import type { Counts } from './counts';
import { demonstratedAchievements } from './evaluation/achievements';
import type { EvaluationFrame } from './evaluation/frame';
import { notReached, unjudged } from './evaluation/gaps';
import { growthDynamics } from './evaluation/growth';
import { previousIndicators } from './evaluation/previous';
import { satisfactionLevel } from './evaluation/satisfaction';
import { summary } from './evaluation/summary';
import { comparedWaves, wavesWithData } from './evaluation/waves';
import { growthResults } from './growth/growth-results';
import { ledgerOf } from './ledger';
import { participationResults } from './participation/participation-results';
import { ResultList } from './result-list';
import { groupResults, levelResults } from './survey-results';
import { isGroupOfStaff } from './staff-filter';
import { surveysOf, SurveyView } from './survey-view';
import { statedResults } from './targets/targets';

/** How many of the clearest changes each way are named. */
const NAMED_CHANGES = 5;

/** The evaluation of a selection: pure and synchronous, from counts taken once. Missing parts are said, never thrown. */
export function evaluate(counts: Counts, project: Project, selection: Selection): Evaluation {
	const { wave, against } = comparedWaves(counts, project, selection);
	const results = new ResultList(project);
	const chosen = chosenViews(counts, project, selection);
	const frame: Omit<EvaluationFrame, 'ledger' | 'headlines'> = {
		...{ counts, project, selection, wave, against, ...chosen },
		staffLeftOut: !isGroupOfStaff(counts, selection),
		results: results.rows
	};
	const changes = surveyResults(frame, results);
	results.rows.push(
		...growthResults(counts, project, selection, wave, against),
		...participationResults(counts, project, selection, wavesWithData(counts, project)),
		...statedResults(counts, project)
	);
	const whole: EvaluationFrame = { ...frame, ledger: changes.ledger, headlines: changes.headlines };
	const criteria: Evaluation['criteria'] = [
		previousIndicators(whole),
		demonstratedAchievements(whole),
		satisfactionLevel(whole),
		growthDynamics(whole)
	];
	const [, { headline: targets }] = criteria;
	if (targets && !results.rows.includes(targets)) results.rows.push(targets);
	return {
		...{ selection, wave, against },
		staffLeftOut: frame.staffLeftOut,
		summary: summary(criteria, whole),
		criteria,
		results: results.rows,
		ledger: changes.ledger,
		changed: clearest(changes.items),
		notReached: notReached(whole),
		unjudged: unjudged(whole),
		comparisons: changes.items.filter(({ q }) => q !== undefined).length
	};
}

/** The questionnaires of the selection, teachers first; those that know nothing of the chosen group are left out. */
function chosenViews(counts: Counts, project: Project, selection: Selection) {
	const groups = Object.entries(selection.groups);
	const crossed = groups.length > 1;
	const rank = (audience: string) => AUDIENCES.findIndex((known) => known === audience);
	const surveys = surveysOf(counts, project)
		.filter(({ q }) => selection.audience === null || q.instrument.audience === selection.audience)
		.sort((a, b) => rank(a.q.instrument.audience) - rank(b.q.instrument.audience));
	const [kind, value] = groups[0] ?? [];
	const withoutGroup: string[] = [];
	const aboutModule = surveys.filter(
		({ q }) =>
			selection.module === null || q.instrument.items.some(({ module }) => module === selection.module)
	);
	const views = aboutModule.flatMap((survey) => {
		if (crossed) return [];
		const position = kind === undefined ? -1 : survey.q.table.groups.indexOf(kind);
		if (kind !== undefined && position < 0) {
			withoutGroup.push(survey.q.instrument.audience);
			return [];
		}
		const filter = value === undefined ? null : { position, value };
		return [new SurveyView(survey, project, filter, selection.module)];
	});
	return { views, withoutGroup, withoutModule: aboutModule.length < surveys.length, crossed };
}

type Frame = Omit<EvaluationFrame, 'ledger' | 'headlines'>;

function surveyResults({ counts, project, wave, against, views }: Frame, results: ResultList) {
	const headlines = new Map<string, Result>();
	const items: Result[] = [];
	const ledger: Evaluation['ledger'] = [];
	for (const view of views) {
		for (const each of view.waves) results.rows.push(...levelResults(view, counts, project, each));
		if (wave === null) continue;
		results.rows.push(...groupResults(view, counts, project, wave));
		if (against === null || !view.waves.includes(wave) || !view.waves.includes(against)) continue;
		const lines = ledgerOf(view.q, project, wave, against);
		ledger.push(...lines);
		const headline = headlineChange(view, wave, against, results);
		if (headline) headlines.set(view.q.instrument.id, headline);
		items.push(...itemChanges(view, wave, against, lines, results));
	}
	return { headlines, items, ledger };
}

/** Ids of the largest clear changes, up and down. */
function clearest(items: readonly Result[]): Evaluation['changed'] {
	const of = (verdict: 'rose' | 'fell') =>
		items
			.filter((row) => row.verdict === verdict)
			.sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
			.slice(0, NAMED_CHANGES)
			.map(({ id }) => id);
	return { up: of('rose'), down: of('fell') };
}
