import type { Dialect, Reading, ReadingIssue, ReadingStatus, Severity } from '$lib/model/reading';
import { rowsOf } from './cells';

/** A reading as `olshem read` prints it (import.md, "What a reading returns"). */
interface ReadingJson {
	file: string;
	status: ReadingStatus;
	encoding: string;
	dialect: Dialect | null;
	header: string[] | null;
	rows: (readonly string[])[];
	issues: {
		code: string;
		severity: Severity;
		count: number;
		line?: number;
		column?: number;
		message: string;
	}[];
}

/** The JSON form of a reading; `words` gives the message of an issue in the reader's language. */
export function readingToJson(reading: Reading, words: (issue: ReadingIssue) => string): ReadingJson {
	const { file, status, encoding, dialect, header, cells } = reading;
	const issues = reading.issues.map((issue) => {
		const { code, severity, count, line, column } = issue;
		return {
			code,
			severity,
			count,
			...(line === undefined ? {} : { line }),
			...(column === undefined ? {} : { column }),
			message: words(issue)
		};
	});
	return { file, status, encoding, dialect, header, rows: rowsOf(cells), issues };
}
