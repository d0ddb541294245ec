import { zipSync } from 'fflate';
import { UnpackBudget } from '../archive-inflate';
import { archiveEntries, unpackEntry } from '../archive';
import { Refusal } from '../refusal';

/** The parts of a workbook that hold its cells, unpacked within the caps and checked byte for byte, by path. */
export type PackageParts = Map<string, Uint8Array>;

/** Drawings, comments and the like: nothing in them is a cell, and nothing of them is unpacked. */
const BESIDE =
	/(^|\/)(drawings|charts|chartsheets|media|theme|pivot\w*|tables|comments\w*|threadedComments|persons|slicers?\w*|timelines?\w*|customXml|ctrlProps|activeX|embeddings|externalLinks|queryTables|docProps|printerSettings|worksheets\/_rels|Thumbnails|Pictures|Configurations2|Object[^/]*)\//i;
const HOLDS_CELLS = /\.(xml|rels)$|^mimetype$/i;

/** Unpacks what holds cells. Throws a Refusal where the package is damaged, encrypted, or unpacks to too much. */
export function packageParts(bytes: Uint8Array): PackageParts {
	const budget = new UnpackBudget();
	const parts: PackageParts = new Map();
	for (const entry of archiveEntries(bytes)) {
		if (!HOLDS_CELLS.test(entry.path) || BESIDE.test(entry.path)) continue;
		if (parts.has(entry.path)) throw new Refusal('damaged-archive');
		parts.set(entry.path, unpackEntry(bytes, entry, budget));
	}
	return parts;
}

/** The parts as a zip without compression, as hucre wants them. */
export function packed(parts: PackageParts): Uint8Array {
	return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** Text of a part; '' where there is none. Throws where it is not UTF-8. */
export function partText(parts: PackageParts, path: string): string {
	const bytes = parts.get(path);
	return bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : '';
}
