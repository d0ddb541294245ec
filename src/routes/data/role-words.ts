import { rowRoleWords } from '$lib/i18n/import-words';
import { m } from '$lib/i18n/paraglide/messages';
import { message } from '$lib/i18n/words';
import type { ColumnRole } from '$lib/model/project';
import type { Locale } from '$lib/model/text';
import type { Addend } from './row-sum';

/** What rows of a file are, or became, in words. */
export const addendWords = (role: Addend['role'], locale: Locale): string =>
	role === 'left-out' ? m.data_row_left_out({}, { locale }) : rowRoleWords(role, locale);

/** What a column of a file holds, in words. */
export const columnWords = (role: ColumnRole, locale: Locale): string =>
	message(`data_is_${role.replaceAll('-', '_')}`, {}, locale);
