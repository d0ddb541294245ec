import { CODE_PAGES } from '$lib/ingest/reading/code-pages';
import type { Source } from '$lib/model/project';
import type { ReadingOptions, RowRole } from '$lib/model/reading';

/** Encodings offered for a file, the likely ones first. */
export const ENCODINGS: readonly string[] = ['utf-8', ...CODE_PAGES, 'utf-16le', 'utf-16be'];

/** Delimiters offered for a file. */
export const DELIMITERS: readonly string[] = [';', ',', '\t', '|'];

/** The options a source was read under, as the reader takes them. */
export function optionsOf(source: Source): ReadingOptions {
	const { roles, repair, ...rest } = source.reading;
	return {
		...rest,
		...(roles ? { roles: roles as Record<number, RowRole> } : {}),
		...(repair ? { repair: repair as ReadingOptions['repair'] } : {})
	};
}

/** Options under which one line is what the user says it is. */
export function withRowRole(options: ReadingOptions, line: number, role: RowRole): ReadingOptions {
	return { ...options, roles: { ...options.roles, [line]: role } };
}

/** Options under which what was done about an issue is undone. */
export function withUndone(options: ReadingOptions, code: string): ReadingOptions {
	return { ...options, undo: [...new Set([...(options.undo ?? []), code])] };
}
