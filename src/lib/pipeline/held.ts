import { haveSameName, haveSamePath, isSameTable, shareColumns } from '$lib/ingest/reading/same-table';
import { compareVersions } from '$lib/ingest/reading/versions';
import type { ReadFile } from '$lib/model/proposal';
import type { ReadingOptions } from '$lib/model/reading';
import type { GivenFile } from './opening';
import type { Refused, VersionOffer } from './snapshot';

/** How a file that looks like another version of one that is there is taken: in its place, beside it, or not at all. */
export type VersionChoice = 'replace' | 'both' | 'forget';

/**
 * A refused file that could be read after all, and a file that may be a version of another: bytes kept until the user
 * decides. `lost` names those that waited when the project was saved, and are not there any more.
 */
export interface Held {
	refused: (Refused & { file: GivenFile | null })[];
	versions: { file: ReadFile; bytes: Uint8Array; offer: VersionOffer }[];
	lost: string[];
}

export const nothingHeld = (): Held => ({ refused: [], versions: [], lost: [] });

const REPAIRS = ['double-encoded', 'mojibake', 'decimal-comma-vs-delimiter', 'mixed-encoding'] as const;

/** Repairs a reading with these issues could be read under, on the user's word. */
export const repairsOf = (codes: readonly string[]): string[] =>
	REPAIRS.filter((code) => codes.includes(code));

/** Options that make the repairs of a refused file. */
export const repairing = (repairs: readonly string[]): ReadingOptions => ({
	repair: [...repairs] as NonNullable<ReadingOptions['repair']>
});

const pathOf = ({ name, archive }: ReadFile) => (archive === undefined ? name : `${archive}/${name}`);

/**
 * The file that `next` is another version of: called the same, or the same columns and mostly the same rows. Files given
 * together with it (`beside`) have to lie in one folder, for a school keeps a folder for each year, and to have columns in common.
 */
export function versionOf(
	next: ReadFile,
	files: readonly ReadFile[],
	beside: readonly ReadFile[]
): ReadFile | null {
	return (
		files.find((file) => haveSameName(file.name, next.name)) ??
		beside.find(
			(file) => haveSamePath(pathOf(file), pathOf(next)) && shareColumns(file.reading, next.reading)
		) ??
		[...files, ...beside].find((file) => isSameTable(file.reading, next.reading)) ??
		null
	);
}

/** What is held once `file` stands in the place of the file with the hash `from`: versions of that one are versions of it. */
export function heldBeside(held: Held, from: string, file: ReadFile): Held {
	const versions = held.versions.map((waiting) =>
		waiting.offer.before.sha256 === from ? { ...waiting, offer: offerOf(waiting.file, file) } : waiting
	);
	return { ...held, versions };
}

/** What is asked about a file that may take another's place. */
export function offerOf(next: ReadFile, before: ReadFile): VersionOffer {
	return {
		sha256: next.sha256,
		name: next.name,
		rows: next.reading.cells.rows,
		before: { sha256: before.sha256, name: before.name, rows: before.reading.cells.rows },
		difference: compareVersions(before.reading, next.reading)
	};
}
