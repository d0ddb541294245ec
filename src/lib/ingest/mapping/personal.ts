import type { Column, PersonalKind, Project, Redaction, Source, SourceKind } from '$lib/model/project';
import type { PersonalChoice, ReadFile } from '$lib/model/proposal';
import type { Reading } from '$lib/model/reading';
import { columnName } from '$lib/ingest/reading/column-names';
import { repairMojibake } from '$lib/ingest/reading/mojibake';
import { foldKey } from '$lib/ingest/values/folding';
import { isPersonName, namesNobody, personalKind } from '$lib/ingest/values/personal';
import { statedField } from '$lib/ingest/vocabulary/fields';
import { ask, questionId, type Draft } from './draft';
import { layoutOf, recogniseKind, type Recognition } from './kinds';
import { profileFile, type ColumnProfile, type FileProfile } from './profile';
import { registerRoles } from './register';
import { guessColumns, type ColumnGuess } from './survey-columns';

/** A column of personal data in a file that is about to be stored. */
interface FoundColumn {
	index: number;
	name: string;
	kind: PersonalKind;
	/** Cells that name somebody. */
	cells: number;
	/** True where a code in its place would still tell whose row it is. */
	key: boolean;
}

/** Personal columns of a file, and what can be done about them. */
export interface PersonalColumns {
	columns: FoundColumn[];
	choices: readonly PersonalChoice[];
	assumed: PersonalChoice;
	/** Other sheets of its workbook that hold personal columns. */
	elsewhere: PersonalSheet[];
}

/** A sheet with personal columns, and how many cells of it name somebody. */
export interface PersonalSheet {
	sheet: string;
	cells: number;
}

const SAMPLE = 60;
/** Which column tells respondents apart best, where several would do. */
const KEYS: readonly PersonalKind[] = ['iin', 'email', 'phone', 'name'];
/** In files about named staff the names are the subject matter. */
const STAFF_KINDS: ReadonlySet<PersonalKind> = new Set(['email', 'phone', 'iin', 'ip']);
const WHO_FIELDS: ReadonlySet<string> = new Set(['person', 'code', 'mentor_code', 'rater_code']);
/** Names of people that no header speaks of: nearly every cell is one, and nearly every cell another. */
const UNNAMED = { share: 0.8, least: 5 };

function readable(text: string, mojibake: boolean): string {
	return mojibake ? (repairMojibake(text) ?? text) : text;
}

function namedCells(column: ColumnProfile): { values: string[]; cells: number } {
	const named = [...column.distinct].filter(([value]) => !namesNobody(value));
	return {
		values: named.map(([value]) => value),
		cells: named.reduce((sum, [, count]) => sum + count, 0)
	};
}

function holdsNames(values: readonly string[], cells: number): boolean {
	const names = values.filter(isPersonName).length;
	return (
		values.length >= UNNAMED.least &&
		names >= UNNAMED.share * values.length &&
		values.length >= UNNAMED.share * cells
	);
}

interface Candidate extends FoundColumn {
	values: string[];
}

/** Columns that may hold personal data, by name and values alone. */
function candidates(profile: FileProfile): Candidate[] {
	const mojibake = profile.file.reading.issues.some(({ code }) => code === 'mojibake');
	return profile.columns.flatMap((column): Candidate[] => {
		const { values, cells: seen } = namedCells(column);
		if (seen === 0) return [];
		const cells = column.overflow ? column.filled : seen;
		const shown = values.map((value) => readable(value, mojibake));
		const found =
			personalKind(readable(column.header, mojibake), shown.slice(0, SAMPLE)) ??
			(holdsNames(shown, seen) ? 'name' : null);
		if (found === null) return [];
		return [{ index: column.index, name: column.header, kind: found, cells, key: false, values }];
	});
}

