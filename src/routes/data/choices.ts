import { codeWord } from '$lib/i18n/figure-words';
import { waveWords } from '$lib/i18n/mapping-words';
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

export const waveOptions = (project: Project, locale: Locale): Option[] =>
	project.waves.map((wave) => ({ value: wave.id, label: waveWords(project, wave.id, locale) }));

export const instrumentOptions = (project: Project, locale: Locale): Option[] =>
	project.instruments.map((instrument) => ({
		value: instrument.id,
		label: textIn(instrument.title, locale)
	}));
