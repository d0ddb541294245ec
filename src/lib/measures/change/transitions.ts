import * as z from 'zod';
import type { Questionnaire } from '../codebook';
import { scoreSql } from '../coefficient/scores';
import { ScoreSets, type Scope } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, eachOf, keyedRows } from '../sql-text';
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

/** `CASE` that gives a wave its id back. */
function waveName(q: Questionnaire, column: string): string {
	const cases = q.waves.map((wave, index) => `WHEN ${index} THEN ${quoteText(wave)}`).join(' ');
	return `CASE ${column} ${cases} END`;
}

/**
 * The common tables of what people answered in two waves: `pairs` of rows by number (texts are compared once), joined to
 * the answers themselves as `earlier` and `later`.
 */
function pairsSql(q: Questionnaire, columns: readonly string[]): { tables: string; from: string } {
	const own = ['respondent', 'response', `${waveNumber(q, 'wave')} AS position`];
	const once = `SELECT respondent, position, min(response) AS response FROM keyed WHERE respondent IS NOT NULL AND position IS NOT NULL GROUP BY respondent, position HAVING count(*) = 1`;
	const pairs = `SELECT a.position AS against, a.response AS first, b.response AS second FROM once a JOIN once b ON a.respondent = b.respondent AND a.position < b.position`;
	return {
		tables: `${keyedRows(q.table, [...own, ...columns])}, once AS MATERIALIZED (${once}), pairs AS MATERIALIZED (${pairs})`,
		from: 'pairs JOIN keyed AS earlier ON earlier.response = pairs.first JOIN keyed AS later ON later.response = pairs.second'
	};
}

/** A pair of answers that is counted: what it answers, and the columns of the keyed rows that hold it. */
interface Compared {
	label: string;
	column: string;
}

function countPairs(
	q: Questionnaire,
	of: 'item' | '"set"',
	columns: readonly string[],
	compared: readonly Compared[]
): string {
	const { tables, from } = pairsSql(q, columns);
	const answers = (side: string) => eachOf(compared.map(({ column }) => `${side}.${column}`));
	const pairs = `SELECT against, later.cell, ${eachOf(compared.map(({ label }) => label))} AS ${of}, ${answers('earlier')} AS before, ${answers('later')} AS after FROM ${from}`;
	const counted = `SELECT against, cell, ${of}, before, after, ${COUNT} AS n FROM (${pairs}) WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY against, cell, ${of}, before, after`;
	const other = of === 'item' ? 'CAST(NULL AS INTEGER) AS "set"' : 'CAST(NULL AS VARCHAR) AS item';
	return `WITH ${tables}, counted AS (${counted}) SELECT ${quoteText(q.table.instrument)} AS instrument, ${of}, ${other}, ${waveName(q, 'against')} AS against, wave, groups, CAST(before AS DOUBLE) AS before, CAST(after AS DOUBLE) AS after, n FROM counted JOIN cells USING (cell)`;
}

function itemTransitions(q: Questionnaire): Statement<TransitionRow>[] {
	const compared = scaledColumns(q).map(({ item, column }) => ({
		label: quoteText(item),
		column: quoteIdentifier(column)
	}));
	if (compared.length === 0) return [];
	const columns = compared.map(({ column }) => column);
	const sql = countPairs(q, 'item', columns, compared);
	return [{ name: `transitions ${q.table.instrument}`, sql, row: transitionRow }];
}

function scoreTransitions(q: Questionnaire): Statement<TransitionRow>[] {
	const scored = new ScoreSets(q);
	const sets = comparedSets(q, scored);
	const numbers = [...new Set(sets.map(({ set }) => set))];
	if (numbers.length === 0) return [];
	const columns = numbers.map((set) => `${scoreSql(scored.sets[set]?.items ?? [])} AS s${set}`);
	const compared = numbers.map((set) => ({ label: `CAST(${set} AS INTEGER)`, column: `s${set}` }));
	const wanted = sets.map(
		({ set, wave, against }) =>
			`("set" = ${set} AND wave = ${quoteText(wave)} AND against = ${q.waves.indexOf(against)})`
	);
	const sql = `${countPairs(q, '"set"', columns, compared)} WHERE ${wanted.join(' OR ')}`;
	return [{ name: `score transitions ${q.table.instrument}`, sql, row: transitionRow }];
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
