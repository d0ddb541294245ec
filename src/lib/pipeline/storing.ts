import {
	besideSheets,
	isOneOfSheets,
	personalColumns,
	redactionOf,
	withRedactedRoles,
	type PersonalColumns,
	type PersonalSheet
} from '$lib/ingest/mapping/personal';
import { readFrom, readOthers, unpackedFrom } from '$lib/ingest/reading/read-any';
import { redactReading, textsOf, type RedactedColumn } from '$lib/ingest/reading/redact';
import { redactedCopy, redactInner } from '$lib/ingest/reading/redacted-copy';
import { personalText } from '$lib/ingest/values/personal';
import type { Project, Redaction, Source, SourceKind } from '$lib/model/project';
import type { PersonalChoice, Question, ReadFile } from '$lib/model/proposal';
import type { Reading, ReadingOptions } from '$lib/model/reading';
import { sha256Hex } from '$lib/project/hash';
import { codesFor, SALT_BYTES, saltOf } from './storing-codes';

/** A file as it is stored, with its bytes. */
export interface StoredFile {
	file: ReadFile;
	bytes: Uint8Array;
}

/** A file as it was given, in memory only until the user decided about its personal columns. */
interface Original {
	given: StoredFile;
	options: ReadingOptions;
	/** The table that holds the columns: what a double-encoded file has inside its one column. */
	table: Reading;
	found: PersonalColumns;
}

/** Random bytes; the page and the terminal take them from the platform, tests from where they like. */
export type Random = (bytes: number) => Uint8Array;

const TEXT_NAME = /\.(csv|tsv|tab|txt)$/i;
const WORKBOOK_ENDING = /\.(xlsx|xlsm|xls|ods)$/i;
/** The name of a copy says what it is: text, whatever the file was. */
const copyName = (name: string) => (TEXT_NAME.test(name) ? name : `${name.replace(WORKBOOK_ENDING, '')}.csv`);
const EMPTIED = () => '';

const isWrapped = ({ issues }: Reading) => issues.some(({ code }) => code === 'double-encoded');

/** What stands in place of the cells of each redacted column. */
async function replacements(
	table: Reading,
	redaction: Redaction,
	salt: () => string
): Promise<RedactedColumn[]> {
	const columns: RedactedColumn[] = [];
	for (const { index, kind, how } of redaction.columns) {
		const codes = how === 'coded' ? await codesFor(textsOf(table, index), kind, salt()) : null;
		const replace = codes ? (text: string) => codes.get(text) ?? '' : EMPTIED;
		columns.push({ index, names: kind === 'name', replace });
	}
	return columns;
}

/** The reading without its personal cells; a cell that holds a whole record loses those inside it. */
function redacted({ given, table }: Original, columns: readonly RedactedColumn[]): Reading {
	const { reading } = given.file;
	if (table === reading) return redactReading(reading, columns);
	const delimiter = table.dialect?.delimiter ?? '';
	const width = table.header?.length ?? table.cells.width;
	const inner = (cells: readonly string[]) =>
		cells.map((text, index) => {
			const found = columns.find((column) => column.index === index);
			if (found) return found.replace(text);
			return cells.length !== width && personalText(text) !== null ? '' : text;
		});
	const replace = (text: string) => redactInner(text, delimiter, inner);
	return redactReading(reading, [{ index: 0, names: false, replace }]);
}

const cellsIn = (some: readonly { cells: number }[]) => some.reduce((sum, { cells }) => sum + cells, 0);

