import * as z from 'zod';

/** A base of respondents that leaves the program with a figure: what was asked, of whom, and how many answered. */
export const printedBase = z.object({
	instrument: z.string(),
	/** Item or score whose base it is; empty for the questionnaire as a whole. */
	question: z.string(),
	item: z.string().optional(),
	wave: z.string(),
	/** Attributes its people were filtered by. */
	filter: z.record(z.string(), z.string()),
	/** The earlier wave, where these are the people who answered in both. */
	bothWith: z.string().optional(),
	n: z.number().int()
});
export type PrintedBase = z.infer<typeof printedBase>;

/** 1…k−1 people that follow when printed bases are subtracted from a printed whole. */
export interface Recovered {
	whole: PrintedBase;
	parts: PrintedBase[];
	/** Respondents left over: 1..k−1. */
	n: number;
}
