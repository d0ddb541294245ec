import { codeWord } from '$lib/i18n/figure-words';
import { formatSchoolYear } from '$lib/i18n/formats';
import { raterWords } from '$lib/i18n/measure-words';
import { message } from '$lib/i18n/words';
import { AUDIENCES, RATERS, type Activity, type Audience, type Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';

/** One choice of a list: the code that is stored and the words for it. */
interface Option {
	value: string;
	label: string;
}

/** Choices from codes whose words are the messages `<prefix>_<code>`. */
export function codeOptions(prefix: string, codes: readonly string[], locale: Locale): Option[] {
	return codes.map((value) => ({
		value,
		label: message(`${prefix}_${value.replaceAll('-', '_')}`, {}, locale)
	}));
}

export const audienceWords = (audience: Audience, locale: Locale): string =>
	codeWord('audience', audience, locale);
export const audienceOptions = (locale: Locale): Option[] =>
	AUDIENCES.map((value) => ({ value, label: audienceWords(value, locale) }));

export const raterOptions = (locale: Locale): Option[] =>
	RATERS.map((value) => ({ value, label: raterWords(value, locale) }));

const STATUSES: readonly Activity['status'][] = ['planned', 'done', 'cancelled'];
export const statusOptions = (locale: Locale): Option[] => codeOptions('data_plan', STATUSES, locale);
export const statusWords = (status: Activity['status'], locale: Locale): string =>
	message(`data_plan_${status}`, {}, locale);

/** A wave or period in words: the wave's label with its school year, a school year in its short form, else the text itself. */
export function waveWords(project: Project, period: string, locale: Locale): string {
	const wave = project.waves.find((one) => one.id === period);
	if (wave) return `${textIn(wave.label, locale)}, ${formatSchoolYear(wave.schoolYear)}`;
	return /^\d{4}-\d{4}$/.test(period) ? formatSchoolYear(period) : period;
}

export const waveOptions = (project: Project, locale: Locale): Option[] =>
	project.waves.map((wave) => ({ value: wave.id, label: waveWords(project, wave.id, locale) }));

export const instrumentOptions = (project: Project, locale: Locale): Option[] =>
	project.instruments.map((instrument) => ({
		value: instrument.id,
		label: textIn(instrument.title, locale)
	}));
