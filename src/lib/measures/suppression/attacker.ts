import { isPrinted, type MarginTable, type Position } from './table';

/** Which positions of a table are hidden; `hidden[i][j]`. */
export type Mask = readonly (readonly boolean[])[];

/** An arc of the network in which every table with the published numbers is a circulation. */
interface Arc extends Position {
	from: number;
	to: number;
	n: number;
}

interface Network {
	arcs: readonly Arc[];
	/** Arcs by the nodes they touch. */
	touching: readonly (readonly Arc[])[];
}

/**
 * Rows and columns are nodes, cells and totals arcs: what leaves a row as cells enters it as its total, and so on. A
 * table that fits the published numbers differs from the true one by cycles over the hidden arcs alone.
 */
function hiddenNetwork(table: MarginTable, mask: Mask): Network {
	const nodes = table.rows.length + table.columns.length + 2;
	const touching = Array.from({ length: nodes }, (): Arc[] => []);
	const arcs: Arc[] = [];
	table.n.forEach((line, i) => {
		line.forEach((n, j) => {
			if (!mask[i]?.[j] && isPrinted(table, { i, j })) return;
			const forward = (i === table.rows.length) === (j === table.columns.length);
			const column = table.n.length + j;
			const arc = { i, j, n, ...(forward ? { from: i, to: column } : { from: column, to: i }) };
			arcs.push(arc);
			touching[arc.from]?.push(arc);
			touching[arc.to]?.push(arc);
		});
	});
	return { arcs, touching };
}

/** One step of a path: an arc, taken along (its count grows, without bound) or against its direction (down to 0). */
interface Step {
	arc: Arc;
	along: boolean;
	before: Step | null;
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
			if (!step.along) amount = Math.min(amount, step.arc.n + (shift.get(step.arc) ?? 0));
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
			if (arc === excluded || reached.has(next)) continue;
			if (!along && arc.n + (shift.get(arc) ?? 0) <= 0) continue;
			const step = { arc, along, before };
			if (next === sink) return step;
			reached.set(next, step);
		}
	}
	return null;
}

/** What an attacker knows of a hidden base who knows the published numbers and that none is negative. */
interface KnownInterval extends Position {
	low: number;
	high: number;
}

/**
 * The hidden bases that are known more closely than `width`, one by one; the ends are exact. Two-way tables are networks,
 * so the bounds of linear programming are found by maximum flows.
 */
export function* knownTooClosely(table: MarginTable, mask: Mask, width: number): Generator<KnownInterval> {
	const network = hiddenNetwork(table, mask);
	for (const arc of network.arcs) {
		if (!mask[arc.i]?.[arc.j]) continue;
		const down = Math.min(arc.n, flow(network, arc, arc.from, arc.to, width));
		const up = down >= width ? 0 : flow(network, arc, arc.to, arc.from, width);
		if (down + up < width) yield { i: arc.i, j: arc.j, low: arc.n - down, high: arc.n + up };
	}
}
