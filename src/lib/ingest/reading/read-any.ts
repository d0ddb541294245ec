import type { Reading, ReadingIssue, ReadingOptions } from '$lib/model/reading';
import { isArchive, unpackTables, type UnpackedTables } from './archive-tables';
import { foreignKind, isCompound, isZip, workbookEnding } from './file-kind';
import { IssueList, type Finding } from './issues';
import { noRows } from './no-rows';
import { withoutOwnGuards } from './own-table';
import { partByPart } from './parts';
import { fileReading } from './read-file';
import { Refusal } from './refusal';

/** Told between parts of a reading how much is done, 0 to 1; throws where the reading is to stop. */
export type Step = (share: number) => void;

function noted(code: 'unpacked' | 'other-format', finding: Finding): ReadingIssue[] {
	const issues = new IssueList();
	issues.add(code, finding);
	return issues.issues;
}

function withNotes(reading: Reading, notes: ReadingIssue[]): Reading {
	return reading.status === 'refuse' ? reading : { ...reading, issues: [...notes, ...reading.issues] };
}

/** The reading of a file, with a note where it was taken out of an archive. */
export function unpackedFrom(archive: string | undefined, reading: Reading): Reading {
	return archive === undefined ? reading : withNotes(reading, noted('unpacked', { params: { archive } }));
}

function openArchive(name: string, bytes: Uint8Array): UnpackedTables | Refusal {
	try {
		return unpackTables(name, bytes);
	} catch (cause) {
		return cause instanceof Refusal ? cause : new Refusal('damaged-archive');
	}
}

/** The sheets of a workbook that `reading` left aside, each as a reading; none where the file is no workbook, or has one sheet. */
export async function readOthers(name: string, bytes: Uint8Array, reading: Reading): Promise<Reading[]> {
	const { sheet, sheets } = reading;
	if (sheet === null || sheets.filter(({ rows }) => rows > 0).length < 2) return [];
	if (isArchive(name, bytes)) {
		const [table] = unpackTables(name, bytes).tables;
		return table ? readOthers(table.name, table.bytes, reading) : [];
	}
	const { readOtherSheets } = await import('./workbook/read-workbook');
	return readOtherSheets(name, bytes, sheet);
}

/** Where the bytes of a file come from: its name, and that of the archive it was taken out of. */
export interface Origin {
	name: string;
	archive?: string | undefined;
}

/** {@link readAny} for a file that may have been taken out of an archive. */
export async function readFrom(
	{ name, archive }: Origin,
	bytes: Uint8Array,
	options: ReadingOptions = {},
	step?: Step
): Promise<Reading> {
	return unpackedFrom(archive, await readAny(name, bytes, options, step));
}

/** An archive with one table is read as that table; one with several has no single reading. */
async function readArchive(
	name: string,
	bytes: Uint8Array,
	options: ReadingOptions,
	step: Step
): Promise<Reading> {
	const issues = new IssueList();
	const unpacked = openArchive(name, bytes);
	if (unpacked instanceof Refusal) {
		issues.add(unpacked.code, { params: unpacked.params });
		return noRows(name, '', issues);
	}
	const [table, second] = unpacked.tables;
	if (!table || second) {
		issues.add('not-csv-archive');
		return noRows(name, '', issues);
	}
	const reading = await readAny(table.name, table.bytes, options, step);
	return { ...unpackedFrom(name, reading), file: name };
}

/**
 * Reads one file of any kind that can hold a table, in parts, so that its worker stays able to answer.
 * A workbook or an archive is opened where its name says so too. Never throws on any bytes, only where `step` throws:
 * what cannot be read is a reading of status `refuse`.
 */
export async function readAny(
	name: string,
	bytes: Uint8Array,
	options: ReadingOptions = {},
	step: Step = () => undefined
): Promise<Reading> {
	step(0);
	if (isArchive(name, bytes)) return readArchive(name, bytes, options, step);
	const ending = workbookEnding(name);
	if (ending !== null && (isZip(bytes) || isCompound(bytes))) {
		const { readWorkbook } = await import('./workbook/read-workbook');
		return withoutOwnGuards(await readWorkbook(name, bytes, ending, options, step));
	}
	const reading = withoutOwnGuards(await partByPart(fileReading(name, bytes, options), step));
	if (ending === null || foreignKind(bytes)) return reading;
	return withNotes(reading, noted('other-format', { params: { format: 'CSV', ending: 'csv' } }));
}
