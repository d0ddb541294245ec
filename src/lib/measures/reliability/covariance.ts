import * as z from 'zod';
import { type AskedItem, type Questionnaire } from '../codebook';
import { blocksOf } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** Sums over the complete rows of a block: `s<i>` of item i, `p<i>_<j>` of products, i ≤ j. */
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
function wavesByItems(q: Questionnaire, block: string): { items: string[]; waves: string[] }[] {
	const found = new Map<string, { items: string[]; waves: string[] }>();
	for (const wave of q.waves) {
		const items = reliabilityItems(q, block, wave).map(({ column }) => quoteIdentifier(column));
		const key = items.join();
		const same = found.get(key);
		if (same) same.waves.push(wave);
		else found.set(key, { items, waves: [wave] });
	}
	return [...found.values()];
}

/** One statement per block with at least two items, and per list of items where waves differ in it. */
export function covariances(q: Questionnaire): Statement<CovarianceRow>[] {
	return reliabilityBlocks(q).flatMap((block) =>
		wavesByItems(q, block).flatMap(({ items, waves }) => {
			if (items.length < 2) return [];
			const value = (column: string) => `CAST(${column} AS DOUBLE)`;
			const sums = items.map((column, i) => `CAST(coalesce(sum(${value(column)}), 0) AS DOUBLE) AS s${i}`);
			const products = items.flatMap((a, i) =>
				items
					.slice(i)
					.map((b, j) => `CAST(coalesce(sum(${value(a)} * ${value(b)}), 0) AS DOUBLE) AS p${i}_${i + j}`)
			);
			const complete = items.map((column) => `${column} IS NOT NULL`).join(' AND ');
			const sql = `SELECT ${quoteText(q.table.instrument)} AS instrument, ${quoteText(block)} AS block, wave, ${COUNT} AS n, ${[...sums, ...products].join(', ')} FROM ${quoteIdentifier(q.table.table)} WHERE wave IN (${waves.map(quoteText).join(', ')}) AND ${complete} GROUP BY wave`;
			return [
				{ name: `covariance ${q.table.instrument} ${block} ${waves.join(' ')}`, sql, row: covarianceRow }
			];
		})
	);
}
