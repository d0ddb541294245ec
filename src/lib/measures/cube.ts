import { tabulate, total, type Frequencies } from './statistics/frequencies';
import { complementAllowed } from './suppression/suppress-table';

/** One cell of a counts cube; `value` is null where the answer is not valid. */
export interface Cell {
	/** Values of the table's group columns, in their order. */
	groups: readonly (string | null)[];
	value: number | null;
	state: string;
	n: number;
}

/** The answers of one question (or the scores over one set) in one wave, for everyone or for one group. */
export interface Tally {
	answers: Frequencies;
	/** Valid answers. */
	n: number;
	/** Everyone who was asked. */
	asked: number;
	/** How many had each state other than valid. */
	states: ReadonlyMap<string, number>;
	/** True where the base is too small to be shown, could be found by subtraction, or is small and all answered alike. */
	hidden: boolean;
}

/** A filter by one attribute of the respondents. */
export interface GroupFilter {
	position: number;
	value: string;
}

/** Adds up cells; `hidden` is decided by the caller, who knows the table they stand in, from valid answers and asked. */
function tallyOf(cells: readonly Cell[], hidden: (n: number, asked: number) => boolean): Tally {
	const states = new Map<string, number>();
	let asked = 0;
	const entries: [number, number][] = [];
	for (const { value, state, n } of cells) {
		if (state !== 'not_asked') asked += n;
		if (value === null) states.set(state, (states.get(state) ?? 0) + n);
		else entries.push([value, n]);
	}
	const answers = tabulate(entries);
	const n = total(answers);
	return { answers, n, asked, states, hidden: hidden(n, asked) };
}

function base(cells: readonly Cell[]): number {
	return cells.reduce((sum, { value, n }) => (value === null ? sum : sum + n), 0);
}

function split(cells: readonly Cell[], position: number): Map<string | null, Cell[]> {
	const groups = new Map<string | null, Cell[]>();
	for (const cell of cells) {
		const group = cell.groups[position] ?? null;
		const members = groups.get(group);
		if (members) members.push(cell);
		else groups.set(group, [cell]);
	}
	return groups;
}

/** Everyone's answers, or those of one group. A group that is `masked`, or whose complement is 1…k−1, is hidden too. */
export function tally(cells: readonly Cell[], filter: GroupFilter | null, k: number, masked: boolean): Tally {
	const small = (n: number) => n > 0 && n < k;
	if (!filter) return tallyOf(cells, (n, asked) => small(n) || small(asked));
	const groups = split(cells, filter.position);
	const everyone = base(cells);
	const everyoneAsked = cells.reduce((sum, { state, n }) => (state === 'not_asked' ? sum : sum + n), 0);
	return tallyOf(
		groups.get(filter.value) ?? [],
		(n, asked) =>
			masked ||
			small(n) ||
			small(asked) ||
			!complementAllowed(n, everyone, k) ||
			!complementAllowed(asked, everyoneAsked, k)
	);
}

/** The answers of every named group of a kind. */
export function tallyGroups(
	cells: readonly Cell[],
	position: number,
	masked: ReadonlySet<string> | undefined
): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const [group, members] of split(cells, position)) {
		if (group !== null)
			tallies.set(
				group,
				tallyOf(members, () => masked?.has(group) ?? false)
			);
	}
	return tallies;
}
