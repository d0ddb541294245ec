import type { DataTable, Dataset, ResponseTable } from '$lib/model/dataset';
import type { Project, SourceKind } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { achievementTable, attendanceTable } from './events';
import { indicatorTable } from './indicators';
import { IssueList } from './issues';
import { gatherPeople } from '$lib/ingest/people/written';
import { aliasOf, mapSources } from './mapped-source';
import { People } from './people';
import { activityTable } from './plan';
import { populationsOf } from './populations';
import { responseTable } from './responses';

/**
 * Turns readings and their mapping into the engine's tables (names and columns as RESULTS: `survey_…`, `rating_…`,
 * `person`, `membership`, `attendance`, `achievement`, `activity`, `indicator`). No row disappears: every file's
 * rows are imported, dropped as duplicates, or set aside with a reason, and every answer has one of the five states.
 * Sources without a finished mapping hold no rows. Pure.
 */
export function buildDataset(files: readonly ReadFile[], project: Project): Dataset {
	const issues = new IssueList();
	const mapped = mapSources(files, project, issues);
	const ofKind = (kind: SourceKind) =>
		mapped.filter(({ source }) => source.kind === kind && source.columns.length > 0);
	const alias = aliasOf(project);
	const people = new People(ofKind('roster'), alias, gatherPeople(mapped, project).directory);
	const tables: DataTable[] = [];
	const responses: ResponseTable[] = [];
	for (const instrument of project.instruments) {
		const sources = ofKind(instrument.kind).filter(
			({ source }) => source.instrument === instrument.id && source.wave !== null
		);
		const built = responseTable(instrument, sources, project, people, alias);
		if (!built) continue;
		tables.push(built.table);
		responses.push(built.shape);
	}
	const attendance = attendanceTable(ofKind('attendance'), ofKind('register'), project, people);
	const achievement = achievementTable(ofKind('achievements'), project, people);
	const activity = activityTable(ofKind('plan'), project);
	const indicator = indicatorTable(ofKind('indicators'), project, alias);
	const person = people.personTable();
	const membership = people.membershipTable();
	tables.push(person, membership, attendance, achievement, activity, indicator);
	const populations = populationsOf(ofKind('populations'), project);
	for (const source of mapped) {
		if (source.unused) source.count.setAside += source.cells.rows;
	}
	return {
		tables,
		responses,
		sources: mapped.map(({ count }) => count),
		issues: issues.list(),
		populations,
		present: {
			person: person.rows > 0,
			membership: membership.rows > 0,
			attendance: attendance.rows > 0,
			achievement: achievement.rows > 0,
			activity: activity.rows > 0,
			indicator: indicator.rows > 0
		}
	};
}
