import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 2, about: 'staff', direction: 'up' } as const;

export const participationMeasures: MeasureDefinition[] = [
	{ id: 'participation_people', ...common, unit: 'count', denominator: 'people' },
	{ id: 'participation_attendances', ...common, unit: 'count', denominator: 'people' },
	{ id: 'participation_share', ...common, unit: 'percent', denominator: 'staff' },
	{ id: 'participation_hours', ...common, unit: 'hours', denominator: 'people' },
	{ id: 'participation_concentration', ...common, unit: 'percent', direction: 'down', denominator: 'people' },
	{ id: 'participation_highest', ...common, unit: 'count', direction: 'none', denominator: 'people' },
	{ id: 'participation_monthly', ...common, unit: 'count', denominator: 'people' },
	{ id: 'participation_limits', ...common, unit: 'count', direction: 'none', denominator: 'months' },
	{ id: 'achievements_count', ...common, unit: 'count', denominator: 'none' },
	{ id: 'achievements_highest', ...common, unit: 'count', direction: 'none', denominator: 'people' },
	{ id: 'module_profile', ...common, unit: 'count', direction: 'none', denominator: 'people' },
	{ id: 'module_disagreement', ...common, unit: 'count', direction: 'none', denominator: 'lines' },
	{ id: 'plan_fact', ...common, unit: 'count', denominator: 'none' }
];
