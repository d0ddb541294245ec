import type { IssueList } from '../issues';
import { isUnreadable, maybeMojibake, repairMojibake } from '../mojibake';
import { headerPlace, placeOf, Sightings, someHolds, type ObservedTable } from './table';

const LOST_INSIDE = /[а-яёәіңғүұқөһА-ЯЁӘІҢҒҮҰҚӨҺ]\?+[а-яёәіңғүұқөһ]|[А-ЯЁӘІҢҒҮҰҚӨҺ]\?+[А-ЯЁӘІҢҒҮҰҚӨҺ]/;
const LOST_FIRST = /(?:^|[\s("«„-])\?+[а-яёәіңғүұқөһ]{2}/;
const ALL_LOST = /(?:^|\s)\?{4,}(?:$|\s)/;

const EXPONENT = /^\d([.,]\d+)?E\+\d{2}$/i;
const SCORE_AS_DATE =
	/^(\d{1,2}[.\s-](янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)\.?|\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)[.-]\d{2})$/i;
const LONGEST_DAMAGED = 16;
const LONGEST_EXAMPLE = 80;

function each(table: ObservedTable, test: (text: string) => boolean): Sightings {
	const seen = new Sightings();
	table.header?.forEach((name, column) => {
		if (test(name)) seen.add(headerPlace(table, column));
	});
	table.columns.forEach((values, column) => {
		for (const value of values) if (test(value.text)) seen.add(placeOf(table, column, value), value.count);
	});
	return seen;
}

/** Letters replaced by "?" when the file was saved (import.md 4): named, never guessed. */
export function observeLostLetters(
	table: ObservedTable,
	passages: Iterable<string>,
	issues: IssueList
): void {
	const lost = (cell: string) =>
		cell.includes('?') && (LOST_INSIDE.test(cell) || LOST_FIRST.test(cell) || ALL_LOST.test(cell));
	if (!someHolds(passages, (text) => text.includes('?'))) return;
	const seen = each(table, lost);
	if (seen.count > 0) issues.add('lost-letters', { count: seen.count, places: seen.places });
}

/** Text that was decoded by the wrong encoding before it was saved; a repair is shown, made only on the user's word. */
export function observeMojibake(table: ObservedTable, passages: Iterable<string>, issues: IssueList): void {
	if (!someHolds(passages, maybeMojibake)) return;
	let unreadable = false;
	let example = '';
	const seen = each(table, (cell) => {
		const repaired = repairMojibake(cell);
		if (repaired === null) return false;
		if (example === '') example = repaired.slice(0, LONGEST_EXAMPLE);
		unreadable ||= isUnreadable(repaired);
		return true;
	});
	if (seen.count === 0) return;
	issues.add('mojibake', {
		count: seen.count,
		places: seen.places,
		params: { before: (seen.places[0]?.text ?? '').slice(0, LONGEST_EXAMPLE), after: example },
		level: unreadable ? 'ask' : 'warn'
	});
}

/** What Excel does to codes and scores: 1,02E+10, 01.май (import.md, cases 46 and 47). */
export function observeExcelDamage(table: ObservedTable, issues: IssueList): void {
	const damage = new Sightings();
	const errors = new Sightings();
	table.columns.forEach((values, column) => {
		for (const value of values) {
			if (value.kind === 'error') errors.add(placeOf(table, column, value), value.count);
			else if (value.text.length <= LONGEST_DAMAGED) {
				const text = value.text.trim();
				if (EXPONENT.test(text) || SCORE_AS_DATE.test(text))
					damage.add(placeOf(table, column, value), value.count);
			}
		}
	});
	if (damage.count > 0) issues.add('excel-damage', { count: damage.count, places: damage.places });
	if (errors.count > 0) issues.add('excel-errors', { count: errors.count, places: errors.places });
}
