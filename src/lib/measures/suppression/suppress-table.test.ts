import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTable, complementAllowed, suppressTable } from './suppress-table';
import type { BaseCell, TableEntry } from './table';

function cellsOf(counts: readonly (readonly number[])[]): BaseCell[] {
	return counts.flatMap((line, i) => line.map((n, j) => ({ row: `r${i}`, column: `c${j}`, n })));
}

function isHidden(hidden: readonly TableEntry[], row: string | null, column: string | null): boolean {
	return hidden.some((entry) => entry.row === row && entry.column === column);
}

/**
 * Tries every table within k − 1 of the true one in each hidden cell, and returns the range of each hidden entry over
 * those that agree with everything printed. Moving an entry by k − 1 never needs a longer way.
 */
function rangesByEnumeration(cells: readonly BaseCell[], hidden: readonly TableEntry[], k: number): number[] {
	const rows = [...new Set(cells.map(({ row }) => row))];
	const columns = [...new Set(cells.map(({ column }) => column))];
	const printsRowTotals = rows.length === 1 || columns.length > 1;
	const printsColumnTotals = rows.length > 1;
	const sum = (n: readonly number[], keep: (cell: BaseCell) => boolean) =>
		cells.reduce((running, cell, index) => (keep(cell) ? running + (n[index] ?? 0) : running), 0);
	const truth = cells.map(({ n }) => n);
	const valueOf = (n: readonly number[], { row, column }: TableEntry) =>
		sum(n, (cell) => (row === null || cell.row === row) && (column === null || cell.column === column));
	const margins: TableEntry[] = [
		...(printsRowTotals ? rows.map((row) => ({ row, column: null })) : []),
		...(printsColumnTotals ? columns.map((column) => ({ row: null, column })) : []),
		...(printsRowTotals && printsColumnTotals ? [{ row: null, column: null }] : [])
	].filter(({ row, column }) => !isHidden(hidden, row, column));
	const free = cells.flatMap((cell, index) => (isHidden(hidden, cell.row, cell.column) ? [index] : []));
	const lowest = hidden.map((entry) => valueOf(truth, entry));
	const highest = [...lowest];
	const visit = (depth: number, n: number[]): void => {
		const index = free[depth];
		if (index === undefined) {
			if (margins.some((entry) => valueOf(n, entry) !== valueOf(truth, entry))) return;
			hidden.forEach((entry, place) => {
				lowest[place] = Math.min(lowest[place] ?? 0, valueOf(n, entry));
				highest[place] = Math.max(highest[place] ?? 0, valueOf(n, entry));
			});
			return;
		}
		const own = truth[index] ?? 0;
		for (let value = Math.max(0, own - k + 1); value <= own + k - 1; value++) {
			n[index] = value;
			visit(depth + 1, n);
		}
		n[index] = own;
	};
	visit(0, [...truth]);
	return hidden.map((_, place) => (highest[place] ?? 0) - (lowest[place] ?? 0));
}

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 25 }));

function table(maxRows: number, maxColumns: number): fc.Arbitrary<BaseCell[]> {
	return fc
		.tuple(fc.integer({ min: 1, max: maxRows }), fc.integer({ min: 1, max: maxColumns }))
		.chain(([rows, columns]) =>
			fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
				minLength: rows,
				maxLength: rows
			})
		)
		.map(cellsOf);
}

describe('suppressTable', () => {
	it('leaves an attacker who tries every table an interval of at least k − 1', () => {
		fc.assert(
			fc.property(table(3, 3), (cells) => {
				const hidden = suppressTable(cells, 3);
				for (const range of rangesByEnumeration(cells, hidden, 3)) expect(range).toBeGreaterThanOrEqual(2);
				expect(hidden.length).toBeGreaterThanOrEqual(cells.filter(({ n }) => n > 0 && n < 3).length);
			}),
			{ numRuns: 60 }
		);
	});

	it('hides every small base, cell or total, and passes its own audit at any k', () => {
		fc.assert(
			fc.property(table(6, 5), fc.integer({ min: 3, max: 20 }), (cells, k) => {
				const hidden = suppressTable(cells, k);
				expect(auditTable(cells, hidden, k)).toEqual([]);
				for (const { row, column, n } of cells) {
					if (n > 0 && n < k) expect(isHidden(hidden, row, column)).toBe(true);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('hides nothing where nothing is small', () => {
		expect(
			suppressTable(
				cellsOf([
					[8, 9],
					[0, 15]
				]),
				5
			)
		).toEqual([]);
	});
});

describe('auditTable', () => {
	it('finds the cell that subtraction gives away, with the interval', () => {
		const leaks = auditTable(cellsOf([[12, 3, 15]]), [{ row: 'r0', column: 'c1' }], 5);
		expect(leaks).toEqual([{ row: 'r0', column: 'c1', low: 3, high: 3 }]);
	});

	it('agrees with trying every table', () => {
		fc.assert(
			fc.property(table(3, 3), (cells) => {
				const hidden = cells.filter(({ n }) => n > 0 && n < 3).map(({ row, column }) => ({ row, column }));
				fc.pre(hidden.length > 0);
				const narrow = rangesByEnumeration(cells, hidden, 3).filter((range) => range < 2).length;
				expect(auditTable(cells, hidden, 3).length).toBe(narrow);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('complementAllowed', () => {
	it('refuses a filter that leaves out 1..k−1 people', () => {
		expect([21, 20, 17, 16].map((n) => complementAllowed(n, 21, 5))).toEqual([true, false, false, true]);
	});
});
