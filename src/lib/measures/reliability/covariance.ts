import * as z from 'zod';
import { type AskedItem, type Questionnaire } from '../codebook';
import { blocksOf } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, labelOf } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** Sums over the complete rows of a block: `s<i>` of item i, `p<i>_<j>` of products, i ≤ j; null beyond its items. */
export const covarianceRow = z
	.object({ instrument: z.string(), block: z.string(), wave: z.string(), n: z.number().int() })
	.catchall(z.union([z.number(), z.string(), z.null()]));
export type CovarianceRow = z.infer<typeof covarianceRow>;

/** The items whose reliability is asked for in a wave: of one block, or of the whole where there are no blocks. */
export function reliabilityItems(q: Questionnaire, block: string, wave: string): readonly AskedItem[] {
	const asked = q.asked.get(wave) ?? [];
	return block === '' ? asked : asked.filter((item) => item.block === block);
}

/** The blocks of a questionnaire whose reliability is reported; where it has none, the whole of it as `''`. */
export function reliabilityBlocks(q: Questionnaire): string[] {
	const blocks = blocksOf(q);
	return blocks.length === 0 ? [''] : blocks;
}

/** Waves of a block that asked the same items: they are counted in one pass. */
interface AskedAlike {
	items: readonly AskedItem[];
	waves: string[];
}

function wavesByItems(q: Questionnaire, block: string): AskedAlike[] {
	const found = new Map<string, AskedAlike>();
	for (const wave of q.waves) {
		const items = reliabilityItems(q, block, wave);
		const key = items.map(({ column }) => quoteIdentifier(column)).join();
		const same = found.get(key);
		if (same) same.waves.push(wave);
		else found.set(key, { items, waves: [wave] });
	}
	return [...found.values()];
}

/** The sums of a list of items in the waves that asked them, over the rows with all of them answered. */
function sumsSql({ table, waves: all }: Questionnaire, block: string, { items, waves }: AskedAlike): string {
	const columns = items.map(({ column }) => quoteIdentifier(column));
	// Products of bytes fit sixteen bits, and whole numbers add up twice as fast as fractions.
	const type = items.every(({ whole }) => whole) ? 'SMALLINT' : 'DOUBLE';
	const value = (column: string) => `CAST(${column} AS ${type})`;
	const summed = (of: string) => `CAST(coalesce(sum(${of}), 0) AS DOUBLE)`;
	const sums = columns.map((column, i) => `${summed(value(column))} AS s${i}`);
	const products = columns.flatMap((a, i) =>
		columns.slice(i).map((b, j) => `${summed(`${value(a)} * ${value(b)}`)} AS p${i}_${i + j}`)
	);
	const complete = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
	const occasions = waves.map((wave) => all.indexOf(wave));
	return `SELECT ${quoteText(table.instrument)} AS instrument, ${quoteText(block)} AS block, ${labelOf('occasion', all.map(quoteText))} AS wave, ${COUNT} AS n, ${[...sums, ...products].join(', ')} FROM ${quoteIdentifier(table.table)} WHERE occasion IN (${occasions.join(', ')}) AND ${complete} GROUP BY occasion`;
}

/** A pass per block with at least two items, and per list of items where waves differ in it; a shorter block leaves sums null. */
export function covariances(q: Questionnaire): Statement<CovarianceRow>[] {
	const passes = reliabilityBlocks(q).flatMap((block) =>
		wavesByItems(q, block)
			.filter(({ items }) => items.length > 1)
			.map((alike) => sumsSql(q, block, alike))
	);
	if (passes.length === 0) return [];
	const sql = passes.join('\nUNION ALL BY NAME\n');
	return [{ name: `covariances ${q.table.instrument}`, sql, row: covarianceRow }];
}
