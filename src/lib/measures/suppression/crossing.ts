import { Network, type Arc } from './attacker';

/** How many respondents one combination of groups has; null stands for people of no group, who are never printed. */
export interface CrossCell {
	/** Values by kind of group. */
	groups: readonly (string | null)[];
	n: number;
	/** The class of their answers that a share tells about, where it tells. */
	answer?: unknown;
	/** The level of their answers, where the count of each level is printed. */
	level?: unknown;
}

/** A group of one kind. */
export interface GroupAt {
	kind: number;
	group: string;
}

/** What an attacker sees of one question: which groups are printed, and how many a group can hold at most. */
export interface Sight {
	isPrinted: (kind: number, group: string | null) => boolean;
	ceiling: (kind: number, group: string | null) => number;
	/** The most the groups of a kind without a ceiling of their own can hold together. */
	restCeiling: (kind: number) => number;
}

/** Respondents per group of a kind. */
export function basesOf(cells: readonly CrossCell[], kind: number): Map<string | null, number> {
	const bases = new Map<string | null, number>();
	for (const { groups, n } of cells) {
		const group = groups[kind] ?? null;
		bases.set(group, (bases.get(group) ?? 0) + n);
	}
	return bases;
}

/** Whether a hidden group is known more closely than `width` from the total and the printed groups of its kind alone. */
export function isKnownAmong(
	bases: ReadonlyMap<string | null, number>,
	{ kind, group }: GroupAt,
	{ isPrinted, ceiling, restCeiling }: Sight,
	width: number
): boolean {
	const own = bases.get(group) ?? 0;
	const isOpen = (one: string | null) => ceiling(kind, one) === Infinity;
	const bounded = { taken: 0, room: 0 };
	const rest = { n: 0, others: 0, taken: 0 };
	for (const [other, n] of bases) {
		if (isPrinted(kind, other)) continue;
		if (isOpen(other)) rest.n += n;
		if (other === group) continue;
		if (isOpen(other)) {
			rest.others++;
			rest.taken += n;
		} else {
			bounded.taken += n;
			bounded.room += ceiling(kind, other) - n;
		}
	}
	const restRoom = rest.others > 0 || isOpen(group) ? restCeiling(kind) - rest.n : 0;
	const [room, taken] = isOpen(group)
		? [rest.others > 0 ? Infinity : bounded.room, rest.taken + Math.min(restRoom, bounded.taken)]
		: [bounded.room + restRoom, bounded.taken + rest.taken];
	return Math.min(own, room) + Math.min(ceiling(kind, group) - own, taken) < width;
}

interface CrossArc extends Arc {
	row: string | null;
	column: string | null;
	part: 'cell' | 'row' | 'column' | 'rest';
}

/** A table of two kinds of group: its margins, and the combinations that exist. */
interface CrossTable {
	rows: ReadonlyMap<string | null, number>;
	columns: ReadonlyMap<string | null, number>;
	inner: readonly { row: string | null; column: string | null; n: number }[];
}

function crossTable(cells: readonly CrossCell[], [first, second]: readonly [number, number]): CrossTable {
	const inner = new Map<string | null, Map<string | null, CrossTable['inner'][number]>>();
	for (const { groups, n } of cells) {
		const [row, column] = [groups[first] ?? null, groups[second] ?? null];
		const line = inner.get(row) ?? new Map<string | null, CrossTable['inner'][number]>();
		inner.set(row, line);
		const known = line.get(column);
		if (known) known.n += n;
		else line.set(column, { row, column, n });
	}
	return {
		rows: basesOf(cells, first),
		columns: basesOf(cells, second),
		inner: [...inner.values()].flatMap((line) => [...line.values()])
	};
}

function numbered(groups: Iterable<string | null>, from: number): Map<string | null, number> {
	const numbers = new Map<string | null, number>();
	for (const group of groups) numbers.set(group, from + numbers.size);
	return numbers;
}

/**
 * Two kinds of group side by side: their combinations are never printed, but which of them exist is no secret. Someone who
 * knows that (a mentor's people are all of one department) has a system of sums, of which this finds the exact bounds.
 */
export class Crossing {
	readonly kinds: readonly [number, number];
	readonly #all: CrossTable;
	readonly #cells: readonly CrossCell[];
	#levelTables: readonly CrossTable[] | undefined;

	constructor(cells: readonly CrossCell[], kinds: readonly [number, number]) {
		this.kinds = kinds;
		this.#all = crossTable(cells, kinds);
		this.#cells = cells;
	}

	/** The same by level of the answers: each level's counts are a table of their own. */
	get #levels(): readonly CrossTable[] {
		return (this.#levelTables ??= this.#byLevel());
	}

