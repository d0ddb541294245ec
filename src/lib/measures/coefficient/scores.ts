import * as z from 'zod';
import type { AskedItem, Questionnaire } from '../codebook';
import { ScoreSets } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, double, eachOf, keyedRows } from '../sql-text';
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

/** Where an answer stands on its item's scale, POMP 0–100; null where there is no answer. */
function positionSql({ column, scale }: AskedItem): string {
	return `(CAST(${quoteIdentifier(column)} AS DOUBLE) - ${double(scale.low)}) * ${double(100)} / ${double(scale.high - scale.low)}`;
}

const answeredSql = (item: AskedItem) =>
	`CASE WHEN ${quoteIdentifier(item.column)} IS NULL THEN 0 ELSE 1 END`;
const pointsSql = (item: AskedItem) => `coalesce(${positionSql(item)}, ${double(0)})`;

/** Mean of the points of the answered items where at least half are answered, else null. */
function meanSql(answered: readonly string[], points: readonly string[]): string {
	const n = answered.join(' + ');
	return `CASE WHEN ${n} >= ${Math.ceil(answered.length / 2)} THEN round((${points.join(' + ')}) / CAST(${n} AS DOUBLE), 9) END`;
}

/** A person's score: mean POMP of the answered items where at least half are answered, else null. */
export function scoreSql(items: readonly AskedItem[]): string {
	return meanSql(
		items.map((item) => `(${answeredSql(item)})`),
		items.map(pointsSql)
	);
}

/**
 * Scores over several sets in two steps, so that an item of many sets is looked at once: `columns` of an inner SELECT,
 * and per set an expression of them. Row by row the same as `scoreSql`.
 */
function scoresInSteps(sets: readonly (readonly AskedItem[])[]): {
	columns: string[];
	scores: string[];
} {
	const places = new Map<string, number>();
	const columns: string[] = [];
	const placeOf = (item: AskedItem) => {
		const points = pointsSql(item);
		const known = places.get(points);
		if (known !== undefined) return known;
		const place = places.size;
		places.set(points, place);
		columns.push(`${answeredSql(item)} AS answered${place}`, `${points} AS points${place}`);
		return place;
	};
	const scores = sets.map((items) => {
		const at = items.map(placeOf);
		return meanSql(
			at.map((place) => `answered${place}`),
			at.map((place) => `points${place}`)
		);
	});
	return { columns, scores };
}

/** Histogram of the scores of every item set of a questionnaire. */
export function scores(q: Questionnaire): Statement<ScoreRow>[] {
	const { table } = q;
	const { sets } = new ScoreSets(q);
	if (sets.length === 0) return [];
	const steps = scoresInSteps(sets.map(({ items }) => items));
	const places = `SELECT cell, ${steps.columns.join(', ')} FROM keyed`;
	const columns = [
		...new Set(sets.flatMap(({ items }) => items.map(({ column }) => quoteIdentifier(column))))
	];
	const numbers = eachOf(sets.map((_, set) => `CAST(${set} AS INTEGER)`));
	const counted = `SELECT cell, "set", score, ${COUNT} AS n FROM (SELECT cell, ${numbers} AS "set", ${eachOf(steps.scores)} AS score FROM (${places})) WHERE score IS NOT NULL GROUP BY cell, "set", score`;
	const inItsWaves = sets.map(
		({ waves }, set) => `("set" = ${set} AND wave IN (${waves.map(quoteText).join(', ')}))`
	);
	const sql = `WITH ${keyedRows(table, columns)} SELECT ${quoteText(table.instrument)} AS instrument, "set", wave, groups, score, n FROM (${counted}) JOIN cells USING (cell) WHERE ${inItsWaves.join(' OR ')}`;
	return [{ name: `scores ${table.instrument}`, sql, row: scoreRow }];
}
