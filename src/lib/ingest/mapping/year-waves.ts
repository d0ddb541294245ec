import type { Project, Source, Wave } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { textIn } from '$lib/model/text';
import { halfNamed } from '$lib/ingest/vocabulary/halves';
import { schoolYearRange } from '$lib/ingest/vocabulary/school-years';
import { ask, type Draft } from './draft';
import { profileFile } from './profile';
import { fileDates } from './waves';

/** Days without a questionnaire between two measurements of one school year. */
const GAP_DAYS = 60;
const LEAST_ROWS = 5;
const LEAST_SHARE = 0.1;
const DAY = 86_400_000;

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** Questionnaires of one instrument in one wave: rows per day, and what their names say. */
interface Asked {
	source: Source;
	days: Map<string, number>;
	half: 'start' | 'end' | null;
}

/** Two readings of a wave: where the second measurement would begin, and what speaks for it. */
interface Split {
	cut: string;
	first: string;
	second: string;
}

/** Files of a wave: the questionnaires of one instrument, or all questionnaires and ratings. */
function askedIn(draft: Draft, files: readonly ReadFile[], instrument: string | null, wave: Wave): Asked[] {
	return draft.project.sources.flatMap((source) => {
		const file = files.find(({ sha256 }) => sha256 === source.sha256);
		if (!file || source.wave === null || source.instrument === null) return [];
		if (instrument !== null && (source.kind !== 'survey' || source.instrument !== instrument)) return [];
		if (typeof source.wave === 'string' && source.wave !== wave.id) return [];
		const profile = profileFile(file);
		const dated = source.columns.find(({ role }) => role === 'timestamp' || role === 'date');
		const all = dated
			? fileDates(profile, dated.index, source.answers.dayFirst ?? true).days
			: new Map<string, number>();
		const days = new Map([...all].filter(([day]) => wave.from <= day && day <= wave.to));
		if (typeof source.wave !== 'string' && days.size === 0) return [];
		return [{ source, days, half: halfNamed(profile.titles) }];
	});
}

function byDates(asked: readonly Asked[]): Split | null {
	const rows = new Map<number, number>();
	for (const { days } of asked)
		for (const [day, times] of days) rows.set(dayNumber(day), (rows.get(dayNumber(day)) ?? 0) + times);
	const days = [...rows.keys()].sort((a, b) => a - b);
	const total = [...rows.values()].reduce((sum, times) => sum + times, 0);
	const least = Math.max(LEAST_ROWS, total * LEAST_SHARE);
	let before = 0;
	let best: { from: number; to: number } | null = null;
	for (const [at, day] of days.entries()) {
		const next = days[at + 1];
		before += rows.get(day) ?? 0;
		if (next === undefined || next - day < GAP_DAYS || before < least || total - before < least) continue;
		if (!best || next - day > best.to - best.from) best = { from: day, to: next };
	}
	if (!best) return null;
	const { from, to } = best;
	const cut = dateOf(Math.ceil((from + to) / 2));
	const period = (first: number | undefined, last: number | undefined) =>
		first === undefined || last === undefined ? '' : `${dateOf(first)} – ${dateOf(last)}`;
	return {
		cut,
		first: period(days[0], from),
		second: period(to, days.at(-1))
	};
}

function byNames(asked: readonly Asked[], wave: Wave): Split | null {
	const start = asked.filter(({ half }) => half === 'start');
	const end = asked.filter(({ half }) => half === 'end');
	if (start.length === 0 || end.length === 0) return null;
	const names = (some: readonly Asked[]) => some.map(({ source }) => source.name).join(', ');
	return {
		cut: `${wave.to.slice(0, 4)}-02-01`,
		first: names(start),
		second: names(end)
	};
}

/** Files that would belong to the second measurement, wholly or in part. */
function laterFiles(asked: readonly Asked[], cut: string): string[] {
	return asked
		.filter(({ days, half }) => (days.size > 0 ? [...days.keys()].some((day) => day >= cut) : half === 'end'))
		.map(({ source }) => source.sha256);
}