	#byLevel(): CrossTable[] {
		const cells = this.#cells;
		const levels = new Set(cells.flatMap(({ level, n }) => (level === undefined || n === 0 ? [] : [level])));
		return [...levels].map((level) =>
			crossTable(
				cells.map((cell) => (cell.level === level ? cell : { groups: cell.groups, n: 0 })),
				this.kinds
			)
		);
	}

	/** The groups through which one of `targets`, or a combination of 1…k−1 people, is known more closely than k − 1. */
	*known(targets: readonly GroupAt[], sight: Sight, k: number): Generator<GroupAt[]> {
		const hidden = this.#network(this.#all, sight);
		const unbounded = { ...sight, ceiling: () => Infinity, restCeiling: () => Infinity };
		let byLevel: Network<CrossArc>[] | undefined;
		for (const [index, arc] of hidden.arcs.entries()) {
			const own = this.#groupsOf(arc);
			const wanted =
				arc.part === 'cell'
					? arc.n > 0 && arc.n < k
					: targets.some(({ kind, group }) => own.some((at) => at.kind === kind && at.group === group));
			if (!wanted || arc.part === 'rest') continue;
			byLevel ??= this.#levels.map((table) => this.#network(table, unbounded));
			if (hidden.known(index, k - 1) || this.#isKnownByLevel(byLevel, index, k - 1)) yield own;
		}
		const [first, second] = this.kinds;
		yield* this.#leftOver(sight, k, first, second);
		yield* this.#leftOver(sight, k, second, first);
	}

	/** Whether the counts of every level together leave less than `width`; the networks have their arcs in the same order. */
	#isKnownByLevel(networks: readonly Network<CrossArc>[], index: number, width: number): boolean {
		let left = width;
		for (const one of networks) {
			if (index >= one.arcs.length) continue;
			const range = one.known(index, left);
			if (!range) return false;
			left -= range.high - range.low;
		}
		return networks.length > 0;
	}

	#network(table: CrossTable, sight: Sight): Network<CrossArc> {
		return new Network(table.rows.size + table.columns.size + 4, this.#arcs(table, sight));
	}

	#groupsOf({ row, column, part }: CrossArc): GroupAt[] {
		const [first, second] = this.kinds;
		return [
			...(part !== 'column' && row !== null ? [{ kind: first, group: row }] : []),
			...(part !== 'row' && column !== null ? [{ kind: second, group: column }] : [])
		];
	}

	#arcs(table: CrossTable, sight: Sight): CrossArc[] {
		const rowNode = numbered(table.rows.keys(), 0);
		const columnNode = numbered(table.columns.keys(), rowNode.size);
		const first = rowNode.size + columnNode.size;
		const [allRows, allColumns, restOfRows, restOfColumns] = [first, first + 1, first + 2, first + 3];
		const arcs: CrossArc[] = [];
		for (const { row, column, n } of table.inner) {
			const [from, to] = [rowNode.get(row) ?? 0, columnNode.get(column) ?? 0];
			arcs.push({ row, column, n, part: 'cell', ceiling: Infinity, from, to });
		}
		this.#addMargin(arcs, table.rows, sight, 'row', rowNode, allColumns, restOfRows);
		this.#addMargin(arcs, table.columns, sight, 'column', columnNode, allRows, restOfColumns);
		return arcs;
	}

	/** The unprinted groups of one side; those without a ceiling of their own stand behind the ceiling of the rest. */
	#addMargin(
		arcs: CrossArc[],
		bases: ReadonlyMap<string | null, number>,
		{ isPrinted, ceiling, restCeiling }: Sight,
		part: 'row' | 'column',
		nodes: ReadonlyMap<string | null, number>,
		total: number,
		rest: number
	): void {
		const isRow = part === 'row';
		const kind = this.kinds[isRow ? 0 : 1];
		let behind = 0;
		for (const [group, n] of bases) {
			if (isPrinted(kind, group)) continue;
			const most = ceiling(kind, group);
			if (most === Infinity) behind += n;
			const outside = most === Infinity ? rest : total;
			const inside = nodes.get(group) ?? 0;
			arcs.push({
				row: isRow ? group : null,
				column: isRow ? null : group,
				n,
				part,
				ceiling: most,
				from: isRow ? outside : inside,
				to: isRow ? inside : outside
			});
		}
		arcs.push({
			row: null,
			column: null,
			n: behind,
			part: 'rest',
			ceiling: restCeiling(kind),
			from: isRow ? total : rest,
			to: isRow ? rest : total
		});
	}

	/** Printed groups of which 1…k−1 people are left when the printed groups of the other kind inside them are taken away. */
	*#leftOver({ isPrinted }: Sight, k: number, outer: number, inner: number): Generator<GroupAt[]> {
		const around = new Map<string | null, Set<string | null>>();
		for (const { row, column } of this.#all.inner) {
			const [outside, inside] = outer === this.kinds[0] ? [row, column] : [column, row];
			around.set(inside, (around.get(inside) ?? new Set()).add(outside));
		}
		const [outerBases, innerBases] =
			outer === this.kinds[0] ? [this.#all.rows, this.#all.columns] : [this.#all.columns, this.#all.rows];
		for (const [group, base] of outerBases) {
			if (group === null || !isPrinted(outer, group)) continue;
			const inside = [...innerBases].flatMap(([name, n]) =>
				name !== null &&
				n > 0 &&
				isPrinted(inner, name) &&
				around.get(name)?.size === 1 &&
				around.get(name)?.has(group)
					? [{ name, n }]
					: []
			);
			const left = base - inside.reduce((sum, { n }) => sum + n, 0);
			if (inside.length > 0 && left > 0 && left < k) {
				yield [{ kind: outer, group }, ...inside.map(({ name }) => ({ kind: inner, group: name }))];
			}
		}
	}
}
