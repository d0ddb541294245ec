import type { Reading } from '$lib/model/reading';
import { foldKey } from '../values/folding';
import { versionNames } from './versions';

/** Share of the rows of one file that another must hold to be taken for a version of it. */
const SHARED_ROWS = 0.5;
/** Rows repeat by chance in a questionnaire of few questions: below this share of different rows nothing is concluded. */
const DIFFERENT_ROWS = 0.8;

/** FNV-1a over UTF-16 units, mixed so that sums of hashes do not meet by the order of their parts (MurmurHash3's end). */
function hashOf(text: string, seed: number): number {
	let hash = seed;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}

const FNV_OFFSET = 0x811c9dc5;

/** The rows of a table, each as a number that equal rows share in any order of columns: ascending, with how many differ. */
interface RowSketch {
	rows: Uint32Array;
	different: number;
}

const sketches = new WeakMap<Reading, RowSketch>();

function sketchOf(reading: Reading): RowSketch {
	const known = sketches.get(reading);
	if (known) return known;
	const { cells } = reading;
	const rows = new Uint32Array(cells.rows);
	for (const [index, name] of versionNames(reading).entries()) {
		const { texts, codes } = cells.column(index);
		const seed = hashOf(name, FNV_OFFSET);
		const hashes = Uint32Array.from(texts, (text) => hashOf(text, seed));
		for (let row = 0; row < rows.length; row += 1)
			rows[row] = (rows[row] ?? 0) + (hashes[codes[row] ?? 0] ?? 0);
	}
	rows.sort();
	const different = rows.reduce((sum, row, at) => sum + (at === 0 || row !== rows[at - 1] ? 1 : 0), 0);
	const sketch = { rows, different };
	sketches.set(reading, sketch);
	return sketch;
}

/** How many numbers stand in both ascending lists, repeated ones as often as in both. */
function inCommon(one: Uint32Array, other: Uint32Array): number {
	let common = 0;
	let at = 0;
	for (const value of one) {
		while (at < other.length && (other[at] ?? 0) < value) at += 1;
		if (at === other.length) break;
		if (other[at] !== value) continue;
		common += 1;
		at += 1;
	}
	return common;
}

/** Share of the columns of the narrower table that the other must have for both to be about the same. */
const SHARED_COLUMNS = 0.5;

/** True where most columns of the narrower table stand in the other. */
export function shareColumns(one: Reading, other: Reading): boolean {
	const [narrow = [], wide = []] = [versionNames(one), versionNames(other)].sort(
		(a, b) => a.length - b.length
	);
	const known = new Set(wide);
	return narrow.filter((name) => known.has(name)).length > SHARED_COLUMNS * narrow.length;
}

const columnsOf = (reading: Reading) => versionNames(reading).sort().join('\n');

/** True where both have the same columns and most rows of either stand in the other, so that both together would count people twice. */
export function isSameTable(before: Reading, after: Reading): boolean {
	const fewer = Math.min(before.cells.rows, after.cells.rows);
	if (fewer < 2 || before.cells.width < 2 || columnsOf(before) !== columnsOf(after)) return false;
	const [known, next] = [sketchOf(before), sketchOf(after)];
	if (known.different < DIFFERENT_ROWS * known.rows.length) return false;
	return inCommon(known.rows, next.rows) > SHARED_ROWS * fewer;
}

/** The number a browser adds to the name of a second download. */
const COPY_NUMBER = / ?\((\d+)\)(?=\.[^.]*$|$)/;

/** Which download of its name a file is: 0 where the name has no number. */
export const copyNumber = (name: string): number => Number(COPY_NUMBER.exec(name)?.[1] ?? 0);

const bareName = (name: string): string => foldKey(name.replace(COPY_NUMBER, ''));
const partsOf = (path: string) => path.split(/[\\/]/).map(bareName);

/** True where two files are called the same, wherever they lie. */
export const haveSameName = (one: string, other: string): boolean =>
	partsOf(one).at(-1) === partsOf(other).at(-1);

/** True where two files are called the same and lie in one folder; a path without a folder may lie in any. */
export function haveSamePath(one: string, other: string): boolean {
	const [some, others] = [partsOf(one), partsOf(other)];
	const named = haveSameName(one, other);
	return named && (Math.min(some.length, others.length) === 1 || some.join('/') === others.join('/'));
}
