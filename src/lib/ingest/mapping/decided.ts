import type { Project } from '$lib/model/project';

/** Notes an answer about an instrument or school year, so that a later file is not asked the same again. */
export function decide(project: Project, question: string, value: string): void {
	project.decided = { ...project.decided, [question]: value };
}

/** Marks what a proposal made as Olshem's own: it goes again with the last unconfirmed file that needs it. */
export function markProposed(project: Project, given: Project): void {
	for (const list of ['waves', 'scales', 'instruments'] as const) {
		const known = new Set(given[list].map(({ id }) => id));
		for (const made of project[list]) if (!known.has(made.id)) made.proposed = true;
	}
}

/** Takes a scale out again where no version of an item uses it. */
export function dropUnusedScale(project: Project, scale: string): void {
	const used = project.instruments.some((instrument) =>
		instrument.items.some((item) => item.versions.some((version) => version.scale === scale))
	);
	if (!used) project.scales = project.scales.filter(({ id }) => id !== scale);
}
