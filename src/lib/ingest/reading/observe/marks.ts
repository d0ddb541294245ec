import type { IssueList } from '../issues';
import { headerText, placeOf, Sightings, type DistinctValue, type ObservedTable } from './table';

/** Marks of an attendance register on a Kazakh and on a Russian page (import.md, Kundelik); «к» and «п» stand in both. */
const KAZAKH = new Set(['ж', 'д', 'а', 'к']);
const RUSSIAN = new Set(['н', 'б', 'п', 'у', 'п/у', 'о', 'оп', 'н/п', 'н/б', 'у/п']);
const AMBIGUOUS = new Set(['к', 'п']);
const PRESENT = new Set(['+', '1', '.', '✓', 'v']);
const CLEAR_MAJORITY = 0.8;

const mark = ({ text }: DistinctValue) => text.trim().toLowerCase();
const isMark = (text: string) => KAZAKH.has(text) || RUSSIAN.has(text);
const DATE_LIKE = /^\s*\d{1,2}[./]\d{1,2}/;

/** Capitals alone are letters of classes or initials, unless the column is a day of the register. */
function mayBeMarks(values: readonly DistinctValue[], name: string): boolean {
	return DATE_LIKE.test(name) || values.some(({ text }) => isMark(text.trim()));
}

/** A column of marks holds them and signs of presence, and hardly anything else. */
function isMarkColumn(values: readonly DistinctValue[]): boolean {
	let marks = 0;
	let others = 0;
	for (const value of values) {
		if (isMark(mark(value))) marks += value.count;
		else if (value.kind !== 'missing' && !PRESENT.has(mark(value))) others += value.count;
	}
	return marks > 0 && marks >= CLEAR_MAJORITY * (marks + others);
}

/** Register marks whose meaning depends on the page language: asked once, unless they can be of one language only. */
export function observeMarks(table: ObservedTable, issues: IssueList): void {
	const seen = new Sightings();
	const marks = new Set<string>();
	table.columns.forEach((values, column) => {
		if (column === 0 || !isMarkColumn(values) || !mayBeMarks(values, headerText(table, column))) return;
		for (const value of values) {
			if (!isMark(mark(value))) continue;
			marks.add(mark(value));
			seen.add(placeOf(table, column, value), value.count);
		}
	});
	if (marks.size < 2) return;
	const kazakh = [...marks].some((text) => KAZAKH.has(text) && !AMBIGUOUS.has(text));
	const russian = [...marks].some((text) => RUSSIAN.has(text) && !AMBIGUOUS.has(text));
	const sure = kazakh !== russian && ![...marks].some((text) => AMBIGUOUS.has(text));
	issues.add('mark-language', {
		count: seen.count,
		places: seen.places,
		params: { marks: [...marks].join(', ') },
		level: sure ? 'ok' : 'ask'
	});
}
