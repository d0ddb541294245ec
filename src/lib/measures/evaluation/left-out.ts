import type { Words } from '$lib/model/words';
import type { EvaluationFrame } from './frame';
import { say } from './words';

/** Why the selection leaves no questionnaire to look at; null where it leaves one, or where there was none at all. */
export function whyLeftOut({ views, crossed, withoutGroup, withoutModule }: EvaluationFrame): Words | null {
	if (crossed) return say('c_crossed');
	if (views.length > 0) return null;
	if (withoutGroup.length > 0) return say('c_no_group');
	return withoutModule ? say('c_no_module') : null;
}
