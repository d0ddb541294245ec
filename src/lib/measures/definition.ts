import type { Result, Unit } from '$lib/model/result';

/** What a measure is. Its name, definition and formula are the messages `measures_name_<id>`, `measures_definition_<id>`, `measures_formula_<id>`. */
export interface MeasureDefinition {
	id: string;
	/** Rises when the same counts would give another value. */
	version: number;
	criterion: Result['criterion'];
	unit: Unit;
	/** Which way is better; `none` where a higher value is neither. */
	direction: 'up' | 'down' | 'none';
	/** What stands under the line: n of a result counts these. */
	denominator:
		| 'valid_answers'
		| 'asked'
		| 'respondents'
		| 'complete_rows'
		| 'population'
		| 'pairs'
		| 'people'
		| 'staff'
		| 'subjects'
		| 'months'
		| 'lines'
		| 'none';
	/** Where the answers come from; questionnaires go through the small-group gate, staff records do not. */
	about: 'questionnaire' | 'staff' | 'stated';
}
