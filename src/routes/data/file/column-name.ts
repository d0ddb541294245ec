import { m } from '$lib/i18n/paraglide/messages';

/** What a column is called on the page: its name, numbered from its second use on; its place where it has none. `index` counts from 0. */
export function columnName(header: readonly string[] | null, index: number): string {
	const name = header?.[index]?.trim();
	if (!name) return m.data_column_number({ n: index + 1 });
	const before = header?.slice(0, index).filter((other) => other.trim() === name).length ?? 0;
	return before === 0 ? name : `${name} (${before + 1})`;
}
