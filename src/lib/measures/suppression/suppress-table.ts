import { knownTooClosely, type Mask } from './attacker';
import {
	baseAt,
	entryAt,
	isPrinted,
	marginTable,
	positionOf,
	printedPositions,
	type BaseCell,
	type MarginTable,
	type Position,
	type TableEntry
} from './table';

/** A hidden entry: because its own base is small, or to protect one that is. Both are to look alike to the reader. */
export interface HiddenEntry extends TableEntry {
	cause: 'small' | 'complementary';
}

/** An entry an attacker can narrow down to fewer than k values, with the interval found. */
export interface Leak extends TableEntry {
	low: number;
	high: number;
}

/** Whether a base is so small that it is hidden for its own sake. */
function isSmall(n: number, k: number): boolean {
	return n > 0 && n < k;
}

/** Whether a filter may be shown: the people it leaves out are none, or at least k. */
export function complementAllowed(n: number, total: number, k: number): boolean {
	return !isSmall(total - n, k);
}

/**
 * Which bases of a two-way table to hide, totals included, so that no hidden base is known more closely than an
 * interval of k − 1: small ones first, then the fewest and smallest others by the hypercube rule, checked by an attacker.
 */
export function suppressTable(cells: readonly BaseCell[], k: number): HiddenEntry[] {
	const table = marginTable(cells);
	const printed = printedPositions(table);
	const mask = table.n.map((line, i) => line.map((n, j) => isPrinted(table, { i, j }) && isSmall(n, k)));
	const firstLeak = () => knownTooClosely(table, mask, k - 1).next().value;
	for (let target = firstLeak(); target; target = firstLeak()) {
		for (const { i, j } of protection(table, mask, target, k)) setHidden(mask, { i, j }, true);
	}
	const complementary = printed.filter((at) => mask[at.i]?.[at.j] && !isSmall(baseAt(table, at), k));
	complementary.sort((a, b) => baseAt(table, b) - baseAt(table, a));
	for (const at of complementary) {
		setHidden(mask, at, false);
		if (firstLeak()) setHidden(mask, at, true);
	}
	return printed
		.filter(({ i, j }) => mask[i]?.[j])
		.map((at) => ({
			...entryAt(table, at),
			cause: isSmall(baseAt(table, at), k) ? 'small' : 'complementary'
		}));
}

/** Finds the hidden bases of a printed table that are known more closely than an interval of k − 1. */
export function auditTable(cells: readonly BaseCell[], hidden: readonly TableEntry[], k: number): Leak[] {
	const table = marginTable(cells);
	const mask = table.n.map((line) => line.map(() => false));
	for (const entry of hidden) setHidden(mask, positionOf(table, entry), true);
	return [...knownTooClosely(table, mask, k - 1)].map(({ i, j, low, high }) => ({
		...entryAt(table, { i, j }),
		low,
		high
	}));
}

function setHidden(mask: boolean[][], { i, j }: Position, value: boolean): void {
	const line = mask[i];
	if (line && j in line) line[j] = value;
}

/** What to hide next for the sake of `target`; never empty while something is printed. */
function protection(table: MarginTable, mask: Mask, target: Position, k: number): Position[] {
	const single = table.rows.length === 1 || table.columns.length === 1;
	const chosen = single ? null : cheapestSquare(table, mask, target, k);
	return chosen ?? smallestPrinted(table, mask, target);
}

/** The hypercube rule: three partners of a cell that let k − 1 respondents move around the square. */
function cheapestSquare(table: MarginTable, mask: Mask, { i, j }: Position, k: number): Position[] | null {
	if (i === table.rows.length || j === table.columns.length) return null;
	let best: { partners: Position[]; respondents: number } | null = null;
	for (const a of table.rows.keys()) {
		for (const b of table.columns.keys()) {
			if (a === i || b === j) continue;
			const corners = [
				{ i, j: b },
				{ i: a, j },
				{ i: a, j: b }
			] as const;
			const [beside, below, across] = corners;
			const room =
				Math.min(baseAt(table, beside), baseAt(table, below)) +
				Math.min(baseAt(table, { i, j }), baseAt(table, across));
			if (room < k - 1) continue;
			const partners = corners.filter((at) => !mask[at.i]?.[at.j]);
			const respondents = partners.reduce((sum, at) => sum + baseAt(table, at), 0);
			const cheaper =
				!best ||
				partners.length < best.partners.length ||
				(partners.length === best.partners.length && respondents < best.respondents);
			if (partners.length > 0 && cheaper) best = { partners, respondents };
		}
	}
	return best && best.partners;
}

/** The smallest printed entry in the target's lines, else anywhere: filled cells before empty ones before totals. */
function smallestPrinted(table: MarginTable, mask: Mask, target: Position): Position[] {
	const rank = (at: Position): number[] => [
		Number(at.i !== target.i && at.j !== target.j),
		Number(at.i === table.rows.length) + Number(at.j === table.columns.length),
		Number(baseAt(table, at) === 0),
		baseAt(table, at)
	];
	const open = printedPositions(table).filter(({ i, j }) => !mask[i]?.[j]);
	const ranked = open.map((at) => ({ at, rank: rank(at) }));
	ranked.sort((a, b) => compareRanks(a.rank, b.rank));
	return ranked.slice(0, 1).map(({ at }) => at);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
	const place = a.findIndex((value, index) => value !== b[index]);
	return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
