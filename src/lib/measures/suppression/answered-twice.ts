import { Network, type Arc } from './attacker';
import type { CrossCell } from './crossing';
import { LinearBounds, type KnownSum } from './linear-bounds';

type Mask = readonly ReadonlySet<string>[];

/** People who answered a question in two waves, or in one of them only. */
type Who = 'both' | 'left' | 'joined';

/** A question in two waves: who answered it in each and in both, and what is printed of the waves. */
export interface TwoWaves {
	/** How many kinds of group there are. */
	kinds: number;
	earlier: readonly CrossCell[];
	later: readonly CrossCell[];
	both: readonly CrossCell[];
	/** The hidden groups of the waves, by kind. */
	hiddenEarlier: Mask;
	hiddenLater: Mask;
}

interface Counted {
	both: number;
	left: number;
	joined: number;
}

interface CountedCell extends Counted {
	row: string | null;
	column: string | null;
}

interface CountedTable {
	cells: readonly CountedCell[];
	rows: ReadonlyMap<string | null, Counted>;
	columns: ReadonlyMap<string | null, Counted>;
}

/** Whether a base is printed: of a group of a kind, or of everyone. */
type IsPrinted = (kind: number, group: string | null) => boolean;

interface Printed {
	group: IsPrinted;
	total: boolean;
}

/**
 * One way in which the unprinted numbers may be other than they are while every printed one stays: numbers of one sort
 * change places, and what balances them changes against them.
 */
interface Exchange {
	moved: Who;
	/** Who become fewer as the moved become more. */
	against: readonly Who[];
	/** The printed bases that would show the exchange. */
	shownBy: readonly ('earlier' | 'later' | 'both')[];
}

const EXCHANGES: readonly Exchange[] = [
	{ moved: 'both', against: ['left', 'joined'], shownBy: ['both'] },
	{ moved: 'left', against: [], shownBy: ['earlier'] },
	{ moved: 'joined', against: [], shownBy: ['later'] },
	{ moved: 'both', against: ['joined'], shownBy: ['both', 'earlier'] },
	{ moved: 'both', against: ['left'], shownBy: ['both', 'later'] },
	{ moved: 'both', against: [], shownBy: ['both', 'earlier', 'later'] }
];

const WHO: readonly Who[] = ['both', 'left', 'joined'];

function addTo(counted: Map<string | null, Counted>, group: string | null, cell: Counted): void {
	const known = counted.get(group) ?? { both: 0, left: 0, joined: 0 };
	for (const who of WHO) known[who] += cell[who];
	counted.set(group, known);
}

function sumOf(cells: readonly CrossCell[]): number {
	return cells.reduce((sum, { n }) => sum + n, 0);
}

function small(n: number, k: number): boolean {
	return n > 0 && n < k;
}

/**
 * Proves that the bases of two waves and of those who answered in both, printed side by side by groups of several kinds,
 * tell no 1…k−1 who answered twice or only once more closely than k − 1. Whatever an attacker knows who is told all
 * numbers but those of one exchange, nobody knows better: a range that is wide for one of these is wide. The converse
 * does not hold, so that now and then more is called known than is.
 */
export class AnsweredTwice {
	readonly #waves: TwoWaves;
	readonly #k: number;
	readonly #tables: readonly { kinds: readonly [number, number]; table: CountedTable }[];
	readonly #everyone: Counted;

	constructor(waves: TwoWaves, k: number) {
		const kinds = Array.from({ length: waves.kinds }, (_, kind) => kind);
		const crossed = kinds.flatMap((second) =>
			kinds.slice(0, second).map((first) => [first, second] as const)
		);
		const pairs = waves.kinds === 1 ? [[0, 0] as const] : crossed;
		this.#waves = waves;
		this.#k = k;
		this.#tables = pairs.map((own) => ({ kinds: own, table: countedTable(waves, own) }));
		const [before, after, twice] = [sumOf(waves.earlier), sumOf(waves.later), sumOf(waves.both)];
		this.#everyone = { both: twice, left: before - twice, joined: after - twice };
	}

	/** The two kinds of group by which someone is known too closely while only `hidden` are hidden of the pairs; or null. */
	known(hidden: Mask): readonly [number, number] | null {
		return this.#tables.find(({ kinds, table }) => this.#isKnown(kinds, table, hidden))?.kinds ?? null;
	}

