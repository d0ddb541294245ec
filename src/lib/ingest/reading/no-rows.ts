import type { Reading } from '$lib/model/reading';
import { RowCells } from './cells';
import type { IssueList } from './issues';
import { emptyCounts } from './table';

/** The reading of a file that gave no table; `issues` say why. */
export function noRows(file: string, encoding: string, issues: IssueList): Reading {
	return {
		file,
		status: 'refuse',
		encoding,
		dialect: null,
		sheets: [],
		sheet: null,
		exporter: 'plain',
		header: null,
		codes: null,
		cells: new RowCells([], []),
		ragged: [],
		aside: [],
		counts: emptyCounts(),
		issues: issues.issues
	};
}
