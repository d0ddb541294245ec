import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 1, about: 'questionnaire', unit: 'points', direction: 'up' } as const;

export const changeMeasures: MeasureDefinition[] = [
	{ id: 'change_favourable', ...common, denominator: 'respondents' },
	{ id: 'change_matched', ...common, denominator: 'pairs' },
	{ id: 'change_mean', ...common, unit: 'scale', denominator: 'pairs' },
	{ id: 'stayers_leavers_joiners', ...common, denominator: 'respondents' }
];
