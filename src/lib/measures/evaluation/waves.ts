import type { Project } from '$lib/model/project';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { sheetsOf } from '../growth/sheets';

/** Waves in which somebody answered or was rated. */
function measuredWaves(counts: Counts, project: Project): Set<string> {
	const answered = counts.returned.map(({ wave }) => wave);
	return new Set([...answered, ...sheetsOf(counts, project).flatMap((sheets) => sheets.waves)]);
}

/** Waves about which anything is known. */
export function wavesWithData(counts: Counts, project: Project): string[] {
	const known = measuredWaves(counts, project);
	for (const { wave } of [...counts.attendance, ...counts.achievements, ...counts.activities])
		known.add(wave);
	return project.waves.map(({ id }) => id).filter((id) => known.has(id));
}

/**
 * The wave looked at and the one it is compared with. Unless chosen: the last wave with answers or ratings (else with
 * anything), against the baseline, else the first such wave before it.
 */
export function comparedWaves(counts: Counts, project: Project, selection: Selection) {
	const order = project.waves.map(({ id }) => id);
	const measured = measuredWaves(counts, project);
	const any = wavesWithData(counts, project);
	const wave =
		order.find((id) => id === selection.wave) ??
		order.findLast((id) => measured.has(id)) ??
		any[any.length - 1] ??
		null;
	if (wave === null) return { wave, against: null };
	const earlier = order.slice(0, order.indexOf(wave));
	const candidates = earlier.filter((id) => measured.has(id));
	const against =
		earlier.find((id) => id === selection.against) ??
		candidates.find((id) => project.waves.some((known) => known.id === id && known.baseline)) ??
		candidates[0] ??
		null;
	return { wave, against };
}
