import { basesOf, Crossing, isKnownAmong, type CrossCell, type GroupAt, type Sight } from './crossing';

/** One question in one wave, as it may be printed: for everyone, and for the groups of every kind side by side. */
export interface GroupedBase {
	/** How many kinds of group there are. */
	kinds: number;
	cells: readonly CrossCell[];
	/** Further bases of the same people that follow from printed ones by subtraction, and have to be hidden as well. */
	beside?: readonly (readonly CrossCell[])[];
	/** The most a group can hold, where another printed base of its people says so. */
	ceiling?: (kind: number, group: string) => number | undefined;
	/** The most the groups without a ceiling can hold together. */
	restCeiling?: (kind: number) => number;
	/** Groups that are hidden already, by kind. */
	hidden?: readonly ReadonlySet<string>[];
	/** Groups to hide whatever their size, since a larger base would tell a small one. */
	guarded?: readonly ReadonlySet<string>[];
}

/** Which groups of each kind are hidden; `exposed` are those no hiding protects while their ceilings are known. */
export interface HiddenGroups {
	hidden: Set<string>[];
	exposed: GroupAt[];
}

/** From so many people on, a share of 0 % or 100 % is shown of a group too (statistics.md, suppression). */
const UNANIMOUS_SHOWN_FROM = 10;

function isSmall(n: number, k: number): boolean {
	return n > 0 && n < k;
}

/**
 * Which groups stay hidden while their total is printed, so that an attacker who knows every printed base, that none is
 * negative, which combinations of groups exist and how many a group can hold does not know a base of 1…k−1 more closely
 * than an interval of k − 1: small groups, small groups that all answered alike, and the smallest others that protect
 * them. The hidden ones of a kind are together none or at least k, and did not all answer alike unless everyone did.
 */
export function hideGroups(base: GroupedBase, k: number): HiddenGroups {
	return new Hiding(base, k).run();
}

class Hiding {
	readonly #base: GroupedBase;
	readonly #k: number;
	readonly #hidden: Set<string>[];
	readonly #bases: ReadonlyMap<string | null, number>[];
	readonly #beside: ReadonlyMap<string | null, number>[][];
	readonly #crossings: readonly Crossing[];
	readonly #answers = new Map<Crossing, Map<string, GroupAt[] | null>>();
	/** Small groups that all answered alike. */
	readonly #alike: GroupAt[] = [];
	/** Groups hidden for their own sake. */
	readonly #own: GroupAt[] = [];
	/** Groups that may not be known closely. */
	readonly #targets: GroupAt[];

