import { isPrinted, type MarginTable, type Position } from './table';

/** Which positions of a table are hidden; `hidden[i][j]`. */
export type Mask = readonly (readonly boolean[])[];

/** An unprinted number: an arc of the network in which whatever fits the printed numbers is a circulation. */
export interface Arc {
	from: number;
	to: number;
	/** The true number. */
	n: number;
	/** The most it can be, as far as printed numbers tell. */
	ceiling: number;
}

/** The unprinted numbers of a table whose rows and columns add up. */
export interface Network<One extends Arc = Arc> {
	arcs: readonly One[];
	/** Arcs by the nodes they touch. */
	touching: readonly (readonly Arc[])[];
}

/** Joins arcs between `nodes` nodes, numbered from 0. */
export function network<One extends Arc>(nodes: number, arcs: readonly One[]): Network<One> {
	const touching = Array.from({ length: nodes }, (): Arc[] => []);
	for (const arc of arcs) {
		touching[arc.from]?.push(arc);
		touching[arc.to]?.push(arc);
	}
	return { arcs, touching };
}

interface PlacedArc extends Arc, Position {}

/**
 * Rows and columns are nodes, cells and totals arcs: what leaves a row as cells enters it as its total, and so on. A
 * table that fits the published numbers differs from the true one by cycles over the hidden arcs alone.
 */
function hiddenNetwork(table: MarginTable, mask: Mask): Network<PlacedArc> {
	const arcs = table.n.flatMap((line, i) =>
		line.flatMap((n, j): PlacedArc[] => {
			if (!mask[i]?.[j] && isPrinted(table, { i, j })) return [];
			const forward = (i === table.rows.length) === (j === table.columns.length);
			const column = table.n.length + j;
			const ends = forward ? { from: i, to: column } : { from: column, to: i };
			return [{ i, j, n, ceiling: Infinity, ...ends }];
		})
	);
	return network(table.rows.length + table.columns.length + 2, arcs);
}

/** One step of a path: an arc, taken along (its number grows, up to its ceiling) or against its direction (down to 0). */
interface Step {
	arc: Arc;
	along: boolean;
	before: Step | null;
}

/** How far an arc's number can still move in a direction. */
function room(arc: Arc, along: boolean, shift: ReadonlyMap<Arc, number>): number {
	const now = arc.n + (shift.get(arc) ?? 0);
	return along ? arc.ceiling - now : now;
}

/** The largest flow that closes a cycle from `source` to `sink` without `excluded`, at most `limit`. */
function flow(network: Network, excluded: Arc, source: number, sink: number, limit: number): number {
	const shift = new Map<Arc, number>();
	let sent = 0;
	while (sent < limit) {
		const path = shortestPath(network, excluded, source, sink, shift);
		if (!path) break;
		let amount = limit - sent;
		for (let step: Step | null = path; step; step = step.before) {
			amount = Math.min(amount, room(step.arc, step.along, shift));
		}
		for (let step: Step | null = path; step; step = step.before) {
			shift.set(step.arc, (shift.get(step.arc) ?? 0) + (step.along ? amount : -amount));
		}
		sent += amount;
	}
	return sent;
}

function shortestPath(
	{ touching }: Network,
	excluded: Arc,
	source: number,
	sink: number,
	shift: ReadonlyMap<Arc, number>
): Step | null {
	const reached = new Map<number, Step | null>([[source, null]]);
	for (const [node, before] of reached) {
		for (const arc of touching[node] ?? []) {
			const along = arc.from === node;
			const next = along ? arc.to : arc.from;
			if (arc === excluded || reached.has(next) || room(arc, along, shift) <= 0) continue;
			const step = { arc, along, before };
			if (next === sink) return step;
			reached.set(next, step);
		}
	}
	return null;
}

/**
 * What is known of an unprinted number that is known more closely than `width`; null where it is not. The ends are exact:
 * tables are networks, so the bounds of linear programming are found by maximum flows.
 */
export function knownRange(
	network: Network,
	arc: Arc,
	width: number
): Pick<KnownInterval, 'low' | 'high'> | null {
	const down = Math.min(arc.n, flow(network, arc, arc.from, arc.to, width));
	const up = down >= width ? 0 : Math.min(arc.ceiling - arc.n, flow(network, arc, arc.to, arc.from, width));
	return down + up < width ? { low: arc.n - down, high: arc.n + up } : null;
}

/** What an attacker knows of a hidden base who knows the published numbers and that none is negative. */
interface KnownInterval extends Position {
	low: number;
	high: number;
}

/** The hidden bases that are known more closely than `width`, one by one. */
export function* knownTooClosely(table: MarginTable, mask: Mask, width: number): Generator<KnownInterval> {
	const network = hiddenNetwork(table, mask);
	for (const arc of network.arcs) {
		const known = mask[arc.i]?.[arc.j] ? knownRange(network, arc, width) : null;
		if (known) yield { i: arc.i, j: arc.j, ...known };
	}
}
