import type { Column, Source, SourceKind } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { ask, questionId, type Draft } from './draft';
import { layoutOf, recogniseKind, type Recognition } from './kinds';
import { isOneOfSheets } from './personal';
import type { FileProfile } from './profile';
import { statedRoles } from './stated';
import { timeColumns } from './survey-columns';
import {
	addWaves,
	fileDates,
	schoolYearsOf,
	waveInTitles,
	waveNamed,
	waveOfYear,
	wavesOfDates,
	yearsNamed,
	type FileDates
} from './waves';

/** A file on its way through the proposal. */
export interface Pending {
	profile: FileProfile;
	source: Source;
	recognition: Recognition;
	dates: FileDates | null;
	waveColumn: number | null;
}

/** What a file is: as the user said, else as its columns say; asked where two kinds fit. */
export function recognised(draft: Draft, profile: FileProfile, source: Source): Recognition {
	const { sha256, name } = profile.file;
	const found = recogniseKind(profile);
	const stated = source.kind ?? (draft.answers[questionId('kind', sha256)] as SourceKind | undefined);
	if (stated) return { kind: stated, stated: layoutOf(profile, stated), certain: true };
	if (found.certain) return found;
	ask(draft, {
		id: questionId('kind', sha256),
		source: sha256,
		code: 'kind',
		params: { name },
		options: ['survey', 'rating'].map((value) => ({ value, label: `kind_${value}` })),
		assumed: found.kind
	});
	return found;
}

/** Columns of a file that say when its rows were made, or which wave they belong to. */
export function timesOf(
	profile: FileProfile,
	recognition: Recognition
): { date: number | null; wave: number | null } {
	if (recognition.kind === 'survey') return timeColumns(profile);
	if (recognition.stated === null) return { date: null, wave: null };
	const columns = statedRoles(profile, recognition.stated);
	const at = (role: string) => columns.find((column) => column.role === role)?.index ?? null;
	return { date: at('date'), wave: at('wave') };
}

/** Dates of a file's rows; the order of day and month is asked where no value decides it. */
export function readDates(draft: Draft, profile: FileProfile, source: Source, column: number): FileDates {
	const { sha256, name } = profile.file;
	const id = questionId('day_first', sha256);
	const answer = draft.answers[id];
	const decided = source.answers.dayFirst ?? (answer === undefined ? null : answer === 'day_first');
	const dates = fileDates(profile, column, decided);
	if (dates.ambiguous) {
		const example = [...(profile.columns[column]?.distinct.keys() ?? [])][0] ?? '';
		ask(draft, {
			id,
			source: sha256,
			code: 'day_first',
			params: { name, example },
			options: ['day_first', 'month_first'].map((value) => ({ value, label: value })),
			assumed: 'day_first'
		});
	}
	return dates;
}

const WAVE_KINDS: SourceKind[] = ['survey', 'rating'];

/** Gives a project without waves one per school year of its questionnaires and ratings, else of its events. */
export function proposeWaves(draft: Draft, pending: readonly Pending[]): void {
	if (draft.project.waves.length > 0) return;
	const years = (kinds: readonly SourceKind[]) =>
		pending
			.filter(({ recognition }) => kinds.includes(recognition.kind))
			.flatMap(({ dates, profile }) => {
				if (dates && dates.days.size > 0) return schoolYearsOf(dates.days);
				const answer = draft.answers[questionId('wave', profile.file.sha256)];
				const named = yearsNamed(profile.titles);
				return [answer ?? named.certain ?? named.possible[0]].filter(
					(year) => year !== undefined && /^\d{4}-\d{4}$/.test(year)
				);
			})
			.filter((year) => year !== undefined);
	const asked = years(WAVE_KINDS);
	addWaves(draft.project, asked.length > 0 ? asked : years(['attendance', 'register', 'achievements']));
}

/** Asks about a file whose dates lie in no wave of the project: a new measurement is never added unasked. */
function askWaveOutside(
	draft: Draft,
	{ profile }: Pending,
	dates: FileDates
): { wave: Source['wave']; waves: string[] } {
	const { waves } = draft.project;
	const { sha256, name } = profile.file;
	const years = schoolYearsOf(dates.days);
	const value = ask(draft, {
		id: questionId('wave', sha256),
		source: sha256,
		code: 'wave',
		params: { name, years: years.join(', ') },
		options: [...years.map((year) => ({ value: year, label: year })), ...waveChoices(waves)],
		assumed: null
	});
	const wave = value === null ? null : waveNamed(waves, value);
	return wave === null ? { wave: null, waves: [] } : { wave, waves: [wave] };
}

const waveChoices = (waves: Draft['project']['waves']) =>
	waves.map((wave) => ({ value: wave.id, label: `${wave.stage} · ${wave.schoolYear}` }));