/** The stored form of a file as `choice` has it. While `open`, the question is asked and all that the reading found is told. */
async function variant(
	original: Original,
	choice: PersonalChoice,
	open: boolean,
	salt: () => string
): Promise<StoredFile> {
	const { given, found, table, options } = original;
	const { sha256, name, reading, archive } = given.file;
	const redaction = redactionOf(found, choice, sha256, reading.sheet);
	if (!redaction) return { ...given, file: { ...given.file, options } };
	const columns = await replacements(table, redaction, salt);
	const masked = redacted(original, columns);
	const copy = redactedCopy(masked, options);
	const pinned = { ...copy.options };
	delete pinned.encoding;
	const { status, sheets, sheet } = reading;
	const kept = open ? { issues: masked.issues, status, sheets, sheet } : {};
	const file: ReadFile = {
		...given.file,
		sha256: await sha256Hex(copy.bytes),
		name: copyName(name),
		bytes: copy.bytes.length,
		reading: { ...unpackedFrom(archive, copy.reading), ...kept },
		redacted: redaction,
		options: pinned
	};
	const cells = cellsIn(found.columns) + cellsIn(found.elsewhere);
	return {
		bytes: copy.bytes,
		file: open ? { ...file, undecided: { choices: found.choices, assumed: choice, cells } } : file
	};
}

/** Options that concern the bytes, and those that concern the rows. */
const OF_BYTES = ['encoding', 'delimiter', 'quote', 'sheet', 'repair'] as const;
const OF_ROWS = ['roles', 'undo', 'plain', 'hasHeader'] as const;

const picked = (options: Source['reading'] | ReadingOptions): ReadingOptions =>
	Object.fromEntries(OF_ROWS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));

/** The table that holds the columns of a file: its reading, or what a double-encoded file has inside its one column. */
async function innerTable({ file, bytes }: StoredFile, options: ReadingOptions): Promise<Reading> {
	if (!isWrapped(file.reading)) return file.reading;
	const inner = await readFrom(file, bytes, { ...options, repair: ['double-encoded'] });
	return inner.status === 'refuse' ? file.reading : inner;
}

/** Sheets of a workbook that are not read and hold personal columns: whole, it would be stored with them. */
async function personalSheets({ file, bytes }: StoredFile, project: Project): Promise<PersonalSheet[]> {
	const readings = await readOthers(file.name, bytes, file.reading);
	return readings.flatMap((reading) => {
		const found = personalColumns({ ...file, reading }, project);
		return found ? [{ sheet: reading.sheet ?? '', cells: cellsIn(found.columns) }] : [];
	});
}

/**
 * Decides in which form files are stored. A file with personal columns is stored as a redacted copy from the beginning, and so
 * is a workbook with such columns in a sheet that is not read;
 * the file as it was given stays in memory until the user decided, and is forgotten then.
 */
export class Storing {
	readonly #random: Random;
	#originals = new Map<string, Original>();
	/** A salt that was made but is in no project yet. */
	#salt: string | null = null;

	constructor(random: Random) {
		this.#random = random;
	}

