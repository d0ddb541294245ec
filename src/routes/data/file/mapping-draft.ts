import { questionId } from '$lib/ingest/mapping/draft';
import { addNewItem } from '$lib/ingest/mapping/new-items';
import { keepWithSource } from '$lib/ingest/mapping/withdrawal';
import { STATED_FIELDS } from '$lib/ingest/vocabulary/fields';
import type { Column, ColumnRole, Project, Source, SourceKind } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import type { ReadingView } from '$lib/model/reading';
import { editSource } from '$lib/state/project-edit';

/** A column as it stands on the page; `made` where it becomes a question of its own, on the scale named. */
export interface DraftColumn extends Column {
	made?: { scale: string | null };
}

/** A source as it stands on the page. */
export type SourceDraft = Omit<Source, 'columns'> & { columns: DraftColumn[] };

/** What the user changed on the page and has not confirmed yet: fields of the source, and columns by index. */
export interface Changes {
	source: Partial<Source>;
	columns: Record<number, DraftColumn>;
}

export const noChanges = (): Changes => ({ source: {}, columns: {} });

export const changed = ({ source, columns }: Changes): boolean =>
	Object.keys(source).length + Object.keys(columns).length > 0;

/** The source as it would be confirmed: the proposal with the user's changes over it, a column for each of the file. */
export function drafted(source: Source, changes: Changes, width: number): SourceDraft {
	const proposed = new Map(source.columns.map((column) => [column.index, column]));
	const columns = Array.from(
		{ length: width },
		(_, index): DraftColumn => changes.columns[index] ?? proposed.get(index) ?? { index, role: 'ignore' }
	);
	return { ...source, ...changes.source, columns };
}

/** Questions about one file that confirming its mapping answers; those about scales and items are the instrument's. */
const SETTLED: ReadonlySet<Question['code']> = new Set([
	'reading',
	'sheet',
	'kind',
	'instrument',
	'wave',
	'day_first',
	'mark_language',
	'duplicates',
	'personal',
	'rater'
]);

/** Kinds of a new question by the role of its column. */
const KINDS = { item: 'scale', multi: 'multi', text: 'text' } as const;

/** The different answers of a column over all rows, each with the number of its rows. */
export const answersIn = ({ distinct }: ReadingView, index: number) => distinct[index] ?? [];

function withNewItems(project: Project, draft: SourceDraft, reading: ReadingView): Column[] {
	return draft.columns.map(({ made, ...column }) => {
		const { index, role } = column;
		if (!made || (role !== 'item' && role !== 'multi' && role !== 'text')) return column;
		const text = reading.header?.[index]?.trim() ?? '';
		const answers = answersIn(reading, index);
		const item = addNewItem(project, draft, { kind: KINDS[role], text, scale: made.scale, answers });
		return item === null ? column : { ...column, item };
	});
}

/** The project with the draft confirmed: Olshem asks no more about it, and a later file with the same columns follows it. */
export function confirmSource(project: Project, draft: SourceDraft, reading: ReadingView): Project {
	const next = structuredClone(project);
	const source = { ...draft, columns: withNewItems(next, draft, reading), confirmed: true };
	keepWithSource(next, source);
	const rule = `duplicates:${draft.instrument ?? ''}`;
	if (draft.instrument !== null) next.decided = { ...next.decided, [rule]: draft.answers.duplicates };
	const confirmed = editSource(next, draft.sha256, source);
	if (!project.open) return confirmed;
	return {
		...confirmed,
		open: project.open.filter(({ source: asked, code }) => asked !== draft.sha256 || !SETTLED.has(code))
	};
}

/** True where the columns of a file cannot be proposed before a question is answered. */
export function isUnfinished({ kind, instrument, columns }: Source): boolean {
	if (kind === null || columns.length === 0) return true;
	return (kind === 'survey' || kind === 'rating') && instrument === null;
}

/** The question what a file is, which the user may answer again at any time: the later answer takes the earlier one's place. */
export const kindQuestion = (sha256: string): Question => ({
	id: questionId('kind', sha256),
	source: sha256,
	code: 'kind',
	params: {},
	options: [],
	assumed: null
});

const EVERYWHERE: readonly ColumnRole[] = ['group', 'text', 'personal', 'ignore'];
const EVENTS: readonly ColumnRole[] = [
	'person',
	'date',
	'event',
	'kind',
	'level',
	'module',
	'hours',
	'role',
	'result'
];
const ROLES: Record<SourceKind, readonly ColumnRole[]> = {
	survey: ['item', 'multi', 'text', 'respondent', 'timestamp', 'date', 'wave', 'group', 'personal', 'ignore'],
	rating: [
		'item',
		'person',
		'rater-kind',
		'rater',
		'date',
		'wave',
		'criterion',
		'value',
		'module',
		...EVERYWHERE
	],
	attendance: [...EVENTS, 'personal', 'ignore'],
	register: ['person', 'mark', 'group', 'personal', 'ignore'],
	achievements: ['person', 'date', 'kind', 'level', 'result', 'module', 'personal', 'ignore'],
	indicators: ['field', 'ignore'],
	roster: ['field', 'personal', 'ignore'],
	plan: ['field', 'ignore'],
	populations: ['field', 'ignore']
};

/** Roles a column may have in a file of a kind, the present one included. */
export function rolesFor(kind: SourceKind | null, present: ColumnRole): ColumnRole[] {
	const roles = kind ? ROLES[kind] : (['ignore'] as const);
	return roles.includes(present) ? [...roles] : [present, ...roles];
}

/** Code names of the stated columns a `field` column may be, none for questionnaires and registers. */
export function fieldsFor(kind: SourceKind | null): string[] {
	if (!kind || kind === 'survey' || kind === 'register' || kind === 'rating') return [];
	return STATED_FIELDS[kind].map((stated) => stated.field);
}

/** A column given another role: what belonged to the old role goes. */
export const withRole = (column: Column, role: ColumnRole): Column => ({ index: column.index, role });

/** What keeps a mapping from being confirmed; words are `data_map_<code>`. */
export type ColumnFault = 'no_item' | 'no_scale' | 'no_group' | 'no_field' | 'item_twice' | 'role_twice';

const SINGLE: readonly ColumnRole[] = [
	'timestamp',
	'respondent',
	'person',
	'rater',
	'rater-kind',
	'criterion',
	'value',
	'wave'
];

function identity(column: Column): string | null {
	if (column.role === 'item' && column.item === undefined) return null;
	if (column.role === 'item') return `item ${column.item ?? ''}`;
	if (column.role === 'field') return `field ${column.field ?? ''}`;
	return SINGLE.includes(column.role) ? column.role : null;
}

/** Faults by column index; empty where the mapping may be confirmed. */
export function columnFaults(columns: readonly DraftColumn[]): Map<number, ColumnFault> {
	const faults = new Map<number, ColumnFault>();
	const seen = new Set<string>();
	for (const column of columns) {
		if (column.role === 'item' && !column.item && !column.made) faults.set(column.index, 'no_item');
		else if (column.role === 'item' && column.made?.scale === null) faults.set(column.index, 'no_scale');
		else if (column.role === 'group' && !column.group) faults.set(column.index, 'no_group');
		else if (column.role === 'field' && !column.field) faults.set(column.index, 'no_field');
		const key = identity(column);
		if (key === null || faults.has(column.index)) continue;
		if (seen.has(key)) faults.set(column.index, column.role === 'item' ? 'item_twice' : 'role_twice');
		seen.add(key);
	}
	return faults;
}
