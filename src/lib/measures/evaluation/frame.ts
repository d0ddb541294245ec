import type { LedgerLine } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import type { SurveyView } from '../survey-view';

/** What the criteria are judged from. */
export interface EvaluationFrame {
	counts: Counts;
	project: Project;
	selection: Selection;
	wave: string | null;
	against: string | null;
	/** Questionnaires in the selection, primary audience first. */
	views: readonly SurveyView[];
	results: readonly Result[];
	ledger: readonly LedgerLine[];
	/** The headline of criterion 1 by instrument. */
	headlines: ReadonlyMap<string, Result>;
	/** Questionnaires left out because they know nothing of the chosen group. */
	withoutGroup: readonly string[];
	/** Questionnaires were left out because none of their questions is about the chosen module. */
	withoutModule: boolean;
	/** The chosen group is one that no staff belong to. */
	staffLeftOut: boolean;
	/** More than one group kind was chosen: questionnaires are not shown (M6). */
	crossed: boolean;
}
