import type { Project } from '$lib/model/project';
import type { Result, Tag } from '$lib/model/result';
import { display } from './policy';
import { hide, resultRow, type ResultFields } from './result-row';

/** Collects results; what is hidden is hidden here and nowhere else. */
export class ResultList {
	readonly rows: Result[] = [];
	readonly project: Project;

	constructor(project: Project) {
		this.project = project;
	}

	/** Adds a result about questionnaires, through the small-group gate: `hidden` where its base may not be shown. */
	addGated(hidden: boolean, fields: ResultFields, defaultMethod = true): Result {
		const row = resultRow(fields, this.project, defaultMethod);
		return this.#keep(hidden ? hide(row) : row);
	}

	/** Adds a result about staff records or stated values, which k does not hide. */
	add(fields: ResultFields): Result {
		return this.#keep(resultRow(fields, this.project));
	}

	#keep(row: Result): Result {
		this.rows.push(row);
		return row;
	}
}

/** The tags a result of one wave carries by its n. */
export function sizeTags(n: number, k: number, ...others: (Tag | null)[]): Pick<Result, 'tags'> {
	const size = display({ what: 'item', n }, k);
	const small = size.tag ?? (size.show === 'counts_and_wilson_text' ? 'counts_only' : null);
	const tags = [small, ...others].filter((tag): tag is Tag => tag !== null && tag !== undefined);
	return tags.length === 0 ? {} : { tags };
}
