import type { Evaluation } from '$lib/model/evaluation';
import { RATERS, type Project } from '$lib/model/project';
import { comparisonItems } from './comparison-items';
import type { Figure, Frame } from './figure';
import { evaluationGrowth, growthTeachers } from './growth';
import { growthGroups, growthRaters } from './growth-groups';
import { evaluationLevels } from './levels';
import { achievementsByLevel, participationKinds, participationStages, planFact } from './participation';
import { distinct, instrumentsWith, matching, ratersOf } from './rows';
import { satisfactionHeatmap, satisfactionLevels } from './satisfaction-groups';
import { satisfactionItems } from './satisfaction-items';
import { evaluationTargets, targetsBullet } from './targets';
import { comparisonTrend, evaluationTrend } from './trend';

/** The four charts of the evaluation page, one per criterion, in order; empty ones say what is missing. */
export function evaluationFigures(evaluation: Evaluation, project: Project, frame: Frame): [Figure, Figure, Figure, Figure] {
	return [
		evaluationTrend(evaluation, project, frame),
		evaluationTargets(evaluation, project, frame),
		evaluationLevels(evaluation, project, frame),
		evaluationGrowth(evaluation, project, frame)
	];
}

/** Every figure that can be drawn from an evaluation, in the order of the pages; ids are stable across data and languages. */
export function figures(evaluation: Evaluation, project: Project, frame: Frame): Figure[] {
	const { results } = evaluation;
	const wave = evaluation.wave ?? '';
	const surveys = instrumentsWith(evaluation, project, 'distribution').filter(({ kind }) => kind === 'survey');
	const grouped = surveys.flatMap(({ id }) =>
		distinct(matching(results, { measure: 'favourable', instrument: id, wave }), 'groupKind').map((kind) => ({ id, kind }))
	);
	const raters = ratersOf(matching(results, { measure: 'growth_person' }));
	const grouping = RATERS.filter((rater) => matching(results, { measure: 'growth_group', rater }).length > 0);
	const all = [
		...evaluationFigures(evaluation, project, frame),
		satisfactionLevels(evaluation, project, frame),
		...surveys.map(({ id }) => satisfactionItems(id, wave, evaluation, project, frame)),
		...grouped.map(({ id, kind }) => satisfactionHeatmap(id, kind, wave, evaluation, project, frame)),
		...surveys.map(({ id }) => comparisonTrend(id, `comparison-trend.${id}`, evaluation, project, frame)),
		...surveys.map(({ id }) => comparisonItems(id, evaluation, project, frame)),
		achievementsByLevel(evaluation, project, frame),
		targetsBullet('targets', evaluation, project, frame),
		...raters.map((rater) => growthTeachers(rater, evaluation, project, frame)),
		...grouping.map((rater) => growthGroups(rater, evaluation, project, frame)),
		growthRaters(evaluation, project, frame),
		participationStages(evaluation, project, frame),
		participationKinds(evaluation, project, frame),
		planFact(evaluation, project, frame)
	];
	return all.filter(({ empty }) => empty === undefined);
}
