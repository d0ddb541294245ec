import { tabulate, total, type Frequencies } from './statistics/frequencies';
import { hiddenGroups } from './small-groups';
import { complementAllowed, isUnanimous } from './suppression/suppress-table';

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

/** The class of an answer that a share tells about: favourable or not, the band. */
export type ClassOf = (value: number) => unknown;

const masks = new WeakMap<readonly Cell[], Map<string, Set<string | null>>>();

/**
 * The groups of a kind that may not be shown among these cells; kept as long as the cells are. `classOf` always has to be
 * the same for the same cells and class names.
 */
function maskOf(
	cells: readonly Cell[],
	groups: ReadonlyMap<string | null, Cell[]>,
	position: number,
	k: number,
	classOf: ClassOf | null,
	classes: string
) {
	const kept = masks.get(cells) ?? new Map<string, Set<string | null>>();
	masks.set(cells, kept);
	const key = `${position} ${k} ${classes}`;
	let mask = kept.get(key);
	if (!mask) {
		const bases = new Map([...groups].map(([group, members]) => [group, base(members)]));
		mask = hiddenGroups(bases, k);
		if (classOf) hideUnanimous(groups, bases, mask, classOf);
		kept.set(key, mask);
	}
	return mask;
}

/** From so many people on, a share of 0 % or 100 % is shown of a group too (statistics.md, suppression). */
const UNANIMOUS_SHOWN_FROM = 10;

/**
 * Hides small groups that all answered alike, since 0 % or 100 % of them tells each one's answer; with one other group,
 * lest the one be found by subtraction. A group that is everyone is told by the whole already.
 */
function hideUnanimous(
	groups: ReadonlyMap<string | null, Cell[]>,
	bases: ReadonlyMap<string | null, number>,
	mask: Set<string | null>,
	classOf: ClassOf
): void {
	const shown = [...bases].filter(([group, n]) => n > 0 && !mask.has(group)).sort(([, a], [, b]) => a - b);
	const unanimous = shown.filter(
		([group, n]) => n < UNANIMOUS_SHOWN_FROM && isUnanimous(classCounts(groups.get(group) ?? [], classOf))
	);
	if (unanimous.length === 0 || (shown.length === 1 && mask.size === 0)) return;
	for (const [group] of unanimous) mask.add(group);
	const next = shown.find(([group]) => !mask.has(group));
	if (mask.size === 1 && next) mask.add(next[0]);
}

function classCounts(cells: readonly Cell[], classOf: ClassOf): number[] {
	const counts = new Map<unknown, number>();
	for (const { value, n } of cells) {
		if (value !== null) counts.set(classOf(value), (counts.get(classOf(value)) ?? 0) + n);
	}
	return [...counts.values()];
}

/** Everyone's answers, or those of one group. A group whose complement is 1…k−1 is hidden too. `classes` names `classOf`. */
export function tally(
	cells: readonly Cell[],
	filter: GroupFilter | null,
	k: number,
	classOf: ClassOf | null = null,
	classes = ''
): Tally {
	const small = (n: number) => n > 0 && n < k;
	if (!filter) return tallyOf(cells, (n, asked) => small(n) || small(asked));
	const groups = split(cells, filter.position);
	const everyone = base(cells);
	const everyoneAsked = cells.reduce((sum, { state, n }) => (state === 'not_asked' ? sum : sum + n), 0);
	const masked = maskOf(cells, groups, filter.position, k, classOf, classes).has(filter.value);
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
	k: number,
	classOf: ClassOf | null = null
): Map<string, Tally> {
	const groups = split(cells, position);
	const masked = maskOf(cells, groups, position, k, classOf, '');
	const tallies = new Map<string, Tally>();
	for (const [group, members] of groups) {
		if (group !== null)
			tallies.set(
				group,
				tallyOf(members, () => masked.has(group))
			);
	}
	return tallies;
}
