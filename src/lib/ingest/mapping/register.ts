import type { Column } from '$lib/model/project';
import { statedField } from '$lib/ingest/vocabulary/fields';
import { codeOf, MARK_WORDS } from '$lib/ingest/vocabulary/terms';
import { foldLabel } from '$lib/ingest/values/folding';
import { parseDate } from '$lib/ingest/values/dates';
import { monthOf } from '$lib/ingest/vocabulary/months';
import type { ColumnProfile, FileProfile } from './profile';

const DAY_MONTH = /^(\d{1,2})\.(\d{1,2})\.?$/;
const DAY = /^\d{1,2}$/;
/** A date behind the name of an event: «Семинар 01.09.2016». */
const DATED_NAME = /^(\D.*?)[\s(]+(\d{1,2}[./]\d{1,2}[./]\d{4})\)?$/s;
const SHORT_MARK = 4;

/** Date a register's column header states, with the event it names before that; null where it has none. */
function headerDate(header: string): { date: string; event: string | null } | null {
	const text = header.trim();
	const whole = parseDate(text, true) ?? parseDate(text.split(/\s*[/\n]\s*|\s{2,}/).at(-1) ?? '', true);
	if (whole) return { date: whole.date, event: null };
	const [, event = '', written = ''] = DATED_NAME.exec(text) ?? [];
	const date = parseDate(written, true)?.date;
	return date === undefined ? null : { date, event: event.replace(/[\s,:–—-]+$/, '') };
}

/** Day and month of a header without a year: «02.09», or a day below its month («Қыркүйек / 2»). */
function dayMonthOf(header: string): { day: number; month: number } | null {
	const match = DAY_MONTH.exec(header.trim());
	const [caption = '', under = '', ...deeper] = header.split(' / ');
	const month = match ? Number(match[2]) : DAY.test(under.trim()) ? monthOf(caption) : null;
	const day = Number(match ? match[1] : under);
	if (month === null || deeper.length > 0) return null;
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { day, month } : null;
}

/** A date from day and month and the school year the register is of. */
function dateInSchoolYear(header: string, schoolYear: string): string | null {
	const found = dayMonthOf(header);
	if (!found) return null;
	const year = found.month >= 9 ? schoolYear.slice(0, 4) : schoolYear.slice(5);
	return parseDate(`${String(found.day)}.${String(found.month)}.${year}`, true)?.date ?? null;
}

const isMarkColumn = (column: ColumnProfile) =>
	!column.overflow &&
	[...column.distinct.keys()].every(
		(value) => value.trim().length <= SHORT_MARK || codeOf(MARK_WORDS, value) !== null
	);

const isDateHeader = (header: string) =>
	headerDate(header) !== null || dayMonthOf(header) !== null || monthOf(header) !== null;

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
		const stated = headerDate(header);
		const date = stated?.date ?? (schoolYear === null ? null : dateInSchoolYear(header, schoolYear));
		if (date === null) return { index, role: 'mark', event: header.trim() };
		const event = stated?.event ?? title;
		return event === undefined ? { index, role: 'mark', date } : { index, role: 'mark', date, event };
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
