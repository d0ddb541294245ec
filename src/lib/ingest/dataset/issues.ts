import type { DataIssue, DataIssueCode } from '$lib/model/dataset';

const PLACES = 5;

const NOTES: ReadonlySet<DataIssueCode> = new Set([
	'duplicate-responses',
	'empty-response',
	'typed-wins',
	'unknown-option'
]);

/** Where in a file an issue stands: physical line, and the 1-based column with its name and source text where it is one cell. */
export type IssuePlace = DataIssue['places'][number];

/** Problems of one dataset, gathered per source, code and column; the first five places of each are kept. */
export class IssueList {
	readonly #issues = new Map<string, DataIssue>();

	/** Counts an issue at a place. */
	add(
		source: number | null,
		code: DataIssueCode,
		place: IssuePlace | null,
		params: DataIssue['params'] = {}
	): void {
		const key = `${String(source)} ${code} ${String(place?.column ?? '')}`;
		let issue = this.#issues.get(key);
		if (!issue) {
			issue = { source, code, severity: NOTES.has(code) ? 'note' : 'warn', count: 0, places: [], params };
			this.#issues.set(key, issue);
		}
		issue.count += 1;
		if (place && issue.places.length < PLACES) issue.places.push(place);
	}

	/** All issues in the order they were first met. */
	list(): DataIssue[] {
		return [...this.#issues.values()];
	}
}
