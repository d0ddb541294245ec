import { EVENT_LEVELS } from '$lib/model/project';
import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import type { ResultList } from '../result-list';
import { narrowed } from '../result-row';
import type { StaffFilter } from '../staff-filter';
import type { AchievementRow, AttendanceRow } from './attendance';

/** Which records are counted: a kind of event, a level or everything from a level up, a department. */
export interface RecordFilter {
	kind?: string;
	level?: string;
	fromLevel?: string;
	department?: string;
	module?: number;
}

function levelRank(level: string | null): number {
	return EVENT_LEVELS.findIndex((known) => known === level);
}

/** Whether a record of attendance or achievement is counted. */
export function isCounted(
	row: Pick<AttendanceRow, 'kind' | 'level' | 'department' | 'module'>,
	by: RecordFilter
): boolean {
	return (
		(by.kind === undefined || row.kind === by.kind) &&
		(by.level === undefined || row.level === by.level) &&
		(by.fromLevel === undefined || levelRank(row.level) >= Math.max(0, levelRank(by.fromLevel))) &&
		(by.department === undefined || row.department === by.department) &&
		(by.module === undefined || row.module === by.module)
	);
}

/** People and attendances among records. */
export function countPeople(rows: readonly AttendanceRow[]): { people: number; attendances: number } {
	return {
		people: new Set(rows.map(({ person }) => person)).size,
		attendances: rows.reduce((sum, { n }) => sum + n, 0)
	};
}

/** Hours of the people who have any; attendances without hours are left out, not counted as 0. */
function countHours(rows: readonly AttendanceRow[]): { hours: number; people: number; complete: boolean } {
	const timed = rows.filter(({ hours }) => hours !== null);
	return {
		hours: timed.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
		people: countPeople(timed).people,
		complete: rows.every(({ n, timed }) => timed === n)
	};
}

/** How many the most active count as when concentration is measured (measures.md M5). */
const MOST_ACTIVE = 5;

/** Share of all attendances that belong to the five most active people; null where nobody came. */
export function concentration(rows: readonly AttendanceRow[]): number | null {
	const byPerson = new Map<string, number>();
	for (const { person, n } of rows) byPerson.set(person, (byPerson.get(person) ?? 0) + n);
	const counts = [...byPerson.values()].sort((a, b) => b - a);
	const all = counts.reduce((sum, n) => sum + n, 0);
	return all === 0 ? null : counts.slice(0, MOST_ACTIVE).reduce((sum, n) => sum + n, 0) / all;
}

type Dimensions = Pick<Result, 'kind' | 'level' | 'within'> & { wave: string };

function distinct(values: readonly (string | null)[]): string[] {
	return [...new Set(values.filter((value) => value !== null))].sort();
}

/** People, attendances, share of staff, hours and concentration of a wave, together and by kind and level. `staff` null: no roster. */
export function participation(
	counts: Counts,
	wave: string,
	staff: number | null,
	chosen: StaffFilter,
	{ module, groups }: Selection,
	results: ResultList
): void {
	if (counts.attendance.length === 0) return;
	const filter: RecordFilter = module === null ? {} : { module };
	const inWave = counts.attendance.filter((row) => row.wave === wave);
	const ofChosen = inWave.filter((row) =>
		chosen(wave, row.person, { department: row.department, mentor: row.mentor })
	);
	const add = (dimensions: Dimensions) => {
		const by: RecordFilter = { ...filter, kind: dimensions.kind, level: dimensions.level };
		const { people, attendances } = countPeople(ofChosen.filter((row) => isCounted(row, by)));
		const missing = notHeld(inWave, by);
		const value = (number: number) => (missing === null ? defined(number) : undefinedBecause(missing));
		results.add({ measure: 'participation_people', ...dimensions, value: value(people), n: staff ?? people });
		results.add({
			measure: 'participation_attendances',
			...dimensions,
			value: value(attendances),
			n: people
		});
		const share =
			staff === null || staff === 0 ? undefinedBecause('no_population') : value((100 * people) / staff);
		results.add({ measure: 'participation_share', ...dimensions, value: share, count: people, n: staff });
	};
	const named = { wave, ...narrowed(groups, module) };
	add(named);
	const rows = ofChosen.filter((row) => isCounted(row, filter));
	const timed = countHours(rows);
	results.add({
		measure: 'participation_hours',
		...named,
		value: timed.people === 0 ? undefinedBecause('no_data') : defined(timed.hours / timed.people),
		n: timed.people,
		...(timed.complete ? {} : { tags: ['hours_missing'] })
	});
	const most = concentration(rows);
	results.add({
		measure: 'participation_concentration',
		...named,
		value: most === null ? undefinedBecause('no_data') : defined(100 * most),
		n: countPeople(rows).people
	});
	for (const kind of distinct(counts.attendance.map((row) => row.kind))) {
		add({ ...named, kind });
	}
	for (const level of EVENT_LEVELS.filter((known) => counts.attendance.some((row) => row.level === known))) {
		add({ ...named, level });
	}
}

