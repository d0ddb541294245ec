import { hiddenGroups } from '$lib/measures/small-groups';
import { hideGroups } from '$lib/measures/suppression/hide-groups';
import { recoverableFrom } from '$lib/measures/suppression/recoverable';
import { auditTable, suppressTable, type Leak } from '$lib/measures/suppression/suppress-table';
import type { BaseCell, TableEntry } from '$lib/measures/suppression/table';
import type { Check, Expected } from './tolerance';

type Case = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Case {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function grid(value: unknown): number[][] {
	if (!Array.isArray(value)) throw new TypeError('expected a table of counts');
	return value.map((line) => (Array.isArray(line) ? line.map(Number) : [Number(line)]));
}

function check(field: string, expected: Expected, actual: Expected): Check {
	return { field, expected, actual, tolerance: { relative: 0, absolute: 0 } };
}

function isCell({ row, column }: TableEntry): boolean {
	return row !== null && column !== null;
}

function place({ row, column }: TableEntry): Expected {
	return [Number(row), Number(column)];
}

function leakRecord(leak: Leak): Expected {
	return [place(leak), [leak.low, leak.high]];
}

function expectedLeaks(value: unknown): Expected {
	if (!Array.isArray(value)) return [];
	return value.filter(isRecord).map(({ cell, interval }) => [cell as Expected, interval as Expected]);
}

function tableChecks(item: Case, k: number): Check[] {
	const counts = grid(item.counts);
	const cells: BaseCell[] = counts.flatMap((line, i) =>
		line.map((n, j) => ({ row: String(i), column: String(j), n }))
	);
	const hidden = suppressTable(cells, k);
	const small = hidden.filter((entry) => entry.cause === 'small' && isCell(entry));
	const masked = grid(item.greedy_mask).flatMap((line, i) =>
		line.flatMap((flag, j) => (flag === 1 ? [{ row: String(i), column: String(j) }] : []))
	);
	return [
		check('primary', item.primary as Expected, small.map(place)),
		check(
			'primary_only_leaks',
			expectedLeaks(item.primary_only_leaks),
			auditTable(cells, small, k).map(leakRecord)
		),
		check('greedy_safe', item.greedy_safe as Expected, auditTable(cells, masked, k).length === 0),
		check('audit', [], auditTable(cells, hidden, k).map(leakRecord)),
		...(counts.length === 1 ? [check('page_audit', [], pageLeaks(cells, k).map(leakRecord))] : [])
	];
}

/** What is left to find in a table of one row as the page hides its groups, and their total where it is itself small. */
function pageLeaks(cells: readonly BaseCell[], k: number): Leak[] {
	const hidden = hiddenGroups(new Map(cells.map(({ column, n }) => [column, n])), k);
	const total = cells.reduce((sum, { n }) => sum + n, 0);
	const entries: TableEntry[] = cells.filter(({ column }) => hidden.has(column));
	const [first] = cells;
	if (first && total < k) entries.push({ row: first.row, column: null });
	return auditTable(cells, entries, k);
}

/** Whether everyone and a part of them are both shown: as the groups of a table, and as two figures that are saved. */
function differencingChecks(all: number, subset: number, k: number): Check[] {
	const left = all - subset;
	const groups = new Map([
		['subset', subset],
		['left', left]
	]);
	const base = (n: number, filter: Record<string, string>) => ({
		...{ instrument: 'survey', question: '', wave: 'w1' },
		...{ n, filter }
	});
	const given = recoverableFrom([base(all, {}), base(subset, { part: 'subset' })], k);
	const isSafe = left === 0 || left >= k;
	return [
		check('subset_shown', isSafe, !hiddenGroups(groups, k).has('subset')),
		check(
			'left_over',
			isSafe ? [] : [left],
			given.map(({ n }) => n)
		)
	];
}

/** Whether a group of these answers is shown beside one whose answers differ. */
function alikeCheck(counts: readonly number[], k: number): Check {
	const n = counts.reduce((sum, count) => sum + count, 0);
	const cells = [
		...counts.map((count, level) => ({ groups: ['group'], n: count, answer: level })),
		...counts.map((_, level) => ({ groups: ['others'], n: n + k, answer: level }))
	];
	const isAlike = counts.filter((count) => count > 0).length === 1;
	const hidden = hideGroups({ kinds: 1, cells }, k).hidden[0]?.has('group') ?? false;
	return check('alike_hidden', isAlike, hidden);
}

function size(value: unknown): number {
	return isRecord(value) ? Number(value.n) : NaN;
}

/** The properties a suppression case asks for, with what the software does. */
export function suppressionChecks(item: Case): Check[] {
	const k = Number(item.threshold);
	if (item.kind === 'differencing') return differencingChecks(size(item.all), size(item.subset), k);
	if (item.kind === 'attribute') return [alikeCheck(grid(item.counts).flat(), k)];
	return tableChecks(item, k);
}
