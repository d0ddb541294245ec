import type { Exporter } from '$lib/model/reading';
import { parseDate } from '../values/dates';
import { foldLabel } from '../values/folding';
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

const folded = (names: readonly string[]) => new Set(names.map(foldLabel));

const QUALTRICS = folded([
	'StartDate',
	'EndDate',
	'Status',
	'IPAddress',
	'Progress',
	'Duration (in seconds)',
	'Finished',
	'RecordedDate',
	'ResponseId',
	'ResponseID',
	'ResponseSet',
	'RecipientLastName',
	'RecipientFirstName',
	'RecipientEmail',
	'ExternalReference',
	'ExternalDataReference',
	'EmailAddress',
	'LocationLatitude',
	'LocationLongitude',
	'LocationAccuracy',
	'DistributionChannel',
	'UserLanguage'
]);
const SURVEYMONKEY = folded([
	'Respondent ID',
	'RespondentID',
	'Collector ID',
	'CollectorID',
	'Start Date',
	'StartDate',
	'End Date',
	'EndDate',
	'IP Address',
	'Email Address',
	'First Name',
	'Last Name',
	'Custom Data 1',
	'Date Created',
	'Date Modified'
]);
const RESPONDENT_ID = folded(['Respondent ID', 'RespondentID']);
const LIMESURVEY = folded([
	'id',
	'submitdate',
	'lastpage',
	'startlanguage',
	'seed',
	'startdate',
	'datestamp',
	'token',
	'ipaddr',
	'refurl',
	'Response ID',
	'Date submitted',
	'Last page',
	'Start language',
	'Date started',
	'Date last action',
	'ID ответа',
	'Дата отправки',
	'Последняя страница',
	'Начальный язык',
	'Язык',
	'Дата начала',
	'Дата последнего действия'
]);
const KOBO = folded([
	'_id',
	'_uuid',
	'_submission_time',
	'_validation_status',
	'_notes',
	'_status',
	'_submitted_by',
	'__version__',
	'_tags',
	'_index'
]);
const MICROSOFT = folded([
	'ID',
	'ИД',
	'Start time',
	'Completion time',
	'Email',
	'Name',
	'Last modified time',
	'Total points',
	'Quiz feedback',
	'Время начала',
	'Время выполнения',
	'Время завершения',
	'Адрес электронной почты',
	'Электронная почта',
	'Имя',
	'Басталу уақыты',
	'Аяқталу уақыты',
	'Электрондық пошта',
	'Аты'
]);
const MICROSOFT_TIMES = folded(['Completion time', 'Время выполнения', 'Время завершения', 'Аяқталу уақыты']);
const GOOGLE = folded([
	'Timestamp',
	'Отметка времени',
	'Уақыт белгісі',
	'Zeitstempel',
	'Tijdstempel',
	'Horodateur'
]);
const KUNDELIK = folded([
	'Класс',
	'Сынып',
	'Всего',
	'Барлығы',
	'По болезни',
	'По уважительной',
	'По неуважительной',
	'Опоздания',
	'Ауруына байланысты',
	'Кешігу',
	'Полных дней',
	'Уроков'
]);
const KUNDELIK_CORE = folded(['По болезни', 'Опоздания', 'По уважительной', 'Ауруына байланысты', 'Кешігу']);

const SURVEYMONKEY_FILLERS = folded(['Response', 'Open-Ended Response', 'Ответ', 'Ответ в свободной форме']);
const RESPONDENT_NUMBER = /^\d{9,14}$/;

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
	if (
		codes &&
		matches(codes, QUALTRICS) > NAMES_NEEDED &&
		codes.some((code) => foldLabel(code) === 'responseid')
	) {
		return { exporter: 'qualtrics', headerRows: 1, header: null, codes: null };
	}
	return null;
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
		return { ...plain('kobotoolbox'), headerRows: rows[1]?.some((cell) => /^#[a-z]/.test(cell)) ? 2 : 1 };
	}
	if (isGoogleForms(rows)) return plain('google-forms');
	if (matches(names, MICROSOFT_TIMES) > 0 && matches(names, MICROSOFT) >= NAMES_NEEDED)
		return plain('microsoft-forms');
	if (matches(names, LIMESURVEY) >= NAMES_NEEDED) return plain('limesurvey');
	return null;
}

/** True where the names are those of a Kundelik class report: a table copied from the page, not an export with a signature. */
export function isKundelikReport(header: readonly string[]): boolean {
	return matches(header, KUNDELIK_CORE) > 0 && matches(header, KUNDELIK) >= NAMES_NEEDED;
}
