import { UnpackBudget } from './archive-inflate';
import { archiveEntries, gunzip, unpackEntry } from './archive';
import { isGzip, isZip } from './file-kind';
import { Refusal } from './refusal';

/** A table taken out of an archive; its name is that inside, without the path. */
interface UnpackedTable {
	name: string;
	bytes: Uint8Array;
}

/** The tables of an archive in its order, and the paths of what is none and was left alone. */
export interface UnpackedTables {
	tables: UnpackedTable[];
	unused: string[];
}

const TABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|xls|ods)$/i;
/** What macOS and Windows put beside the files. */
const JUNK = /(^|\/)(__MACOSX\/.*|\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** True where the name and the first bytes agree that a file is an archive that can be opened. */
export function isArchive(name: string, bytes: Uint8Array): boolean {
	return (/\.zip$/i.test(name) && isZip(bytes)) || (/\.gz$/i.test(name) && isGzip(bytes));
}

/** Paths of the files in a zip; none in a gzip. Throws a Refusal where its directory cannot be read. */
export function archivePaths(bytes: Uint8Array): string[] {
	return isZip(bytes) ? archiveEntries(bytes).map(({ path }) => path) : [];
}

function freeName(name: string, taken: ReadonlySet<string>): string {
	const dot = name.lastIndexOf('.');
	const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
	let free = name;
	for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${String(count)})${ending}`;
	return free;
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/**
 * Unpacks the tables of a zip or gzip within the caps; archives inside are not opened. Throws a Refusal where the archive
 * is damaged, encrypted, unpacks to too much, or holds no table.
 */
export function unpackTables(name: string, bytes: Uint8Array): UnpackedTables {
	if (isGzip(bytes)) {
		const file = gunzip(bytes);
		const stem = baseName(name).replace(/\.gz$/i, '');
		const inner = baseName(file.name ?? '');
		const table = { name: TABLE.test(inner) ? inner : stem, bytes: file.bytes };
		if (isArchive(table.name, table.bytes)) throw new Refusal('no-table-in-archive');
		return { tables: [table], unused: [] };
	}
	const entries = archiveEntries(bytes).filter(({ path }) => !JUNK.test(path));
	const found = entries.filter(({ path }) => TABLE.test(path));
	if (found.length === 0) throw new Refusal('no-table-in-archive');
	const budget = new UnpackBudget();
	const taken = new Set<string>();
	const tables = found.map((entry) => {
		const free = freeName(baseName(entry.path), taken);
		taken.add(free.toLowerCase());
		return { name: free, bytes: unpackEntry(bytes, entry, budget) };
	});
	return { tables, unused: entries.filter((entry) => !found.includes(entry)).map(({ path }) => path) };
}
