import type { Frame } from '$lib/figures/figure';
import { figureBuilders } from '$lib/figures/places';
import { definitionOf } from '$lib/measures/catalogue';
import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';

/** What a result tells of people: its value, and how many stand behind it. */
const TELLING: ReadonlySet<PropertyKey> = new Set<keyof Result>([
	'value',
	'n',
	'nPairs',
	'count',
	'up',
	'down',
	'same'
]);

/** Whether a target, or an expected result, has its number from a result about a questionnaire. */
function repeats(stated: Result, row: Result): boolean {
	const ofSurvey = stated.instrument !== undefined || stated.audience !== undefined;
	return (
		ofSurvey &&
		row.indicator === undefined &&
		row.instrument !== undefined &&
		row.instrument === (stated.instrument ?? row.instrument) &&
		row.audience === (stated.audience ?? row.audience) &&
		row.wave === stated.wave &&
		row.value === stated.value &&
		row.n === stated.n
	);
}

/**
 * The results that a figure shows in its drawing, words or table: those whose value or number of people it reads, for
 * what it does not read it cannot print; and those that its targets repeat. Throws where the evaluation has no figure of
 * that id.
 */
export function shownResults(id: string, evaluation: Evaluation, project: Project, frame: Frame): Result[] {
	const read = new Set<string>();
	const results = evaluation.results.map(
		(result) =>
			new Proxy(result, {
				get: (target, name, receiver) => {
					if (TELLING.has(name)) read.add(target.id);
					return Reflect.get(target, name, receiver);
				}
			})
	);
	const builder = figureBuilders({ ...evaluation, results }, project).find((one) => one.id === id);
	if (!builder) throw new Error(`no figure ${id}`);
	// Which figures there are was decided by the results of all.
	read.clear();
	builder.build(frame);
	const own = evaluation.results.filter(({ id: result }) => read.has(result));
	const stated = own.filter(
		({ measure, value }) => value !== null && definitionOf(measure).about === 'stated'
	);
	return evaluation.results.filter(
		(result) => read.has(result.id) || stated.some((one) => repeats(one, result))
	);
}
