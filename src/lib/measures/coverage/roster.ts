import * as z from 'zod';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { quoteText } from '$lib/model/sql';
import { COUNT } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** People on the roster in a wave: all of them (`kind` null), or those with a value of a dated attribute. */
export const rosterRow = z.object({
	wave: z.string(),
	kind: z.string().nullable(),
	value: z.string().nullable(),
	n: z.number().int()
});
export type RosterRow = z.infer<typeof rosterRow>;

/** A dated attribute of a person as it stood at the end of a wave. */
export const memberRow = z.object({
	person: z.string(),
	wave: z.string(),
	kind: z.string(),
	value: z.string()
});
export type MemberRow = z.infer<typeof memberRow>;

function wavesSql(project: Project): string {
	return project.waves
		.map(
			({ id, from, to }) =>
				`SELECT ${quoteText(id)} AS wave, ${quoteText(from)} AS wave_from, ${quoteText(to)} AS wave_to`
		)
		.join(' UNION ALL ');
}

/** Dates are ISO text, so that text order is date order. */
const OVERLAPS = `(m.from_date IS NULL OR m.from_date <= w.wave_to) AND (m.to_date IS NULL OR m.to_date >= w.wave_from)`;

/** Each attribute of each person in each wave: of those valid during the wave, the one that began last. */
function attributes(project: Project): string {
	return `SELECT person, wave, kind, value FROM (SELECT m.person AS person, w.wave AS wave, m.kind AS kind, m.value AS value, row_number() OVER (PARTITION BY m.person, w.wave, m.kind ORDER BY coalesce(m.from_date, '') DESC, m.value) AS nth FROM membership m JOIN (${wavesSql(project)}) w ON ${OVERLAPS} WHERE m.value IS NOT NULL) WHERE nth = 1`;
}

/**
 * Who was on the roster in each wave. A person counts where any dated attribute overlaps the wave; a person without
 * dated attributes counts in every wave.
 */
export function roster(project: Project, present: Dataset['present']): Statement<RosterRow>[] {
	if (!present.person || project.waves.length === 0) return [];
	const waves = wavesSql(project);
	const there = present.membership
		? ` WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = p.person) OR EXISTS (SELECT 1 FROM membership m WHERE m.person = p.person AND ${OVERLAPS})`
		: '';
	const everyone = `SELECT w.wave AS wave, CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS VARCHAR) AS value, CAST(count(DISTINCT p.person) AS INTEGER) AS n FROM person p CROSS JOIN (${waves}) w${there} GROUP BY 1`;
	const byAttribute = `SELECT wave, kind, value, ${COUNT} AS n FROM (${attributes(project)}) GROUP BY 1, 2, 3`;
	const sql = present.membership ? `${everyone} UNION ALL ${byAttribute}` : everyone;
	return [{ name: 'roster', sql, row: rosterRow }];
}

/** Department, mentor, category and the other dated attributes of each person in each wave. */
export function members(project: Project, present: Dataset['present']): Statement<MemberRow>[] {
	if (!present.membership || project.waves.length === 0) return [];
	return [{ name: 'members', sql: attributes(project), row: memberRow }];
}