/** Decides the wave of a file: by its dates row by row, by a column that names it, by its name, else it is asked. */
export function decideWave(draft: Draft, pending: Pending): { wave: Source['wave']; waves: string[] } {
	const { profile, source, dates } = pending;
	const { waves } = draft.project;
	const { sha256, name } = profile.file;
	const id = questionId('wave', sha256);
	const answer = typeof source.wave === 'string' ? source.wave : source.wave ? undefined : draft.answers[id];
	const chosen = answer === undefined ? null : waveNamed(waves, answer);
	if (chosen !== null) return { wave: chosen, waves: [chosen] };
	if (dates && dates.days.size > 0) {
		const covered = wavesOfDates(waves, dates.days);
		if (covered.length > 0) return { wave: { column: dates.column }, waves: covered };
		return askWaveOutside(draft, pending, dates);
	}
	if (pending.waveColumn !== null) {
		const named = [...(profile.columns[pending.waveColumn]?.distinct.keys() ?? [])].map((text) =>
			waveNamed(waves, text)
		);
		const known = waves.map((wave) => wave.id).filter((wave) => named.includes(wave));
		if (known.length > 0) return { wave: { column: pending.waveColumn }, waves: known };
	}
	const years = yearsNamed(profile.titles);
	const certain =
		(years.certain === null ? null : waveOfYear(waves, years.certain, profile.titles)) ??
		waveInTitles(waves, profile.titles);
	if (certain !== null) return { wave: certain, waves: [certain] };
	const possible = years.possible.map((year) => waveNamed(waves, year)).find((wave) => wave !== null) ?? null;
	const assumed = ask(draft, {
		id,
		source: sha256,
		code: 'wave',
		params: { name },
		options:
			waves.length > 0 ? waveChoices(waves) : years.possible.map((year) => ({ value: year, label: year })),
		assumed: possible
	});
	const assumedWave = assumed === null ? null : waveNamed(waves, assumed);
	return assumedWave === null ? { wave: null, waves: [] } : { wave: assumedWave, waves: [assumedWave] };
}

/** Who rated, where no column says so: by the file's name and titles, else it is asked. */
export function decideRater(draft: Draft, pending: Pending, columns: readonly Column[]): Source['rater'] {
	const { profile, source } = pending;
	if (columns.some((column) => column.role === 'rater-kind')) return null;
	const { sha256, name } = profile.file;
	const id = questionId('rater', sha256);
	const stated = source.rater ?? draft.answers[id];
	const words = profile.titles
		.flatMap((title) => title.split(/[\s_.,()]+/))
		.map((word) => codeOf(RATER_WORDS, word));
	const named = words.find((rater) => rater !== null) ?? null;
	if (stated) return codeOf(RATER_WORDS, stated);
	const answer = ask(draft, {
		id,
		source: sha256,
		code: 'rater',
		params: { name },
		options: ['self', 'mentor', 'administration'].map((value) => ({ value, label: `rater_${value}` })),
		assumed: named
	});
	return answer === null ? null : codeOf(RATER_WORDS, answer);
}

/** What a reading asks that the mapping asks in its own words. */
const ASKED_BY_MAPPING: ReadonlySet<string> = new Set(['ambiguous-dates', 'mark-language', 'homoglyphs']);

/** What a reading leaves open about the file as a whole. */
const ASKED_BY_READING: ReadonlySet<string> = new Set([
	'encoding-unsure',
	'mojibake',
	'dialect-unsure',
	'double-encoded',
	'no-header',
	'several-tables'
]);

/** Asks which sheet of a workbook is meant where several hold a table, or where the one that was meant is not there. */
function askSheet(draft: Draft, { sha256, name, reading }: ReadFile): void {
	const missing = reading.issues.find(({ code }) => code === 'sheet-missing');
	ask(draft, {
		id: questionId('sheet', sha256),
		source: sha256,
		code: 'sheet',
		params: { name, ...(missing ? { wanted: missing.params.wanted ?? '' } : {}) },
		options: reading.sheets
			.filter((sheet) => sheet.rows > 0 && (!sheet.hidden || sheet.name === reading.sheet))
			.map((sheet) => ({ value: sheet.name, label: sheet.name })),
		assumed: reading.sheet
	});
}

/** Asks about a file whose reading is in doubt, unless the mapping asks that itself. */
export function askReading(draft: Draft, file: ReadFile): void {
	const asked = (codes: ReadonlySet<string>) => file.reading.issues.filter(({ code }) => codes.has(code));
	const sheetOpen = isOneOfSheets(file.reading);
	if (sheetOpen) askSheet(draft, file);
	const open = asked(ASKED_BY_READING);
	if (open.length === 0 && (sheetOpen || asked(ASKED_BY_MAPPING).length > 0)) return;
	ask(draft, {
		id: questionId('reading', file.sha256),
		source: file.sha256,
		code: 'reading',
		params: { name: file.name, issues: open.map((issue) => issue.code).join(', ') },
		options: [{ value: 'accept', label: 'accept' }],
		assumed: file.reading.status === 'ask' ? 'accept' : null
	});
}
