import * as z from 'zod';
import { trilingual } from './text';

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

/** A file that left the program: when, under which name, what it shows, and the bases it was the last to tell. */
export const exportedFile = z.object({
	/** Date and minute on the clock of the machine: `2017-05-20T20:00`. */
	at: z.iso.datetime({ local: true, precision: -1 }),
	/** Null for a page that was opened for printing. */
	file: z.string().nullable(),
	/** What the figure measures, of whom and in which unit: never what it found. */
	title: trilingual,
	/** What the reader narrowed the figure to. */
	groups: z.record(z.string(), z.string()),
	bases: z.array(printedBase)
});
export type ExportedFile = z.infer<typeof exportedFile>;

/** A base with the file in which it left; null for the one that is about to. */
export interface ToldBase {
	base: PrintedBase;
	file: ExportedFile | null;
}

/** Why a file may not leave: a whole and its parts, told by it and by files that left before, leave 1…k−1 people over. */
export interface RefusedExport {
	whole: ToldBase;
	parts: ToldBase[];
	/** How many more groups of 1…k−1 the file would give away. */
	more: number;
	/** True where the same questionnaires may leave without groups. */
	ungrouped: boolean;
}
