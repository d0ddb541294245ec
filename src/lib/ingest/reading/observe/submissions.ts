import type { Exporter } from '$lib/model/reading';
import { foldLabel } from '../../values/folding';
import { columnName } from '../column-names';
import {
	LIMESURVEY_SUBMITTED,
	NOT_FINISHED,
	QUALTRICS_FINISHED,
	QUALTRICS_PREVIEW,
	QUALTRICS_STATUS
} from '../exporter-signatures';
import type { IssueList } from '../issues';
import { placeOf, Sightings, type ObservedTable } from './table';

function columnNamed(table: ObservedTable, names: ReadonlySet<string>): number {
	return (table.header ?? []).findIndex((name) => names.has(foldLabel(name)));
}

/** Rows whose cell in a column is one of the words given. */
function rowsThatSay(table: ObservedTable, column: number, words: ReadonlySet<string>): Sightings {
	const seen = new Sightings();
	for (const value of table.columns[column] ?? [])
		if (words.has(foldLabel(value.text))) seen.add(placeOf(table, column, value), value.count);
	return seen;
}

/** Rows whose cell in a column holds nothing. */
function rowsWithout(table: ObservedTable, column: number): Sightings {
	const seen = new Sightings();
	const { counts, first } = table.cells.column(column);
	const count = counts[0] ?? 0;
	if (count > 0) {
		const place = {
			line: table.cells.line(first[0] ?? 0),
			column: column + 1,
			name: columnName(table.header, column)
		};
		seen.add(place, count);
	}
	return seen;
}

/** LimeSurvey puts an apostrophe before what a spreadsheet would take for a formula. */
const MASKED = /^'[=+\-@]/;

/** Cells that carry a mask of the exporter's are named; they stay as they stand in the file. */
export function observeMasks(table: ObservedTable, exporter: Exporter, issues: IssueList): void {
	if (exporter !== 'limesurvey') return;
	const seen = new Sightings();
	table.columns.forEach((values, column) => {
		for (const value of values)
			if (MASKED.test(value.text)) seen.add(placeOf(table, column, value), value.count);
	});
	if (seen.count > 0) issues.add('masked-formulas', { count: seen.count, places: seen.places });
}

/** Rows an exporter writes beside the answers meant (import.md, "traps"): trials of the survey, surveys broken off. */
export function observeSubmissions(table: ObservedTable, exporter: Exporter, issues: IssueList): void {
	let unfinished = new Sightings();
	if (exporter === 'limesurvey') {
		const submitted = columnNamed(table, LIMESURVEY_SUBMITTED);
		if (submitted >= 0) unfinished = rowsWithout(table, submitted);
	} else if (exporter === 'qualtrics') {
		const trials = rowsThatSay(table, columnNamed(table, QUALTRICS_STATUS), QUALTRICS_PREVIEW);
		if (trials.count > 0) issues.add('preview-rows', { count: trials.count, places: trials.places });
		unfinished = rowsThatSay(table, columnNamed(table, QUALTRICS_FINISHED), NOT_FINISHED);
	}
	if (unfinished.count > 0)
		issues.add('unfinished-rows', { count: unfinished.count, places: unfinished.places });
}
