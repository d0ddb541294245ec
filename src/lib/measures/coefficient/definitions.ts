import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 3, about: 'questionnaire', denominator: 'respondents' } as const;

export const coefficientMeasures: MeasureDefinition[] = [
	{ id: 'coefficient_u', ...common, unit: 'coefficient', direction: 'up' },
	{ id: 'level_share', ...common, unit: 'percent', direction: 'none' },
	{ id: 'block_score', ...common, unit: 'score', direction: 'up' }
];