/** Answers and times are not personal, whatever they look like; nor is a group that is a name, such as a mentor's. */
function isAnswer(guess: ColumnGuess | undefined, kind: PersonalKind): boolean {
	if (guess?.role === 'group') return kind === 'name';
	return (
		guess?.role === 'item' || guess?.role === 'timestamp' || guess?.role === 'date' || guess?.role === 'wave'
	);
}

function surveyColumns(profile: FileProfile, found: readonly Candidate[], project: Project): FoundColumn[] {
	const guesses = guessColumns(profile, project.scales);
	const columns = found.filter(({ index, kind }) => !isAnswer(guesses[index], kind));
	const indexes = new Set(columns.map(({ index }) => index));
	const coded = guesses.some(({ role, index }) => role === 'respondent' && !indexes.has(index));
	const keys = columns.filter(({ values, cells }) => values.length > 1 && cells * 2 >= profile.rows);
	const [key] = coded ? [] : KEYS.flatMap((kind) => keys.filter((column) => column.kind === kind));
	return columns.map(({ index, name, kind, cells }) => ({
		index,
		name,
		kind,
		cells,
		key: index === key?.index
	}));
}

/** Columns of a file about staff that say who, by stated header, or by place in a register. */
function whoColumns(profile: FileProfile, { kind, stated }: Recognition): ReadonlySet<number> {
	if (kind === 'register')
		return new Set(
			registerRoles(profile, null)
				.filter(({ role }) => role === 'person')
				.map(({ index }) => index)
		);
	return new Set(
		profile.columns
			.filter(({ header }) => stated !== null && WHO_FIELDS.has(statedField(stated, header) ?? ''))
			.map(({ index }) => index)
	);
}

function staffColumns(
	profile: FileProfile,
	found: readonly Candidate[],
	recognition: Recognition
): FoundColumn[] {
	const who = whoColumns(profile, recognition);
	return found
		.filter(({ kind }) => STAFF_KINDS.has(kind))
		.map(({ index, name, kind, cells }) => ({
			index,
			name,
			kind,
			cells,
			key: kind !== 'ip' && who.has(index)
		}));
}

/** True where a column of the same name was replaced by codes before: then people are compared by it. */
function wasCoded({ sources }: Project, name: string): boolean {
	const key = foldKey(name);
	return sources.some((source) =>
		source.redacted?.columns.some((column) => column.how === 'coded' && foldKey(column.name) === key)
	);
}

/**
 * Personal columns of a file as it was given, and what can be done about them; null where there is none. In
 * questionnaires every kind is pointed out, in files about named staff all but their names. What is assumed is to empty
 * them, but a column that says whose row it is becomes codes where the file could not be read without it, or where
 * people are compared by it already. `kind` is what the user said the file is.
 */
export function personalColumns(
	file: ReadFile,
	project: Project,
	kind: SourceKind | null = null
): PersonalColumns | null {
	const profile = profileFile(file);
	const found = candidates(profile);
	if (found.length === 0) return null;
	const recognition: Recognition = kind
		? { kind, stated: layoutOf(profile, kind), certain: true }
		: recogniseKind(profile);
	const survey = recognition.kind === 'survey';
	const columns = survey ? surveyColumns(profile, found, project) : staffColumns(profile, found, recognition);
	if (columns.length === 0) return null;
	const keys = columns.filter(({ key }) => key);
	const needed = keys.length > 0 && (!survey || keys.some(({ name }) => wasCoded(project, name)));
	return {
		columns,
		choices: keys.length > 0 ? ['drop', 'code', 'keep'] : ['drop', 'keep'],
		assumed: needed ? 'code' : 'drop',
		elsewhere: []
	};
}

/** What is found in the sheet that is read, together with other sheets of its workbook that hold personal columns. */
export function besideSheets(
	found: PersonalColumns | null,
	elsewhere: PersonalSheet[]
): PersonalColumns | null {
	if (elsewhere.length === 0) return found;
	return { ...(found ?? { columns: [], choices: ['drop', 'keep'], assumed: 'drop' }), elsewhere };
}

