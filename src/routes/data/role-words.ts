import { message } from '$lib/i18n/words';
import type { ColumnRole } from '$lib/model/project';
import type { RowRole } from '$lib/model/reading';
import type { Locale } from '$lib/model/text';

/** What a row of a file is, in words. */
export const roleWords = (role: RowRole | 'left-out', locale: Locale): string =>
	message(`data_row_${role.replaceAll('-', '_')}`, {}, locale);

/** What a column of a file holds, in words. */
export const columnWords = (role: ColumnRole, locale: Locale): string =>
	message(`data_column_${role.replaceAll('-', '_')}`, {}, locale);
