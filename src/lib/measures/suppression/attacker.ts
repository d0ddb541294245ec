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

/**
 * The unprinted numbers of a table whose rows and columns add up. Laid out in typed arrays: the gate asks for many
 * thousand flows before a page is drawn.
 */
export class Network<One extends Arc = Arc> {
	readonly arcs: readonly One[];
	readonly #from: Int32Array;
	readonly #to: Int32Array;
	readonly #n: Float64Array;
	readonly #ceiling: Float64Array;
	/** Arcs that touch a node stand in `#touching` from `#first[node]` to before `#first[node + 1]`. */
	readonly #first: Int32Array;
	readonly #touching: Int32Array;
	/** The numbers as a flow has moved them so far. */
	readonly #now: Float64Array;
	readonly #queue: Int32Array;
	/** One more than the arc by which a node was reached, 0 where it was not. */
	readonly #by: Int32Array;

	/** Joins arcs between `nodes` nodes, numbered from 0. */
	constructor(nodes: number, arcs: readonly One[]) {
		this.arcs = arcs;
		this.#from = Int32Array.from(arcs, ({ from }) => from);
		this.#to = Int32Array.from(arcs, ({ to }) => to);
		this.#n = Float64Array.from(arcs, ({ n }) => n);
		this.#ceiling = Float64Array.from(arcs, ({ ceiling }) => ceiling);
		this.#now = this.#n.slice();
		this.#queue = new Int32Array(nodes);
		this.#by = new Int32Array(nodes);
		this.#first = new Int32Array(nodes + 1);
		for (const { from, to } of arcs) {
			this.#first[from + 1] = (this.#first[from + 1] ?? 0) + 1;
			this.#first[to + 1] = (this.#first[to + 1] ?? 0) + 1;
		}
		for (let node = 0; node < nodes; node++) {
			this.#first[node + 1] = (this.#first[node + 1] ?? 0) + (this.#first[node] ?? 0);
		}
		const free = this.#first.slice();
		this.#touching = new Int32Array(2 * arcs.length);
		const touch = (node: number, arc: number) => {
			const place = free[node] ?? 0;
			this.#touching[place] = arc;
			free[node] = place + 1;
		};
		arcs.forEach(({ from, to }, arc) => {
			touch(from, arc);
			touch(to, arc);
		});
	}

	/**
	 * What is known of the arc at `index` that is known more closely than `width`; null where it is not. The ends are exact:
	 * tables are networks, so the bounds of linear programming are found by maximum flows.
	 */
	known(index: number, width: number): { low: number; high: number } | null {
		const n = this.#n[index] ?? 0;
		const [from, to] = [this.#from[index] ?? 0, this.#to[index] ?? 0];
		const down = Math.min(n, this.#flow(index, from, to, width));
		if (down >= width) return null;
		const up = Math.min((this.#ceiling[index] ?? 0) - n, this.#flow(index, to, from, width));
		return down + up < width ? { low: n - down, high: n + up } : null;
	}

	/** The largest flow that closes a cycle from `source` to `sink` without `excluded`, at most `limit`. */
	#flow(excluded: number, source: number, sink: number, limit: number): number {
		this.#now.set(this.#n);
		let sent = 0;
		while (sent < limit && this.#reach(excluded, source, sink)) {
			let amount = limit - sent;
			this.#walkBack(source, sink, (arc, along) => (amount = Math.min(amount, this.#room(arc, along))));
			this.#walkBack(source, sink, (arc, along) => {
				this.#now[arc] = (this.#now[arc] ?? 0) + (along ? amount : -amount);
			});
			sent += amount;
		}
		return sent;
	}

	/** How far an arc's number can still move: along it, up to its ceiling; against its direction, down to 0. */
	#room(arc: number, along: boolean): number {
		const now = this.#now[arc] ?? 0;
		return along ? (this.#ceiling[arc] ?? 0) - now : now;
	}

	/** Finds a shortest way along which numbers can still move. */
	#reach(excluded: number, source: number, sink: number): boolean {
		this.#by.fill(0);
		this.#queue[0] = source;
		let length = 1;
		for (let head = 0; head < length; head++) {
			const node = this.#queue[head] ?? 0;
			const end = this.#first[node + 1] ?? 0;
			for (let place = this.#first[node] ?? 0; place < end; place++) {
				const arc = this.#touching[place] ?? 0;
				const along = this.#from[arc] === node;
				const next = (along ? this.#to[arc] : this.#from[arc]) ?? 0;
				if (arc === excluded || next === source || this.#by[next] !== 0) continue;
				if (this.#room(arc, along) <= 0) continue;
				this.#by[next] = arc + 1;
				if (next === sink) return true;
				this.#queue[length++] = next;
			}
		}
		return false;
	}

	#walkBack(source: number, sink: number, step: (arc: number, along: boolean) => void): void {
		for (let node = sink; node !== source;) {
			const arc = (this.#by[node] ?? 1) - 1;
			const along = this.#to[arc] === node;
			step(arc, along);
			node = (along ? this.#from[arc] : this.#to[arc]) ?? source;
		}
	}
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
	return new Network(table.rows.length + table.columns.length + 2, arcs);
}

/** What an attacker knows of a hidden base who knows the published numbers and that none is negative. */
interface KnownInterval extends Position {
	low: number;
	high: number;
}

/** The hidden bases that are known more closely than `width`, one by one. */
export function* knownTooClosely(table: MarginTable, mask: Mask, width: number): Generator<KnownInterval> {
	const network = hiddenNetwork(table, mask);
	for (const [index, { i, j }] of network.arcs.entries()) {
		const known = mask[i]?.[j] ? network.known(index, width) : null;
		if (known) yield { i, j, ...known };
	}
}
