/** Name of a file made from another: its stem, what the file holds, and its ending. */
export const besideName = (name: string, what: string, ending: string): string =>
	`${name.replace(/\.[^.]*$/, '')}-${what}.${ending}`;
