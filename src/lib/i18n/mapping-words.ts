import type { DataIssue } from '$lib/model/dataset';
import type { Project, Redaction, SourceKind } from '$lib/model/project';
import { SPELLINGS, type Question } from '$lib/model/proposal';
import { textIn, type Locale } from '$lib/model/text';
import { formatSchoolYear } from './formats';
import { quotedLookAlikes, insideQuotes } from './quotes';
import { hasMessage, message } from './words';

/** What a file is: questionnaire, ratings, roster … */
export function sourceKindWords(kind: SourceKind, locale: Locale): string {
	return message(`mapping_kind_${kind}`, {}, locale);
}

/** Questions with a second wording, for what only some of them say. */
function wordingOf({ code, params }: Question): string {
	if (code === 'scale' && params.labels !== undefined) return 'scale_labels';
	if (code === 'options' && Number(params.others) > 0) return 'options_others';
	if (code === 'sheet' && params.wanted !== undefined) return 'sheet_missing';
	if (code === 'personal' && params.sheets !== undefined)
		return params.columns === '' ? 'personal_sheet' : 'personal_sheets';
	if (code === 'wave' && params.years !== undefined) return 'wave_outside';
	return code;
}

/** Spellings that a reader cannot tell apart by their looks. */
function spellings({ params }: Question, locale: Locale): { shown: string; others: string } {
	const names = [String(params.shown), ...String(params.others).split(SPELLINGS)];
	const [shown = '', ...others] = quotedLookAlikes(names, locale);
	return { shown, others: others.join(', ') };
}

/** That a copy holds one sheet of its workbook, because others hold personal data. */
export function onlySheetWords(
	{ sheet, personal }: NonNullable<Redaction['workbook']>,
	locale: Locale
): string {
	const quoted = (name: string) => message('mapping_quoted', { text: insideQuotes(name, locale) }, locale);
	const params = { sheet: insideQuotes(sheet, locale), sheets: personal.map(quoted).join(', ') };
	return message('mapping_only_sheet', params, locale);
}

/** A wave or period in words: the wave's label with its school year, a school year in its short form, else the text itself. */
export function waveWords(project: Project, period: string, locale: Locale): string {
	const wave = project.waves.find((one) => one.id === period);
	if (wave) return `${textIn(wave.label, locale)}, ${formatSchoolYear(wave.schoolYear)}`;
	return /^\d{4}-\d{4}$/.test(period) ? formatSchoolYear(period) : period;
}

/** A question of the mapping as one sentence. */
export function questionWords(question: Question, locale: Locale): string {
	const { basis } = question.params;
	const params = {
		...question.params,
		...(question.code === 'group_spelling' ? spellings(question, locale) : {}),
		basis: basis === undefined ? '' : message(`mapping_order_${String(basis)}`, {}, locale)
	};
	return message(`mapping_question_${wordingOf(question)}`, params, locale);
}

const NUMERIC_SCALE = /^scale_num_(\d+)_(\d+)/;
const NUMBERED = /-\d+$/;

/** An answer to choose from: its message where the label is a code, the wave it is, else the text of the file that it is. */
export function questionOptionWords(
	question: Question,
	option: Question['options'][number],
	locale: Locale,
	project: Project | null = null
): string {
	if (question.code === 'wave' && project) return waveWords(project, option.value, locale);
	const numeric = NUMERIC_SCALE.exec(option.label);
	if (numeric)
		return message('mapping_scale_numbers', { low: numeric[1] ?? '', high: numeric[2] ?? '' }, locale);
	const code = question.code === 'scale' ? option.label.replace(NUMBERED, '') : option.label;
	for (const key of [`mapping_${code}`, `mapping_option_${code}`])
		if (hasMessage(key)) return message(key, question.params, locale);
	return option.label;
}

function placeWords(place: DataIssue['places'][number] | undefined, locale: Locale): string {
	if (!place) return message('mapping_place_none', {}, locale);
	if (place.name === undefined) return message('mapping_place_row', { line: place.line }, locale);
	return message('mapping_place_cell', { line: place.line, column: place.name }, locale);
}

/** A problem of the data as a cause, its first place, and what was done. */
export function dataIssueWords(issue: DataIssue, locale: Locale): string {
	const place = issue.places[0];
	const { kept } = issue.params;
	const params = {
		...issue.params,
		count: issue.count,
		text: message('mapping_quoted', { text: insideQuotes(place?.text ?? '', locale) }, locale),
		place: placeWords(place, locale),
		kept: kept === undefined ? '' : message(`mapping_option_${String(kept)}`, {}, locale).toLowerCase()
	};
	return message(`mapping_issue_${issue.code.replaceAll('-', '_')}`, params, locale);
}
