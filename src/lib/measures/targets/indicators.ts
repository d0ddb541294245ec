import * as z from 'zod';
import type { Dataset } from '$lib/model/dataset';
import type { Statement } from '$lib/model/statement';

/** A stated value: published figure, baseline, target or benchmark, from a file or typed in the page (source −1). */
export const indicatorRow = z.object({
	indicator: z.string(),
	measure: z.string(),
	audience: z.string().nullable(),
	instrument: z.string().nullable(),
	item_or_block: z.string().nullable(),
	group_key: z.string().nullable(),
	period: z.string(),
	kind: z.enum(['published', 'baseline', 'target', 'benchmark']),
	value: z.number(),
	/** The upper end of a range, of which `value` is the lower one. */
	value_to: z.number().nullable(),
	unit: z.string().nullable(),
	n: z.number().int().nullable(),
	direction: z.string().nullable(),
	source_text: z.string().nullable(),
	set_on: z.string().nullable(),
	source: z.number().int(),
	line: z.number().int().nullable()
});
export type IndicatorRow = z.infer<typeof indicatorRow>;

export function indicators(present: Dataset['present']): Statement<IndicatorRow>[] {
	if (!present.indicator) return [];
	const sql = `SELECT indicator, measure, audience, instrument, item_or_block, group_key, period, kind, CAST(value AS DOUBLE) AS value, CAST(value_to AS DOUBLE) AS value_to, unit, CAST(n AS INTEGER) AS n, direction, source_text, set_on, CAST(source AS INTEGER) AS source, CAST(line AS INTEGER) AS line FROM indicator WHERE value IS NOT NULL AND period IS NOT NULL ORDER BY source, line`;
	return [{ name: 'indicators', sql, row: indicatorRow }];
}
