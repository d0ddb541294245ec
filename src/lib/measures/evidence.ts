import type { Project } from '$lib/model/project';
import type { Evidence, Result } from '$lib/model/result';
import type { Shape } from './counts';
import {
	achievementEvidence,
	attendanceEvidence,
	planEvidence,
	ratingEvidence,
	statedEvidence
} from './evidence/staff-evidence';
import { surveyEvidence, type Statements } from './evidence/survey-evidence';

/**
 * How a number is known: the statement that gives its counts, with the selection's filter written out, and the one that
 * lists `source`, `line` and `answer`. No rows for a hidden number.
 */
export function evidence(result: Result, project: Project, shape: Shape): Evidence {
	const found = statements(result, project, shape);
	return {
		measure: result.measure,
		sql: found?.sql ?? '',
		rowsSql: found && result.reason !== 'suppressed' ? found.rowsSql : null,
		...(result.instrument === undefined ? {} : { instrument: result.instrument }),
		...(result.item === undefined ? {} : { item: result.item })
	};
}

function statements(result: Result, project: Project, shape: Shape): Statements | null {
	if (result.indicator !== undefined) return statedEvidence(result, project);
	switch (result.measure) {
		case 'participation_people':
		case 'participation_attendances':
		case 'participation_share':
		case 'participation_hours':
		case 'participation_concentration':
		case 'dose_growth':
			return attendanceEvidence(result, shape);
		case 'achievements_count':
			return achievementEvidence(result, shape);
		case 'plan_fact':
			return planEvidence(result);
		case 'progress':
		case 'target_status':
			return statedEvidence(result, project);
		default:
			return surveyEvidence(result, project, shape) ?? ratingEvidence(result, project, shape);
	}
}
