import type { ReadFile } from '$lib/model/proposal';
import type { CodedColumn, Reading } from '$lib/model/reading';
import { columnName } from '$lib/ingest/reading/column-names';

/** Distinct values kept per column; more than that is text, a time or a code, never a scale. */
const DISTINCT_LIMIT = 1000;

/** What a column holds, counted once: filled cells and distinct source texts with their counts. */
export interface ColumnProfile {
	index: number;
	header: string;
	/** What the column is called where it is named to the user. */
	name: string;
	filled: number;
	distinct: ReadonlyMap<string, number>;
	/** True where the column has more distinct values than were kept; the counts then cover its beginning. */
	overflow: boolean;
}

/** A file with its columns profiled. */
export interface FileProfile {
	file: ReadFile;
	columns: ColumnProfile[];
	rows: number;
	/** Title lines above the header and the file's name: words that may name audience, wave and instrument. */
	titles: string[];
}

function profileColumn(
	{ texts, counts }: CodedColumn,
	index: number,
	header: readonly string[] | null
): ColumnProfile {
	const distinct = new Map<string, number>();
	let filled = 0;
	let overflow = false;
	for (let code = 1; code < texts.length; code += 1) {
		const text = texts[code] ?? '';
		if (text.trim() === '') continue;
		const count = counts[code] ?? 0;
		if (distinct.size < DISTINCT_LIMIT) distinct.set(text, count);
		else overflow = true;
		filled += count;
	}
	const name = columnName(header, index);
	return { index, header: header?.[index] ?? '', name, filled, distinct, overflow };
}

const profiles = new WeakMap<Reading, FileProfile>();

/** Profiles a file's columns; a reading is profiled once, however often its mapping is proposed again. */
export function profileFile(file: ReadFile): FileProfile {
	const known = profiles.get(file.reading);
	if (known && known.file.name === file.name && known.file.sha256 === file.sha256) return known;
	const { header, cells, aside } = file.reading;
	const width = header?.length ?? (cells.rows > 0 ? cells.row(0).length : 0);
	const columns = Array.from({ length: width }, (_, index) =>
		profileColumn(cells.column(index), index, header)
	);
	const titles = aside
		.filter((row) => row.role === 'title')
		.map((row) => row.cells.filter((cell) => cell.trim() !== '').join(' '));
	const profile = { file, columns, rows: cells.rows, titles: [...titles, file.name] };
	profiles.set(file.reading, profile);
	return profile;
}

/** Distinct values with counts that `keep` accepts. */
export function valuesOf(column: ColumnProfile, keep: (value: string) => boolean): [string, number][] {
	return [...column.distinct].filter(([value]) => keep(value));
}
