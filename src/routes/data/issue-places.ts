import { readingIssueWords } from '$lib/i18n/import-words';
import { dataIssueWords } from '$lib/i18n/mapping-words';
import { m } from '$lib/i18n/paraglide/messages';
import type { DataIssue } from '$lib/model/dataset';
import type { Place, ReadingIssue, Severity } from '$lib/model/reading';
import type { Locale } from '$lib/model/text';

/** A problem of a file, met in reading it or in taking answers from it, ready for a list. */
export interface Problem {
	code: string;
	severity: Severity;
	count: number;
	places: Place[];
	words: (locale: Locale) => string;
	/** True where reading can be told to undo what was done. */
	fromReading: boolean;
}

/** All problems of a file in the order they were met. */
export function fileProblems(reading: readonly ReadingIssue[], data: readonly DataIssue[]): Problem[] {
	return [
		...reading.map((issue) => ({
			...issue,
			words: (locale: Locale) => readingIssueWords(issue, locale),
			fromReading: true
		})),
		...data.map((issue) => ({
			...issue,
			words: (locale: Locale) => dataIssueWords(issue, locale),
			fromReading: false
		}))
	];
}

/** A place as a reader finds it: "17-жол, «Балл» бағаны". */
export function placeWords(place: Place, locale: Locale): string {
	const line = place.line;
	if (place.name) return m.data_place_named({ line, name: place.name }, { locale });
	return place.column === undefined
		? m.data_place_line({ line }, { locale })
		: m.data_place_column({ line, column: place.column }, { locale });
}
