import * as z from 'zod';
import type { AskedItem, Questionnaire } from '../codebook';
import { ScoreSets } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, double, groupKeySql } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** How many people of a wave and group have this score over a set of items. */
export const scoreRow = z.object({
	instrument: z.string(),
	set: z.number().int(),
	wave: z.string(),
	groups: z.string(),
	/** POMP 0–100, rounded to nine decimals. */
	score: z.number(),
	n: z.number().int()
});
export type ScoreRow = z.infer<typeof scoreRow>;

/** A person's score: mean POMP of the answered items where at least half are answered, else null. */
export function scoreSql(items: readonly AskedItem[]): string {
	const answered = items
		.map(({ column }) => `(CASE WHEN ${quoteIdentifier(column)} IS NULL THEN 0 ELSE 1 END)`)
		.join(' + ');
	const sum = items
		.map(
			({ column, scale }) =>
				`coalesce((CAST(${quoteIdentifier(column)} AS DOUBLE) - ${double(scale.low)}) * ${double(100)} / ${double(scale.high - scale.low)}, ${double(0)})`
		)
		.join(' + ');
	return `CASE WHEN ${answered} >= ${Math.ceil(items.length / 2)} THEN round((${sum}) / CAST(${answered} AS DOUBLE), 9) END`;
}

/** Histogram of the scores of every item set of a questionnaire. */
export function scores(q: Questionnaire): Statement<ScoreRow>[] {
	const { table } = q;
	const { sets } = new ScoreSets(q);
	if (sets.length === 0) return [];
	const columns = sets.map(({ items }, set) => `${scoreSql(items)} AS s${set}`).join(', ');
	const branches = sets.map(
		({ waves }, set) =>
			`SELECT ${quoteText(table.instrument)} AS instrument, CAST(${set} AS INTEGER) AS set, wave, groups, s${set} AS score, ${COUNT} AS n FROM scored WHERE s${set} IS NOT NULL AND wave IN (${waves.map(quoteText).join(', ')}) GROUP BY 3, 4, 5`
	);
	const sql = `WITH scored AS MATERIALIZED (SELECT wave, ${groupKeySql(table)} AS groups, ${columns} FROM ${quoteIdentifier(table.table)} WHERE wave IS NOT NULL)\n${branches.join('\nUNION ALL\n')}`;
	return [{ name: `scores ${table.instrument}`, sql, row: scoreRow }];
}
