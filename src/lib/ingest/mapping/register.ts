import type { Column } from '$lib/model/project';
import { statedField } from '$lib/ingest/vocabulary/fields';
import { codeOf, MARK_WORDS } from '$lib/ingest/vocabulary/terms';
import { foldLabel } from '$lib/ingest/values/folding';
import { parseDate } from '$lib/ingest/values/dates';
import { monthOf } from '$lib/ingest/vocabulary/months';
import type { ColumnProfile, FileProfile } from './profile';

const DAY_MONTH = /^(\d{1,2})\.(\d{1,2})\.?$/;
const SHORT_MARK = 4;

/** Date a register's column header states: a full date, or null where it has none. */
function headerDate(header: string): string | null {
	const text = header.trim();
	const whole = parseDate(text, true) ?? parseDate(text.split(/\s*[/\n]\s*|\s{2,}/).at(-1) ?? '', true);
	return whole?.date ?? null;
}

const isDayMonth = (header: string) => {
	const match = DAY_MONTH.exec(header.trim());
	return match !== null && Number(match[2]) >= 1 && Number(match[2]) <= 12 && Number(match[1]) <= 31;
};

/** A date from `dd.mm` and the school year the register is of. */
function dateInSchoolYear(header: string, schoolYear: string): string | null {
	const match = DAY_MONTH.exec(header.trim());
	if (!match) return null;
	const year = Number(match[2]) >= 9 ? schoolYear.slice(0, 4) : schoolYear.slice(5);
	return parseDate(`${match[1] ?? ''}.${match[2] ?? ''}.${year}`, true)?.date ?? null;
}

const isMarkColumn = (column: ColumnProfile) =>
	!column.overflow &&
	[...column.distinct.keys()].every(
		(value) => value.trim().length <= SHORT_MARK || codeOf(MARK_WORDS, value) !== null
	);

const isDateHeader = (header: string) =>
	headerDate(header) !== null || isDayMonth(header) || monthOf(header) !== null;

/** Columns of a register grid: who, and a mark column per date; null where the file is not one. */
export function registerColumns(profile: FileProfile): { person: number; marks: number[] } | null {
	const dated = profile.columns.filter((column) => isDateHeader(column.header) && isMarkColumn(column));
	if (dated.length < 3 || dated.length < (profile.columns.length - 2) * 0.6) return null;
	const first = dated[0]?.index ?? 0;
	const before = profile.columns.slice(0, first);
	const named =
		before.find((column) => statedField('roster', column.header) === 'code') ??
		before.find(
			(column) =>
				statedField('attendance', column.header) === 'person' ||
				statedField('roster', column.header) === 'name'
		);
	const person =
		named ??
		before.filter((column) => column.filled > 0 && !/^№|^no$|^р\/с/i.test(column.header.trim())).at(-1);
	return person === undefined ? null : { person: person.index, marks: dated.map(({ index }) => index) };
}

/** Roles of a register's columns; a mark column carries its date, or its header as the event where no date is known. */
export function registerRoles(profile: FileProfile, schoolYear: string | null): Column[] {
	const grid = registerColumns(profile);
	const marks = new Set(grid?.marks);
	const title = profile.titles.length > 1 ? profile.titles[0] : undefined;
	return profile.columns.map(({ index, header }) => {
		if (index === grid?.person) return { index, role: 'person' };
		if (!marks.has(index)) return { index, role: 'ignore' };
		const date = headerDate(header) ?? (schoolYear === null ? null : dateInSchoolYear(header, schoolYear));
		if (date === null) return { index, role: 'mark', event: header.trim() };
		return title === undefined ? { index, role: 'mark', date } : { index, role: 'mark', date, event: title };
	});
}

const LEGEND = /^(?:.*:)?\s*(\S{1,3})(?:\s*[\u2010-\u2015\u2212=:-]\s*|\s+)(\D.*)$/;

/** Meanings of marks that a register's own title lines state («к – кешікті; а – ауру»), by folded mark. */
function markLegend(titles: readonly string[]): Map<string, string> {
	const legend = new Map<string, string>();
	for (const part of titles.flatMap((title) => title.split(/[;,]/))) {
		const match = LEGEND.exec(part);
		const meaning = match ? codeOf(MARK_WORDS, match[2] ?? '') : null;
		if (match && meaning !== null) legend.set(markKey(match[1] ?? ''), meaning);
	}
	return legend;
}

/** Folded mark: signs such as + and − stay as they are. */
export function markKey(mark: string): string {
	return foldLabel(mark) || mark.trim();
}

/** Marks of a register, folded, with the meaning that legend or vocabulary gives; null where it depends on the page's language (import.md, case 54) or is unknown. */
export function registerMarks(profile: FileProfile): Map<string, string | null> {
	const legend = markLegend(profile.titles);
	const found = new Map<string, string | null>();
	const marks = new Set(registerColumns(profile)?.marks);
	for (const column of profile.columns) {
		if (!marks.has(column.index)) continue;
		for (const mark of column.distinct.keys()) {
			const key = markKey(mark);
			if (found.has(key)) continue;
			found.set(key, legend.get(key) ?? (key === 'к' || key === 'п' ? null : codeOf(MARK_WORDS, mark)));
		}
	}
	return found;
}
