import type { Audience, Project } from '$lib/model/project';
import type { Counts } from './counts';
import { splitGroupKey } from './sql-text';

/** What a filter can be set to, as far as the data reach. */
export interface Choices {
	audiences: Audience[];
	modules: number[];
	/** Values per group kind, in no order; the kinds in the order in which they are offered. */
	groups: { kind: string; values: string[] }[];
}

const OFFERED = ['department', 'mentor', 'class'];

/** Audiences, modules and group values that occur in the counts: departments and mentors of the roster, groups of the questionnaires. */
export function choices(counts: Counts, project: Project): Choices {
	const values = new Map<string, Set<string>>(OFFERED.map((kind) => [kind, new Set<string>()]));
	for (const { kind, value } of counts.members) values.get(kind)?.add(value);
	for (const { instrument, groups } of counts.returned) {
		const kinds = counts.responses.find((table) => table.instrument === instrument)?.groups ?? [];
		const read = splitGroupKey(groups);
		kinds.forEach((kind, index) => {
			const value = read[index];
			if (value) values.get(kind)?.add(value);
		});
	}
	const instruments = project.instruments.filter(({ id }) =>
		counts.responses.some(({ instrument }) => instrument === id)
	);
	const surveys = instruments.filter(({ kind }) => kind === 'survey');
	const modules = instruments
		.flatMap(({ items }) => items.map(({ module }) => module))
		.filter((module) => module !== null);
	return {
		audiences: [...new Set(surveys.map(({ audience }) => audience))],
		modules: [...new Set(modules)].sort((a, b) => a - b),
		groups: [...values]
			.filter(([, found]) => found.size > 1)
			.map(([kind, found]) => ({ kind, values: [...found] }))
	};
}
