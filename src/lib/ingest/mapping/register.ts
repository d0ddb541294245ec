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
	!column.overflow && [...column.distinct.keys()].every((value) => value.trim().length <= SHORT_MARK || codeOf(MARK_WORDS, value) !== null);

const isDateHeader = (header: string) => headerDate(header) !== null || isDayMonth(header) || monthOf(header) !== null;

/** Columns of a register grid: who, and a mark column per date; null where the file is not one. */
export function registerColumns(profile: FileProfile): { person: number; marks: number[] } | null {
	const dated = profile.columns.filter((column) => isDateHeader(column.header) && isMarkColumn(column));
	if (dated.length < 3 || dated.length < (profile.columns.length - 2) * 0.6) return null;
	const first = dated[0]?.index ?? 0;
	const before = profile.columns.slice(0, first);
	const named = before.find((column) => statedField('attendance', column.header) === 'person' || statedField('roster', column.header) !== null);
	const person = named ?? before.filter((column) => column.filled > 0 && !/^№|^no$|^р\/с/i.test(column.header.trim())).at(-1);
	return person === undefined ? null : { person: person.index, marks: dated.map(({ index }) => index) };
}

/** Roles of a register's columns; a mark column carries its date, or its header as the event where no date is known. */
export function registerRoles(profile: FileProfile, schoolYear: string | null): Column[] {
	const grid = registerColumns(profile);
	const marks = new Set(grid?.marks);
	return profile.columns.map(({ index, header }) => {
		if (index === grid?.person) return { index, role: 'person' };
		if (!marks.has(index)) return { index, role: 'ignore' };
		const date = headerDate(header) ?? (schoolYear === null ? null : dateInSchoolYear(header, schoolYear));
		return date === null ? { index, role: 'mark', event: header.trim() } : { index, role: 'mark', date };
	});
}

/** Marks whose meaning depends on the page's language or that no vocabulary holds (import.md, case 54), folded. */
export function openMarks(profile: FileProfile): string[] {
	const open = new Set<string>();
	const marks = new Set(registerColumns(profile)?.marks);
	for (const column of profile.columns) {
		if (!marks.has(column.index)) continue;
		for (const mark of column.distinct.keys()) {
			const folded = foldLabel(mark) || mark.trim();
			if (codeOf(MARK_WORDS, mark) === null || folded === 'к' || folded === 'п') open.add(folded);
		}
	}
	return [...open];
}
