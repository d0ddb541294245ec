const MEGABYTE = 1_000_000;

/** Caps of a reading (import.md 22); beyond them a file is refused or the place is named. */
export const LIMITS = {
	fileBytes: 1000 * MEGABYTE,
	columns: 2000,
	rows: 20_000_000,
	cellCharacters: MEGABYTE,
	headerCharacters: 64_000
} as const;
