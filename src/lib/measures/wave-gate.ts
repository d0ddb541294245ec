import type { Method } from '$lib/model/project';
import { bandOf, onMethodScale } from './methods';
import { matchesRule } from './statistics/frequencies';
import { AnsweredTwice } from './suppression/answered-twice';
import { basesOf, type CrossCell } from './suppression/crossing';
import { hideGroups, type GroupedBase, type HiddenGroups } from './suppression/hide-groups';
import type { Cell } from './cube';
import type { Questionnaire } from './codebook';

/** What is asked of a wave: how many answered at all, an item, or a person's score over a set of items. */
export type Question = 'returned' | `item ${string}` | `set ${number}`;

/** The counts of one questionnaire, as the gate asks for them. */
interface CountedSurvey {
	q: Questionnaire;
	returned(wave: string): readonly Cell[];
	/** Every item and score of a wave. */
	questions(wave: string): Question[];
	question(wave: string, question: Question): readonly Cell[];
	pairs(wave: string, against: string, question: Question): readonly Cell[];
}

type Mask = readonly ReadonlySet<string>[];

/** The class of an answer that a share tells about: favourable or not, the band. */
type ClassOf = (value: number) => unknown;

function crossCells(
	cells: readonly Cell[],
	classOf: ClassOf | null,
	levelOf: (value: number, classOf: ClassOf) => unknown = (value, of) => of(value)
): CrossCell[] {
	return cells.map(({ groups, state, value, n }) => ({
		groups,
		n: state === 'valid' ? n : 0,
		...(classOf && value !== null ? { answer: classOf(value), level: levelOf(value, classOf) } : {})
	}));
}

function minus(cells: readonly CrossCell[], part: readonly CrossCell[]): CrossCell[] {
	return [...cells, ...part.map(({ groups, n }) => ({ groups, n: -n }))];
}

/** How many of a group can have answered, as the printed bases of a larger question tell. */
function ceilingsOf(
	bases: readonly ReadonlyMap<string | null, number>[],
	hidden: Mask
): Pick<GroupedBase, 'ceiling' | 'restCeiling'> {
	const isHidden = (kind: number, group: string | null) =>
		group === null || (hidden[kind]?.has(group) ?? false);
	return {
		ceiling: (kind, group) => (isHidden(kind, group) ? undefined : bases[kind]?.get(group)),
		restCeiling: (kind) =>
			[...(bases[kind] ?? [])].reduce((sum, [group, n]) => (isHidden(kind, group) ? sum + n : sum), 0)
	};
}

/** Hides every group of a kind, the later kinds first, until nobody is known too closely; null where that is not enough. */
function hideKinds(
	audit: AnsweredTwice,
	hidden: readonly Set<string>[],
	bases: readonly ReadonlyMap<string | null, number>[]
): Mask | null {
	const hideAll = (kind: number) => {
		const before = hidden[kind]?.size;
		for (const group of bases[kind]?.keys() ?? []) if (group !== null) hidden[kind]?.add(group);
		return hidden[kind]?.size !== before;
	};
	for (let known = audit.known(hidden); known; known = audit.known(hidden)) {
		const [first, second] = known;
		if (!hideAll(second) && !hideAll(first)) return audit.isKnownExactly(hidden) ? null : hidden;
	}
	return hidden;
}

/** The lower of the ceilings that two waves set to those who answered in both. */
function lowerCeilings(
	one: ReturnType<typeof ceilingsOf>,
	other: ReturnType<typeof ceilingsOf>
): ReturnType<typeof ceilingsOf> {
	return {
		ceiling: (kind, group) => {
			const [first, second] = [one.ceiling?.(kind, group), other.ceiling?.(kind, group)];
			return first === undefined || second === undefined ? (first ?? second) : Math.min(first, second);
		},
		restCeiling: (kind) =>
			Math.min(one.restCeiling?.(kind) ?? Infinity, other.restCeiling?.(kind) ?? Infinity)
	};
}

/**
 * The gate of one questionnaire in one wave: which groups are hidden, decided for all its questions together. Whoever
 * answered a question also returned the questionnaire, so a group hidden there is hidden everywhere, and a group of which
 * an item's base cannot be hidden beside its printed questionnaires is hidden altogether.
 */
export class WaveGate {
	readonly #survey: CountedSurvey;
	readonly #method: Method;
	readonly #wave: string;
	readonly #k: number;
	readonly #masks: ReadonlyMap<Question, Mask>;
	readonly #pairs = new Map<string, Mask | null>();

