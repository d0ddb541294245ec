import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { coefficients, coefficientsByGroup } from './coefficient/coefficient';
import type { Counts } from './counts';
import { coverage } from './coverage/coverage';
import { reliabilities } from './reliability/reliability';
import { ResultList } from './result-list';
import { satisfaction, satisfactionByGroup } from './satisfaction/satisfaction';
import type { SurveyCounts, SurveyView } from './survey-view';

const kept = new WeakMap<SurveyCounts, Map<string, readonly Result[]>>();

/** Keeps what is computed from everyone's answers: it does not depend on the selection but for the smallest group. */
function once(view: SurveyView, key: string, compute: () => Result[]): readonly Result[] {
	if (view.filter || view.scope.kind !== 'all') return compute();
	const results = kept.get(view.counts) ?? new Map<string, readonly Result[]>();
	kept.set(view.counts, results);
	const found = results.get(key);
	if (found) return found;
	const made = compute();
	results.set(key, made);
	return made;
}

/** Everything one wave says by itself: satisfaction, У, block scores, coverage, reliability. */
export function levelResults(view: SurveyView, counts: Counts, project: Project, wave: string): readonly Result[] {
	return once(view, `level ${wave}`, () => {
		const results = new ResultList(project);
		satisfaction(view, wave, results);
		coefficients(view, wave, results);
		coverage(view, counts, wave, results);
		reliabilities(view, counts, wave, results);
		return results.rows;
	});
}

/** The same by group of each kind, for the wave that is looked at; nothing while a group is chosen. */
export function groupResults(view: SurveyView, project: Project, wave: string): readonly Result[] {
	if (view.filter) return [];
	return once(view, `groups ${wave}`, () => {
		const results = new ResultList(project);
		satisfactionByGroup(view, wave, results);
		coefficientsByGroup(view, wave, results);
		return results.rows;
	});
}
