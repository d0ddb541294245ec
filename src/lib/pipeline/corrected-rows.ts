import { LEADING_COLUMNS } from '$lib/ingest/mapping/corrected';
import { ownMark } from '$lib/ingest/reading/own-table';
import type { Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions, RowRole, SourceRow } from '$lib/model/reading';

/*
 * Rows of a file that were set aside leave as a table of their own: physical line, what the row is, its cells.
 * Fixed by hand and given back, that table is a source beside the first one and follows its mapping. A row counts
 * once: those that differ from the first file's are taken from here and set aside there, the others stay as they were.
 */

const MARK_LENGTH = 12;

/** Roles whose rows carry nothing of the user's, so nobody needs them back. */
const WITHOUT_CONTENT: readonly RowRole[] = ['header', 'repeated-header', 'blank'];

/** Name of the first column of a table of rows to fix; by it the table is recognised when it comes back. */
export const markedLineName = (word: string, sha256: string): string =>
	`${word} · Olshem ${sha256.slice(0, MARK_LENGTH)}`;

/** Rows with content that do not count as they are: those set aside, and those with another number of cells than the header. */
export function rowsToFix(reading: Reading, roles: ReadingOptions['roles'] = {}): SourceRow[] {
	const { aside, cells, ragged } = reading;
	const uneven = ragged
		.filter((row) => roles[cells.line(row)] !== 'imported')
		.map((row): SourceRow => ({ line: cells.line(row), role: 'set-aside', cells: [...cells.row(row)] }));
	return [...aside.filter(({ role }) => !WITHOUT_CONTENT.includes(role)), ...uneven].sort(
		(a, b) => a.line - b.line
	);
}

/** Where the marked header of a table of corrected rows stands, and the beginning of the hash of the file it came from. */
function markOf({ header, aside, cells }: Reading): { mark: string; line: number } | null {
	const candidates = aside.map((row) => ({ line: row.line, text: row.cells[0] ?? '' }));
	if (header)
		candidates.unshift({
			line: aside.find(({ role }) => role === 'header')?.line ?? 1,
			text: header[0] ?? ''
		});
	else if (cells.rows > 0) candidates.unshift({ line: cells.line(0), text: cells.text(0, 0) ?? '' });
	for (const { line, text } of candidates) {
		const mark = ownMark(text);
		if (mark !== null) return { mark, line };
	}
	return null;
}

/** True where a reading is a table of rows to fix that was given back. */
export const isCorrection = (reading: Reading): boolean => markOf(reading) !== null;

/** The file a table of corrected rows came from, and how the table is to be read; null where that file is not there. */
export function correctedFile(
	reading: Reading,
	files: readonly ReadFile[]
): { original: ReadFile; options: ReadingOptions } | null {
	const found = markOf(reading);
	const original =
		found &&
		files.find(({ sha256, redacted }) =>
			[sha256, redacted?.original].some((hash) => hash?.startsWith(found.mark))
		);
	return original ? { original, options: { plain: true, roles: { [found.line]: 'header' } } } : null;
}

interface FileRow {
	line: number;
	cells: readonly string[];
}

function recordsOf({ cells, aside }: Reading): FileRow[] {
	const imported = Array.from({ length: cells.rows }, (_, row) => ({
		line: cells.line(row),
		cells: cells.row(row)
	}));
	return [...aside.filter(({ role }) => role !== 'header' && role !== 'blank'), ...imported].sort(
		(a, b) => a.line - b.line
	);
}

/** A cell as it is compared: spaces at its ends are no change. */
const plain = (cell: string | undefined) => (cell ?? '').trim();

function differ(one: readonly string[], other: readonly string[]): boolean {
	const width = Math.max(one.length, other.length);
	return Array.from({ length: width }, (_, index) => plain(one[index]) !== plain(other[index])).includes(
		true
	);
}

/** Lines of the first file that a table of corrected rows replaces, each with its line in the table; a row still uneven replaces none. */
function correctedLines(correction: Reading, original: Reading): Map<number, number> {
	const before = new Map(recordsOf(original).map(({ line, cells }) => [line, cells]));
	const uneven = new Set(correction.ragged.map((row) => correction.cells.line(row)));
	const lines = new Map<number, number>();
	for (const { line, cells } of recordsOf(correction)) {
		if (uneven.has(line)) continue;
		const named = Number(cells[0]);
		const known = before.get(named);
		if (known && differ(known, cells.slice(LEADING_COLUMNS))) lines.set(named, line);
	}
	return lines;
}

const readingOf = (files: readonly ReadFile[], sha256: string) =>
	files.find((file) => file.sha256 === sha256)?.reading;

const withRoles = (source: Source, roles: ReadonlyMap<number, RowRole | null>): Source => {
	const kept = Object.entries(source.reading.roles ?? {}).filter(([line]) => !roles.has(Number(line)));
	const set = [...roles].flatMap(([line, role]): [string, string][] => (role ? [[String(line), role]] : []));
	return { ...source, reading: { ...source.reading, roles: Object.fromEntries([...kept, ...set]) } };
};

/** Lines of `original` that its tables of corrected rows replace: which table, and the line there; a later table has the last word. */
function claims(
	original: string,
	project: Project,
	files: readonly ReadFile[]
): { tables: Map<string, Reading>; lines: Map<number, { table: string; line: number }> } {
	const tables = new Map<string, Reading>();
	const lines = new Map<number, { table: string; line: number }>();
	const first = readingOf(files, original);
	for (const source of project.sources) {
		const reading = source.corrects === original ? readingOf(files, source.sha256) : undefined;
		if (!reading || !first) continue;
		tables.set(source.sha256, reading);
		for (const [named, line] of correctedLines(reading, first)) {
			lines.set(named, { table: source.sha256, line });
		}
	}
	return { tables, lines };
}

/**
 * The project with the roles by which every row of `original` counts once: corrected lines are set aside there and
 * imported from the latest table that corrects them. Lines in `released` are judged again unless a table claims them.
 */
export function settleCorrections(
	project: Project,
	files: readonly ReadFile[],
	original: string,
	released: readonly number[] = []
): Project {
	const { tables, lines } = claims(original, project, files);
	const sources = project.sources.map((source) => {
		if (source.sha256 === original) {
			const roles = new Map<number, RowRole | null>(released.map((line) => [line, null]));
			for (const line of lines.keys()) roles.set(line, 'set-aside');
			return roles.size > 0 ? withRoles(source, roles) : source;
		}
		const table = tables.get(source.sha256);
		if (!table) return source;
		const taken = new Set(
			[...lines.values()].filter((claim) => claim.table === source.sha256).map(({ line }) => line)
		);
		const roles = new Map(
			recordsOf(table).map(({ line }) => [
				line,
				taken.has(line) ? ('imported' as const) : ('set-aside' as const)
			])
		);
		return withRoles(source, roles);
	});
	return { ...project, sources };
}

/** Lines of the first file that one table of corrected rows replaces. */
export function linesOfCorrection(table: string, project: Project, files: readonly ReadFile[]): number[] {
	const original = project.sources.find(({ sha256 }) => sha256 === table)?.corrects;
	if (original === undefined) return [];
	return [...claims(original, project, files).lines]
		.filter(([, claim]) => claim.table === table)
		.map(([line]) => line);
}

/** The project with tables of corrected rows bound to the hash under which their file is stored now. */
export const withMovedOriginal = (project: Project, from: string, to: string): Project => ({
	...project,
	sources: project.sources.map((source) => (source.corrects === from ? { ...source, corrects: to } : source))
});
