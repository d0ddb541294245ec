import type { Dataset, ResponseTable } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { transitions, type TransitionRow } from './change/transitions';
import { questionnaires } from './codebook';
import { scores, type ScoreRow } from './coefficient/scores';
import { members, roster, type MemberRow, type RosterRow } from './coverage/roster';
import { ratings, type RatingRow } from './growth/ratings';
import { countedGroups } from './numbered-answers';
import {
	achievements,
	activities,
	attendance,
	attendanceMonths,
	type AchievementRow,
	type ActivityRow,
	type AttendanceRow,
	type MonthRow
} from './participation/attendance';
import { covariances, type CovarianceRow } from './reliability/covariance';
import { frequencies, responseCounts, type FrequencyRow, type ResponseRow } from './satisfaction/frequencies';
import type { Run, Statement } from '$lib/model/statement';
import { indicators, type IndicatorRow } from './targets/indicators';

/** Everything the evaluation is computed from: checked rows of integer counts and sums, taken once per data change. */
export interface Counts {
	/** Instruments that have a table, and what their columns are. */
	responses: ResponseTable[];
	present: Dataset['present'];
	/** How many could have answered, by audience, wave and group, where that was stated. */
	populations: Dataset['populations'];
	frequencies: FrequencyRow[];
	returned: ResponseRow[];
	scores: ScoreRow[];
	transitions: TransitionRow[];
	covariances: CovarianceRow[];
	ratings: RatingRow[];
	roster: RosterRow[];
	members: MemberRow[];
	attendance: AttendanceRow[];
	months: MonthRow[];
	achievements: AchievementRow[];
	activities: ActivityRow[];
	indicators: IndicatorRow[];
}

type RowsOf = Omit<Counts, 'responses' | 'present' | 'populations'>;

/** The statements behind each part of the counts. */
export type CountStatements = { [Part in keyof RowsOf]: Statement<RowsOf[Part][number]>[] };

/** The shape of a dataset: what can be counted. */
export type Shape = Pick<Dataset, 'responses' | 'present'>;

/** The statements that take the counts of a dataset; none for what it does not hold. */
export function countStatements({ responses: tables, present }: Shape, project: Project): CountStatements {
	const responses = tables.map(countedGroups);
	const surveys = questionnaires(responses, project, 'survey');
	const sheets = questionnaires(responses, project, 'rating');
	return {
		frequencies: surveys.flatMap(frequencies),
		returned: surveys.flatMap(({ table }) => responseCounts(table)),
		scores: surveys.flatMap(scores),
		transitions: surveys.flatMap(transitions),
		covariances: surveys.flatMap(covariances),
		ratings: sheets.flatMap(ratings),
		roster: roster(project, present),
		members: members(project, present),
		attendance: attendance(present),
		months: attendanceMonths(present),
		achievements: achievements(present),
		activities: activities(present),
		indicators: indicators(present)
	};
}

async function rowsOf<Row>(statements: readonly Statement<Row>[], run: Run): Promise<Row[]> {
	return (await Promise.all(statements.map(run))).flat();
}

/** Takes the counts: hands every statement at once to `run`, which belongs to the caller's engine and takes them in turn. */
export async function takeCounts(
	{ responses: tables, present, populations }: Shape & Pick<Dataset, 'populations'>,
	project: Project,
	run: Run
): Promise<Counts> {
	const responses = tables.map(countedGroups);
	const statements = countStatements({ responses, present }, project);
	const parts = await Promise.all(
		Object.entries(statements).map(async ([part, of]) => [part, await rowsOf<unknown>(of, run)] as const)
	);
	return { responses, present, populations, ...(Object.fromEntries(parts) as RowsOf) };
}
