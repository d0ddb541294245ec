import { columnName as calledIn } from '$lib/ingest/reading/column-names';
import { m } from '$lib/i18n/paraglide/messages';

/** What a column is called on the page: its name, or its place where it has none. `index` counts from 0. */
export const columnName = (header: readonly string[] | null, index: number): string =>
	calledIn(header, index) || m.data_column_number({ n: index + 1 });
