import { RATERS, type Project, type Rater } from '$lib/model/project';
import { questionnaires, type AskedItem, type Questionnaire } from '../codebook';
import type { Counts } from '../counts';
import { keptPerCounts } from '../kept';
import { pomp } from '../statistics/scale-position';
import { splitGroupKey } from '../sql-text';

/** Values of a person's attributes by kind: department, mentor, category … */
export type Attributes = ReadonlyMap<string, string>;

/** Raters in the order in which the headline looks for them. */
export const HEADLINE_RATERS: readonly Rater[] = ['mentor', 'administration', 'self'];

/** One rating sheet instrument with its ratings, found by wave and rater. Built once per counts. */
export class Sheets {
	readonly q: Questionnaire;
	/** Mean value per item of each person, by wave and rater. */
	readonly #values = new Map<string, Map<string, Map<string, number>>>();
	readonly #groups = new Map<string, Map<string, string>>();

	constructor(q: Questionnaire, counts: Counts) {
		this.q = q;
		const sums = new Map<string, Map<string, Map<string, { sum: number; n: number }>>>();
		for (const row of counts.ratings) {
			if (row.instrument !== q.instrument.id) continue;
			const people = entry(
				sums,
				`${row.wave} ${row.rater}`,
				() => new Map<string, Map<string, { sum: number; n: number }>>()
			);
			const items = entry(people, row.person, () => new Map<string, { sum: number; n: number }>());
			q.table.items.forEach(({ item }, index) => {
				const value = row[`i${index}`];
				if (typeof value !== 'number') return;
				const total = entry(items, item, () => ({ sum: 0, n: 0 }));
				total.sum += value;
				total.n += 1;
			});
			this.#keepGroups(row.wave, row.person, splitGroupKey(row.groups));
		}
		for (const [key, people] of sums) {
			const means = new Map<string, Map<string, number>>();
			for (const [person, items] of people) {
				means.set(person, new Map([...items].map(([item, { sum, n }]) => [item, sum / n])));
			}
			this.#values.set(key, means);
		}
	}

	#keepGroups(wave: string, person: string, values: (string | null)[]): void {
		const kept = entry(this.#groups, `${wave} ${person}`, () => new Map<string, string>());
		this.q.table.groups.forEach((kind, index) => {
			const value = values[index] ?? null;
			if (value !== null) kept.set(kind, value);
		});
	}

	/** Waves in which somebody was rated. */
	get waves(): string[] {
		return this.q.waves.filter((wave) => RATERS.some((rater) => this.#values.has(`${wave} ${rater}`)));
	}

	/** Raters who rated in a wave. */
	raters(wave: string): Rater[] {
		return HEADLINE_RATERS.filter((rater) => this.#values.has(`${wave} ${rater}`));
	}

	/** The people rated in a wave by a rater, sorted by code. */
	people(wave: string, rater: Rater): string[] {
		return [...(this.#values.get(`${wave} ${rater}`)?.keys() ?? [])].sort();
	}

	/** A rating of one criterion; the mean where several raters of the kind gave one. */
	value(wave: string, rater: Rater, person: string, item: string): number | null {
		return this.#values.get(`${wave} ${rater}`)?.get(person)?.get(item) ?? null;
	}

	/** Group columns of the sheet itself, as filled in for a person in a wave. */
	groups(wave: string, person: string): Attributes {
		return this.#groups.get(`${wave} ${person}`) ?? new Map();
	}

	/** A person's rating: mean over the answered items where at least half are answered. */
	rating(
		wave: string,
		rater: Rater,
		person: string,
		items: readonly AskedItem[],
		inPomp: boolean
	): number | null {
		let sum = 0;
		let answered = 0;
		for (const item of items) {
			const value = this.value(wave, rater, person, item.id);
			if (value === null) continue;
			sum += inPomp ? pomp(value, item.scale) : value;
			answered += 1;
		}
		return answered > 0 && answered >= Math.ceil(items.length / 2) ? sum / answered : null;
	}
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

const kept = keptPerCounts<Sheets[]>();

/** The rating sheets of the counts. */
export function sheetsOf(counts: Counts, project: Project): Sheets[] {
	return kept(counts, project, '', () =>
		questionnaires(counts.responses, project, 'rating').map((q) => new Sheets(q, counts))
	);
}

/** Attributes of people in a wave by the roster, completed by the sheet's own group columns. */
export function attributesOf(
	counts: Counts,
	wave: string,
	person: string,
	sheets: Sheets | null = null
): Attributes {
	const attributes = new Map(sheets?.groups(wave, person) ?? []);
	for (const [kind, value] of membershipOf(counts, wave).get(person) ?? []) attributes.set(kind, value);
	return attributes;
}

const memberships = new WeakMap<Counts, Map<string, Map<string, Map<string, string>>>>();

function membershipOf(counts: Counts, wave: string): Map<string, Map<string, string>> {
	let byWave = memberships.get(counts);
	if (!byWave) {
		byWave = new Map();
		for (const { wave, person, kind, value } of counts.members) {
			const people = entry(byWave, wave, () => new Map<string, Map<string, string>>());
			entry(people, person, () => new Map<string, string>()).set(kind, value);
		}
		memberships.set(counts, byWave);
	}
	return byWave.get(wave) ?? new Map();
}
