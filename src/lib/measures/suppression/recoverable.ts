import type { Result } from '$lib/model/result';
import { definitionOf } from '../catalogue';
import { recoverableBySubtraction, type PrintedBase, type Recovered } from './subtraction';

/** Measures whose n is the number of people who answered the question or questionnaire. */
const BASES: readonly string[] = ['favourable', 'coefficient_u', 'level_share'];

/**
 * The groups of 1…k−1 that a set of results, perhaps of several selections, gives away by subtraction, each with the ids
 * of the results responsible: a whole and the parts of it. To be asked of everything that leaves together (M6).
 */
export function recoverableCells(results: readonly Result[], k: number): Recovered[] {
	const questions = new Map<string, Map<string, PrintedBase>>();
	for (const row of results) {
		if (row.value === null || row.n === null || !BASES.includes(row.measure)) continue;
		if (row.indicator !== undefined || definitionOf(row.measure).about !== 'questionnaire') continue;
		const filter = {
			...row.within?.groups,
			...(row.groupKind === undefined || row.group === undefined ? {} : { [row.groupKind]: row.group })
		};
		const question = [row.measure, row.instrument, row.item, row.block, row.within?.module, row.method];
		const key = [...question, row.wave, row.against].join('\u001f');
		const bases = questions.get(key) ?? new Map<string, PrintedBase>();
		questions.set(key, bases.set(JSON.stringify(filter), { id: row.id, n: row.n, filter }));
	}
	const found = [...questions.values()].flatMap((bases) => recoverableBySubtraction([...bases.values()], k));
	return [...new Map(found.map((one) => [[one.whole, ...one.parts].join('\u001f'), one])).values()];
}
