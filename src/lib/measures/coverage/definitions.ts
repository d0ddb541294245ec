import type { MeasureDefinition } from '../definition';

export const coverageMeasures: MeasureDefinition[] = [
	{
		id: 'coverage',
		version: 1,
		criterion: 3,
		about: 'questionnaire',
		unit: 'percent',
		direction: 'up',
		denominator: 'population'
	},
	{
		id: 'favourable_this_wave',
		version: 1,
		criterion: 3,
		about: 'questionnaire',
		unit: 'percent',
		direction: 'up',
		denominator: 'respondents'
	}
];
