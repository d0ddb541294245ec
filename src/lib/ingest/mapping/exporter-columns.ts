import type { Exporter } from '$lib/model/reading';
import { foldKey, foldLabel } from '$lib/ingest/values/folding';
import {
	KOBO,
	LIMESURVEY,
	MICROSOFT,
	QUALTRICS,
	SURVEYMONKEY
} from '$lib/ingest/reading/exporter-signatures';
import type { FileProfile } from './profile';

/** Names of points in a quiz of Google Forms. */
const GOOGLE_POINTS = new Set(['Score', 'Балл', 'Баллы', 'Ұпай', 'Ұпайлар'].map(foldLabel));
/** Names in the signatures by which respondents may be told apart: those columns are the user's. */
const IDENTIFYING = new Set(['token', 'Access code', 'Код доступа'].map(foldLabel));

const OWN: Partial<Record<Exporter, ReadonlySet<string>>> = {
	'google-forms': GOOGLE_POINTS,
	'microsoft-forms': MICROSOFT,
	limesurvey: LIMESURVEY,
	kobotoolbox: KOBO,
	qualtrics: QUALTRICS,
	surveymonkey: SURVEYMONKEY
};

/** Points and feedback of a quiz of Microsoft Forms, beside the question they are about. */
const QUIZ_COLUMN = /^(?:points|feedback|баллы|отзыв|ұпай|ұпайлар|пікір)\s*[-–—]\s+(\S.*)$/is;

/** Question and option, or group and question, in a header of KoboToolbox. */
const PATH = /^(.*\S)\/(?=\S)([^/]+)$/s;

/** Parts of a header of KoboToolbox: what stands before its last slash, and after it. */
export function pathOf(header: string): { prefix: string; row: string } | null {
	const [, prefix, row] = PATH.exec(header.trim()) ?? [];
	return prefix === undefined || row === undefined ? null : { prefix, row: row.trim() };
}

const isMarks = (values: Iterable<string>) =>
	[...values].every((value) => ['0', '1', ''].includes(value.trim()));

/**
 * Columns that the exporter of a file wrote beside the answers, by index: times and numbers of its own, points of a
 * quiz, and answers that stand once more option by option.
 */
export function exportersOwn({ file, columns }: FileProfile): ReadonlySet<number> {
	const { exporter } = file.reading;
	const names = OWN[exporter];
	if (!names) return new Set();
	const questions = new Set(columns.map(({ header }) => foldKey(header)));
	const spread = new Set<string>();
	if (exporter === 'kobotoolbox') {
		for (const { header, distinct } of columns) {
			const path = pathOf(header);
			if (path && isMarks(distinct.keys())) spread.add(foldKey(path.prefix));
		}
	}
	const isOwn = (header: string) => {
		const label = foldLabel(header);
		if (names.has(label)) return !IDENTIFYING.has(label);
		const about = exporter === 'microsoft-forms' ? QUIZ_COLUMN.exec(header.trim())?.[1] : undefined;
		return spread.has(foldKey(header)) || (about !== undefined && questions.has(foldKey(about)));
	};
	return new Set(columns.filter(({ header }) => isOwn(header)).map(({ index }) => index));
}
