import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 3, about: 'questionnaire' } as const;

export const satisfactionMeasures: MeasureDefinition[] = [
	{ id: 'distribution', ...common, unit: 'percent', direction: 'none', denominator: 'valid_answers' },
	{ id: 'option_share', ...common, unit: 'percent', direction: 'none', denominator: 'respondents' },
	{ id: 'favourable', ...common, unit: 'percent', direction: 'up', denominator: 'valid_answers' },
	{ id: 'unfavourable', ...common, unit: 'percent', direction: 'down', denominator: 'valid_answers' },
	{ id: 'net', ...common, unit: 'points', direction: 'up', denominator: 'valid_answers' },
	{ id: 'mean', ...common, unit: 'scale', direction: 'up', denominator: 'valid_answers' }
];
