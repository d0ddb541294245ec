import type { Exporter } from '$lib/model/reading';
import { parseDate } from '../values/dates';
import { foldLabel } from '../values/folding';
import {
	GOOGLE,
	KOBO,
	KUNDELIK,
	KUNDELIK_CAPTIONS,
	KUNDELIK_CORE,
	LIMESURVEY,
	MICROSOFT,
	MICROSOFT_TIMES,
	QUALTRICS,
	QUALTRICS_ANSWER,
	RESPONDENT_ID,
	SURVEYMONKEY,
	SURVEYMONKEY_FILLERS
} from './exporter-signatures';
import { isBlank } from './row-evidence';

/** How an exporter lays out the head of a file. */
interface ExporterLayout {
	exporter: Exporter;
	/** Rows of the header, counted from the first row that is not blank. */
	headerRows: number;
	header: string[] | null;
	codes: string[] | null;
}

const NAMES_NEEDED = 3;
const RESPONDENT_NUMBER = /^\d{9,14}$/;
const HXL_TAG = /^#[a-z]\w*(?: ?\+\w+)*$/i;
const CAPTION_JOINT = ' / ';

function matches(row: readonly string[], names: ReadonlySet<string>): number {
	const seen = new Set<string>();
	for (const cell of row) {
		const key = foldLabel(cell);
		if (key !== '' && names.has(key)) seen.add(key);
	}
	return seen.size;
}

function isImportIdRow(row: readonly string[]): boolean {
	let found = 0;
	let filled = 0;
	for (const cell of row) {
		if (isBlank(cell)) continue;
		filled += 1;
		if (cell.trimStart().startsWith('{"ImportId"')) found += 1;
	}
	return found > 0 && found * 2 >= filled;
}

/** Labels as the user knows them: system columns keep their code, questions take the text of the second row. */
function qualtricsHeader(codes: readonly string[], labels: readonly string[]): string[] {
	return codes.map((code, index) => {
		const label = labels[index] ?? '';
		return QUALTRICS.has(foldLabel(code)) || isBlank(label) ? code : label;
	});
}

function qualtrics(rows: readonly string[][]): ExporterLayout | null {
	const [codes, labels, ids] = rows;
	if (codes && labels && ids && isImportIdRow(ids)) {
		return {
			exporter: 'qualtrics',
			headerRows: 3,
			header: qualtricsHeader(codes, labels),
			codes: [...codes]
		};
	}
	const legacy = codes?.[0] === 'V1' && codes[1] === 'V2';
	if (codes && labels && legacy && matches(labels, QUALTRICS) >= NAMES_NEEDED) {
		return {
			exporter: 'qualtrics',
			headerRows: 2,
			header: qualtricsHeader(codes, labels),
			codes: [...codes]
		};
	}
	if (!codes || matches(codes, QUALTRICS) <= NAMES_NEEDED || matches(codes, QUALTRICS_ANSWER) === 0)
		return null;
	if (labels && areLabels(codes, labels)) {
		return {
			exporter: 'qualtrics',
			headerRows: 2,
			header: qualtricsHeader(codes, labels),
			codes: [...codes]
		};
	}
	return { exporter: 'qualtrics', headerRows: 1, header: null, codes: null };
}

/** Below the dates of the first row stands no date: the row of texts, though that of import codes was taken away. */
function areLabels(codes: readonly string[], cells: readonly string[]): boolean {
	const dates = codes.flatMap((code, index) => (code.endsWith('Date') ? [cells[index] ?? ''] : []));
	return dates.length > 0 && dates.every((cell) => !isBlank(cell) && parseDate(cell, null) === null);
}

/** Questions of the first row filled right over their options; `Response` below a question says nothing. */
function surveyMonkeyHeader(questions: readonly string[], options: readonly string[]): string[] {
	let question = '';
	return Array.from({ length: Math.max(questions.length, options.length) }, (_, index) => {
		const own = questions[index] ?? '';
		if (!isBlank(own)) question = own;
		const option = options[index] ?? '';
		if (isBlank(option)) return own;
		return SURVEYMONKEY_FILLERS.has(foldLabel(option)) || question === ''
			? question || option
			: `${question} / ${option}`;
	});
}

function surveyMonkey(rows: readonly string[][]): ExporterLayout | null {
	const [questions, options, third] = rows;
	const first = foldLabel(questions?.[0] ?? '');
	if (!questions || !RESPONDENT_ID.has(first)) return null;
	if (options && isBlank(options[0]) && (third === undefined || !isBlank(third[0]))) {
		return {
			exporter: 'surveymonkey',
			headerRows: 2,
			header: surveyMonkeyHeader(questions, options),
			codes: null
		};
	}
	const numbered = RESPONDENT_NUMBER.test((options?.[0] ?? '').trim());
	if (numbered || matches(questions, SURVEYMONKEY) >= NAMES_NEEDED) {
		return { exporter: 'surveymonkey', headerRows: 1, header: null, codes: null };
	}
	return null;
}

function isGoogleForms(rows: readonly string[][]): boolean {
	const [names, ...answers] = rows;
	if (!GOOGLE.has(foldLabel(names?.[0] ?? ''))) return false;
	return (
		answers.length > 0 &&
		answers.every((row) => isBlank(row[0]) || parseDate(row[0] ?? '', null)?.time !== undefined)
	);
}

/** The row of HXL tags below the names: nothing else stands in it. */
function isTagRow(row: readonly string[] | undefined): boolean {
	const filled = (row ?? []).filter((cell) => !isBlank(cell));
	return filled.length > 1 && filled.every((cell) => HXL_TAG.test(cell.trim()));
}

/**
 * Recognises an exporter by the first rows that are not blank (import.md, "Conventions"): three names of its signature,
 * or a mark no other file has. Never by the file name.
 */
export function recogniseExporter(rows: readonly string[][]): ExporterLayout | null {
	const names = rows[0];
	if (!names) return null;
	const known = qualtrics(rows) ?? surveyMonkey(rows);
	if (known) return known;
	const plain = (exporter: Exporter): ExporterLayout => ({
		exporter,
		headerRows: 1,
		header: null,
		codes: null
	});
	if (matches(names, KOBO) >= NAMES_NEEDED) {
		return { ...plain('kobotoolbox'), headerRows: isTagRow(rows[1]) ? 2 : 1 };
	}
	if (isGoogleForms(rows)) return plain('google-forms');
	if (matches(names, MICROSOFT_TIMES) > 0 && matches(names, MICROSOFT) >= NAMES_NEEDED)
		return plain('microsoft-forms');
	if (matches(names, LIMESURVEY) >= NAMES_NEEDED) return plain('limesurvey');
	return null;
}

/** How sure a table is a Kundelik class report: by the captions of the report, or by names any such table may have. */
export function kundelikReport(header: readonly string[]): 'report' | 'alike' | null {
	const names = header.flatMap((name) => name.split(CAPTION_JOINT));
	if (matches(names, KUNDELIK_CORE) === 0 || matches(names, KUNDELIK) < NAMES_NEEDED) return null;
	return matches(names, KUNDELIK_CAPTIONS) > 0 ? 'report' : 'alike';
}
