import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Project } from '$lib/model/project';
import type { Counts } from '../counts';
import { keptPerCounts } from '../kept';
import { ResultList } from '../result-list';
import { narrowed } from '../result-row';
import { isGroupOfStaff, staffFilter } from '../staff-filter';
import { attributeMoves } from './attribute-moves';
import { courseOf } from './course';
import { doseGrowth } from './dose';
import { groupGrowth, teacherGrowth } from './growth';
import { raters } from './raters';
import { sheetsOf, type Sheets } from './sheets';

const kept = keptPerCounts<readonly Result[]>();

/** Keeps what is about everyone; what is about chosen groups is computed anew. */
function once(
	counts: Counts,
	project: Project,
	selection: Selection,
	key: string,
	compute: (list: ResultList) => void
) {
	const made = () => {
		const results = new ResultList(project);
		compute(results);
		return results.rows;
	};
	return Object.keys(selection.groups).length > 0
		? made()
		: kept(counts, project, `${key} ${selection.module ?? ''}`, made);
}

/** Nothing where the chosen group is none of staff; else ratings of every wave, growth between the two waves compared, and how categories and course levels moved. */
export function growthResults(
	counts: Counts,
	project: Project,
	selection: Selection,
	wave: string | null,
	against: string | null
): Result[] {
	if (!isGroupOfStaff(counts, selection)) return [];
	const rated = ratingResults(counts, project, selection, wave, against);
	if (wave === null || against === null) return rated;
	const moves = once(counts, project, selection, `moves ${wave} ${against}`, (results) =>
		attributeMoves(counts, selection, wave, against, results)
	);
	return [...rated, ...moves];
}

function ratingResults(
	counts: Counts,
	project: Project,
	selection: Selection,
	wave: string | null,
	against: string | null
): Result[] {
	return sheetsOf(counts, project).flatMap((sheets) => {
		const { id, audience } = sheets.q.instrument;
		const filter = staffFilter(counts, selection, sheets);
		const dimensions = { instrument: id, audience, ...narrowed(selection.groups, selection.module) };
		const levels = sheets.waves.flatMap((each) =>
			once(counts, project, selection, `${id} ${each}`, (results) => {
				const chosen = (person: string) => filter(each, person);
				raters({ sheets, wave: each, chosen, dimensions, module: selection.module }, results);
			})
		);
		if (wave === null || against === null) return levels;
		const changes = once(counts, project, selection, `${id} ${wave} ${against}`, (results) => {
			const frame = { sheets, wave, against, chosen: (person: string) => filter(wave, person), dimensions };
			const between = wavesBetween(project, wave, against);
			for (const rater of ratersInBoth(sheets, wave, against)) {
				const course = courseOf(sheets, counts, project, rater, wave, against, selection.module);
				if (!course) continue;
				teacherGrowth(frame, course, results);
				groupGrowth(frame, course, counts, results);
				doseGrowth(frame, course, counts.attendance, between, results);
			}
		});
		return [...levels, ...changes];
	});
}

function ratersInBoth(sheets: Sheets, wave: string, against: string) {
	return sheets.raters(wave).filter((rater) => sheets.raters(against).includes(rater));
}

/** The waves after the earlier one up to the later one. */
function wavesBetween(project: Project, wave: string, against: string): string[] {
	const order = project.waves.map(({ id }) => id);
	return order.slice(order.indexOf(against) + 1, order.indexOf(wave) + 1);
}
