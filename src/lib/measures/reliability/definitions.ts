import type { MeasureDefinition } from '../definition';

const common = {
	version: 1,
	criterion: 3,
	about: 'questionnaire',
	unit: 'coefficient',
	direction: 'none',
	denominator: 'complete_rows'
} as const;

export const reliabilityMeasures: MeasureDefinition[] = [
	{ id: 'alpha', ...common },
	{ id: 'omega', ...common },
	{ id: 'item_rest', ...common }
];
