import type { MappedSource } from './mapped-source';
import type { RowTime } from './wave-rows';

/** One filled questionnaire or rating sheet on its way into the table. */
export interface ResponseRow extends RowTime {
	mapped: MappedSource;
	/** Row of the file, or of the pivoted table where the file is a long rating. */
	row: number;
	line: number;
	respondent: string | null;
	person: string | null;
	rater: string | null;
	raterCode: string | null;
	/** Who and when, for duplicates; null where nobody is named. */
	key: string | null;
	/** Rows of the file this response stands for. */
	fileRows: number;
}

/** Cells of a response's items: the table they stand in, and the column of each item. */
export interface ItemCells {
	rows: readonly string[][];
	columns: ReadonlyMap<string, number>;
	long: LongRating | null;
}

/** A long rating turned into a row per person, rater and wave, with the file row behind every cell. */
export interface LongRating {
	rows: string[][];
	columns: Map<string, number>;
	/** File row of each cell, by pivoted row and column. */
	origin: number[][];
	valueColumn: number;
}
