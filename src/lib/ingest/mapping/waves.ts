import type { Project, Wave } from '$lib/model/project';
import {
	calendarYearIn,
	schoolYearIn,
	schoolYearOf,
	schoolYearRange
} from '$lib/ingest/vocabulary/school-years';
import { halfNamed } from '$lib/ingest/vocabulary/halves';
import { dayFirstOfColumn, parseDate } from '$lib/ingest/values/dates';
import { foldLabel } from '$lib/ingest/values/folding';
import type { FileProfile } from './profile';

/** Dates of a file's rows, read from one column. */
export interface FileDates {
	column: number;
	/** Order of day and month; null where no value needs one. */
	dayFirst: boolean | null;
	/** True where the values do not decide the order and the user has not. */
	ambiguous: boolean;
	/** Rows per ISO date. */
	days: Map<string, number>;
}

/** Share of a file's dated rows from which a wave or school year counts as one the file was made in. */
const SHARE = 0.05;

/** Reads the dates of a column; where day and month stay open, day first is assumed (kk and ru write so). */
export function fileDates(profile: FileProfile, column: number, decided: boolean | null): FileDates {
	const { texts, counts } = profile.file.reading.cells.column(column);
	const order = decided ?? dayFirstOfColumn(texts.slice(1));
	const ambiguous = order === 'ambiguous';
	const dayFirst = ambiguous ? true : order;
	const days = new Map<string, number>();
	for (let code = 1; code < texts.length; code += 1) {
		const date = parseDate(texts[code] ?? '', dayFirst)?.date;
		if (date !== undefined) days.set(date, (days.get(date) ?? 0) + (counts[code] ?? 0));
	}
	return { column, dayFirst, ambiguous, days };
}

function shares<Key>(
	days: ReadonlyMap<string, number>,
	keyOf: (date: string) => Key | null
): Map<Key, number> {
	const counts = new Map<Key, number>();
	for (const [date, times] of days) {
		const key = keyOf(date);
		if (key !== null) counts.set(key, (counts.get(key) ?? 0) + times);
	}
	return counts;
}

/** School years in which at least 5 % of the dated rows lie. */
export function schoolYearsOf(days: ReadonlyMap<string, number>): string[] {
	const counts = shares(days, schoolYearOf);
	const total = [...counts.values()].reduce((sum, times) => sum + times, 0);
	return [...counts].filter(([, times]) => times >= total * SHARE).map(([year]) => year);
}

/** The wave whose dates hold `date`, or null. */
export function waveOfDate(waves: readonly Wave[], date: string): string | null {
	return waves.find((wave) => wave.from <= date && date <= wave.to)?.id ?? null;
}

/** Waves in which at least 5 % of the dated rows lie, in the project's order. */
export function wavesOfDates(waves: readonly Wave[], days: ReadonlyMap<string, number>): string[] {
	const counts = shares(days, (date) => waveOfDate(waves, date));
	const total = [...days.values()].reduce((sum, times) => sum + times, 0);
	return waves.map((wave) => wave.id).filter((wave) => (counts.get(wave) ?? 0) >= Math.max(1, total * SHARE));
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Adds a wave per school year, in order; the first one of the project is the baseline. */
export function addWaves(project: Project, schoolYears: Iterable<string>): void {
	const known = new Set(project.waves.map((wave) => wave.schoolYear));
	const years = [...new Set(schoolYears)].filter((year) => !known.has(year)).sort();
	if (years.length === 0) return;
	const used = new Set(project.waves.map((wave) => wave.id));
	for (const schoolYear of years) {
		let number = project.waves.length + 1;
		while (used.has(`w${String(number)}`)) number += 1;
		const id = `w${String(number)}`;
		used.add(id);
		const stage = ROMAN[project.waves.length] ?? String(project.waves.length + 1);
		const label = { kk: `${stage} кезең`, ru: `${stage} этап`, en: `Stage ${stage}` };
		project.waves.push({
			id,
			stage,
			schoolYear,
			...schoolYearRange(schoolYear),
			label,
			baseline: project.waves.length === 0
		});
	}
}

/** The wave a cell or typed text names: its id, stage, school year, or label in any language; null where none does. */
export function waveNamed(waves: readonly Wave[], text: string): string | null {
	const label = foldLabel(text);
	const year = schoolYearIn(text);
	const found = waves.find(
		(wave) =>
			foldLabel(wave.id) === label ||
			foldLabel(wave.stage) === label ||
			(year !== null && wave.schoolYear === year) ||
			Object.values(wave.label).some((words) => words !== undefined && foldLabel(words) === label)
	);
	if (found) return found.id;
	const stage =
		/^(?:(?:этап|кезең|stage|wave|замер|өлшеу)\s*)?([ivx]+|\d{1,2})(?:[-\s]*(?:й|ші|шы))?\s*(?:этап|кезең|замер|өлшеу|stage)?$/.exec(
			label.replaceAll('і', 'i').replaceAll('х', 'x')
		);
	if (!stage?.[1]) return null;
	const number = /\d/.test(stage[1]) ? Number(stage[1]) : ROMAN.indexOf(stage[1].toUpperCase()) + 1;
	const byStage = waves.find((wave) => wave.stage === ROMAN[number - 1] || wave.stage === String(number));
	return byStage?.id ?? null;
}

/** The wave of a school year: where the year holds two, the one the titles name the beginning or end of; null where that stays open. */
export function waveOfYear(waves: readonly Wave[], year: string, titles: readonly string[]): string | null {
	const own = waves.filter((wave) => wave.schoolYear === year);
	if (own.length < 2) return own[0]?.id ?? null;
	const half = halfNamed(titles);
	const found = half === null ? undefined : half === 'start' ? own[0] : own.at(-1);
	return found?.id ?? null;
}

/** What a file's name and titles say about its wave: a school year, or the two a calendar year may mean. */
export function yearsNamed(titles: readonly string[]): { certain: string | null; possible: string[] } {
	for (const title of titles) {
		const year = schoolYearIn(title);
		if (year !== null) return { certain: year, possible: [year] };
	}
	for (const title of titles) {
		const year = calendarYearIn(title);
		if (year !== null) {
			return {
				certain: null,
				possible: [`${String(year - 1)}-${String(year)}`, `${String(year)}-${String(year + 1)}`]
			};
		}
	}
	return { certain: null, possible: [] };
}

/** Waves that a file's name or titles name as a word of their own: id («w2») or stage («II»). */
export function waveInTitles(waves: readonly Wave[], titles: readonly string[]): string | null {
	const words = new Set(
		titles.flatMap((title) => title.split(/[\s_.,()\-–—/]+/)).map((word) => word.toLowerCase())
	);
	const named = waves.filter(
		(wave) =>
			words.has(wave.id.toLowerCase()) || (wave.stage.length > 1 && words.has(wave.stage.toLowerCase()))
	);
	return named.length === 1 ? (named[0]?.id ?? null) : null;
}
