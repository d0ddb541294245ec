import { RATERS, type Project } from '$lib/model/project';
import type { Evidence, Result } from '$lib/model/result';
import type { Shape } from './counts';
import {
	achievementEvidence,
	attendanceEvidence,
	membershipEvidence,
	planEvidence,
	ratingEvidence,
	statedEvidence
} from './evidence/staff-evidence';
import { surveyEvidence, type Statements } from './evidence/survey-evidence';

/** The line of a module's profile that a result is: ratings, attendance or achievements; the disagreement is known by its ratings. */
function moduleEvidence({ level, ...result }: Result, project: Project, shape: Shape): Statements | null {
	const { attendance, achievement } = shape.present;
	if (level === 'practice') return attendance ? attendanceEvidence(result, shape) : null;
	if (level === 'achievement') return achievement ? achievementEvidence(result, shape) : null;
	return ratingEvidence(result, project, shape);
}

/** The rows of the measure an expected result is shown by (its `level`), of the part its group names. */
function expectedEvidence(expected: Result, project: Project, shape: Shape): Statements | null {
	const { level: measure, groupKind, group } = expected;
	const result = { ...expected, block: undefined, level: undefined, groupKind: undefined, group: undefined };
	if (measure === undefined || measure === expected.measure) return null;
	const { attendance, achievement } = shape.present;
	if (measure.startsWith('participation_') && !attendance) return null;
	if (measure === 'achievements_count' && !achievement) return null;
	const rater = RATERS.find((known) => groupKind === 'rater' && known === group);
	const part =
		groupKind === 'level'
			? { level: group }
			: rater
				? { rater }
				: groupKind === undefined
					? {}
					: { groupKind, group };
	return statements({ ...result, ...part, measure }, project, shape);
}

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
		case 'participation_highest':
		case 'participation_monthly':
		case 'participation_limits':
		case 'dose_growth':
		case 'dose_growth_tau':
			return attendanceEvidence(result, shape);
		case 'achievements_count':
		case 'achievements_highest':
			return achievementEvidence(result, shape);
		case 'category_transitions':
			return membershipEvidence(result);
		case 'module_profile':
		case 'module_disagreement':
			return moduleEvidence(result, project, shape);
		case 'expected_result':
			return expectedEvidence(result, project, shape);
		case 'plan_fact':
			return planEvidence(result);
		case 'progress':
		case 'target_status':
			return statedEvidence(result, project);
		default:
			return surveyEvidence(result, project, shape) ?? ratingEvidence(result, project, shape);
	}
}
