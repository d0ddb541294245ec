import type { Engine } from '$lib/engine/engine';
import { changeVerdict } from '$lib/measures/change/verdict';
import { scaleRule, type ScaleRule } from '$lib/measures/codebook';
import { takeCounts } from '$lib/measures/counts';
import { evaluate } from '$lib/measures/evaluate';
import { engineTables } from '$lib/measures/numbered-answers';
import { schoolDataset, schoolProject, type SchoolRows } from '$lib/measures/testing/school';
import type { Dataset } from '$lib/model/dataset';
import type { Evaluation } from '$lib/model/evaluation';
import type { Result, Verdict } from '$lib/model/result';
import { selection as selectionSchema, type Selection } from '$lib/model/selection';

export type Answer = number | null;

type Said = number | string | null | undefined;

/** What the product says to an example: a number, a word or a list of numbers, by the name of the line. */
export type Outcome = Record<string, Said | readonly Said[]>;
export type Computation = (given: Given, evaluated: Evaluated) => Outcome | Promise<Outcome>;

/** The lines of an example that are given. */
export interface Given {
	text(name: string): string;
	number(name: string): number;
	numbers(name: string): number[];
	/** A list of answers; null where one is missing. */
	answers(name: string): Answer[];
	/** The lists whose names begin with a word, by the rest of their names. */
	rows(word: string): [string, Answer[]][];
}

export type Evaluated = (rows: SchoolRows, setting?: Setting) => Promise<Evaluation>;

/** What a small school is besides its rows. */
export interface Setting {
	change?: (draft: Record<string, unknown>) => void;
	populations?: Dataset['populations'];
	selection?: Partial<Selection>;
}

/** Takes a school through the whole of counting and evaluating, as the page does. */
export function evaluator(engine: Engine): Evaluated {
	return async (rows, { change, populations, selection = {} } = {}) => {
		const project = schoolProject(change);
		const dataset = schoolDataset(rows, populations);
		await engine.clear();
		for (const table of engineTables(dataset, project)) await engine.load(table);
		const counts = await takeCounts(dataset, project, (statement) => engine.query(statement));
		return evaluate(counts, project, selectionSchema.parse(selection));
	};
}

/** The one result with these dimensions; undefined asks for a dimension to be absent. */
export function resultOf({ results }: Evaluation, wanted: Partial<Result>): Result {
	const found = results.filter((row) =>
		Object.entries(wanted).every(([name, value]) => row[name as keyof Result] === value)
	);
	const [row] = found;
	if (!row || found.length > 1) throw new Error(`${found.length} results are ${JSON.stringify(wanted)}`);
	return row;
}

/** Questionnaires of teachers: answers to t1, t2, t3 of one person each. */
export function teachers(
	wave: string,
	people: readonly (readonly Answer[])[],
	more: Record<string, string> = {}
) {
	return people.map(([t1 = null, t2 = null, t3 = null], index) => ({
		wave,
		respondent: `${wave} ${index}`,
		...{ item_t1: t1, item_t2: t2, item_t3: t3 },
		...more
	}));
}

/** Rating sheets by one rater: both criteria get the person's rating. */
export function sheets(wave: string, ratings: readonly Answer[], rater = 'mentor') {
	return ratings.map((rating, index) => ({
		wave,
		rater,
		person: `T${index + 1}`,
		item_c1: rating,
		item_c2: rating
	}));
}

/** Fails where the product has no value. */
export function some<Value>(value: Value | null | undefined): Value {
	if (value === null || value === undefined) throw new Error('the product has no value');
	return value;
}

/** The rule of a scale of which the codebook says no more than its levels. */
export function pointScale(levels: readonly number[]): ScaleRule {
	const named = levels.map((value) => ({ value, labels: [] }));
	return some(scaleRule({ id: 'scale', levels: named, dontKnow: [], provisional: false }));
}

/** Both ends of an interval, in percent unless told otherwise. */
export function ends(
	interval: { low?: number; high?: number } | null | undefined,
	factor = 100
): [number, number] {
	return [factor * some(interval?.low), factor * some(interval?.high)];
}

export function times<Made>(n: number, make: (index: number) => Made): Made[] {
	return Array.from({ length: n }, (_, index) => make(index));
}

export function verdictOf(n: number, [low, high]: [number, number], q: number | null): Verdict {
	return changeVerdict({ hidden: false, n, interval: { low, high }, q });
}
