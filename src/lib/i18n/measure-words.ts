import type { UndefinedReason } from '$lib/model/reasons';
import type { Audience, Rater } from '$lib/model/project';
import type { Result, Tag, Verdict } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { codeWord } from './figure-words';
import { message } from './words';

/** The name of one of the four criteria. */
export function criterionName(criterion: Result['criterion'], locale: Locale): string {
	return message(`measures_criterion_${criterion}`, {}, locale);
}

/** A measure's name by its id in the catalogue. */
export function measureName(id: string, locale: Locale): string {
	return message(`measures_name_${id}`, {}, locale);
}

/** What a measure means, in a sentence or two. */
export function measureDefinition(id: string, locale: Locale): string {
	return message(`measures_definition_${id}`, {}, locale);
}

/** How a measure is computed. */
export function measureFormula(id: string, locale: Locale): string {
	return message(`measures_formula_${id}`, {}, locale);
}

/** Why there is no value, as a sentence. */
export function reasonWords(reason: UndefinedReason, locale: Locale): string {
	return message(`measures_reason_${reason}`, {}, locale);
}

/** A verdict or a status in a few words. */
export function verdictWords(verdict: Verdict, locale: Locale): string {
	return message(`measures_verdict_${verdict}`, {}, locale);
}

/** What is to be kept in mind about a number, as a sentence. */
export function tagWords(tag: Tag, locale: Locale): string {
	return message(`measures_tag_${tag}`, {}, locale);
}

/** Who rated. */
export function raterWords(rater: Rater, locale: Locale): string {
	return message(`measures_rater_${rater}`, {}, locale);
}

/** A kind of group (department, mentor, class …); a kind the program does not know is shown as the data write it. */
export function groupKindName(kind: string, locale: Locale): string {
	return codeWord('group', kind, locale);
}

/** A form of work (coaching, open lesson …), as the data write it where the program does not know it. */
export function eventKindName(kind: string, locale: Locale): string {
	return codeWord('kind', kind, locale);
}

/** A module of the level programme, "3. …"; the bare number where it is not one of the seven. */
export function moduleName(module: number, locale: Locale): string {
	return codeWord('module', String(module), locale);
}

/** Whom a questionnaire was put to, as a heading. */
export function audienceName(audience: Audience, locale: Locale): string {
	return message(`evaluation_audience_${audience}_name`, {}, locale);
}
