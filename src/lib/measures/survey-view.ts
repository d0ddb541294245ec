import type { Method, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { questionnaires, type AskedItem, type Questionnaire } from './codebook';
import type { Counts } from './counts';
import { tally, tallyGroups, type Cell, type ClassOf, type GroupFilter, type Tally } from './cube';
import { keptPerCounts } from './kept';
import { methodKey } from '$lib/model/methods';
import { bandOf, methodOf, onMethodScale } from './methods';
import { narrowed } from './result-row';
import { ScoreSets, type Scope } from './score-sets';
import { splitGroupKey } from './sql-text';
import { matchesRule } from './statistics/frequencies';
import type { Transition } from './statistics/paired';

interface PairCell extends Cell {
	value: number;
	after: number;
}

/** Answers of the same people in two waves. */
export interface Pairs {
	transitions: readonly Transition[];
	n: number;
	hidden: boolean;
}

/** The counts of one questionnaire, found by wave and question. Built once per counts, whatever is selected. */
export class SurveyCounts {
	readonly q: Questionnaire;
	readonly sets: ScoreSets;
	readonly #answers = new Map<string, Cell[]>();
	readonly #chosen = new Map<string, Cell[]>();
	readonly #scores = new Map<string, Cell[]>();
	readonly #pairs = new Map<string, PairCell[]>();
	readonly #returned = new Map<string, Cell[]>();

	constructor(q: Questionnaire, counts: Counts) {
		this.q = q;
		this.sets = new ScoreSets(q);
		const own = <Row extends { instrument: string }>(rows: Row[]) =>
			rows.filter(({ instrument }) => instrument === q.instrument.id);
		const groups = groupReader();
		for (const { wave, item, value, state, n, ...row } of own(counts.frequencies)) {
			const cell = { groups: groups(row.groups), value, state, n };
			if (state === 'chosen') add(this.#chosen, `${wave} ${item}`, cell);
			else add(this.#answers, `${wave} ${item}`, cell);
		}
		for (const { wave, set, score, n, ...row } of own(counts.scores)) {
			add(this.#scores, `${wave} ${set}`, { groups: groups(row.groups), value: score, state: 'valid', n });
		}
		for (const { wave, against, item, set, before, after, n, ...row } of own(counts.transitions)) {
			const cell = { groups: groups(row.groups), value: before, after, state: 'valid', n };
			add(this.#pairs, `${wave} ${against} ${item ?? set}`, cell);
		}
		for (const { wave, responses, valid, ...row } of own(counts.returned)) {
			const key = groups(row.groups);
			add(this.#returned, wave, { groups: key, value: 1, state: 'valid', n: valid });
			add(this.#returned, wave, { groups: key, value: null, state: 'not_answered', n: responses - valid });
		}
	}

	answers(wave: string, item: string): readonly Cell[] {
		return this.#answers.get(`${wave} ${item}`) ?? [];
	}

	/** How often each option of a multi-select item was chosen. */
	chosen(wave: string, item: string): readonly Cell[] {
		return this.#chosen.get(`${wave} ${item}`) ?? [];
	}

	scores(wave: string, set: number): readonly Cell[] {
		return this.#scores.get(`${wave} ${set}`) ?? [];
	}

	pairs(wave: string, against: string, question: string | number): readonly PairCell[] {
		return this.#pairs.get(`${wave} ${against} ${question}`) ?? [];
	}

	returned(wave: string): readonly Cell[] {
		return this.#returned.get(wave) ?? [];
	}
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}

/** Splits group keys, each only once. */
function groupReader(): (key: string) => (string | null)[] {
	const read = new Map<string, (string | null)[]>();
	return (key) => {
		let values = read.get(key);
		if (!values) read.set(key, (values = splitGroupKey(key)));
		return values;
	};
}

const kept = keptPerCounts<SurveyCounts[]>();

/** The questionnaires of the counts. */
export function surveysOf(counts: Counts, project: Project): SurveyCounts[] {
	return kept(counts, project, '', () =>
		questionnaires(counts.responses, project, 'survey').map((q) => new SurveyCounts(q, counts))
	);
}

/** A questionnaire as it is looked at: everyone or one group, all items or one module, nothing smaller than k. */
export class SurveyView {
	readonly counts: SurveyCounts;
	readonly q: Questionnaire;
	readonly sets: ScoreSets;
	readonly k: number;
	readonly filter: GroupFilter | null;
	readonly scope: Scope;
	readonly #method: Method;
	readonly #tallies = new Map<string, Tally>();

	constructor(
		counts: SurveyCounts,
		project: Project,
		filter: GroupFilter | null = null,
		module: number | null = null
	) {
		this.counts = counts;
		this.q = counts.q;
		this.sets = counts.sets;
		this.k = project.privacy.k;
		this.#method = methodOf(counts.q.instrument, project);
		this.filter = filter;
		this.scope = module === null ? { kind: 'all' } : { kind: 'module', module };
	}

	/** Identifies the questionnaire in results, and what it is narrowed to. */
	get dimensions(): Pick<Result, 'audience' | 'instrument' | 'within'> {
		const { id, audience } = this.q.instrument;
		const kind = this.filter ? this.q.table.groups[this.filter.position] : undefined;
		const groups: Record<string, string> =
			this.filter && kind !== undefined ? { [kind]: this.filter.value } : {};
		const module = this.scope.kind === 'module' ? this.scope.module : null;
		return { audience, instrument: id, ...narrowed(groups, module) };
	}

	/** Waves with at least one questionnaire. */
	get waves(): string[] {
		return this.q.waves.filter((wave) => this.counts.returned(wave).length > 0);
	}

	asked(wave: string): AskedItem[] {
		const { scope } = this;
		const items = this.q.asked.get(wave) ?? [];
		return items.filter((item) => scope.kind !== 'module' || item.module === scope.module);
	}

	returned(wave: string): Tally {
		return this.#keep(`returned ${wave}`, this.counts.returned(wave));
	}

	answers(wave: string, item: string): Tally {
		return this.#keep(
			`answers ${wave} ${item}`,
			this.counts.answers(wave, item),
			this.#favourable(wave, item)
		);
	}

	/** Who answered a multi-select item, and how many of them chose each option. */
	choices(wave: string, item: string): { answered: Tally; chosen: ReadonlyMap<number, number> } {
		const base = this.counts
			.answers(wave, item)
			.map((cell) => (cell.state === 'valid' ? { ...cell, value: 1 } : cell));
		const chosen = new Map<number, number>();
		for (const { groups, value, n } of this.counts.chosen(wave, item)) {
			const inside = !this.filter || groups[this.filter.position] === this.filter.value;
			if (inside && value !== null) chosen.set(value, (chosen.get(value) ?? 0) + n);
		}
		return { answered: tally(base, this.filter, this.k), chosen };
	}

	scores(wave: string, set: number): Tally {
		return this.#keep(`scores ${wave} ${set}`, this.counts.scores(wave, set), this.#band);
	}

	/** Scores to be shown in the bands of another method: a group hidden under either is hidden. */
	scoresUnder(method: Method, wave: string, set: number): Tally {
		const own = this.scores(wave, set);
		const band: ClassOf = (score) => bandOf(onMethodScale(score, method), method);
		const { hidden } = tally(this.counts.scores(wave, set), this.filter, this.k, band, methodKey(method));
		return hidden ? { ...own, hidden } : own;
	}

	/** The matched answers to an item (its id) or scores over a set (its number). */
	pairs(wave: string, against: string, question: string | number): Pairs {
		const cells = this.counts.pairs(wave, against, question);
		const { n, hidden } = tally(cells, this.filter, this.k);
		const inGroup = this.filter ? this.#inGroup(cells) : cells;
		return { transitions: inGroup.map(({ value, after, n }) => ({ from: value, to: after, n })), n, hidden };
	}

	#inGroup(cells: readonly PairCell[]): readonly PairCell[] {
		const { filter } = this;
		return cells.filter(({ groups }) => !filter || groups[filter.position] === filter.value);
	}

	#keep(key: string, cells: readonly Cell[], classOf: ClassOf | null = null): Tally {
		let found = this.#tallies.get(key);
		if (!found) this.#tallies.set(key, (found = tally(cells, this.filter, this.k, classOf)));
		return found;
	}

	/** Whether an answer is favourable, as the shares of the item tell. */
	#favourable(wave: string, item: string): ClassOf | null {
		const rule = this.q.asked.get(wave)?.find(({ id }) => id === item)?.scale.favourable;
		return rule ? (value) => matchesRule(value, rule) : null;
	}

	/** The band of a score, as the level shares tell. */
	readonly #band: ClassOf = (score) => bandOf(onMethodScale(score, this.#method), this.#method);

	/** Questionnaires of every group of a kind. As all by group: empty while a filter is set, so that no two attributes cross. */
	returnedByGroup(wave: string, kind: string): Map<string, Tally> {
		return this.#byGroup(this.counts.returned(wave), kind, null);
	}

	/** Answers to an item of every group of a kind. */
	answersByGroup(wave: string, item: string, kind: string): Map<string, Tally> {
		return this.#byGroup(this.counts.answers(wave, item), kind, this.#favourable(wave, item));
	}

	/** Scores over a set of every group of a kind. */
	scoresByGroup(wave: string, set: number, kind: string): Map<string, Tally> {
		return this.#byGroup(this.counts.scores(wave, set), kind, this.#band);
	}

	#byGroup(cells: readonly Cell[], kind: string, classOf: ClassOf | null): Map<string, Tally> {
		if (this.filter) return new Map();
		return tallyGroups(cells, this.q.table.groups.indexOf(kind), this.k, classOf);
	}
}
