import * as z from 'zod';
import type { AskedItem, Questionnaire } from '../codebook';
import { ScoreSets } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { cellsSql, countEach, countedRows, double, labelOf } from '../sql-text';
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

/** Of so many items at least this many have to be answered for a score. */
function halfOf(items: readonly AskedItem[]): number {
	return Math.ceil(items.length / 2);
}

/** A person's score: mean POMP of the answered items where at least half are answered, else null. */
export function scoreSql(items: readonly AskedItem[]): string {
	const answered = items.map(
		({ column }) => `(CASE WHEN ${quoteIdentifier(column)} IS NULL THEN 0 ELSE 1 END)`
	);
	const points = items.map((item) => `coalesce(${positionSql(item)}, ${double(0)})`);
	const n = answered.join(' + ');
	return `CASE WHEN ${n} >= ${halfOf(items)} THEN round((${points.join(' + ')}) / CAST(${n} AS DOUBLE), 9) END`;
}

/** Scores over several sets, counted and joined by a key per row and turned into scores afterwards. */
export interface ScoreKeys {
	/** Columns of an inner SELECT that the keys are made of, so that an item of many sets is looked at once. */
	columns: string[];
	/** The key of each set. */
	keys: string[];
	/** The score of a key, of the set that `place` is the number of; row by row the same as `scoreSql`. */
	scoreOf: (key: string, place: string) => string;
}

const LARGEST_KEY = 2 ** 31;

function greatestDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Whole answers on whole scales: the key holds how many items were answered and their points on a common scale. */
function packedKeys(sets: readonly (readonly AskedItem[])[]): ScoreKeys | null {
	const items = sets.flat();
	const isWhole = ({ whole, scale }: AskedItem) =>
		whole && Number.isInteger(scale.low) && Number.isInteger(scale.high);
	if (!items.every(isWhole)) return null;
	const widths = items.map(({ scale }) => scale.high - scale.low);
	const width = widths.reduce((common, own) => (common * own) / greatestDivisor(common, own), 1);
	const most = Math.max(...sets.map(({ length }) => length));
	const unit = 2 ** Math.ceil(Math.log2(most * width + 1));
	if ((most + 1) * unit > LARGEST_KEY) return null;
	const columns = new Map<string, string>();
	const keys = sets.map((set) =>
		set
			.map(({ column, scale: { low, high } }) => {
				const points = `coalesce(${unit} + (CAST(${quoteIdentifier(column)} AS INTEGER) - (${low})) * ${width / (high - low)}, 0)`;
				const name = columns.get(points) ?? `points${columns.size}`;
				columns.set(points, name);
				return name;
			})
			.join(' + ')
	);
	const halves = sets.map((set) => `${halfOf(set)}`);
	const scoreOf = (key: string, place: string) =>
		`CASE WHEN ${key} // ${unit} >= ${labelOf(place, halves)} THEN round(CAST(${key} % ${unit} AS DOUBLE) * ${double(100)} / CAST(${key} // ${unit} * ${width} AS DOUBLE), 9) END`;
	return { columns: [...columns].map(([points, name]) => `${points} AS ${name}`), keys, scoreOf };
}

/** The keys by which scores over sets of items are counted. */
export function scoreKeys(sets: readonly (readonly AskedItem[])[]): ScoreKeys {
	return (
		packedKeys(sets) ?? {
			columns: sets.map((items, place) => `${scoreSql(items)} AS score${place}`),
			keys: sets.map((_, place) => `score${place}`),
			scoreOf: (key) => key
		}
	);
}

/** Histogram of the scores of every item set of a questionnaire. */
export function scores(q: Questionnaire): Statement<ScoreRow>[] {
	const { table } = q;
	const { sets } = new ScoreSets(q);
	if (sets.length === 0) return [];
	const { columns, keys, scoreOf } = scoreKeys(sets.map(({ items }) => items));
	const keyed = `(SELECT cell, ${columns.join(', ')} FROM ${countedRows(table)})`;
	const counted = countEach(
		keyed,
		['cell'],
		keys.map((key) => ({ key })),
		table
	);
	const scored = `SELECT cell, place AS "set", ${scoreOf('key', 'place')} AS score, n FROM (${counted})`;
	const grouped = `SELECT cell, "set", score, CAST(sum(n) AS INTEGER) AS n FROM (${scored}) WHERE score IS NOT NULL GROUP BY cell, "set", score`;
	const inItsWaves = sets.map(
		({ waves }, set) => `("set" = ${set} AND wave IN (${waves.map(quoteText).join(', ')}))`
	);
	const sql = `SELECT ${quoteText(table.instrument)} AS instrument, "set", wave, groups, score, n FROM (${grouped}) JOIN ${cellsSql(table)} USING (cell) WHERE ${inItsWaves.join(' OR ')}`;
	return [{ name: `scores ${table.instrument}`, sql, row: scoreRow }];
}