	constructor(base: GroupedBase, k: number) {
		const kinds = Array.from({ length: base.kinds }, (_, kind) => kind);
		this.#base = base;
		this.#k = k;
		this.#hidden = kinds.map(
			(kind) => new Set([...(base.hidden?.[kind] ?? []), ...(base.guarded?.[kind] ?? [])])
		);
		this.#targets = kinds.flatMap((kind) =>
			[...(base.guarded?.[kind] ?? [])].map((group) => ({ kind, group }))
		);
		this.#bases = kinds.map((kind) => basesOf(base.cells, kind));
		this.#beside = kinds.map((kind) => (base.beside ?? []).map((cells) => basesOf(cells, kind)));
		this.#crossings = kinds.flatMap((second) =>
			kinds.slice(0, second).map((first) => new Crossing(base.cells, [first, second]))
		);
	}

	run(): HiddenGroups {
		this.#hideOwn();
		const everyone = this.#base.cells.reduce((sum, { n }) => sum + n, 0);
		// Then not even the total is printed, and every group is small.
		if (isSmall(everyone, this.#k)) return { hidden: this.#hidden, exposed: [] };
		const exposed = this.#exposed();
		if (exposed.length > 0) return { hidden: this.#hidden, exposed };
		const added: GroupAt[] = [];
		for (let leak = this.#leak(); leak; leak = this.#leak()) {
			const next = this.#protection(leak);
			if (!next) break;
			this.#hidden[next.kind]?.add(next.group);
			added.push(next);
		}
		for (const { kind, group } of added.sort((a, b) => this.#n(b) - this.#n(a))) {
			this.#hidden[kind]?.delete(group);
			if (this.#leak()) this.#hidden[kind]?.add(group);
		}
		return { hidden: this.#hidden, exposed };
	}

	#n({ kind, group }: GroupAt): number {
		return this.#bases[kind]?.get(group) ?? 0;
	}

	readonly #isPrinted: Sight['isPrinted'] = (kind, group) =>
		group !== null && !this.#hidden[kind]?.has(group);

	readonly #ceiling: Sight['ceiling'] = (kind, group) =>
		(group === null ? undefined : this.#base.ceiling?.(kind, group)) ?? Infinity;

	#sight(isPrinted: Sight['isPrinted']): Sight {
		const restCeiling = (kind: number) => this.#base.restCeiling?.(kind) ?? Infinity;
		return { isPrinted, ceiling: this.#ceiling, restCeiling };
	}

	#hideOwn(): void {
		this.#bases.forEach((bases, kind) => {
			const several = [...bases.values()].filter((n) => n > 0).length > 1;
			for (const [group, n] of bases) {
				if (group === null) continue;
				const small = [n, ...(this.#beside[kind] ?? []).map((other) => other.get(group) ?? 0)].some((one) =>
					isSmall(one, this.#k)
				);
				const alike = several && n > 0 && n < UNANIMOUS_SHOWN_FROM && this.#allAlike(kind, [group]);
				if (small) this.#targets.push({ kind, group });
				if (small || alike) {
					this.#own.push({ kind, group });
					this.#hidden[kind]?.add(group);
				}
				if (alike) this.#alike.push({ kind, group });
			}
		});
	}

	/**
	 * The printed groups because of which it may be told that everyone of a small group answered alike; null where it may
	 * not. It may not where one of them and somebody who answered otherwise are both in no printed group of any kind: with
	 * their answers exchanged, every printed number stays as it is.
	 */
	#tellsAlike({ kind, group }: GroupAt): GroupAt[] | null {
		const answered = this.#base.cells.filter(({ n, answer }) => n > 0 && answer !== undefined);
		const own = answered.filter(({ groups }) => groups[kind] === group);
		const others = answered.filter(({ answer }) => answer !== own[0]?.answer);
		if (own.length === 0 || others.length === 0) return null;
		const found = [this.#leastPrinted(own), this.#leastPrinted(others)].flat();
		return found.length === 0 ? null : found;
	}

	/** The printed groups of the cell whose printed groups hold the fewest respondents. */
	#leastPrinted(cells: readonly CrossCell[]): GroupAt[] {
		let least: { groups: GroupAt[]; n: number } | null = null;
		for (const { groups } of cells) {
			const printed = groups.flatMap((group, kind) =>
				group !== null && this.#isPrinted(kind, group) ? [{ kind, group }] : []
			);
			const n = printed.reduce((sum, at) => sum + this.#n(at), 0);
			if (least === null || n < least.n) least = { groups: printed, n };
			if (n === 0) break;
		}
		return least?.groups ?? [];
	}

	/** Whether all people of some groups gave answers of one class. */
	#allAlike(kind: number, groups: readonly (string | null)[]): boolean {
		const answers = new Set<unknown>();
		for (const cell of this.#base.cells) {
			if (cell.n === 0 || !groups.includes(cell.groups[kind] ?? null)) continue;
			if (cell.answer === undefined) return false;
			answers.add(cell.answer);
			if (answers.size > 1) return false;
		}
		return answers.size === 1;
	}

	/** Small groups that would be known too closely even if every group were hidden. */
	#exposed(): GroupAt[] {
		if (!this.#base.ceiling) return [];
		const sight = this.#sight(() => false);
		const isBounded = ({ kind, group }: GroupAt) => Number.isFinite(this.#ceiling(kind, group));
		const alone = this.#targets.filter((at) =>
			isKnownAmong(this.#bases[at.kind] ?? new Map<string, number>(), at, sight, this.#k - 1)
		);
		const crossed = this.#crossings.flatMap((crossing) =>
			[...crossing.known(this.#targets, sight, this.#k)].flatMap((groups) =>
				this.#smallest(groups.filter(isBounded))
			)
		);
		return [...new Map([...alone, ...crossed].map((at) => [`${at.kind} ${at.group}`, at])).values()].filter(
			isBounded
		);
	}

	#smallest(groups: readonly GroupAt[]): GroupAt[] {
		return [...groups].sort((a, b) => this.#n(a) - this.#n(b)).slice(0, 1);
	}

	/** The groups through which something is found that may not be, or null. */
	#leak(): GroupAt[] | null {
		const sight = this.#sight(this.#isPrinted);
		for (const [kind, bases] of this.#bases.entries()) {
			if (this.#unseenTellsFew(kind, bases)) return this.#shown(kind);
		}
		for (const at of this.#targets) {
			const bases = this.#bases[at.kind];
			if (bases && isKnownAmong(bases, at, sight, this.#k - 1)) return this.#shown(at.kind);
		}
		for (const at of this.#alike) {
			const groups = this.#tellsAlike(at);
			if (groups) return groups;
		}
		for (const crossing of this.#crossings) {
			const groups = this.#crossed(crossing, sight);
			if (groups) return groups;
		}
		return null;
	}

	/** What two kinds give away; asked anew only where the hidden groups of one of them have changed. */
	#crossed(crossing: Crossing, sight: Sight): GroupAt[] | null {
		const hidden = crossing.kinds.map((kind) => [...(this.#hidden[kind] ?? [])].sort().join('\u001f'));
		const key = hidden.join('\u001e');
		const answers = this.#answers.get(crossing) ?? new Map<string, GroupAt[] | null>();
		this.#answers.set(crossing, answers);
		let found = answers.get(key);
		if (found === undefined) {
			const [groups] = crossing.known(this.#targets, sight, this.#k);
			answers.set(key, (found = groups ?? null));
		}
		return found;
	}

	/** Whether those of a kind who are in no printed group are together too few, or few who answered alike. */
	#unseenTellsFew(kind: number, bases: ReadonlyMap<string | null, number>): boolean {
		const unseen = (of: ReadonlyMap<string | null, number>) =>
			[...of].reduce((sum, [group, n]) => (this.#isPrinted(kind, group) ? sum : sum + n), 0);
		if (this.#shown(kind).length === 0) return false;
		const n = unseen(bases);
		if ([n, ...(this.#beside[kind] ?? []).map(unseen)].some((one) => isSmall(one, this.#k))) return true;
		if (n === 0) return false;
		const unseenGroups = [...bases.keys()].filter((group) => !this.#isPrinted(kind, group));
		const guarded = n < UNANIMOUS_SHOWN_FROM || this.#own.some((at) => !isSmall(this.#n(at), this.#k));
		return guarded && this.#allAlike(kind, unseenGroups);
	}

	/** The groups of a kind that are printed with respondents. */
	#shown(kind: number): GroupAt[] {
		return [...(this.#bases[kind] ?? [])].flatMap(([group, n]) =>
			group !== null && n > 0 && this.#isPrinted(kind, group) ? [{ kind, group }] : []
		);
	}

	/** The smallest printed group among those of a leak, else of all. */
	#protection(leak: readonly GroupAt[]): GroupAt | undefined {
		const printed = leak.filter(({ kind, group }) => this.#isPrinted(kind, group));
		const [named] = this.#smallest(printed);
		return named ?? this.#smallest(this.#bases.flatMap((_, kind) => this.#shown(kind)))[0];
	}
}
