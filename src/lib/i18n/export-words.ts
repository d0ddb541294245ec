import type { ExportedFile, PrintedBase, RefusedExport, ToldBase } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { formatDate, formatNumber, formatSchoolYear } from './formats';
import { groupKindName } from './measure-words';
import { m } from './paraglide/messages';
import { insideQuotes } from './quotes';

function yearOf(wave: string, project: Project): string {
	const found = project.waves.find(({ id }) => id === wave);
	return found ? formatSchoolYear(found.schoolYear) : wave;
}

function groupWords(groups: Record<string, string>, locale: Locale): string[] {
	return Object.entries(groups).map(([kind, value]) => `${groupKindName(kind, locale)}: ${value}`);
}

function baseWords({ filter, bothWith, n }: PrintedBase, project: Project, locale: Locale): string {
	const groups = groupWords(filter, locale);
	const whom = [
		groups.length === 0 ? m.measures_export_everyone({}, { locale }) : groups.join(', '),
		...(bothWith === undefined
			? []
			: [m.measures_export_both({ year: yearOf(bothWith, project) }, { locale })])
	].join(', ');
	return m.measures_export_base({ whom, n: formatNumber(n, locale) }, { locale });
}

/** What was asked when, of a base: questionnaire, question, school year. */
function askedWords({ instrument, item, wave }: PrintedBase, project: Project, locale: Locale): string {
	const survey = project.instruments.find(({ id }) => id === instrument);
	const versions = survey?.items.find(({ id }) => id === item)?.versions;
	const text = versions?.find(({ waves }) => waves.includes(wave))?.text;
	const title = survey ? textIn(survey.title, locale) : instrument;
	return [title, ...(text ? [textIn(text, locale)] : []), yearOf(wave, project)].join(' · ');
}

/** What left, where, when and for whom, without its title: "20 мая 2017 г., 20:00", "olshem-….svg", "Класс: 7А". */
export function exportedFileWords({ at, file, groups }: ExportedFile, locale: Locale): string[] {
	const [date = '', time = ''] = at.split('T');
	const name = file ?? m.measures_export_printed({}, { locale });
	return [`${formatDate(date, locale)}, ${time}`, name, ...groupWords(groups, locale)];
}

/** Numbers that stand in one place, and the place: "7А: 20; 7Ә: 15 – 20 May 2017, 20:00, “…”, olshem-….svg". */
function toldWords(told: readonly ToldBase[], project: Project, locale: Locale): string {
	const file = told[0]?.file ?? null;
	const [at = '', name = ''] = file ? exportedFileWords(file, locale) : [];
	const where = file
		? m.measures_export_before(
				{ at, title: insideQuotes(textIn(file.title, locale), locale), file: name },
				{ locale }
			)
		: m.measures_export_now({}, { locale });
	return `${told.map(({ base }) => baseWords(base, project, locale)).join('; ')} – ${where}`;
}

/** Whether two bases are of one group, told on different days. */
function isSameGroup(one: PrintedBase, other: PrintedBase): boolean {
	const names = new Set([...Object.keys(one.filter), ...Object.keys(other.filter)]);
	return (
		one.bothWith === other.bothWith && [...names].every((name) => one.filter[name] === other.filter[name])
	);
}

/** What can be done instead, the nearest first. */
function waysOut({ whole, parts, ungrouped }: RefusedExport, project: Project, locale: Locale): string[] {
	const told = [whole, ...parts];
	const year = told.find(({ base }) => base.bothWith !== undefined)?.base.bothWith;
	const before = told.some(({ file }) => file !== null);
	const again = told.every(({ base }) => isSameGroup(base, whole.base));
	return [
		...(ungrouped ? [m.measures_export_option_everyone({}, { locale })] : []),
		...(year === undefined
			? []
			: [m.measures_export_option_one_wave({ year: yearOf(year, project) }, { locale })]),
		...(again ? [m.measures_export_option_earlier({}, { locale })] : []),
		m.measures_export_option_wait({ k: project.privacy.k }, { locale }),
		...(before ? [m.measures_export_option_forget({}, { locale })] : [])
	];
}

/** A refusal in parts: why, what was asked, which numbers tell it and where each of them stands, and what can be done. */
export function refusalWords(refused: RefusedExport, project: Project, locale: Locale) {
	const { whole, parts, more } = refused;
	const files = [...new Set(parts.map(({ file }) => file))];
	const byFile = files.map((file) => parts.filter((part) => part.file === file));
	return {
		why: m.measures_export_why({ k: project.privacy.k }, { locale }),
		asked: askedWords(whole.base, project, locale),
		numbers: [[whole], ...byFile].map((told) => toldWords(told, project, locale)),
		more: more > 0 ? m.measures_export_more({ n: formatNumber(more, locale) }, { locale }) : '',
		waysOut: waysOut(refused, project, locale)
	};
}
