import { schoolYearIn } from '$lib/ingest/vocabulary/school-years';
import { m } from '$lib/i18n/paraglide/messages';
import type {
	Activity,
	Audience,
	ExpectedResult,
	Indicator,
	Population,
	Project,
	Wave
} from '$lib/model/project';
import { codeWord } from '$lib/i18n/figure-words';
import { LOCALES, textIn, type Locale, type Trilingual } from '$lib/model/text';
import { freshWaveId } from '$lib/state/project-edit';

/** What stands in the fields of a form: text as typed, chosen values as codes, '' where nothing is chosen. */
export type WaveDraft = Omit<Wave, 'label'> & { label: Trilingual };

export interface PopulationDraft {
	audience: Audience;
	wave: string;
	group: string;
	n: string;
}

export type ActivityDraft = Omit<Activity, 'heldOn'> & { heldOn: string };

export interface IndicatorDraft {
	name: string;
	/** The language the name is written in. */
	language: Locale;
	measure: string;
	audience: Audience | '';
	instrument: string;
	itemOrBlock: string;
	group: string;
	period: string;
	kind: Indicator['kind'];
	value: string;
	valueTo: string;
	unit: string;
	n: string;
	direction: Indicator['direction'];
	source: string;
	setOn: string;
}

function stageLabel(stage: string): Trilingual {
	return Object.fromEntries(LOCALES.map((locale) => [locale, m.data_wave_label({ stage }, { locale })]));
}

/** A wave as the form has it: the school year in its own spelling, the label following the stage unless it was written by hand. */
export function finishedWave(draft: WaveDraft, before: Wave | null): WaveDraft {
	const stage = draft.stage.trim();
	return {
		...draft,
		stage,
		schoolYear: schoolYearIn(draft.schoolYear) ?? draft.schoolYear,
		label: before?.stage === stage ? before.label : stageLabel(stage)
	};
}

export function waveDraft(project: Project, wave: Wave | null): WaveDraft {
	return (
		wave ?? {
			id: freshWaveId(project),
			stage: '',
			schoolYear: '',
			from: '',
			to: '',
			label: {},
			baseline: project.waves.length === 0
		}
	);
}

export function populationDraft(project: Project, population: Population | null): PopulationDraft {
	if (population) return { ...population, group: population.group ?? '', n: String(population.n) };
	return { audience: 'parent', wave: project.waves.at(-1)?.id ?? '', group: '', n: '' };
}

export function activityDraft(project: Project, activity: Activity | null): ActivityDraft {
	if (activity) return { ...activity, heldOn: activity.heldOn ?? '' };
	return {
		stage: project.waves.at(-1)?.stage ?? '',
		activity: '',
		month: '',
		responsible: '',
		expected: '',
		status: 'planned',
		heldOn: ''
	};
}

/** Name of an indicator in a language: its title, else its code. */
export const indicatorName = (indicator: Indicator, locale: Locale): string =>
	indicator.title ? textIn(indicator.title, locale) : indicator.indicator;

export function indicatorDraft(
	project: Project,
	indicator: Indicator | null,
	locale: Locale
): IndicatorDraft {
	if (!indicator) {
		return {
			name: '',
			language: locale,
			measure: 'level_share',
			audience: 'teacher',
			instrument: '',
			itemOrBlock: '',
			group: '',
			period: project.waves.at(-1)?.id ?? '',
			kind: 'target',
			value: '',
			valueTo: '',
			unit: '',
			n: '',
			direction: 'up',
			source: '',
			setOn: ''
		};
	}
	return {
		...indicator,
		name: indicatorName(indicator, locale),
		language: locale,
		audience: indicator.audience ?? '',
		instrument: indicator.instrument ?? '',
		itemOrBlock: indicator.itemOrBlock ?? '',
		group: indicator.group ?? '',
		value: String(indicator.value),
		valueTo: indicator.valueTo === undefined ? '' : String(indicator.valueTo),
		n: indicator.n === null ? '' : String(indicator.n),
		setOn: indicator.setOn ?? ''
	};
}

export interface ExpectedDraft {
	id: string;
	name: string;
	/** The language the name is written in. */
	language: Locale;
	/** Codes of the indicators it is judged by. */
	indicators: string[];
}

/** Name of an expected result in a language: its own title, else what the programme calls it. */
export const expectedName = (result: ExpectedResult, locale: Locale): string =>
	result.title ? textIn(result.title, locale) : codeWord('expected', result.id, locale);

/** A new one gets the first free number; names in other scripts make no identifier. */
export function expectedDraft(
	results: readonly ExpectedResult[],
	result: ExpectedResult | null,
	locale: Locale
): ExpectedDraft {
	if (result) return { ...result, name: expectedName(result, locale), language: locale };
	const taken = new Set(results.map(({ id }) => id));
	let number = 1;
	while (taken.has(`e${number}`)) number += 1;
	return { id: `e${number}`, name: '', language: locale, indicators: [] };
}
