import type { ReadingIssueCode } from '$lib/model/reading';

/** Why a container cannot be opened, carried out of the parts that open it; `code` has its words in messages/import. */
export class Refusal extends Error {
	constructor(
		readonly code: ReadingIssueCode,
		readonly params: Record<string, string | number> = {}
	) {
		super(code);
		this.name = 'Refusal';
	}
}
