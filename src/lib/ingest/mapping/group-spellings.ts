import { SPELLINGS, type ReadFile } from '$lib/model/proposal';
import { foldKey, foldSpaces } from '$lib/ingest/values/folding';
import { ask, type Draft } from './draft';
import { profileFile } from './profile';

/** Group kinds whose values come from the roster's own fields. */
const ROSTER_GROUPS = new Set(['department', 'subject', 'category', 'course_level', 'role']);

/** Asks whether values of a group that differ only in case or look-alike letters («7A» and «7А») are one; nothing is joined unasked. */
export function groupSpellings(draft: Draft, files: readonly ReadFile[]): void {
	const kinds = new Map<string, Map<string, Map<string, number>>>();
	for (const source of draft.project.sources) {
		const file = files.find((known) => known.sha256 === source.sha256);
		if (!file) continue;
		const { columns } = profileFile(file);
		for (const column of source.columns) {
			const field =
				column.role === 'group'
					? column.group
					: column.role === 'field' && source.kind === 'roster'
						? column.field
						: undefined;
			if (field === undefined || (column.role === 'field' && !ROSTER_GROUPS.has(field))) continue;
			const values = kinds.get(field) ?? new Map<string, Map<string, number>>();
			kinds.set(field, values);
			for (const [text, times] of columns[column.index]?.distinct ?? []) {
				const shown = foldSpaces(text);
				const key = foldKey(text);
				const spelt = values.get(key) ?? new Map<string, number>();
				spelt.set(shown, (spelt.get(shown) ?? 0) + times);
				values.set(key, spelt);
			}
		}
	}
	for (const [kind, values] of kinds) {
		for (const [key, spelt] of values) {
			if (spelt.size < 2) continue;
			if (draft.project.aliases.some((alias) => alias.kind === kind && foldKey(alias.from) === key)) continue;
			const [most, ...others] = [...spelt].sort((a, b) => b[1] - a[1]).map(([text]) => text);
			if (most === undefined) continue;
			ask(draft, {
				id: `group_spelling:${kind}:${key}`,
				source: null,
				code: 'group_spelling',
				params: { kind, shown: most, others: others.join(SPELLINGS) },
				options: ['join', 'apart'].map((value) => ({ value, label: value })),
				assumed: 'apart'
			});
		}
	}
}
