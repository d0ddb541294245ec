import type { PrintedBase, Recovered } from '$lib/model/printed-base';
import type { Result } from '$lib/model/result';
import { definitionOf } from '../catalogue';
import { recoverableBySubtraction } from './subtraction';

/** Measures whose n is the number of people who answered the item, or the questionnaire where there is no item. */
const OF_ANSWERS = new Set([
	'favourable',
	'unfavourable',
	'net',
	'mean',
	'coefficient_u',
	'favourable_this_wave',
	'option_share'
]);

/** What a result's n counts, as part of a base's key; null where it counts something else or nothing. */
function questionOf(row: Result): { question: string; item?: string; n: number | null } | null {
	const { measure, item, block, module, against, n, count = null } = row;
	const ofItem = item === undefined ? { question: '' } : { question: item, item };
	const scored = ['score', block, module, row.within?.module].filter(
		(part) => part !== undefined && part !== null
	);
	if (OF_ANSWERS.has(measure)) return { ...ofItem, n };
	// States (not answered …) stand over everyone asked, which says nothing of who answered.
	if (measure === 'distribution') return /^-?\d/.test(row.level ?? '') ? { ...ofItem, n } : null;
	if (measure === 'coverage') return { question: '', n: count };
	// Of a comparison, which items a score is over is told by the change itself.
	if (measure === 'level_share') return against === undefined ? { question: scored.join(' '), n } : null;
	if (measure === 'block_score') return { question: scored.join(' '), n };
	// Of the people who answered every item of a block, which are fewer than those who have a score in it.
	if (measure === 'alpha' || measure === 'omega') return { question: ['complete', ...scored].join(' '), n };
	if (measure === 'stayers_leavers_joiners') {
		return row.level === 'total' || row.level === 'stayers'
			? { question: [...scored, against].join(' '), n }
			: null;
	}
	if (measure === 'change_matched') {
		return item === undefined ? { question: [...scored, against].join(' '), n } : { ...ofItem, n };
	}
	return null;
}

/** Whether a result is about those who answered in both waves. */
function isOfPairs({ measure, level }: Result): boolean {
	return measure === 'change_matched' || (measure === 'stayers_leavers_joiners' && level === 'stayers');
}

/** The bases that results about questionnaires print. */
export function printedBases(results: readonly Result[]): PrintedBase[] {
	const bases = new Map<string, PrintedBase>();
	for (const row of results) {
		// Targets repeat other results; ratings are staff records.
		if (row.indicator !== undefined || row.rater !== undefined || row.instrument === undefined) continue;
		if (row.reason === 'suppressed' || definitionOf(row.measure).about !== 'questionnaire') continue;
		const found = questionOf(row);
		if (found === null || found.n === null || found.n === 0) continue;
		const filter = {
			...row.within?.groups,
			...(row.groupKind === undefined || row.group === undefined ? {} : { [row.groupKind]: row.group })
		};
		const base: PrintedBase = {
			...{ instrument: row.instrument, wave: row.wave, filter, ...found, n: found.n },
			...(isOfPairs(row) && row.against !== undefined ? { bothWith: row.against } : {})
		};
		bases.set(JSON.stringify(base), base);
		// Of those who answered twice, the rest of the earlier wave follows as well as the rest of the later one.
		if (base.bothWith !== undefined) {
			const earlier = { ...base, wave: base.bothWith, bothWith: row.wave };
			bases.set(JSON.stringify(earlier), earlier);
		}
	}
	return [...bases.values()];
}

/** The groups of 1…k−1 that bases, perhaps of several selections and days, give away by subtraction. */
export function recoverableFrom(bases: readonly PrintedBase[], k: number): Recovered[] {
	const questions = new Map<string, PrintedBase[]>();
	for (const base of bases) {
		const key = [base.instrument, base.question, base.wave].join('\u001f');
		questions.set(key, [...(questions.get(key) ?? []), base]);
	}
	return [...questions.values()].flatMap((of) => recoverableBySubtraction(of, k));
}

/**
 * The groups of 1…k−1 that a set of results gives away by subtraction, each with the bases responsible: a whole and the
 * parts of it. To be asked of everything that leaves together (M6).
 */
export function recoverableCells(results: readonly Result[], k: number): Recovered[] {
	return recoverableFrom(printedBases(results), k);
}
