import { changeMeasures } from './change/definitions';
import { coefficientMeasures } from './coefficient/definitions';
import { coverageMeasures } from './coverage/definitions';
import type { Unit } from '$lib/model/result';
import type { MeasureDefinition } from './definition';
import { growthMeasures } from './growth/definitions';
import { participationMeasures } from './participation/definitions';
import { reliabilityMeasures } from './reliability/definitions';
import { satisfactionMeasures } from './satisfaction/definitions';
import { targetMeasures } from './targets/definitions';

/** Every measure Olshem knows. */
export const catalogue: readonly MeasureDefinition[] = [
	...satisfactionMeasures,
	...coefficientMeasures,
	...reliabilityMeasures,
	...coverageMeasures,
	...changeMeasures,
	...targetMeasures,
	...growthMeasures,
	...participationMeasures
];

const byId = new Map(catalogue.map((definition) => [definition.id, definition]));

/** The definition of a measure; throws on a measure that does not exist. */
export function definitionOf(id: string): MeasureDefinition {
	const definition = byId.get(id);
	if (!definition) throw new Error(`no measure ${id}`);
	return definition;
}

/** The unit of a stated value's measure; a count where the program does not know the measure. */
export function unitOf(measure: string): Unit {
	return byId.get(measure)?.unit ?? 'count';
}
