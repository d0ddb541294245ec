import type { DataTable } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { eventKind, eventKindInTitle } from '$lib/ingest/vocabulary/events';
import { codeOf, EVENT_ROLES, LEVEL_WORDS, MARK_WORDS } from '$lib/ingest/vocabulary/terms';
import { markKey } from '$lib/ingest/mapping/register';
import { foldKey } from '$lib/ingest/values/folding';
import { parseNumber } from '$lib/ingest/values/numbers';
import { waveOfDate } from '$lib/ingest/mapping/waves';
import { tableOf } from './columns';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import { rowTimes } from './wave-rows';

type Cell = string | number | null;

/** Kind of an event: its own column, else the words of its title; unknown words count as `other` and are named. */
function kindOf(mapped: MappedSource, row: number, column: number, title: string | null): string {
	const text = mapped.cell(row, column);
	if (text === null) return (title === null ? null : eventKindInTitle(title)) ?? 'other';
	const kind = eventKind(text) ?? eventKindInTitle(text);
	if (kind === null) mapped.issue('unknown-kind', row, column);
	return kind ?? 'other';
}

/** Level of an event, or null where it is not stated or not known; an unknown word is named. */
function levelOf(mapped: MappedSource, row: number, column: number): string | null {
	const text = mapped.cell(row, column);
	if (text === null) return null;
	const level = codeOf(LEVEL_WORDS, text);
	if (level === null) mapped.issue('unknown-level', row, column);
	return level;
}

function moduleOf(mapped: MappedSource, row: number, column: number): number | null {
	const digits = /[1-9]\d?/.exec(mapped.cell(row, column) ?? '');
	return digits ? Number(digits[0]) : null;
}

function hoursOf(mapped: MappedSource, row: number, column: number): number | null {
	const text = mapped.cell(row, column);
	if (text === null) return null;
	const number = parseNumber(text.replace(/\s*(?:сағ\S*|час\S*|ч\.?|h|hours?)$/iu, ''))?.value ?? null;
	if (number === null) mapped.issue('not-a-number', row, column);
	return number;
}

function roleOf(mapped: MappedSource, row: number, column: number): string | null {
	const text = mapped.cell(row, column);
	return text === null ? null : (codeOf(EVENT_ROLES, text) ?? foldKey(text));
}

/** Person of a row; null, with the row set aside, where none is named; null alone where the roster does not know them. */
function personOf(
	mapped: MappedSource,
	row: number,
	column: number,
	people: People
): { person: string | null } | null {
	const text = mapped.cell(row, column);
	if (text === null) {
		mapped.setAside('missing-person', row, column);
		return null;
	}
	const person = people.findOrAdd(text, mapped.index, mapped.cells.line(row));
	if (person === null) mapped.issue('unmatched-person', row, column);
	return { person };
}

const groupsOn = (people: People, person: string | null, day: string) =>
	person === null
		? [null, null]
		: [people.valueAt(person, 'department', day), people.valueAt(person, 'mentor', day)];

const ATTENDANCE = [
	['person', 'text'],
	['event', 'text'],
	['date', 'text'],
	['wave', 'text'],
	['kind', 'text'],
	['level', 'text'],
	['module', 'integer'],
	['hours', 'double'],
	['role', 'text'],
	['result', 'text'],
	['group_department', 'text'],
	['group_mentor', 'text'],
	['source', 'integer'],
	['line', 'integer']
] as const;

function attendanceRows(mapped: MappedSource, project: Project, people: People): Cell[][] {
	const at = {
		person: mapped.column('person'),
		event: mapped.column('event'),
		kind: mapped.column('kind'),
		level: mapped.column('level'),
		module: mapped.column('module'),
		hours: mapped.column('hours'),
		role: mapped.column('role'),
		result: mapped.column('result')
	};
	const timeOf = rowTimes(mapped, project);
	const rows: Cell[][] = [];
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		if (mapped.isRagged(row)) continue;
		const time = timeOf(row);
		if (!time) continue;
		const found = personOf(mapped, row, at.person, people);
		if (!found) continue;
		mapped.count.imported += 1;
		const event = mapped.cell(row, at.event);
		rows.push([
			found.person,
			event,
			time.date,
			time.wave,
			kindOf(mapped, row, at.kind, event),
			levelOf(mapped, row, at.level),
			moduleOf(mapped, row, at.module),
			hoursOf(mapped, row, at.hours),
			roleOf(mapped, row, at.role),
			mapped.cell(row, at.result),
			...groupsOn(people, found.person, time.date ?? ''),
			mapped.index,
			mapped.cells.line(row)
		]);
	}
	return rows;
}

