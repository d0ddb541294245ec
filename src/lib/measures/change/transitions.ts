import * as z from 'zod';
import type { Questionnaire } from '../codebook';
import { scoresInSteps } from '../coefficient/scores';
import { ScoreSets, type Scope } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, eachOf, groupKeySql } from '../sql-text';
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

/** Scale items, whose answers before and after stand in columns `before_i<n>`, `after_i<n>` of the pairs. */
function scaledColumns({ table, instrument }: Questionnaire): { item: string; column: string }[] {
	const scaled = new Set(instrument.items.filter(({ kind }) => kind === 'scale').map(({ id }) => id));
	return table.items.filter(({ item }) => scaled.has(item));
}

/** Sets of items that are compared between two waves. */
function comparedSets(q: Questionnaire, sets: ScoreSets): { set: number; wave: string; against: string }[] {
	const modules = [...new Set(q.instrument.items.flatMap(({ module }) => (module === null ? [] : [module])))];
	const scopes: Scope[] = [{ kind: 'all' }, ...modules.map((module): Scope => ({ kind: 'module', module }))];
	return pairsOf(q).flatMap(({ wave, against }) => {
		const numbers = new Set(scopes.map((scope) => sets.comparable(scope, wave, against)));
		return [...numbers].flatMap((set) => (set !== null && sets.sets[set] ? [{ set, wave, against }] : []));
	});
}

/** What people who answered in two waves answered then and now; none where respondents carry no code. */
export function transitions(q: Questionnaire): Statement<TransitionRow>[] {
	if (!q.table.matched) return [];
	const sets = new ScoreSets(q);
	const compared = comparedSets(q, sets);
	const scored = [...new Set(compared.map(({ set }) => set))];
	const steps = scoresInSteps(scored.map((set) => sets.sets[set]?.items ?? []));
	const items = scaledColumns(q).map(({ column }, index) => ({
		name: `i${index}`,
		sql: `CAST(${quoteIdentifier(column)} AS DOUBLE)`
	}));
	const names = [...items.map(({ name }) => name), ...scored.map((set) => `s${set}`)];
	if (names.length === 0) return [];
	const own = [
		...['wave', 'respondent', `${groupKeySql(q.table)} AS groups`, `${waveNumber(q, 'wave')} AS position`],
		...items.map(({ name, sql }) => `${sql} AS ${name}`)
	];
	const stepped = matchable(q, [...own, ...steps.columns].join(', '));
	const matched = `SELECT ${[...['wave', 'respondent', 'groups', 'position'], ...items.map(({ name }) => name), ...scored.map((set, index) => `${steps.scores[index]} AS s${set}`)].join(', ')} FROM (${stepped})`;
	const both = names.map((name) => `a.${name} AS before_${name}, b.${name} AS after_${name}`).join(', ');
	const compare = [
		...scaledColumns(q).map(({ item }, index) => ({
			...{ item: quoteText(item), set: 'NULL', name: `i${index}`, where: null }
		})),
		...compared.map(({ set, wave, against }) => ({
			...{ item: 'NULL', set: String(set), name: `s${set}` },
			where: `wave = ${quoteText(wave)} AND against = ${quoteText(against)}`
		}))
	];
	const answer = (side: 'before' | 'after') =>
		eachOf(
			compare.map(({ name, where }) =>
				where === null ? `${side}_${name}` : `CASE WHEN ${where} THEN ${side}_${name} END`
			)
		);
	const itemIds = eachOf(compare.map(({ item }) => `CAST(${item} AS VARCHAR)`));
	const numbers = eachOf(compare.map(({ set }) => `CAST(${set} AS INTEGER)`));
	const pairs = `SELECT a.wave AS against, b.wave AS wave, b.groups AS groups, ${both} FROM matched a JOIN matched b ON a.respondent = b.respondent AND a.position < b.position`;
	// People are matched once for all answers: a join for each of them made this the slowest statement of all.
	const sql = `WITH matched AS MATERIALIZED (${matched}) SELECT ${quoteText(q.table.instrument)} AS instrument, item, "set", against, wave, groups, before, after, ${COUNT} AS n FROM (SELECT against, wave, groups, ${itemIds} AS item, ${numbers} AS "set", ${answer('before')} AS before, ${answer('after')} AS after FROM (${pairs})) WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY item, "set", against, wave, groups, before, after`;
	return [{ name: `transitions ${q.table.instrument}`, sql, row: transitionRow }];
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
