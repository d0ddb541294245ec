import type { Column, ColumnRole } from '$lib/model/project';
import { statedField, type StatedKind } from '$lib/ingest/vocabulary/fields';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { isMissingToken } from '$lib/ingest/values/missing';
import type { ColumnProfile, FileProfile } from './profile';

/** Column index by stated field; the first column of a name wins, later ones are kept as extra. */
export type FieldColumns = ReadonlyMap<string, number>;

/** Columns of a file that carry a stated header of `kind`. */
export function statedColumns(profile: FileProfile, kind: StatedKind): FieldColumns {
	const fields = new Map<string, number>();
	for (const column of profile.columns) {
		const field = statedField(kind, column.header);
		if (field !== null && !fields.has(field)) fields.set(field, column.index);
	}
	return fields;
}

/** True where a column's answers name raters (self, mentor, administration) in any of the three languages. */
export function namesRaters(column: ColumnProfile | undefined): boolean {
	if (!column || column.overflow) return false;
	const values = [...column.distinct.keys()].filter((value) => !isMissingToken(value));
	return (
		values.length > 0 &&
		values.filter((value) => codeOf(RATER_WORDS, value) !== null).length >= values.length * 0.6
	);
}

const ROLES: Partial<Record<StatedKind, Record<string, ColumnRole>>> = {
	attendance: roles('person', 'date', 'event', 'kind', 'level', 'module', 'hours', 'role', 'result'),
	achievements: roles('person', 'date', 'kind', 'level', 'result', 'module'),
	rating: { ...roles('person', 'date', 'wave'), rater: 'rater-kind', rater_code: 'rater' },
	rating_long: {
		...roles('person', 'date', 'wave', 'criterion', 'module', 'value'),
		rater: 'rater-kind',
		rater_code: 'rater'
	}
};

function roles(...names: ColumnRole[]): Record<string, ColumnRole> {
	return Object.fromEntries(names.map((name) => [name, name]));
}

/** Roles of a stated file's columns: the kind's own role where model.md has one, else `field`; extra columns are ignored, not lost. */
export function statedRoles(profile: FileProfile, kind: StatedKind): Column[] {
	const fields = new Map([...statedColumns(profile, kind)].map(([field, index]) => [index, field] as const));
	return profile.columns.map(({ index }) => {
		const field = fields.get(index);
		if (field === undefined) return { index, role: 'ignore' };
		const role = ROLES[kind]?.[field];
		return role === undefined ? { index, role: 'field', field } : { index, role };
	});
}
