import type { Instrument, Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { dropUnusedScale } from './decided';
import { profileFile } from './profile';
import { fileDates, waveNamed, wavesOfDates } from './waves';

/** Waves the rows of a source lie in; null where its file is not at hand. */
function wavesCovered(project: Project, source: Source, files: readonly ReadFile[]): string[] | null {
	const { wave } = source;
	if (wave === null) return [];
	if (typeof wave === 'string') return [wave];
	const file = files.find(({ sha256 }) => sha256 === source.sha256);
	if (!file) return null;
	const profile = profileFile(file);
	const role = source.columns.find(({ index }) => index === wave.column)?.role;
	if (role === 'wave') {
		const names = [...(profile.columns[wave.column]?.distinct.keys() ?? [])];
		return names.map((name) => waveNamed(project.waves, name)).filter((id) => id !== null);
	}
	return wavesOfDates(project.waves, fileDates(profile, wave.column, source.answers.dayFirst).days);
}

/** Every wave some source lies in; null where that cannot be told. */
function allCovered(
	project: Project,
	sources: readonly Source[],
	files: readonly ReadFile[]
): Set<string> | null {
	const covered = new Set<string>();
	for (const source of sources) {
		const waves = wavesCovered(project, source, files);
		if (waves === null) return null;
		for (const wave of waves) covered.add(wave);
	}
	return covered;
}

function dropInstrument(project: Project, instrument: Instrument): void {
	project.instruments = project.instruments.filter((known) => known !== instrument);
	const own = (question: string) => question.split(':')[1] === instrument.id;
	if (project.decided)
		project.decided = Object.fromEntries(Object.entries(project.decided).filter(([id]) => !own(id)));
	if (project.open) project.open = project.open.filter(({ params }) => params.instrument !== instrument.id);
}

/** Takes out an instrument Olshem had proposed where no source asks it any more, with the scales it alone used. */
export function dropOrphan(project: Project, id: string | null): void {
	const instrument = project.instruments.find((known) => known.id === id);
	const referred =
		project.sources.some((source) => source.instrument === id) ||
		project.indicators.some((indicator) => indicator.instrument === id);
	if (!instrument?.proposed || referred) return;
	dropInstrument(project, instrument);
	for (const scale of [...project.scales]) if (scale.proposed) dropUnusedScale(project, scale.id);
}

/** Takes the waves that only the removed file was asked in out of an instrument's items, and items nothing asks any more. */
function trimInstrument(
	project: Project,
	instrument: Instrument,
	removed: readonly string[],
	files: readonly ReadFile[]
): void {
	const others = project.sources.filter((source) => source.instrument === instrument.id);
	const covered = allCovered(project, others, files);
	if (!covered) return;
	const gone = new Set(
		removed.filter((id) => {
			const wave = project.waves.find((known) => known.id === id);
			return !covered.has(id) && (instrument.proposed === true || wave?.proposed === true);
		})
	);
	const used = new Set(others.flatMap(({ columns }) => columns.map(({ item }) => item)));
	for (const item of instrument.items)
		for (const version of item.versions) version.waves = version.waves.filter((wave) => !gone.has(wave));
	instrument.items = instrument.items.filter((item) => {
		if (item.versions.every(({ waves }) => waves.length > 0)) return true;
		const left = item.versions.filter(({ waves }) => waves.length > 0);
		if (left.length > 0) item.versions = left;
		return left.length > 0 || used.has(item.id);
	});
}

function dropWaves(project: Project, removed: readonly string[], files: readonly ReadFile[]): void {
	const covered = allCovered(project, project.sources, files);
	if (!covered) return;
	const referred = new Set([
		...covered,
		...project.populations.map(({ wave }) => wave),
		...project.indicators.map(({ period }) => period),
		...project.instruments.flatMap(({ items }) =>
			items.flatMap(({ versions }) => versions.flatMap(({ waves }) => waves))
		)
	]);
	project.waves = project.waves.filter(
		(wave) =>
			!removed.includes(wave.id) ||
			wave.proposed !== true ||
			referred.has(wave.id) ||
			referred.has(wave.schoolYear)
	);
	const [first] = project.waves;
	if (first?.proposed && !project.waves.some(({ baseline }) => baseline)) first.baseline = true;
}

/**
 * Takes back what Olshem had proposed for a file that was never confirmed and is gone now: its instrument, items,
 * waves and scales, as far as nothing else refers to them. What the user confirmed or typed stays. `project` is the
 * one without the source, and is changed.
 */
export function takeBack(project: Project, removed: Source, files: readonly ReadFile[]): void {
	if (removed.confirmed) return;
	const waves = wavesCovered(project, removed, files) ?? [];
	const instrument = project.instruments.find(({ id }) => id === removed.instrument);
	dropOrphan(project, removed.instrument);
	if (instrument && project.instruments.includes(instrument))
		trimInstrument(project, instrument, waves, files);
	dropWaves(project, waves, files);
	for (const { id, proposed } of [...project.scales]) if (proposed) dropUnusedScale(project, id);
}

/** Makes what a confirmed source rests on the user's own: its instrument, scales and waves stay whatever happens to the file. */
export function keepWithSource(project: Project, source: Source): void {
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	const items = new Set(source.columns.map(({ item }) => item));
	const versions = (instrument?.items ?? [])
		.filter(({ id }) => items.has(id))
		.flatMap((item) => item.versions);
	const scales = new Set(versions.map(({ scale }) => scale));
	const waves = new Set([source.wave, ...versions.flatMap((version) => version.waves)]);
	if (instrument) delete instrument.proposed;
	for (const scale of project.scales) if (scales.has(scale.id)) delete scale.proposed;
	for (const wave of project.waves) if (waves.has(wave.id)) delete wave.proposed;
}
