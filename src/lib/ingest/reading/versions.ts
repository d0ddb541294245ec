import type { Cells, Place, Reading } from '$lib/model/reading';
import { foldKey } from '../values/folding';
import { columnName } from './column-names';

/** One difference between two versions of a file; the place is in the version that holds the row, the newer one where both do. */
export interface VersionChange {
	kind: 'added' | 'removed' | 'changed';
	place: Place;
	/** Source text before and after, for a changed cell. */
	before?: string;
	after?: string;
}

/** What a version of a file has that another has not, counted over imported rows. */
export interface VersionDifference {
	/** Name of the column that tells rows apart; null where whole rows were compared, and then none counts as changed. */
	key: string | null;
	added: number;
	removed: number;
	changed: number;
	/** Rows that stand in both with the same answers. */
	same: number;
	columnsAdded: string[];
	columnsRemoved: string[];
	/** The first ten differences, in the order of their lines. */
	first: VersionChange[];
}

const FIRST = 10;
/** A column tells rows apart between versions only where most of its values stand in both. */
const SHARED_KEYS = 0.5;
const GLUE = '\u0000';

interface Named {
	name: string;
	before: number;
	after: number;
}

/** Names of columns as they are told apart between versions: folded, the second of a name as a second one. */
export function versionNames({ header, cells }: Reading): string[] {
	const seen = new Map<string, number>();
	return Array.from({ length: header?.length ?? cells.width }, (_, index) => {
		const key = foldKey(header?.[index] ?? '');
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return `${key}${GLUE}${times}`;
	});
}

const nameAt = ({ header }: Reading, column: number) => columnName(header, column) || String(column + 1);

function sharedColumns(
	before: Reading,
	after: Reading
): { shared: Named[]; gone: string[]; fresh: string[] } {
	const places = new Map(versionNames(before).map((key, index) => [key, index]));
	const shared: Named[] = [];
	const fresh: string[] = [];
	for (const [index, key] of versionNames(after).entries()) {
		const known = places.get(key);
		places.delete(key);
		if (known === undefined) fresh.push(nameAt(after, index));
		else shared.push({ name: nameAt(after, index), before: known, after: index });
	}
	return { shared, fresh, gone: [...places.values()].map((index) => nameAt(before, index)) };
}

/** Row by value of a column; null where a value is missing or stands twice. */
function uniqueRows(cells: Cells, column: number): Map<string, number> | null {
	const { counts, texts } = cells.column(column);
	if (texts.length - 1 !== cells.rows || (counts[0] ?? 0) > 0) return null;
	const rows = new Map<string, number>();
	for (let row = 0; row < cells.rows; row += 1) rows.set(cells.text(row, column) ?? '', row);
	return rows;
}

interface Key {
	name: string;
	before: Map<string, number>;
	after: Map<string, number>;
}

/** The column that tells rows apart in both versions and has most values in common. */
function keyColumn(shared: readonly Named[], before: Reading, after: Reading): Key | null {
	let best: Key | null = null;
	let most = SHARED_KEYS * Math.min(before.cells.rows, after.cells.rows);
	for (const column of shared) {
		const known = uniqueRows(before.cells, column.before);
		const next = known && uniqueRows(after.cells, column.after);
		if (!known || !next) continue;
		const common = [...next.keys()].filter((value) => known.has(value)).length;
		if (common <= most) continue;
		most = common;
		best = { name: column.name, before: known, after: next };
	}
	return best;
}

/** Collects differences, of which the first ones are told. */
class Ledger {
	readonly counts = { added: 0, removed: 0, changed: 0, same: 0 };
	readonly #changes: VersionChange[] = [];

	/** Counts a row once; `changes` are its differences, at most the first ten of a kind are kept. */
	add(kind: VersionChange['kind'], changes: readonly VersionChange[]): void {
		this.counts[kind] += 1;
		if (this.#changes.filter((change) => change.kind === kind).length < FIRST) this.#changes.push(...changes);
	}

	first(): VersionChange[] {
		return this.#changes.toSorted((a, b) => a.place.line - b.place.line).slice(0, FIRST);
	}
}

const lineChange = (kind: 'added' | 'removed', cells: Cells, row: number): VersionChange => ({
	kind,
	place: { line: cells.line(row), text: cells.row(row).join(' · ') }
});

function byKey(key: Key, shared: readonly Named[], before: Cells, after: Cells, ledger: Ledger): void {
	for (const [value, row] of key.before) {
		if (!key.after.has(value)) ledger.add('removed', [lineChange('removed', before, row)]);
	}
	for (const [value, row] of key.after) {
		const known = key.before.get(value);
		if (known === undefined) {
			ledger.add('added', [lineChange('added', after, row)]);
			continue;
		}
		const changes = shared.flatMap((column): VersionChange[] => {
			const [was, is] = [before.text(known, column.before) ?? '', after.text(row, column.after) ?? ''];
			const place = { line: after.line(row), column: column.after + 1, name: column.name };
			return was === is ? [] : [{ kind: 'changed', place, before: was, after: is }];
		});
		if (changes.length === 0) ledger.counts.same += 1;
		else ledger.add('changed', changes);
	}
}

/** Rows by their text over the shared columns, each with the numbers of its rows. */
function wholeRows(cells: Cells, columns: readonly number[]): Map<string, number[]> {
	const rows = new Map<string, number[]>();
	for (let row = 0; row < cells.rows; row += 1) {
		const text = columns.map((column) => cells.text(row, column) ?? '').join(GLUE);
		const known = rows.get(text);
		if (known) known.push(row);
		else rows.set(text, [row]);
	}
	return rows;
}

function byWholeRow(shared: readonly Named[], before: Cells, after: Cells, ledger: Ledger): void {
	const known = wholeRows(
		before,
		shared.map((column) => column.before)
	);
	const next = wholeRows(
		after,
		shared.map((column) => column.after)
	);
	for (const [text, rows] of next) {
		const there = known.get(text)?.length ?? 0;
		ledger.counts.same += Math.min(there, rows.length);
		for (const row of rows.slice(there)) ledger.add('added', [lineChange('added', after, row)]);
	}
	for (const [text, rows] of known) {
		const there = next.get(text)?.length ?? 0;
		for (const row of rows.slice(there)) ledger.add('removed', [lineChange('removed', before, row)]);
	}
}

/** What changed between two readings of one file: columns by folded name, rows by a key column or as a whole. */
export function compareVersions(before: Reading, after: Reading): VersionDifference {
	const { shared, gone, fresh } = sharedColumns(before, after);
	const key = keyColumn(shared, before, after);
	const ledger = new Ledger();
	if (key) byKey(key, shared, before.cells, after.cells, ledger);
	else byWholeRow(shared, before.cells, after.cells, ledger);
	return {
		key: key?.name ?? null,
		...ledger.counts,
		columnsAdded: fresh,
		columnsRemoved: gone,
		first: ledger.first()
	};
}