	/** Hashes by which a file is known to be there: of stored bytes, and of the files that redacted copies stand for. */
	known(project: Project, stored: ReadonlyMap<string, unknown>): Set<string> {
		const held = [...this.#originals].filter(([sha256]) => stored.has(sha256));
		const originals = held.map(([, { given }]) => given.file.sha256);
		const redactedOnes = project.sources.flatMap((source) => source.redacted?.original ?? []);
		return new Set([...stored.keys(), ...originals, ...redactedOnes]);
	}

	/** A file as it was given; null where that is not in memory. */
	given(sha256: string): StoredFile | null {
		return this.#originals.get(sha256)?.given ?? null;
	}

	/** The form in which a file just read is stored; `options` are those it was read under, `kind` is what the user said it is. */
	async take(
		given: StoredFile,
		project: Project,
		options: ReadingOptions = {},
		kind: SourceKind | null = null
	): Promise<StoredFile> {
		const table = await innerTable(given, options);
		const own = personalColumns({ ...given.file, reading: table }, project, kind);
		const found = besideSheets(own, await personalSheets(given, project));
		if (!found) return given;
		const original: Original = { given, options, table, found };
		const stored = await variant(original, found.assumed, true, () => this.#saltFor(project));
		this.#originals.set(stored.file.sha256, original);
		return stored;
	}

	/** The form in which a file is stored once the user has decided; null where the file as it was given is not in memory. */
	async decide(source: Source, choice: PersonalChoice, project: Project): Promise<StoredFile | null> {
		const original = this.#originals.get(source.sha256);
		if (!original) return null;
		const { given } = original;
		const options = { ...original.options, ...picked(source.reading) };
		const reading = await readFrom(given.file, given.bytes, options);
		const again = { ...given, file: { ...given.file, reading } };
		const table = await innerTable(again, options);
		return variant({ ...original, given: again, options, table }, choice, false, () =>
			this.#saltFor(project)
		);
	}

	/**
	 * A file stored anew from the bytes as they were given, because it is read otherwise (encoding, delimiter, sheet …) or
	 * is of another kind; null where those bytes are not in memory or none of that has changed. While a workbook waits for
	 * its sheet every change is made in the workbook, for its copy knows nothing of the other sheets.
	 */
	async again(source: Source, options: ReadingOptions, project: Project): Promise<StoredFile | null> {
		const original = this.#originals.get(source.sha256);
		if (!original) return null;
		const before = project.sources.find(({ sha256 }) => sha256 === source.sha256);
		const names = isOneOfSheets(original.given.file.reading) ? [...OF_BYTES, ...OF_ROWS] : OF_BYTES;
		const changed = names.filter(
			(name) => JSON.stringify(options[name] ?? '') !== JSON.stringify(before?.reading[name] ?? '')
		);
		if (changed.length === 0 && source.kind === before?.kind) return null;
		const { file, bytes } = original.given;
		const own = Object.fromEntries(changed.map((name) => [name, options[name]]));
		const next: ReadingOptions = { ...original.options, ...picked(options), ...own };
		const reading = await readFrom(file, bytes, next);
		if (reading.status === 'refuse') return null;
		return this.take({ file: { ...file, reading }, bytes }, project, next, source.kind);
	}

	/** The project with the salt, where codes are in use. */
	withSalt(project: Project): Project {
		const coded = project.sources.some(({ redacted: one }) =>
			one?.columns.some(({ how }) => how === 'coded')
		);
		if (!coded || project.privacy.salt !== undefined || this.#salt === null) return project;
		return { ...project, privacy: { ...project.privacy, salt: this.#salt } };
	}

	/** Forgets the files as they were given, but for those among `files` that wait for a word; called after every change. */
	settle(project: Project, files: readonly ReadFile[]): void {
		const waiting = new Set(files.filter(({ undecided }) => undecided).map(({ sha256 }) => sha256));
		this.#originals = new Map([...this.#originals].filter(([sha256]) => waiting.has(sha256)));
		if (project.privacy.salt !== undefined) this.#salt = null;
	}

	#saltFor(project: Project): string {
		return project.privacy.salt ?? (this.#salt ??= saltOf(this.#random(SALT_BYTES)));
	}
}

const renamed = (text: string, from: string, to: string) =>
	text.replaceAll(from, to).replaceAll(from.slice(0, 12), to.slice(0, 12));

/** A question about a file under another hash. */
function renamedQuestion(question: Question, from: string, to: string): Question {
	return JSON.parse(renamed(JSON.stringify(question), from, to)) as Question;
}

/**
 * The project with a file stored in another form. Where it is `mapped` as before, its columns keep their roles but for
 * what redacted ones can be; else they are proposed anew.
 */
export function withStored(project: Project, from: string, { file }: StoredFile, mapped: boolean): Project {
	const { sha256: to, name, bytes, redacted: redaction, options, reading } = file;
	const sources = project.sources.map((source): Source => {
		if (source.corrects === from) return { ...source, corrects: to };
		if (source.sha256 !== from) return source;
		const rest = { ...source };
		delete rest.redacted;
		return {
			...rest,
			...(redaction ? { redacted: redaction } : {}),
			sha256: to,
			name,
			bytes,
			reading: { encoding: reading.encoding, ...options },
			columns: mapped ? withRedactedRoles(source.columns, redaction, source.kind, reading.header) : [],
			confirmed: mapped && source.confirmed
		};
	});
	const open = project.open?.map((question) => renamedQuestion(question, from, to));
	return { ...project, sources, ...(open ? { open } : {}) };
}