/** Rows of a register: one attendance per mark that means presence. A blank is presence only where the register marks absences alone. */
function registerRows(mapped: MappedSource, project: Project, people: People): Cell[][] {
	const personAt = mapped.column('person');
	const marks = mapped.columnsOf('mark');
	const stated = mapped.source.answers.marks ?? {};
	const meaningOf = (text: string) =>
		stated[markKey(text)] ?? stated[text.trim()] ?? codeOf(MARK_WORDS, text);
	const met = new Set(
		marks.flatMap(({ index }) => mapped.cells.column(index).texts).filter((text) => text.trim() !== '')
	);
	const blankIsPresent = met.size > 0 && ![...met].some((text) => meaningOf(text) === 'present');
	const rows: Cell[][] = [];
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		if (mapped.isRagged(row)) continue;
		const found = personOf(mapped, row, personAt, people);
		if (!found) continue;
		mapped.count.imported += 1;
		for (const { index, date, event } of marks) {
			const text = mapped.cells.text(row, index) ?? '';
			const meaning = text.trim() === '' ? (blankIsPresent ? 'present' : null) : meaningOf(text);
			if (meaning === null) {
				if (text.trim() !== '') mapped.issue('unknown-mark', row, index);
				continue;
			}
			if (meaning !== 'present' && meaning !== 'late') continue;
			const wave =
				date === undefined
					? typeof mapped.source.wave === 'string'
						? mapped.source.wave
						: null
					: waveOfDate(project.waves, date);
			if (wave === null) {
				mapped.issue(date === undefined ? 'missing-wave' : 'outside-waves', row, index);
				continue;
			}
			const title = event ?? mapped.source.name;
			const kind = eventKindInTitle(title) ?? 'other';
			const line = mapped.cells.line(row);
			const groups = groupsOn(people, found.person, date ?? '');
			rows.push([
				found.person,
				title,
				date ?? null,
				wave,
				kind,
				null,
				null,
				null,
				null,
				meaning === 'late' ? 'late' : null,
				...groups,
				mapped.index,
				line
			]);
		}
	}
	return rows;
}

/** `attendance`: a person at an event, from lists and registers. */
export function attendanceTable(
	lists: readonly MappedSource[],
	registers: readonly MappedSource[],
	project: Project,
	people: People
): DataTable {
	const rows = [
		...lists.flatMap((mapped) => attendanceRows(mapped, project, people)),
		...registers.flatMap((mapped) => registerRows(mapped, project, people))
	];
	return tableOf('attendance', ATTENDANCE, rows);
}

/** `achievement`: what people showed, with kind, level and result. */
export function achievementTable(
	sources: readonly MappedSource[],
	project: Project,
	people: People
): DataTable {
	const rows = sources.flatMap((mapped) => {
		const at = {
			person: mapped.column('person'),
			kind: mapped.column('kind'),
			level: mapped.column('level')
		};
		const resultAt = mapped.column('result');
		const moduleAt = mapped.column('module');
		const timeOf = rowTimes(mapped, project);
		const found: Cell[][] = [];
		for (let row = 0; row < mapped.cells.rows; row += 1) {
			if (mapped.isRagged(row)) continue;
			const time = timeOf(row);
			if (!time) continue;
			const who = personOf(mapped, row, at.person, people);
			if (!who) continue;
			mapped.count.imported += 1;
			found.push([
				who.person,
				time.date,
				time.wave,
				kindOf(mapped, row, at.kind, null),
				levelOf(mapped, row, at.level),
				mapped.cell(row, resultAt),
				moduleOf(mapped, row, moduleAt),
				groupsOn(people, who.person, time.date ?? '')[0] ?? null,
				mapped.index,
				mapped.cells.line(row)
			]);
		}
		return found;
	});
	return tableOf(
		'achievement',
		[
			['person', 'text'],
			['date', 'text'],
			['wave', 'text'],
			['kind', 'text'],
			['level', 'text'],
			['result', 'text'],
			['module', 'integer'],
			['group_department', 'text'],
			['source', 'integer'],
			['line', 'integer']
		],
		rows
	);
}
