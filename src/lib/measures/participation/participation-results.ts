import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { populationOf } from '../coverage/coverage';
import { keptPerCounts } from '../kept';
import { ResultList } from '../result-list';
import { narrowed } from '../result-row';
import { isGroupOfStaff, staffFilter, type StaffFilter } from '../staff-filter';
import { highestLevels } from './highest-level';
import { moduleProfile } from './module-profile';
import { achievementCounts, participation, planFact } from './participation';
import { monthlySeries } from './series';

const kept = keptPerCounts<readonly Result[]>();

/** Participation, achievements and the plan of every wave, of the chosen staff; the plan alone where the group is none of staff. */
export function participationResults(
	counts: Counts,
	project: Project,
	selection: Selection,
	waves: readonly string[]
): readonly Result[] {
	const [group, ...more] = Object.entries(selection.groups);
	const compute = () => {
		const results = new ResultList(project);
		const ofStaff = isGroupOfStaff(counts, selection);
		const chosen = staffFilter(counts, selection);
		const part = group ? { kind: group[0], value: group[1] } : null;
		for (const wave of waves) {
			const staff = more.length > 0 ? null : populationOf(counts, 'teacher', wave, part);
			planFact(counts, wave, results);
			if (!ofStaff) continue;
			participation(counts, wave, staff, chosen, selection, results);
			achievementCounts(counts, wave, chosen, selection, results);
			highest(counts, wave, chosen, selection, results);
			moduleProfile(counts, wave, selection, results);
		}
		if (ofStaff) monthlySeries(counts, chosen, selection, results);
		return results.rows;
	};
	return group ? compute() : kept(counts, project, `${selection.module ?? ''}`, compute);
}

/** The highest level each of the chosen reached, by taking part and by achievement. */
function highest(
	counts: Counts,
	wave: string,
	chosen: StaffFilter,
	{ module, groups }: Selection,
	results: ResultList
): void {
	const named = { wave, ...narrowed(groups, module) };
	const own = (row: { wave: string; module: number | null }) =>
		row.wave === wave && (module === null || row.module === module);
	const attended = counts.attendance.filter(
		(row) => own(row) && chosen(wave, row.person, { department: row.department, mentor: row.mentor })
	);
	const achieved = counts.achievements.filter(
		(row) => own(row) && row.person !== null && chosen(wave, row.person, { department: row.department })
	);
	highestLevels('participation_highest', attended, named, results);
	highestLevels('achievements_highest', achieved, named, results);
}
