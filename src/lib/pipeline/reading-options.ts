import type { Source } from '$lib/model/project';
import type { ReadingOptions } from '$lib/model/reading';

/** Options of a source as the reader takes them. */
export const optionsOf = ({ roles, repair, ...rest }: Source['reading']): ReadingOptions => ({
	...rest,
	...(roles ? { roles: roles as NonNullable<ReadingOptions['roles']> } : {}),
	...(repair ? { repair: repair as NonNullable<ReadingOptions['repair']> } : {})
});
