const MEGABYTE = 1_000_000;

/** Caps of a reading (import.md 2 and 22); beyond them a file is refused or the place is named. */
export const LIMITS = {
	fileBytes: 1000 * MEGABYTE,
	/** What an archive or workbook may unpack to, and how many times its size an entry of some length. */
	unpackedBytes: 200 * MEGABYTE,
	unpackedRatio: 100,
	unpackedRatioFrom: MEGABYTE,
	archiveEntries: 10_000,
	columns: 2000,
	rows: 20_000_000,
	/** Longest text V8 holds, in UTF-16 units: what has to be decoded as a whole can be no longer. */
	textCharacters: 2 ** 29 - 24,
	/** From here on a file is read column by column where it is clean. */
	columnarBytes: 8 * MEGABYTE,
	cellCharacters: MEGABYTE,
	headerCharacters: 64_000
} as const;
