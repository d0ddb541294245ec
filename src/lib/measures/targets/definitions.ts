import type { MeasureDefinition } from '../definition';

const common = { version: 1, criterion: 2, about: 'stated', direction: 'up', denominator: 'none' } as const;

export const targetMeasures: MeasureDefinition[] = [
	{ id: 'progress', ...common, unit: 'percent' },
	{ id: 'target_status', ...common, unit: 'count' },
	{ id: 'expected_result', ...common, unit: 'count' }
];
