import type { MappedSource } from './mapped-source';
import type { ResponseKey } from './response-numbers';
import type { RowTime } from './wave-rows';

/** One filled questionnaire or rating sheet on its way into the table. */
export interface ResponseRow extends RowTime {
	mapped: MappedSource;
	/** Row of the file; the first of them where the file is a long rating. */
	row: number;
	/** Place among the sheets of a long rating; -1 where every response is a row. */
	sheet: number;
	line: number;
	respondent: string | null;
	person: string | null;
	rater: string | null;
	raterCode: string | null;
	/** Who and when, for duplicates; null where nobody is named. */
	key: ResponseKey | null;
	/** Rows of the file this response stands for. */
	fileRows: number;
}

/** Where the answers of a source's items stand: the column of each item, in the file or among a long rating's criteria. */
export interface ItemCells {
	columns: ReadonlyMap<string, number>;
	long: LongRating | null;
}

/** A long rating as sheets, one per person, rater and wave: the file row behind every criterion. */
export interface LongRating {
	/** Number of criteria. */
	width: number;
	/** File row by sheet and criterion (`sheet * width + criterion`), -1 where nothing was answered. */
	origin: Int32Array;
	valueColumn: number;
}
