import * as z from 'zod';
import type { Questionnaire } from '../codebook';
import { scoreSql } from '../coefficient/scores';
import { ScoreSets, type Scope } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, groupKeySql } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** How many people answered `before` in the wave `against` and `after` in `wave`; `item` is null for a person's score over a set. */
export const transitionRow = z.object({
	instrument: z.string(),
	item: z.string().nullable(),
	set: z.number().int().nullable(),
	against: z.string(),
	wave: z.string(),
	/** Groups of the later wave. */
	groups: z.string(),
	before: z.number(),
	after: z.number(),
	n: z.number().int()
});
export type TransitionRow = z.infer<typeof transitionRow>;

/** Rows of people whose code occurs once in the wave: a code used twice cannot be matched. */
export function matchable(q: Questionnaire, columns: string): string {
	const table = quoteIdentifier(q.table.table);
	return `SELECT ${columns} FROM (SELECT *, count(*) OVER (PARTITION BY wave, respondent) AS sharing FROM ${table} WHERE respondent IS NOT NULL AND wave IS NOT NULL) WHERE sharing = 1`;
}

function waveNumber(q: Questionnaire, column: string): string {
	const cases = q.waves.map((wave, index) => `WHEN ${quoteText(wave)} THEN ${index}`).join(' ');
	return `CASE ${column} ${cases} END`;
}

function pairsOf(q: Questionnaire): { wave: string; against: string }[] {
	return q.waves.flatMap((wave, index) => q.waves.slice(0, index).map((against) => ({ wave, against })));
}

/** Item transitions of every pair of waves, one branch per item. */
function itemTransitions(q: Questionnaire): string[] {
	const { table } = q;
	const scaled = new Set(q.instrument.items.filter(({ kind }) => kind === 'scale').map(({ id }) => id));
	return table.items
		.filter(({ item }) => scaled.has(item))
		.map(({ item, column }) => {
			const name = quoteIdentifier(column);
			const side = matchable(
				q,
				`wave, respondent, ${groupKeySql(table)} AS groups, CAST(${name} AS DOUBLE) AS value, ${waveNumber(q, 'wave')} AS position`
			);
			return `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(item)} AS item, CAST(NULL AS INTEGER) AS set, a.wave AS against, b.wave AS wave, b.groups AS groups, a.value AS before, b.value AS after, ${COUNT} AS n FROM (${side}) a JOIN (${side}) b ON a.respondent = b.respondent AND a.position < b.position WHERE a.value IS NOT NULL AND b.value IS NOT NULL GROUP BY 4, 5, 6, 7, 8`;
		});
}

/** Score transitions of every pair of waves over the items comparable between them. */
function scoreTransitions(q: Questionnaire): string[] {
	const sets = new ScoreSets(q);
	const modules = [...new Set(q.instrument.items.flatMap(({ module }) => (module === null ? [] : [module])))];
	const scopes: Scope[] = [{ kind: 'all' }, ...modules.map((module): Scope => ({ kind: 'module', module }))];
	return pairsOf(q).flatMap(({ wave, against }) => {
		const numbers = new Set(scopes.map((scope) => sets.comparable(scope, wave, against)));
		return [...numbers].flatMap((set) => {
			const items = set === null ? undefined : sets.sets[set]?.items;
			return items ? [scoreTransition(q, `${set}`, scoreSql(items), wave, against)] : [];
		});
	});
}

function scoreTransition(
	q: Questionnaire,
	set: string,
	score: string,
	wave: string,
	against: string
): string {
	const { table } = q;
	const side = (of: string) =>
		`${matchable(q, `respondent, ${groupKeySql(table)} AS groups, ${score} AS score`)} AND wave = ${quoteText(of)}`;
	return `SELECT ${quoteText(table.instrument)} AS instrument, CAST(NULL AS VARCHAR) AS item, CAST(${set} AS INTEGER) AS set, ${quoteText(against)} AS against, ${quoteText(wave)} AS wave, b.groups AS groups, a.score AS before, b.score AS after, ${COUNT} AS n FROM (${side(against)}) a JOIN (${side(wave)}) b ON a.respondent = b.respondent WHERE a.score IS NOT NULL AND b.score IS NOT NULL GROUP BY 6, 7, 8`;
}

/** What people who answered in two waves answered then and now; none where respondents carry no code. */
export function transitions(q: Questionnaire): Statement<TransitionRow>[] {
	if (!q.table.matched) return [];
	const branches = [...itemTransitions(q), ...scoreTransitions(q)];
	return branches.length === 0
		? []
		: [
				{ name: `transitions ${q.table.instrument}`, sql: branches.join('\nUNION ALL\n'), row: transitionRow }
			];
}

/** The table of answers (an expression) before and after of the people matched between two waves. */
export function pairedCounts(
	q: Questionnaire,
	answer: string,
	wave: string,
	against: string,
	later: readonly string[]
): string {
	const side = (of: string, more: readonly string[]) =>
		[matchable(q, `respondent, ${answer} AS answer`), `wave = ${quoteText(of)}`, ...more].join(' AND ');
	return `SELECT a.answer AS before, b.answer AS after, ${COUNT} AS n FROM (${side(against, [])}) a JOIN (${side(wave, later)}) b ON a.respondent = b.respondent WHERE a.answer IS NOT NULL AND b.answer IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
}
