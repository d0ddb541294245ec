import type { Project } from '$lib/model/project';
import type { CodedColumn } from '$lib/model/reading';
import type { MappedSource } from '$lib/ingest/dataset/mapped-source';
import { foldSpaces } from '$lib/ingest/values/folding';
import { isMissingToken } from '$lib/ingest/values/missing';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { PeopleDirectory, type RosterPerson } from './directory';
import { isPlainCode, personKey, readsLikeName } from './name-form';

/** Lines named of one way of writing in one file. */
const LINES = 3;
const STAFF: ReadonlySet<string> = new Set(['teacher', 'mentee']);

/** The ways people are written in one file: rows by text, and which texts name more than raters and mentors. */
export interface Written {
	mapped: MappedSource;
	columns: number[];
	rows: Map<string, number>;
	named: ReadonlySet<string>;
}

/** People of the rosters by code, else by name; two rows of one code are one person. */
function rosterPeople(rosters: readonly MappedSource[]): RosterPerson[] {
	const people = new Map<string, RosterPerson>();
	for (const roster of rosters) {
		const codeAt = roster.column('code', 'person');
		const nameAt = roster.column('name');
		for (let row = 0; row < roster.cells.rows; row += 1) {
			if (!roster.fits(row)) continue;
			const name = roster.cell(row, nameAt);
			const written = roster.cell(row, codeAt);
			const code = written ?? name;
			if (code === null) continue;
			const known = people.get(personKey(code));
			if (!known)
				people.set(personKey(code), { code, coded: written !== null, names: name === null ? [] : [name] });
			else if (name !== null && !known.names.includes(name)) known.names.push(name);
		}
	}
	return [...people.values()];
}

/** Columns of a source that name teachers: who is rated, took part or answered, and who rates or is a mentor. */
function personColumns(mapped: MappedSource, project: Project): { persons: number[]; raters: number[] } {
	const { source } = mapped;
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	const mentors = mapped.columnsOf('group').filter(({ group }) => group === 'mentor');
	const named = (...roles: string[]) =>
		roles.map((role) => mapped.column(role)).filter((index) => index >= 0);
	const grouped = mentors.map(({ index }) => index);
	switch (source.kind) {
		case 'roster':
			return { persons: [], raters: [...named('mentor_code'), ...grouped] };
		case 'rating':
			return { persons: named('person', 'respondent'), raters: named('rater', 'rater_code') };
		case 'attendance':
		case 'register':
		case 'achievements':
			return { persons: named('person'), raters: [] };
		case 'survey':
			return instrument && STAFF.has(instrument.audience)
				? { persons: named('respondent', 'person'), raters: grouped }
				: { persons: [], raters: [] };
		default:
			return { persons: [], raters: [] };
	}
}

/** A way of writing in a column: how it is shown, its rows, and whether it reads like a name. */
interface Way {
	shown: string;
	times: number;
	name: boolean;
}

/** Ways of writing by column: a column is looked through once, however often its file is mapped. */
const waysByColumn = new WeakMap<CodedColumn, readonly Way[]>();

/** The distinct texts of a column that mean somebody. */
function waysIn(column: CodedColumn): readonly Way[] {
	const known = waysByColumn.get(column);
	if (known) return known;
	const ways: Way[] = [];
	for (const [code, text] of column.texts.entries()) {
		const times = column.counts[code] ?? 0;
		if (times === 0 || text === '') continue;
		if (isPlainCode(text)) {
			ways.push({ shown: text, times, name: false });
			continue;
		}
		const shown = foldSpaces(text);
		if (shown === '' || isMissingToken(text) || codeOf(RATER_WORDS, shown) !== null) continue;
		ways.push({ shown, times, name: readsLikeName(shown) });
	}
	waysByColumn.set(column, ways);
	return ways;
}

function writtenIn(mapped: MappedSource, project: Project, hasRoster: boolean): Written {
	const { persons, raters } = personColumns(mapped, project);
	const columns = [...new Set([...persons, ...raters])];
	const named = new Set<string>();
	const namesOnly = mapped.source.kind === 'survey' && !hasRoster;
	const rows = new Map<string, number>();
	for (const index of columns) {
		for (const { shown, times, name } of waysIn(mapped.cells.column(index))) {
			// A questionnaire's own secret words are no names: without a roster only what reads like a name counts.
			if (namesOnly && !name) continue;
			rows.set(shown, (rows.get(shown) ?? 0) + times);
			if (persons.includes(index)) named.add(shown);
		}
	}
	return { mapped, columns, rows, named };
}

/** The people of all sources, and the ways they are written, file by file. */
export function gatherPeople(
	mapped: readonly MappedSource[],
	project: Project
): { directory: PeopleDirectory; written: Written[] } {
	const used = mapped.filter(({ source }) => source.columns.length > 0);
	const roster = rosterPeople(used.filter(({ source }) => source.kind === 'roster'));
	const written = used.map((source) => writtenIn(source, project, roster.length > 0));
	const rows = new Map<string, number>();
	for (const file of written) {
		for (const [text, times] of file.rows) rows.set(text, (rows.get(text) ?? 0) + times);
	}
	return { directory: new PeopleDirectory(roster, rows, project.people), written };
}

/** The first physical lines of each of the texts in a file. */
export function firstLines({ mapped, columns }: Written, texts: ReadonlySet<string>): Map<string, number[]> {
	const lines = new Map<string, number[]>([...texts].map((text) => [text, []]));
	if (texts.size === 0) return lines;
	const lookups = columns.map((index) => {
		const column = mapped.cells.column(index);
		const places = column.texts.map((text) => lines.get(foldSpaces(text)));
		return (row: number) => places[column.codes[row] as number];
	});
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		for (const lookup of lookups) {
			const found = lookup(row);
			if (!found || found.length === LINES) continue;
			const line = mapped.cells.line(row);
			if (found.at(-1) !== line) found.push(line);
		}
	}
	return lines;
}
