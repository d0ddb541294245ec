import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { coefficients, coefficientsByGroup } from './coefficient/coefficient';
import type { Counts } from './counts';
import { coverage } from './coverage/coverage';
import { keptPerCounts } from './kept';
import { reliabilities } from './reliability/reliability';
import { wholeMeans } from './methods-compared/whole-means';
import { ResultList } from './result-list';
import { satisfaction, satisfactionByGroup } from './satisfaction/satisfaction';
import type { SurveyView } from './survey-view';

const kept = keptPerCounts<readonly Result[]>();

/** Keeps what is computed from everyone's answers; what is narrowed to a group or module is computed anew. */
function once(
	view: SurveyView,
	counts: Counts,
	project: Project,
	key: string,
	compute: (list: ResultList) => void
) {
	const made = () => {
		const results = new ResultList(project);
		compute(results);
		return results.rows;
	};
	if (view.filter || view.scope.kind !== 'all') return made();
	return kept(counts, project, `${view.q.instrument.id} ${key}`, made);
}

/** Everything one wave says by itself: satisfaction, У, block scores, coverage, reliability. */
export function levelResults(
	view: SurveyView,
	counts: Counts,
	project: Project,
	wave: string
): readonly Result[] {
	return once(view, counts, project, `level ${wave}`, (results) => {
		satisfaction(view, wave, results);
		coefficients(view, wave, results);
		wholeMeans(view, wave, results);
		coverage(view, counts, wave, results);
		reliabilities(view, counts, wave, results);
	});
}

/** The same by group of each kind, for the wave that is looked at; nothing while a group is chosen. */
export function groupResults(
	view: SurveyView,
	counts: Counts,
	project: Project,
	wave: string
): readonly Result[] {
	if (view.filter) return [];
	return once(view, counts, project, `groups ${wave}`, (results) => {
		satisfactionByGroup(view, wave, results);
		coefficientsByGroup(view, wave, results);
	});
}