	constructor(survey: CountedSurvey, wave: string, method: Method, k: number) {
		this.#survey = survey;
		this.#method = method;
		this.#wave = wave;
		this.#k = k;
		this.#masks = this.#decide();
	}

	/** The hidden groups of a question, by kind. */
	hidden(question: Question): Mask {
		return this.#masks.get(question) ?? [];
	}

	/** The hidden groups of scores shown in the bands of another method. */
	hiddenUnder(method: Method, set: number): Mask {
		const scores = this.#survey.question(this.#wave, `set ${set}`);
		const cells = crossCells(scores, (score) => bandOf(onMethodScale(score, method), method));
		return hideGroups({ kinds: this.#kinds, cells, hidden: this.hidden(`set ${set}`) }, this.#k).hidden;
	}

	/** The groups of which the change of the same people since an earlier wave is hidden; null where everyone's is. */
	hiddenPairs(against: WaveGate, question: Exclude<Question, 'returned'>): Mask | null {
		const key = `${against.#wave} ${question}`;
		let mask = this.#pairs.get(key);
		if (mask === undefined) this.#pairs.set(key, (mask = this.#decidePairs(against, question)));
		return mask;
	}

	get #kinds(): number {
		return this.#survey.q.table.groups.length;
	}

	#cells(question: Question): CrossCell[] {
		const cells = this.#survey.question(this.#wave, question);
		// Of an item every level is counted, of scores every band.
		return question.startsWith('item ')
			? crossCells(cells, this.#classOf(question), (value) => value)
			: crossCells(cells, this.#classOf(question));
	}

	#decide(): Map<Question, Mask> {
		const cells = crossCells(this.#survey.returned(this.#wave), null);
		const kinds = Array.from({ length: this.#kinds }, (_, kind) => kind);
		const bases = kinds.map((kind) => basesOf(cells, kind));
		const forced = kinds.map(() => new Set<string>());
		for (;;) {
			const { hidden: mask } = hideGroups({ kinds: this.#kinds, cells, guarded: forced }, this.#k);
			const ceilings = ceilingsOf(bases, mask);
			const decided = this.#survey
				.questions(this.#wave)
				.map((question): [Question, HiddenGroups] => [
					question,
					hideGroups({ kinds: this.#kinds, cells: this.#cells(question), ...ceilings, hidden: mask }, this.#k)
				]);
			const exposed = decided.flatMap(([, found]) => found.exposed);
			if (exposed.length === 0) {
				return new Map([
					['returned', mask],
					...decided.map(([question, { hidden }]) => [question, hidden] as const)
				]);
			}
			for (const { kind, group } of exposed) forced[kind]?.add(group);
		}
	}

	/**
	 * Of people who answered twice, those who answered only once follow by subtraction: they are hidden alike. Where so few
	 * joined that a group's own few leavers follow from the waves and the total, the total is hidden. Groups are those of
	 * the later wave.
	 */
	#decidePairs(against: WaveGate, question: Exclude<Question, 'returned'>): Mask | null {
		const pairs = crossCells(this.#survey.pairs(this.#wave, against.#wave, question), null);
		const later = this.#cells(question);
		const bases = Array.from({ length: this.#kinds }, (_, kind) => basesOf(later, kind));
		const hidden = bases.map(
			(_, kind) =>
				new Set([...(this.hidden(question)[kind] ?? []), ...(against.hidden(question)[kind] ?? [])])
		);
		const earlier = against.#cells(question);
		const beside = [minus(later, pairs), minus(earlier, pairs)];
		const earlierBases = bases.map((_, kind) => basesOf(earlier, kind));
		const ceilings = lowerCeilings(
			ceilingsOf(bases, this.hidden(question)),
			ceilingsOf(earlierBases, against.hidden(question))
		);
		const found = hideGroups({ kinds: this.#kinds, cells: pairs, beside, ...ceilings, hidden }, this.#k);
		if (found.exposed.length > 0) return null;
		const waves = {
			...{ kinds: this.#kinds, earlier, later, both: pairs },
			...{ hiddenEarlier: against.hidden(question), hiddenLater: this.hidden(question) }
		};
		return hideKinds(new AnsweredTwice(waves, this.#k), found.hidden, bases);
	}

	#classOf(question: Question): ClassOf | null {
		if (question === 'returned') return null;
		if (question.startsWith('set ')) {
			return (score) => bandOf(onMethodScale(score, this.#method), this.#method);
		}
		const item = question.slice('item '.length);
		const rule = this.#survey.q.asked.get(this.#wave)?.find(({ id }) => id === item)?.scale.favourable;
		return rule ? (value) => matchesRule(value, rule) : null;
	}
}
