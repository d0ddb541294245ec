import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { populationOf } from '../coverage/coverage';
import { keptPerCounts } from '../kept';
import { ResultList } from '../result-list';
import { staffFilter } from '../staff-filter';
import { achievementCounts, participation, planFact } from './participation';

const kept = keptPerCounts<readonly Result[]>();

/** Participation, achievements and the plan of every wave, of the chosen staff. */
export function participationResults(
	counts: Counts,
	project: Project,
	selection: Selection,
	waves: readonly string[]
): readonly Result[] {
	const [group, ...more] = Object.entries(selection.groups);
	const compute = () => {
		const results = new ResultList(project);
		const chosen = staffFilter(counts, selection);
		const part = group ? { kind: group[0], value: group[1] } : null;
		for (const wave of waves) {
			const staff = more.length > 0 ? null : populationOf(counts, 'teacher', wave, part);
			participation(counts, wave, staff, chosen, selection, results);
			achievementCounts(counts, wave, chosen, selection, results);
			planFact(counts, wave, results);
		}
		return results.rows;
	};
	return group ? compute() : kept(counts, project, `${selection.module ?? ''}`, compute);
}
