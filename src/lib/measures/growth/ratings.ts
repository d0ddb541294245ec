import * as z from 'zod';
import type { Questionnaire } from '../codebook';
import { RATERS } from '$lib/model/project';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { groupKeySql } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** One rating sheet: who was rated by whom in which wave; `i<n>` is the value of the n-th item column. */
export const ratingRow = z
	.object({
		instrument: z.string(),
		person: z.string(),
		rater: z.enum(RATERS),
		wave: z.string(),
		groups: z.string()
	})
	.catchall(z.union([z.number(), z.string(), z.null()]));
export type RatingRow = z.infer<typeof ratingRow>;

/** Every rating sheet of a known person; staff data are small, so rows come out whole. */
export function ratings(q: Questionnaire): Statement<RatingRow>[] {
	const values = q.table.items.map(
		({ column }, index) => `CAST(${quoteIdentifier(column)} AS DOUBLE) AS i${index}`
	);
	const sql = `SELECT ${[`${quoteText(q.table.instrument)} AS instrument`, 'person', 'rater', 'wave', `${groupKeySql(q.table)} AS groups`, ...values].join(', ')} FROM ${quoteIdentifier(q.table.table)} WHERE person IS NOT NULL AND wave IS NOT NULL AND rater IN (${RATERS.map(quoteText).join(', ')}) ORDER BY person, rater, wave, response`;
	return [{ name: `ratings ${q.table.instrument}`, sql, row: ratingRow }];
}
