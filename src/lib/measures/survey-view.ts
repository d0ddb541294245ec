import type { Method, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { questionnaires, type AskedItem, type Questionnaire } from './codebook';
import type { Counts } from './counts';
import { tally, tallyGroups, type Cell, type GroupFilter, type Tally } from './cube';
import { keptPerCounts } from './kept';
import { methodOf } from './methods';
import { narrowed } from './result-row';
import { ScoreSets, type Scope } from './score-sets';
import { splitGroupKey } from './sql-text';
import type { Transition } from './statistics/paired';
import { WaveGate, type Question } from './wave-gate';

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
	readonly #project: Project;
	/** By wave, then by question. */
	readonly #questions: Lists<Question, Cell> = new Map();
	/** By wave, then by item. */
	readonly #chosen: Lists<string, Cell> = new Map();
	/** By wave and earlier wave, then by question. */
	readonly #pairs = new Map<string, Lists<Question, PairCell>>();
	readonly #gates = new Map<string, WaveGate>();

	constructor(q: Questionnaire, counts: Counts, project: Project) {
		this.q = q;
		this.#project = project;
		this.sets = new ScoreSets(q);
		const { id } = q.instrument;
		const groups = cached(splitGroupKey);
		const ofItem = cached((item: string): Question => `item ${item}`);
		const ofSet = cached((set: number): Question => `set ${set}`);
		for (const { instrument, wave, item, value, state, n, ...row } of counts.frequencies) {
			if (instrument !== id) continue;
			const cell = { groups: groups(row.groups), value, state, n };
			if (state === 'chosen') add(this.#chosen, wave, item, cell);
			else add(this.#questions, wave, ofItem(item), cell);
		}
		for (const { instrument, wave, set, score, n, ...row } of counts.scores) {
			if (instrument !== id) continue;
			add(this.#questions, wave, ofSet(set), { groups: groups(row.groups), value: score, state: 'valid', n });
		}
		for (const row of counts.transitions) {
			if (row.instrument !== id) continue;
			const { wave, against, item, set, before, after, n } = row;
			let earlier = this.#pairs.get(wave);
			if (!earlier) this.#pairs.set(wave, (earlier = new Map()));
			const cell = { groups: groups(row.groups), value: before, after, state: 'valid', n };
			add(earlier, against, item === null ? ofSet(set ?? 0) : ofItem(item), cell);
		}
		for (const { instrument, wave, responses, valid, ...row } of counts.returned) {
			if (instrument !== id) continue;
			const key = groups(row.groups);
			const blank = { groups: key, value: null, state: 'not_answered', n: responses - valid };
			add(this.#questions, wave, 'returned', { groups: key, value: 1, state: 'valid', n: valid });
			add(this.#questions, wave, 'returned', blank);
		}
	}

	/** Every item and score of a wave. */
	questions(wave: string): Question[] {
		return [...(this.#questions.get(wave)?.keys() ?? [])].filter((question) => question !== 'returned');
	}

	returned(wave: string): readonly Cell[] {
		return this.question(wave, 'returned');
	}

	/** The cells of a question in a wave. */
	question(wave: string, question: Question): readonly Cell[] {
		return this.#questions.get(wave)?.get(question) ?? [];
	}

	/** How often each option of a multi-select item was chosen. */
	chosen(wave: string, item: string): readonly Cell[] {
		return this.#chosen.get(wave)?.get(item) ?? [];
	}

	pairs(wave: string, against: string, question: Question): readonly PairCell[] {
		return this.#pairs.get(wave)?.get(against)?.get(question) ?? [];
	}

	/** Which groups of a wave are hidden; decided once for all its questions. */
	gate(wave: string): WaveGate {
		let gate = this.#gates.get(wave);
		if (!gate) {
			const { privacy } = this.#project;
			gate = new WaveGate(this, wave, methodOf(this.q.instrument, this.#project), privacy.k);
			this.#gates.set(wave, gate);
		}
		return gate;
	}
}

/** Lists by two keys; no text is joined for a row, of which there may be hundreds of thousands. */
type Lists<Name extends string, Value> = Map<string, Map<Name, Value[]>>;

function add<Name extends string, Value>(
	lists: Lists<Name, Value>,
	first: string,
	second: Name,
	value: Value
): void {
	let inner = lists.get(first);
	if (!inner) lists.set(first, (inner = new Map<Name, Value[]>()));
	const values = inner.get(second);
	if (values) values.push(value);
	else inner.set(second, [value]);
}

/** A function of few different arguments, asked for each once. */
function cached<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, Value>();
	return (key) => {
		let value = known.get(key);
		if (value === undefined) known.set(key, (value = of(key)));
		return value;
	};
}

const kept = keptPerCounts<SurveyCounts[]>();

/** The questionnaires of the counts. */
export function surveysOf(counts: Counts, project: Project): SurveyCounts[] {
	return kept(counts, project, '', () =>
		questionnaires(counts.responses, project, 'survey').map((q) => new SurveyCounts(q, counts, project))
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
		return this.#tally(wave, 'returned');
	}

	answers(wave: string, item: string): Tally {
		return this.#tally(wave, `item ${item}`);
	}

	/** Who answered a multi-select item, and how many of them chose each option. */
	choices(wave: string, item: string): { answered: Tally; chosen: ReadonlyMap<number, number> } {
		const question: Question = `item ${item}`;
		const base = this.counts
			.question(wave, question)
			.map((cell) => (cell.state === 'valid' ? { ...cell, value: 1 } : cell));
		const chosen = new Map<number, number>();
		for (const { groups, value, n } of this.counts.chosen(wave, item)) {
			if (value !== null && this.#isInside(groups)) chosen.set(value, (chosen.get(value) ?? 0) + n);
		}
		const masked = this.#isMasked(() => this.counts.gate(wave).hidden(question));
		return { answered: tally(base, this.filter, this.k, masked), chosen };
	}

	scores(wave: string, set: number): Tally {
		return this.#tally(wave, `set ${set}`);
	}

	/** Scores to be shown in the bands of another method: a group hidden under either is hidden. */
	scoresUnder(method: Method, wave: string, set: number): Tally {
		const own = this.scores(wave, set);
		const masked = this.#isMasked(() => this.counts.gate(wave).hiddenUnder(method, set));
		return masked ? { ...own, hidden: true } : own;
	}

	/** The matched answers to an item (its id) or scores over a set (its number). */
	pairs(wave: string, against: string, which: string | number): Pairs {
		const question: Exclude<Question, 'returned'> =
			typeof which === 'number' ? `set ${which}` : `item ${which}`;
		const cells = this.counts.pairs(wave, against, question);
		const mask = this.counts.gate(wave).hiddenPairs(this.counts.gate(against), question);
		const masked = mask !== null && this.#isMasked(() => mask);
		const { n, ...found } = tally(cells, this.filter, this.k, masked);
		const hidden = mask === null || found.hidden;
		const inGroup = cells.filter(({ groups }) => this.#isInside(groups));
		return { transitions: inGroup.map(({ value, after, n }) => ({ from: value, to: after, n })), n, hidden };
	}

	#isInside(groups: readonly (string | null)[]): boolean {
		return !this.filter || groups[this.filter.position] === this.filter.value;
	}

	/** Whether the chosen group is among the hidden ones; these are not looked for where no group is chosen. */
	#isMasked(hidden: () => readonly ReadonlySet<string>[]): boolean {
		return this.filter !== null && (hidden()[this.filter.position]?.has(this.filter.value) ?? false);
	}

	#tally(wave: string, question: Question): Tally {
		const key = `${wave} ${question}`;
		let found = this.#tallies.get(key);
		if (!found) {
			const masked = this.#isMasked(() => this.counts.gate(wave).hidden(question));
			found = tally(this.counts.question(wave, question), this.filter, this.k, masked);
			this.#tallies.set(key, found);
		}
		return found;
	}

	/** Questionnaires of every group of a kind. As all by group: empty while a filter is set, so that no two attributes cross. */
	returnedByGroup(wave: string, kind: string): Map<string, Tally> {
		return this.#byGroup(wave, 'returned', kind);
	}

	/** Answers to an item of every group of a kind. */
	answersByGroup(wave: string, item: string, kind: string): Map<string, Tally> {
		return this.#byGroup(wave, `item ${item}`, kind);
	}

	/** Scores over a set of every group of a kind. */
	scoresByGroup(wave: string, set: number, kind: string): Map<string, Tally> {
		return this.#byGroup(wave, `set ${set}`, kind);
	}

	#byGroup(wave: string, question: Question, kind: string): Map<string, Tally> {
		if (this.filter) return new Map();
		const position = this.q.table.groups.indexOf(kind);
		const hidden = this.counts.gate(wave).hidden(question)[position];
		return tallyGroups(this.counts.question(wave, question), position, hidden);
	}
}
