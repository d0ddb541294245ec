import type { PrintedBase, Recovered } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatSchoolYear } from './formats';
import { groupKindName } from './measure-words';
import { m } from './paraglide/messages';

function yearOf(wave: string, project: Project): string {
	const found = project.waves.find(({ id }) => id === wave);
	return found ? formatSchoolYear(found.schoolYear) : wave;
}

function baseWords({ filter, bothWith, n }: PrintedBase, project: Project, locale: Locale): string {
	const groups = Object.entries(filter).map(([kind, value]) => `${groupKindName(kind, locale)}: ${value}`);
	const whom = [
		groups.length === 0 ? m.measures_export_everyone({}, { locale }) : groups.join(', '),
		...(bothWith === undefined
			? []
			: [m.measures_export_both({ year: yearOf(bothWith, project) }, { locale })])
	].join(', ');
	return m.measures_export_base({ whom, n: formatNumber(n, locale) }, { locale });
}

/** Why an export was refused: which whole and which parts of it tell about fewer than k people, and what to do. */
export function refusedExportWords({ whole, parts }: Recovered, project: Project, locale: Locale): string {
	const instrument = project.instruments.find(({ id }) => id === whole.instrument);
	const item = instrument?.items.find(({ id }) => id === whole.item);
	const text = item?.versions.find(({ waves }) => waves.includes(whole.wave))?.text;
	const title = instrument ? textIn(instrument.title, locale) : whole.instrument;
	return m.measures_export_refused(
		{
			what: [title, ...(text ? [textIn(text, locale)] : []), yearOf(whole.wave, project)].join(' · '),
			whole: baseWords(whole, project, locale),
			parts: parts.map((part) => baseWords(part, project, locale)).join('; '),
			k: project.privacy.k
		},
		{ locale }
	);
}
