import { baseAt, isPrinted, printedPositions, type MarginTable, type Position } from './table';

/** Which positions of a table are hidden; `hidden[i][j]`. */
export type Mask = readonly (readonly boolean[])[];

/** An arc of the network in which every table with the published numbers is a circulation. */
interface Arc {
	from: number;
	to: number;
	n: number;
}

/**
 * Rows and columns are nodes, cells and totals arcs: what leaves a row as cells enters it as its total, and so on. A
 * table that fits the published numbers differs from the true one by cycles over the hidden arcs alone.
 */
function freeArcs(table: MarginTable, mask: Mask): Map<string, Arc> {
	const columnNodes = table.n.length;
	const arcs = new Map<string, Arc>();
	table.n.forEach((line, i) => {
		line.forEach((n, j) => {
			if (!mask[i]?.[j] && isPrinted(table, { i, j })) return;
			const forward = (i === table.rows.length) === (j === table.columns.length);
			const row = i;
			const column = columnNodes + j;
			arcs.set(`${i},${j}`, forward ? { from: row, to: column, n } : { from: column, to: row, n });
		});
	});
	return arcs;
}

/** The largest flow from `source` to `sink`, at most `limit`; an arc can grow without bound and shrink to 0. */
function flow(arcs: readonly Arc[], source: number, sink: number, limit: number): number {
	const capacity = new Map<number, Map<number, number>>();
	const add = (from: number, to: number, amount: number) => {
		const row = capacity.get(from) ?? new Map<number, number>();
		capacity.set(from, row.set(to, (row.get(to) ?? 0) + amount));
	};
	for (const { from, to, n } of arcs) {
		add(from, to, limit);
		add(to, from, n);
	}
	let sent = 0;
	while (sent < limit) {
		const path = shortestPath(capacity, source, sink);
		if (!path) break;
		let amount = limit - sent;
		for (const [from, to] of path) amount = Math.min(amount, capacity.get(from)?.get(to) ?? 0);
		for (const [from, to] of path) {
			add(from, to, -amount);
			add(to, from, amount);
		}
		sent += amount;
	}
	return sent;
}

function shortestPath(
	capacity: ReadonlyMap<number, ReadonlyMap<number, number>>,
	source: number,
	sink: number
): (readonly [number, number])[] | null {
	const before = new Map([[source, source]]);
	const queue = [source];
	for (const node of queue) {
		for (const [next, left] of capacity.get(node) ?? []) {
			if (left <= 0 || before.has(next)) continue;
			before.set(next, node);
			queue.push(next);
		}
	}
	if (!before.has(sink)) return null;
	const path: (readonly [number, number])[] = [];
	for (let node = sink; node !== source; ) {
		const previous = before.get(node) ?? source;
		path.push([previous, node]);
		node = previous;
	}
	return path;
}

/** What an attacker knows of a hidden base who knows the published numbers and that none is negative. */
export interface KnownInterval extends Position {
	low: number;
	high: number;
}

/**
 * The interval of each hidden base that is known more closely than `width`; the ends are exact. Two-way tables are
 * networks, so the bounds of linear programming are found by maximum flows.
 */
export function knownTooClosely(table: MarginTable, mask: Mask, width: number): KnownInterval[] {
	const arcs = freeArcs(table, mask);
	return printedPositions(table).flatMap(({ i, j }) => {
		const arc = mask[i]?.[j] ? arcs.get(`${i},${j}`) : undefined;
		if (!arc) return [];
		const others = [...arcs.values()].filter((other) => other !== arc);
		const n = baseAt(table, { i, j });
		const down = Math.min(n, flow(others, arc.from, arc.to, width));
		const up = down >= width ? 0 : flow(others, arc.to, arc.from, width);
		return down + up >= width ? [] : [{ i, j, low: n - down, high: n + up }];
	});
}
