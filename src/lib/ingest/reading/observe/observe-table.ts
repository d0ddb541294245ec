import type { Cells, Exporter } from '$lib/model/reading';
import type { IssueList } from '../issues';
import { LIMITS } from '../limits';
import { observeCharacters } from './characters';
import { observeExcelDamage, observeLostLetters, observeMojibake } from './damage';
import { observeHomoglyphs } from './homoglyphs';
import { observeMarks } from './marks';
import { observeMasks, observeSubmissions } from './submissions';
import { observedTable, placeOf, type ObservedTable } from './table';
import { observeDates, observeMissing, observeNumbers } from './values';

function observeHuge(table: ObservedTable, issues: IssueList): void {
	table.columns.forEach((values, column) => {
		for (const value of values) {
			if (value.text.length <= LIMITS.cellCharacters || issues.has('huge-field')) continue;
			const place = placeOf(table, column, value);
			const params = { characters: value.text.length, limit: LIMITS.cellCharacters };
			issues.add('huge-field', { places: [place], params });
		}
	});
}

/**
 * Everything that is to know about the values; the cells stay as they are. `passages` together hold every character
 * of the table: what stands in none of them is looked for in no cell.
 */
export function observeTable(
	judged: { header: readonly string[] | null; headerLine: number; exporter: Exporter },
	cells: Cells,
	passages: Iterable<string>,
	issues: IssueList
): void {
	const table = observedTable(judged.header, cells, judged.headerLine);
	observeHuge(table, issues);
	observeLostLetters(table, passages, issues);
	observeMojibake(table, passages, issues);
	observeCharacters(table, passages, issues);
	observeExcelDamage(table, issues);
	observeMissing(table, issues);
	observeNumbers(table, issues);
	observeDates(table, judged.exporter, issues);
	observeMarks(table, issues);
	observeSubmissions(table, judged.exporter, issues);
	observeMasks(table, judged.exporter, issues);
	observeHomoglyphs(table, passages, issues);
}
