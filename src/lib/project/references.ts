import type { Project } from '$lib/model/project';
import type { ProjectFailure } from './failure';

/** A mention of something by its identifier: where it stands, what it says, and what there is to mean. */
interface Mention {
	path: string;
	id: string;
	among: Set<string>;
}

/** The first identifier that stands twice or names nothing; null where every one names exactly one thing. */
export function checkReferences(project: Project): ProjectFailure | null {
	for (const { path, ids } of declarations(project)) {
		const index = ids.findIndex((id, at) => ids.indexOf(id) !== at);
		if (index >= 0) return { code: 'duplicate_id', path: `${path}[${index}]`, id: ids[index] ?? '' };
	}
	const broken = mentions(project).find(({ id, among }) => !among.has(id));
	return broken ? { code: 'unknown_id', path: broken.path, id: broken.id } : null;
}

function declarations(project: Project): { path: string; ids: string[] }[] {
	const idsOf = (things: { id: string }[]) => things.map((thing) => thing.id);
	return [
		{ path: 'waves', ids: idsOf(project.waves) },
		{ path: 'scales', ids: idsOf(project.scales) },
		{ path: 'instruments', ids: idsOf(project.instruments) },
		{ path: 'methods', ids: project.methods.map((method) => `${method.id}@${method.version}`) },
		{ path: 'sources', ids: project.sources.map((source) => source.sha256) },
		...project.instruments.map(({ items }, index) => ({
			path: `instruments[${index}].items`,
			ids: idsOf(items)
		}))
	];
}

function mentions(project: Project): Mention[] {
	const waves = new Set(project.waves.map((wave) => wave.id));
	const scales = new Set(project.scales.map((scale) => scale.id));
	const instruments = new Set(project.instruments.map((instrument) => instrument.id));
	const found: Mention[] = [];
	const mention = (path: string, id: string | null, among: Set<string>) => {
		if (id !== null) found.push({ path, id, among });
	};
	project.instruments.forEach((instrument, i) =>
		instrument.items.forEach((item, j) =>
			item.versions.forEach((version, k) => {
				const path = `instruments[${i}].items[${j}].versions[${k}]`;
				mention(`${path}.scale`, version.scale, scales);
				version.waves.forEach((wave, at) => mention(`${path}.waves[${at}]`, wave, waves));
			})
		)
	);
	project.populations.forEach((population, i) => mention(`populations[${i}].wave`, population.wave, waves));
	project.sources.forEach((source, i) => {
		mention(`sources[${i}].instrument`, source.instrument, instruments);
		if (typeof source.wave === 'string') mention(`sources[${i}].wave`, source.wave, waves);
	});
	return found;
}
