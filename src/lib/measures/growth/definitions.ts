import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 4, about: 'staff', direction: 'up' } as const;

export const growthMeasures: MeasureDefinition[] = [
	{ id: 'growth_person', ...common, unit: 'scale', denominator: 'people' },
	{ id: 'reliable_change_share', ...common, unit: 'percent', direction: 'none', denominator: 'people' },
	{ id: 'growth_group', ...common, unit: 'scale', denominator: 'pairs' },
	{ id: 'rater_gap', ...common, unit: 'scale', direction: 'none', denominator: 'people' },
	{ id: 'icc', ...common, unit: 'coefficient', denominator: 'subjects' },
	{ id: 'dose_growth', ...common, unit: 'coefficient', direction: 'none', denominator: 'people' },
	{ id: 'dose_growth_tau', ...common, unit: 'coefficient', direction: 'none', denominator: 'people' },
	{ id: 'category_transitions', ...common, unit: 'count', denominator: 'people' }
];
