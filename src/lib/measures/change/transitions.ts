import * as z from 'zod';
import type { Questionnaire } from '../codebook';
import { scoreKeys } from '../coefficient/scores';
import { ScoreSets, type Scope } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { cellsSql, COUNT, countEach, labelOf } from '../sql-text';
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

function pairsOf(q: Questionnaire): { wave: string; against: string }[] {
	return q.waves.flatMap((wave, index) => q.waves.slice(0, index).map((against) => ({ wave, against })));
}

/** Scale items, whose answers then and now are compared. */
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

/** Answers of the same people in two waves, the columns before and after by `names`. */
function pairsSql(rows: string, names: readonly (readonly [column: string, name: string])[]): string {
	const sides = names.flatMap(([column, name]) => [
		`earlier.${column} AS before_${name}`,
		`later.${column} AS after_${name}`
	]);
	return `(SELECT earlier.occasion AS against, later.cell AS cell, ${sides.join(', ')} FROM ${rows} AS earlier JOIN ${rows} AS later ON earlier.matched = later.matched AND earlier.occasion < later.occasion)`;
}

function countPairs(q: Questionnaire, rows: string, columns: readonly string[]): string {
	const names = columns.map((column, place) => [column, `${place}`] as const);
	const both = names.map(([, name]) => ({ before: `before_${name}`, after: `after_${name}` }));
	return countEach(pairsSql(rows, names), ['against', 'cell'], both, q.table);
}

function itemTransitions(q: Questionnaire): Statement<TransitionRow>[] {
	const { table } = q;
	const compared = scaledColumns(q);
	if (compared.length === 0) return [];
	const counted = countPairs(
		q,
		quoteIdentifier(table.table),
		compared.map(({ column }) => quoteIdentifier(column))
	);
	const items = labelOf(
		'place',
		compared.map(({ item }) => quoteText(item))
	);
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, ${items} AS item, CAST(NULL AS INTEGER) AS "set", ${labelOf('against', q.waves.map(quoteText))} AS against, wave, groups, CAST(before AS DOUBLE) AS before, CAST(after AS DOUBLE) AS after, n FROM (${counted}) JOIN ${cellsSql(table)} USING (cell) WHERE before IS NOT NULL AND after IS NOT NULL`;
	return [{ name: `transitions ${table.instrument}`, sql, row: transitionRow }];
}

function scoreTransitions(q: Questionnaire): Statement<TransitionRow>[] {
	const { table } = q;
	const scored = new ScoreSets(q);
	const sets = comparedSets(q, scored);
	const numbers = [...new Set(sets.map(({ set }) => set))];
	if (numbers.length === 0) return [];
	const { columns, keys, scoreOf } = scoreKeys(numbers.map((set) => scored.sets[set]?.items ?? []));
	const names = keys.map((_, place) => `key${place}`);
	const keyed = `SELECT matched, occasion, cell, ${keys.map((key, place) => `${key} AS ${names[place]}`).join(', ')} FROM (SELECT matched, occasion, cell, ${columns.join(', ')} FROM ${quoteIdentifier(table.table)} WHERE matched IS NOT NULL)`;
	const set = labelOf(
		'place',
		numbers.map((number) => `${number}`)
	);
	const pairs = `SELECT against, cell, ${set} AS "set", ${scoreOf('before', 'place')} AS before, ${scoreOf('after', 'place')} AS after, n FROM (${countPairs(q, 'keyed', names)})`;
	const grouped = `SELECT against, cell, "set", before, after, CAST(sum(n) AS INTEGER) AS n FROM (${pairs}) WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY against, cell, "set", before, after`;
	const wanted = sets.map(
		({ set, wave, against }) =>
			`("set" = ${set} AND wave = ${quoteText(wave)} AND against = ${q.waves.indexOf(against)})`
	);
	const sql = `WITH keyed AS MATERIALIZED (${keyed}) SELECT ${quoteText(table.instrument)} AS instrument, CAST(NULL AS VARCHAR) AS item, "set", ${labelOf('against', q.waves.map(quoteText))} AS against, wave, groups, before, after, n FROM (${grouped}) JOIN ${cellsSql(table)} USING (cell) WHERE ${wanted.join(' OR ')}`;
	return [{ name: `score transitions ${table.instrument}`, sql, row: transitionRow }];
}

/** What people who answered in two waves answered then and now; none where respondents carry no code. */
export function transitions(q: Questionnaire): Statement<TransitionRow>[] {
	return q.table.matched ? [...itemTransitions(q), ...scoreTransitions(q)] : [];
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
