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

/** The pages figures stand on. */
export type Place = 'evaluation' | 'satisfaction' | 'comparison' | 'achievements' | 'growth' | 'participation';

/** A figure that is not drawn yet: pages build it at their own width, exports at theirs. */
export interface FigureBuilder {
	id: string;
	place: Place;
	build: (frame: Frame) => Figure;
}

/** Every figure that can be built from an evaluation, in the order of the pages; ids are stable across data and languages. */
export function figureBuilders(evaluation: Evaluation, project: Project): FigureBuilder[] {
	const { results } = evaluation;
	const wave = evaluation.wave ?? '';
	const surveys = instrumentsWith(evaluation, project, 'distribution').filter(({ kind }) => kind === 'survey');
	const raters = ratersOf(matching(results, { measure: 'growth_person' }));
	const grouping = RATERS.filter((rater) => matching(results, { measure: 'growth_group', rater }).length > 0);
	const builders: FigureBuilder[] = [];
	const add = (place: Place, id: string, build: (evaluation: Evaluation, project: Project, frame: Frame) => Figure) =>
		builders.push({ id, place, build: (frame) => build(evaluation, project, frame) });

	add('evaluation', 'evaluation.trend', evaluationTrend);
	add('evaluation', 'evaluation.targets', evaluationTargets);
	add('evaluation', 'evaluation.levels', evaluationLevels);
	add('evaluation', 'evaluation.growth', evaluationGrowth);
	add('satisfaction', 'satisfaction.levels', satisfactionLevels);
	for (const { id } of surveys) {
		add('satisfaction', `satisfaction.items.${id}`, (...rest) => satisfactionItems(id, wave, ...rest));
		for (const kind of distinct(matching(results, { measure: 'favourable', instrument: id, wave }), 'groupKind')) {
			add('satisfaction', `satisfaction.heatmap.${id}.${kind}`, (...rest) => satisfactionHeatmap(id, kind, wave, ...rest));
		}
	}
	for (const { id } of surveys) {
		add('comparison', `comparison.trend.${id}`, (...rest) => comparisonTrend(id, `comparison-trend.${id}`, ...rest));
		add('comparison', `comparison.items.${id}`, (...rest) => comparisonItems(id, ...rest));
	}
	add('achievements', 'achievements.targets', (...rest) => targetsBullet('targets', ...rest));
	add('achievements', 'achievements.levels', achievementsByLevel);
	for (const rater of raters) add('growth', `growth.teachers.${rater}`, (...rest) => growthTeachers(rater, ...rest));
	for (const rater of grouping) add('growth', `growth.groups.${rater}`, (...rest) => growthGroups(rater, ...rest));
	add('growth', 'growth.raters', growthRaters);
	add('participation', 'participation.stages', participationStages);
	add('participation', 'participation.kinds', participationKinds);
	add('participation', 'participation.plan', planFact);
	return builders;
}
