import { message } from '$lib/i18n/words';
import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { categoryMoves } from './category-moves';
import { comparisonItems } from './comparison-items';
import { participationMonths } from './control-chart';
import { growthDose } from './dose';
import { expectedResults } from './expected-results';
import type { Figure, Frame } from './figure';
import { evaluationGrowth } from './growth';
import { growthRatersOf } from './growth-people';
import { growthTeachers } from './growth-teachers';
import { growthGroups } from './growth-groups';
import { growthRaters } from './growth-raters';
import { achievementsHighest, participationHighest } from './highest-levels';
import { participationIntensity } from './intensity';
import { evaluationLevels } from './levels';
import { methodsCompared } from './methods-compared';
import { hasMethodsToCompare } from './methods-compared-rows';
import { moduleProfile } from './module-profile';
import { achievementsByLevel, participationKinds, participationStages, planFact } from './participation';
import { satisfactionReliability } from './reliability';
import { distinct, instrumentsWith, matching } from './rows';
import { satisfactionHeatmap } from './satisfaction-heatmap';
import { satisfactionLevels } from './satisfaction-levels';
import { satisfactionItems } from './satisfaction-items';
import { satisfactionOptions } from './satisfaction-options';
import { evaluationTargets, targetsBullet } from './targets';
import { comparisonTrend, evaluationTrend } from './trend';
import { whoChanged } from './who-changed';

/** The pages figures stand on. */
export type Place =
	'evaluation' | 'satisfaction' | 'comparison' | 'achievements' | 'growth' | 'participation';

/** A figure that is not drawn yet: pages build it at their own width, exports at theirs. */
export interface FigureBuilder {
	id: string;
	place: Place;
	build: (frame: Frame) => Figure;
	/** Whose ratings the figure shows, where it shows one rater's. */
	rater?: Rater;
}

function shown(rows: readonly Result[]): Result[] {
	return rows.filter(({ value }) => value !== null);
}

/** Kinds of group that tell people apart rather than parts of the school: nearly every cell of their heat map would be hidden. */
const ATTRIBUTES_OF_STAFF = new Set(['subject', 'category', 'course_level', 'role', 'mentor']);

type Build = (evaluation: Evaluation, project: Project, frame: Frame) => Figure;

/** Figures that are there in any case and tell about staff alone. */
const OF_STAFF = new Set([
	'evaluation.growth',
	'achievements.levels',
	'achievements.highest',
	'achievements.modules',
	'participation.stages',
	'participation.kinds',
	'participation.months',
	'participation.intensity',
	'participation.highest'
]);

/** A figure without staff because the chosen group has none says so, and does not ask for files that are there. */
function toldWhy(figure: Figure, { staffLeftOut }: Evaluation, { locale }: Frame): Figure {
	if (!staffLeftOut || figure.empty === undefined || !OF_STAFF.has(figure.id)) return figure;
	const empty = message('figures_empty_staff_group', {}, locale);
	return { ...figure, empty, alt: `${figure.title}. ${empty}` };
}

/** Every figure that can be built from an evaluation, in the order of the pages; ids are stable across data and languages. */
export function figureBuilders(evaluation: Evaluation, project: Project): FigureBuilder[] {
	const { results } = evaluation;
	const wave = evaluation.wave ?? '';
	const surveys = instrumentsWith(evaluation, project, 'distribution').filter(
		({ kind }) => kind === 'survey'
	);
	const ratings = distinct(matching(results, { measure: 'growth_person' }), 'instrument');
	const builders: FigureBuilder[] = [];
	const add = (place: Place, id: string, build: Build, rater?: Rater) =>
		builders.push({
			id,
			place,
			build: (frame) => toldWhy(build(evaluation, project, frame), evaluation, frame),
			...(rater ? { rater } : {})
		});

	add('evaluation', 'evaluation.trend', evaluationTrend);
	add('evaluation', 'evaluation.targets', evaluationTargets);
	add('evaluation', 'evaluation.levels', evaluationLevels);
	add('evaluation', 'evaluation.growth', evaluationGrowth);
	add('satisfaction', 'satisfaction.levels', satisfactionLevels);
	for (const { id } of surveys) {
		add('satisfaction', `satisfaction.items.${id}`, (...rest) => satisfactionItems(id, wave, ...rest));
		if (hasMethodsToCompare(id, wave, evaluation)) {
			add('satisfaction', `satisfaction.methods.${id}`, (...rest) => methodsCompared(id, wave, ...rest));
		}
		for (const kind of distinct(
			shown(matching(results, { measure: 'favourable', instrument: id, wave })),
			'groupKind'
		).filter((one) => !ATTRIBUTES_OF_STAFF.has(one))) {
			add('satisfaction', `satisfaction.heatmap.${id}.${kind}`, (...rest) =>
				satisfactionHeatmap(id, kind, wave, ...rest)
			);
		}
		for (const item of distinct(matching(results, { measure: 'option_share', instrument: id }), 'item')) {
			add('satisfaction', `satisfaction.options.${id}.${item}`, (...rest) =>
				satisfactionOptions(id, item, ...rest)
			);
		}
		if (matching(results, { measure: 'alpha', instrument: id }).length > 0) {
			add('satisfaction', `satisfaction.reliability.${id}`, (...rest) =>
				satisfactionReliability(id, ...rest)
			);
		}
	}
	for (const { id } of surveys) {
		add('comparison', `comparison.trend.${id}`, (...rest) =>
			comparisonTrend(id, `comparison.trend.${id}`, ...rest)
		);
		add('comparison', `comparison.items.${id}`, (...rest) => comparisonItems(id, ...rest));
		if (matching(results, { measure: 'stayers_leavers_joiners', instrument: id }).length > 0) {
			add('comparison', `comparison.who.${id}`, (...rest) => whoChanged(id, ...rest));
		}
	}
	add('achievements', 'achievements.targets', (...rest) => targetsBullet('achievements.targets', ...rest));
	add('achievements', 'achievements.levels', achievementsByLevel);
	add('achievements', 'achievements.expected', expectedResults);
	add('achievements', 'achievements.highest', achievementsHighest);
	add('achievements', 'achievements.modules', moduleProfile);
	for (const instrument of ratings) {
		const raters = growthRatersOf(evaluation, instrument);
		for (const rater of raters) {
			const teachers: Build = (...rest) => growthTeachers(instrument, rater, ...rest);
			const groups: Build = (...rest) => growthGroups(instrument, rater, ...rest);
			add('growth', `growth.teachers.${instrument}.${rater}`, teachers, rater);
			add('growth', `growth.groups.${instrument}.${rater}`, groups, rater);
			if (matching(results, { measure: 'dose_growth', instrument, rater }).length > 0) {
				const dose: Build = (...rest) => growthDose(instrument, rater, ...rest);
				add('growth', `growth.dose.${instrument}.${rater}`, dose, rater);
			}
		}
		add('growth', `growth.raters.${instrument}`, (...rest) => growthRaters(instrument, ...rest));
	}
	for (const attribute of distinct(
		matching(results, { measure: 'category_transitions', groupKind: undefined }),
		'kind'
	)) {
		add('growth', `growth.moves.${attribute}`, (...rest) => categoryMoves(attribute, ...rest));
	}
	add('participation', 'participation.stages', participationStages);
	add('participation', 'participation.kinds', participationKinds);
	add('participation', 'participation.months', participationMonths);
	add('participation', 'participation.intensity', participationIntensity);
	add('participation', 'participation.highest', participationHighest);
	add('participation', 'participation.plan', planFact);
	return builders;
}