/** What the stored copy of a file, read from `sheet` of a workbook, holds in place of its personal data; undefined where they are kept. */
export function redactionOf(
	{ columns, elsewhere }: PersonalColumns,
	choice: PersonalChoice,
	original: string,
	sheet: string | null
): Redaction | undefined {
	if (choice === 'keep') return undefined;
	return {
		original,
		columns: columns.map(({ index, name, kind, key }) => ({
			index,
			name,
			kind,
			how: choice === 'code' && key ? 'coded' : 'dropped'
		})),
		...(elsewhere.length > 0
			? { workbook: { sheet: sheet ?? '', personal: elsewhere.map((one) => one.sheet) } }
			: {})
	};
}

/** Redacted columns that stand in the table as it is read: a double-encoded file has them inside its one column. */
const placed = (redacted: Redaction | undefined, header: readonly string[] | null) =>
	(redacted?.columns ?? []).filter(({ index, name }) => (header?.[index] ?? '') === name);

/** What a redacted column is called: its name in the table as it is read, where it stands there. */
const calledIn = (header: readonly string[] | null, { index, name }: Redaction['columns'][number]) =>
	(header?.[index] === name ? columnName(header, index) : name) || String(index + 1);

/** Guesses about the columns of a questionnaire under what is known of its redacted ones. */
export function withRedactedGuesses(
	guesses: ColumnGuess[],
	{ redacted }: Source,
	{ file }: FileProfile
): ColumnGuess[] {
	const columns = new Map(placed(redacted, file.reading.header).map((column) => [column.index, column.how]));
	const coded = [...columns.values()].includes('coded');
	return guesses.map((guess) => {
		const how = columns.get(guess.index);
		if (how !== undefined) return { index: guess.index, role: how === 'coded' ? 'respondent' : 'personal' };
		return coded && guess.role === 'respondent' ? { index: guess.index, role: 'ignore' } : guess;
	});
}

/** Columns of a source with the roles that its redacted ones can have: codes say who answered, emptied ones nothing. */
export function withRedactedRoles(
	columns: readonly Column[],
	redacted: Redaction | undefined,
	kind: SourceKind | null,
	header: readonly string[] | null
): Column[] {
	const known = new Map(placed(redacted, header).map((column) => [column.index, column.how]));
	return columns.map((column) => {
		const how = known.get(column.index);
		if (how === 'dropped') return { index: column.index, role: 'personal' };
		return how === 'coded' && kind === 'survey' ? { index: column.index, role: 'respondent' } : column;
	});
}

/** True where nobody has said yet which sheet of a workbook is meant. */
export const isOneOfSheets = ({ issues }: Reading): boolean =>
	issues.some(({ code }) => code === 'several-sheets' || code === 'sheet-missing');

/** A workbook with personal columns whose sheet is not chosen: a redacted copy holds one sheet, so none is stored before. */
export const waitsForSheet = ({ undecided, reading }: ReadFile): boolean =>
	undecided !== undefined && isOneOfSheets(reading);

/** Asks what is to become of the personal columns of a file, and of other sheets that hold some, as long as the file as it was given is in memory. */
export function askPersonal(draft: Draft, file: ReadFile): void {
	const { sha256, name, redacted, undecided, reading } = file;
	if (!redacted || !undecided || waitsForSheet(file)) return;
	const { columns, workbook } = redacted;
	const subject = columns.length > 0 ? 'personal' : 'personal_sheet';
	ask(draft, {
		id: questionId('personal', sha256),
		source: sha256,
		code: 'personal',
		params: {
			name,
			columns: columns.map((column) => calledIn(reading.header, column)).join(', '),
			cells: undecided.cells,
			...(workbook ? { sheet: workbook.sheet, sheets: workbook.personal.join(', ') } : {})
		},
		options: undecided.choices.map((value) => ({ value, label: `${subject}_${value}` })),
		assumed: undecided.assumed
	});
}
