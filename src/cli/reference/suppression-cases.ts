import {
	auditTable,
	complementAllowed,
	isUnanimous,
	suppressTable,
	type Leak
} from '$lib/measures/suppression/suppress-table';
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
		check('audit', [], auditTable(cells, hidden, k).map(leakRecord))
	];
}

function size(value: unknown): number {
	return isRecord(value) ? Number(value.n) : NaN;
}

/** The properties a suppression case asks for, with what the software does. */
export function suppressionChecks(item: Case): Check[] {
	const k = Number(item.threshold);
	if (item.kind === 'differencing') {
		const left = size(item.all) - size(item.subset);
		return [
			check(
				'filter_allowed',
				left === 0 || left >= k,
				complementAllowed(size(item.subset), size(item.all), k)
			)
		];
	}
	if (item.kind === 'attribute') {
		const counts = grid(item.counts).flat();
		return [check('unanimous', counts.filter((count) => count > 0).length === 1, isUnanimous(counts))];
	}
	return tableChecks(item, k);
}
