import * as z from 'zod';
import { RATERS } from './project';

/** What the reader chose to look at; null means all. The URL carries it, defaults left out. */
export const selection = z.object({
	wave: z.string().nullable().default(null),
	against: z.string().nullable().default(null),
	audience: z.string().nullable().default(null),
	/** Whose ratings of teachers are looked at; null means the preferred rater. */
	rater: z.enum(RATERS).nullable().default(null),
	module: z.number().int().nullable().default(null),
	/** Chosen value per group kind, e.g. {department: 'Математика'}; one kind at a time for questionnaires (M6). */
	groups: z.record(z.string(), z.string()).default({})
});
export type Selection = z.infer<typeof selection>;
