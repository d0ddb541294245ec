import { readingIssueWords } from '$lib/i18n/import-words';
import { dataIssueWords } from '$lib/i18n/mapping-words';
import { m } from '$lib/i18n/paraglide/messages';
import { quotedLookAlikes } from '$lib/i18n/quotes';
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
	/** The issue of the reading it is; null where it was met in taking answers. */
	issue: ReadingIssue | null;
}

/** Problems that reading meets first and taking answers meets again. */
const TWINS: Partial<Record<DataIssue['code'], readonly ReadingIssue['code'][]>> = {
	'ragged-row': ['ragged-rows'],
	'out-of-scale': ['out-of-range'],
	'unknown-label': ['not-a-number', 'excel-errors'],
	'not-a-number': ['not-a-number', 'excel-errors']
};

/** True where the reading names every place of a problem met in taking answers. */
function isNamed(issue: DataIssue, reading: readonly ReadingIssue[]): boolean {
	const twins = reading.filter(({ code }) => TWINS[issue.code]?.includes(code));
	const places = twins.flatMap((twin) => twin.places);
	const isThere = (place: Place) =>
		places.some(
			({ line, column }) => line === place.line && (place.column === undefined || column === place.column)
		);
	return issue.count <= twins.reduce((sum, { count }) => sum + count, 0) && issue.places.every(isThere);
}

/** All problems of a file in the order they were met, each told once. */
export function fileProblems(reading: readonly ReadingIssue[], found: readonly DataIssue[]): Problem[] {
	const data = found.filter((issue) => !isNamed(issue, reading));
	return [
		...reading.map((issue) => ({
			...issue,
			words: (locale: Locale) => readingIssueWords(issue, locale),
			issue
		})),
		...data.map((issue) => ({
			...issue,
			words: (locale: Locale) => dataIssueWords(issue, locale),
			issue: null
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

/** Characters of a cell that are quoted. */
const QUOTED = 80;
const shortened = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

/** The first places of a problem in words, each with the text that stands there, null where it names none. */
export function quotedPlaces(
	{ code, places }: Pick<Problem, 'code' | 'places'>,
	first: number,
	locale: Locale
): { words: string; text: string | null }[] {
	const texts = places.map((place) => shortened(place.text ?? ''));
	const quotes =
		code === 'homoglyphs'
			? quotedLookAlikes(texts, locale)
			: texts.flatMap((text) => quotedLookAlikes([text], locale));
	return places.slice(0, first).map((place, at) => ({
		words: placeWords(place, locale),
		text: place.text ? (quotes[at] ?? null) : null
	}));
}
