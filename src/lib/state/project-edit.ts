import { EXPECTED_RESULTS, type Project, type Source, type Wave } from '$lib/model/project';

/** Lists of a project that are typed in the page. */
export type TypedList = 'waves' | 'indicators' | 'populations' | 'plan' | 'expected';

export type Row<L extends TypedList> = NonNullable<Project[L]>[number];

/** The rows of a list; a project that says nothing of expected results has the six of the programme. */
export function rowsOf<L extends TypedList>(project: Project, list: L): Row<L>[] {
	const rows: Row<TypedList>[] = project[list] ?? EXPECTED_RESULTS.map((id) => ({ id, indicators: [] }));
	return rows as Row<L>[];
}

const byStart = (a: Wave, b: Wave) => a.from.localeCompare(b.from);

function withWaves(project: Project, waves: Wave[]): Project {
	return { ...project, waves: waves.toSorted(byStart) };
}

function placed<T>(rows: readonly T[], index: number | null, row: T): T[] {
	return index === null ? [...rows, row] : rows.map((old, at) => (at === index ? row : old));
}

/** The project with a row put at `index` of a list, or added at its end where `index` is null. A project has one baseline wave. */
export function putRow<L extends TypedList>(
	project: Project,
	list: L,
	index: number | null,
	row: Row<L>
): Project {
	if (list !== 'waves') return { ...project, [list]: placed<Row<L>>(rowsOf(project, list), index, row) };
	const wave = row as Wave;
	const waves = placed(project.waves, index, wave);
	return withWaves(
		project,
		wave.baseline ? waves.map((other) => ({ ...other, baseline: other.id === wave.id })) : waves
	);
}

/** The project without the row at `index` of a list. */
export function dropRow(project: Project, list: TypedList, index: number): Project {
	return { ...project, [list]: rowsOf(project, list).filter((_, at) => at !== index) };
}

/** The project with one of its sources changed. */
export function editSource(project: Project, sha256: string, change: Partial<Source>): Project {
	const sources = project.sources.map((source) =>
		source.sha256 === sha256 ? { ...source, ...change } : source
	);
	return { ...project, sources };
}

/** An identifier `w<n>` no wave of the project has. */
export function freshWaveId(project: Project): string {
	const taken = new Set(project.waves.map((wave) => wave.id));
	let number = project.waves.length + 1;
	while (taken.has(`w${number}`)) number += 1;
	return `w${number}`;
}

/** What would lose its wave if the wave went: files, populations and questionnaire versions that name it. */
export function waveUses(
	project: Project,
	wave: string
): { files: number; populations: number; versions: number } {
	const versions = project.instruments
		.flatMap((instrument) => instrument.items)
		.flatMap((item) => item.versions)
		.filter((version) => version.waves.includes(wave));
	return {
		files: project.sources.filter((source) => source.wave === wave).length,
		populations: project.populations.filter((population) => population.wave === wave).length,
		versions: versions.length
	};
}
