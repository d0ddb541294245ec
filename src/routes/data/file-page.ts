import { resolve } from '$app/paths';

/** Address of the preview and mapping of one file. */
export const filePage = (sha256: string): string => `${resolve('/data/file')}?sha=${sha256}`;
