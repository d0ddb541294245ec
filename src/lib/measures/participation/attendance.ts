import * as z from 'zod';
import type { Dataset } from '$lib/model/dataset';
import { COUNT } from '../sql-text';
import type { Statement } from '$lib/model/statement';

/** How often a person took part, by wave, kind, level, module, department and mentor; `hours` are those of the `timed` attendances, the ones with hours. */
export const attendanceRow = z.object({
	wave: z.string(),
	kind: z.string().nullable(),
	level: z.string().nullable(),
	module: z.number().int().nullable(),
	department: z.string().nullable(),
	mentor: z.string().nullable(),
	person: z.string(),
	n: z.number().int(),
	timed: z.number().int(),
	hours: z.number().nullable()
});
export type AttendanceRow = z.infer<typeof attendanceRow>;

/** How often a person took part in a calendar month ('2016-10'), by module, department and mentor; without a date, in none. */
export const monthRow = z.object({
	wave: z.string(),
	month: z.string(),
	module: z.number().int().nullable(),
	department: z.string().nullable(),
	mentor: z.string().nullable(),
	person: z.string(),
	n: z.number().int()
});
export type MonthRow = z.infer<typeof monthRow>;

/** Achievements of a person, by wave, kind, level, module and department. */
export const achievementRow = z.object({
	wave: z.string(),
	kind: z.string().nullable(),
	level: z.string().nullable(),
	module: z.number().int().nullable(),
	department: z.string().nullable(),
	person: z.string().nullable(),
	n: z.number().int()
});
export type AchievementRow = z.infer<typeof achievementRow>;

/** Activities of the plan by wave and month; `late` were held in a later month than planned. */
export const activityRow = z.object({
	wave: z.string(),
	month: z.string(),
	planned: z.number().int(),
	done: z.number().int(),
	late: z.number().int()
});
export type ActivityRow = z.infer<typeof activityRow>;

export function attendance(present: Dataset['present']): Statement<AttendanceRow>[] {
	if (!present.attendance) return [];
	const sql = `SELECT wave, kind, level, CAST(module AS INTEGER) AS module, group_department AS department, group_mentor AS mentor, person, ${COUNT} AS n, CAST(count(hours) AS INTEGER) AS timed, CAST(sum(hours) AS DOUBLE) AS hours FROM attendance WHERE wave IS NOT NULL AND person IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`;
	return [{ name: 'attendance', sql, row: attendanceRow }];
}

/** Dates are ISO text: their first seven letters are the month. */
export function attendanceMonths(present: Dataset['present']): Statement<MonthRow>[] {
	if (!present.attendance) return [];
	const sql = `SELECT wave, substr(date, 1, 7) AS month, CAST(module AS INTEGER) AS module, group_department AS department, group_mentor AS mentor, person, ${COUNT} AS n FROM attendance WHERE wave IS NOT NULL AND person IS NOT NULL AND date IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`;
	return [{ name: 'attendance by month', sql, row: monthRow }];
}

export function achievements(present: Dataset['present']): Statement<AchievementRow>[] {
	if (!present.achievement) return [];
	const sql = `SELECT wave, kind, level, CAST(module AS INTEGER) AS module, group_department AS department, person, ${COUNT} AS n FROM achievement WHERE wave IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`;
	return [{ name: 'achievements', sql, row: achievementRow }];
}

/** Months and dates are ISO text: the first seven letters of a date are its month. */
export function activities(present: Dataset['present']): Statement<ActivityRow>[] {
	if (!present.activity) return [];
	const done = `(status = 'done' OR held_on IS NOT NULL)`;
	const sql = `SELECT wave, month, ${COUNT} AS planned, CAST(count(*) FILTER (WHERE ${done}) AS INTEGER) AS done, CAST(count(*) FILTER (WHERE ${done} AND substr(held_on, 1, 7) > month) AS INTEGER) AS late FROM activity WHERE wave IS NOT NULL AND month IS NOT NULL GROUP BY 1, 2`;
	return [{ name: 'activities', sql, row: activityRow }];
}