/** Asks whether a school year held two measurements, where the dates or names of one questionnaire's files part in two; one is taken meanwhile. */
export function askYearWaves(draft: Draft, files: readonly ReadFile[], fresh: ReadonlySet<string>): void {
	const { project } = draft;
	for (const wave of project.waves) {
		const { from, to } = schoolYearRange(wave.schoolYear);
		if (wave.from !== from || wave.to !== to) continue;
		for (const instrument of project.instruments) {
			const asked = askedIn(draft, files, instrument.id, wave);
			if (!asked.some(({ source }) => fresh.has(source.sha256))) continue;
			const split = byDates(asked) ?? byNames(asked, wave);
			if (!split) continue;
			ask(draft, {
				id: `year_waves:${wave.id}`,
				source: asked.find(({ source }) => fresh.has(source.sha256))?.source.sha256 ?? null,
				code: 'year_waves',
				params: {
					wave: wave.id,
					year: wave.schoolYear.replace('-', '–'),
					title: textIn(instrument.title, project.language),
					cut: split.cut,
					first: split.first,
					second: split.second,
					later: laterFiles(askedIn(draft, files, null, wave), split.cut).join(',')
				},
				options: ['one', 'two'].map((value) => ({ value, label: `year_waves_${value}` })),
				assumed: 'one'
			});
			break;
		}
	}
}

const HALVES = {
	first: { kk: 'басы', ru: 'начало', en: 'start' },
	second: { kk: 'соңы', ru: 'конец', en: 'end' }
} as const;

function labelled(wave: Wave, half: keyof typeof HALVES): Wave['label'] {
	const label = { ...wave.label };
	for (const language of ['kk', 'ru', 'en'] as const)
		if (label[language] !== undefined) label[language] = `${label[language]}, ${HALVES[half][language]}`;
	return label;
}

function unlabelled(wave: Wave): Wave['label'] {
	const label = { ...wave.label };
	for (const language of ['kk', 'ru', 'en'] as const)
		label[language] = label[language]?.replace(`, ${HALVES.first[language]}`, '');
	return label;
}

const versionsOf = (project: Project) =>
	project.instruments.flatMap(({ items }) => items.flatMap(({ versions }) => versions));

/** Takes a split wave's second half back into the first. */
export function joinYearWaves(project: Project, waveId: string, cut: string): void {
	const wave = project.waves.find(({ id }) => id === waveId);
	const second = project.waves.find((one) => one.from === cut && one.schoolYear === wave?.schoolYear);
	if (!wave || !second || second === wave) return;
	wave.to = second.to;
	wave.label = unlabelled(wave);
	for (const source of project.sources) if (source.wave === second.id) source.wave = wave.id;
	for (const version of versionsOf(project)) {
		if (!version.waves.includes(second.id)) continue;
		version.waves = [...new Set(version.waves.map((id) => (id === second.id ? wave.id : id)))];
	}
	for (const population of project.populations) if (population.wave === second.id) population.wave = wave.id;
	project.waves = project.waves.filter((one) => one !== second);
}

/** Parts a wave in two at `cut`; files named in `later` belong to the second, rows with dates follow their dates. */
export function splitYearWave(project: Project, waveId: string, cut: string, later: readonly string[]): void {
	const at = project.waves.findIndex(({ id }) => id === waveId);
	const wave = project.waves[at];
	if (!wave || wave.from >= cut || cut > wave.to) return;
	let number = project.waves.length + 1;
	while (project.waves.some(({ id }) => id === `w${String(number)}`)) number += 1;
	const second: Wave = {
		...structuredClone(wave),
		id: `w${String(number)}`,
		from: cut,
		label: labelled(wave, 'second'),
		baseline: false
	};
	wave.to = dateOf(dayNumber(cut) - 1);
	wave.label = labelled(wave, 'first');
	project.waves.splice(at + 1, 0, second);
	for (const source of project.sources) {
		if (!later.includes(source.sha256)) continue;
		if (source.wave === wave.id) source.wave = second.id;
		const items = new Set(source.columns.map(({ item }) => item));
		const instrument = project.instruments.find(({ id }) => id === source.instrument);
		for (const item of instrument?.items ?? []) {
			if (!items.has(item.id)) continue;
			for (const version of item.versions)
				if (version.waves.includes(wave.id) && !version.waves.includes(second.id))
					version.waves.push(second.id);
		}
	}
}