/** Why nobody can be counted: nothing is recorded of the stage at all, or no event of the kind was held in it; null where one was. */
function notHeld(inWave: readonly AttendanceRow[], by: RecordFilter): 'no_data' | 'not_held' | null {
	if (inWave.length === 0) return 'no_data';
	return inWave.some((row) => isCounted(row, by)) ? null : 'not_held';
}

/** Achievements of a wave together, by kind, by level and by both. A wave without any achievement has no data, not 0. */
export function achievementCounts(
	counts: Counts,
	wave: string,
	chosen: StaffFilter,
	{ module, groups }: Selection,
	results: ResultList
): void {
	if (counts.achievements.length === 0) return;
	const inWave = counts.achievements.filter((row) => row.wave === wave);
	const rows = inWave.filter(
		(row) =>
			isCounted(row, module === null ? {} : { module }) &&
			(row.person === null || chosen(wave, row.person, { department: row.department }))
	);
	const named = { wave, ...narrowed(groups, module) };
	const add = (of: readonly AchievementRow[], dimensions: Dimensions) =>
		results.add({
			measure: 'achievements_count',
			...dimensions,
			value:
				inWave.length === 0 ? undefinedBecause('no_data') : defined(of.reduce((sum, { n }) => sum + n, 0)),
			n: new Set(of.flatMap(({ person }) => person ?? [])).size
		});
	add(rows, named);
	const kinds = distinct(counts.achievements.map((row) => row.kind));
	const levels = EVENT_LEVELS.filter((known) => counts.achievements.some((row) => row.level === known));
	for (const level of levels)
		add(
			rows.filter((row) => row.level === level),
			{ ...named, level }
		);
	for (const kind of kinds) {
		const ofKind = rows.filter((row) => row.kind === kind);
		add(ofKind, { ...named, kind });
		for (const level of levels) {
			const both = ofKind.filter((row) => row.level === level);
			if (both.length > 0) add(both, { ...named, kind, level });
		}
	}
}

/** Activities planned, held and held later than planned, of a wave and of each month (`kind`). */
export function planFact(counts: Counts, wave: string, results: ResultList): void {
	const rows = counts.activities.filter((row) => row.wave === wave);
	if (rows.length === 0) return;
	const months = distinct(rows.map(({ month }) => month));
	for (const month of [null, ...months]) {
		const of = rows.filter((row) => month === null || row.month === month);
		const planned = of.reduce((sum, row) => sum + row.planned, 0);
		for (const level of ['planned', 'done', 'late'] as const) {
			results.add({
				measure: 'plan_fact',
				wave,
				level,
				...(month === null ? {} : { kind: month }),
				value: defined(of.reduce((sum, row) => sum + row[level], 0)),
				n: planned
			});
		}
	}
}