	/** Whether someone is known too closely, by the exact bounds of linear programming: slower, and never too strict. */
	isKnownExactly(hidden: Mask): boolean {
		return this.#tables.some(({ kinds, table }) => {
			let exact: LinearBounds | undefined;
			return this.#isKnown(kinds, table, hidden, (who, isIn) => {
				exact ??= this.#exactBounds(kinds, table, hidden);
				const [low, high] = exact.range(sumOver(table, [who], isIn).coefficients);
				return high - low < this.#k - 1 - 1e-6;
			});
		});
	}

	#exactBounds(kinds: readonly [number, number], table: CountedTable, hidden: Mask): LinearBounds {
		const printedOf = (shownBy: 'earlier' | 'later' | 'both') =>
			this.#printed({ moved: 'both', against: [], shownBy: [shownBy] }, hidden);
		const bases = [
			{ who: ['both', 'left'] as const, printed: printedOf('earlier') },
			{ who: ['both', 'joined'] as const, printed: printedOf('later') },
			{ who: ['both'] as const, printed: printedOf('both') }
		];
		const known = bases.flatMap(({ who, printed }) => [
			...(printed.total ? [sumOver(table, who, () => true)] : []),
			...[...table.rows.keys()].flatMap((group) =>
				printed.group(kinds[0], group) ? [sumOver(table, who, ({ row }) => row === group)] : []
			),
			...[...table.columns.keys()].flatMap((group) =>
				printed.group(kinds[1], group) ? [sumOver(table, who, ({ column }) => column === group)] : []
			)
		]);
		return new LinearBounds(WHO.length * table.cells.length, known);
	}

	#isKnown(
		kinds: readonly [number, number],
		table: CountedTable,
		hidden: Mask,
		confirm: (who: Who, isIn: (cell: CountedCell) => boolean) => boolean = () => true
	): boolean {
		const networks = new Map<Exchange, GroupNetwork>();
		const networkOf = (exchange: Exchange) => {
			let network = networks.get(exchange);
			if (!network) {
				network = new GroupNetwork(kinds, table, exchange, this.#printed(exchange, hidden));
				networks.set(exchange, network);
			}
			return network;
		};
		const isClose = (
			who: Who,
			n: number,
			isIn: (cell: CountedCell) => boolean,
			placeIn: (network: GroupNetwork) => number | undefined
		) => {
			if (!small(n, this.#k)) return false;
			let [down, up] = [0, 0];
			for (const exchange of EXCHANGES) {
				if (exchange.moved !== who && !exchange.against.includes(who)) continue;
				const network = networkOf(exchange);
				const place = placeIn(network);
				if (place === undefined) continue;
				const range = network.room(place, this.#k - 1);
				if (!range) return false;
				down = Math.max(down, exchange.moved === who ? range.down : range.up);
				up = Math.max(up, exchange.moved === who ? range.up : range.down);
				if (down + up >= this.#k - 1) return false;
			}
			return confirm(who, isIn);
		};
		const someClose = (of: ReadonlyMap<string | null, Counted>, side: 'rows' | 'columns') =>
			[...of].some(
				([group, n]) =>
					group !== null &&
					WHO.some((who) =>
						isClose(
							who,
							n[who],
							(cell) => cell[side === 'rows' ? 'row' : 'column'] === group,
							(one) => one[side].get(group)
						)
					)
			);
		return (
			someClose(table.rows, 'rows') ||
			someClose(table.columns, 'columns') ||
			WHO.some((who) =>
				isClose(
					who,
					this.#everyone[who],
					() => true,
					(one) => one.total
				)
			)
		);
	}

	#printed({ shownBy }: Exchange, hidden: Mask): Printed {
		const { hiddenEarlier, hiddenLater } = this.#waves;
		const { both, left, joined } = this.#everyone;
		const masks = { earlier: hiddenEarlier, later: hiddenLater, both: hidden };
		const totals = {
			earlier: !small(both + left, this.#k),
			later: !small(both + joined, this.#k),
			both: ![both, left, joined].some((n) => small(n, this.#k))
		};
		return {
			group: (kind, group) => group !== null && shownBy.some((of) => !masks[of][kind]?.has(group)),
			total: shownBy.some((of) => totals[of])
		};
	}
}

/** The sum of some numbers of the cells that `isIn` names; unknowns are numbered by cell and `WHO`. */
function sumOver(table: CountedTable, parts: readonly Who[], isIn: (cell: CountedCell) => boolean): KnownSum {
	const coefficients = new Map<number, number>();
	let value = 0;
	table.cells.forEach((cell, place) => {
		if (!isIn(cell)) return;
		for (const who of parts) {
			coefficients.set(WHO.length * place + WHO.indexOf(who), 1);
			value += cell[who];
		}
	});
	return { coefficients, value };
}

function countedTable(
	{ earlier, later, both }: TwoWaves,
	[first, second]: readonly [number, number]
): CountedTable {
	const found = new Map<string | null, Map<string | null, CountedCell>>();
	const add = (cells: readonly CrossCell[], count: (cell: CountedCell, n: number) => void) => {
		for (const { groups, n } of cells) {
			const [row, column] = [groups[first] ?? null, groups[second] ?? null];
			const line = found.get(row) ?? new Map<string | null, CountedCell>();
			found.set(row, line);
			const cell = line.get(column) ?? { row, column, both: 0, left: 0, joined: 0 };
			line.set(column, cell);
			count(cell, n);
		}
	};
	add(both, (cell, n) => {
		cell.both += n;
		cell.left -= n;
		cell.joined -= n;
	});
	add(earlier, (cell, n) => (cell.left += n));
	add(later, (cell, n) => (cell.joined += n));
	const cells = [...found.values()].flatMap((line) => [...line.values()]);
	const rows = new Map<string | null, Counted>();
	const columns = new Map<string | null, Counted>();
	for (const cell of cells) {
		// Whoever changed groups between the waves is missing among the earlier of the group they are counted in.
		cell.left = Math.max(0, cell.left);
		cell.joined = Math.max(0, cell.joined);
		addTo(rows, cell.row, cell);
		addTo(columns, cell.column, cell);
	}
	return { cells, rows, columns };
}

/** The unprinted numbers of two kinds of group that an exchange moves. */
class GroupNetwork {
	readonly rows = new Map<string | null, number>();
	readonly columns = new Map<string | null, number>();
	readonly total: number | undefined;
	readonly #network: Network;

	constructor(
		[first, second]: readonly [number, number],
		table: CountedTable,
		{ moved, against }: Exchange,
		printed: Printed
	) {
		const [rowNode, columnNode] = [new Map<string | null, number>(), new Map<string | null, number>()];
		for (const row of table.rows.keys()) rowNode.set(row, rowNode.size);
		for (const column of table.columns.keys()) columnNode.set(column, rowNode.size + columnNode.size);
		const [source, sink] = [rowNode.size + columnNode.size, rowNode.size + columnNode.size + 1];
		const arcs: Arc[] = table.cells.map((cell) => ({
			from: rowNode.get(cell.row) ?? 0,
			to: columnNode.get(cell.column) ?? 0,
			n: cell[moved],
			ceiling: cell[moved] + Math.min(...against.map((who) => cell[who]))
		}));
		for (const [group, n] of table.rows) {
			if (printed.group(first, group)) continue;
			this.rows.set(group, arcs.length);
			arcs.push({ from: source, to: rowNode.get(group) ?? 0, n: n[moved], ceiling: Infinity });
		}
		for (const [group, n] of table.columns) {
			if (printed.group(second, group)) continue;
			this.columns.set(group, arcs.length);
			arcs.push({ from: columnNode.get(group) ?? 0, to: sink, n: n[moved], ceiling: Infinity });
		}
		if (!printed.total) {
			this.total = arcs.length;
			const n = [...table.rows.values()].reduce((sum, one) => sum + one[moved], 0);
			arcs.push({ from: sink, to: source, n, ceiling: Infinity });
		}
		this.#network = new Network(sink + 1, arcs);
	}

	/** How far the number at a place can be lower and higher; null where that is at least `width` together. */
	room(place: number, width: number): { down: number; up: number } | null {
		const n = this.#network.arcs[place]?.n ?? 0;
		const range = this.#network.known(place, width);
		return range && { down: n - range.low, up: range.high - n };
	}
}
