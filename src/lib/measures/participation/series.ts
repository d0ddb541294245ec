import type { Project, Wave } from '$lib/model/project';
import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { display } from '../policy';
import { narrowed, type ResultFields } from '../result-row';
import type { ResultList } from '../result-list';
import type { StaffFilter } from '../staff-filter';
import { xmr } from '../statistics/control-chart';

/** June, July and August: without lessons a month without attendance is no point of the series. */
const HOLIDAYS: readonly string[] = ['06', '07', '08'];

/** A month of the series; null where nothing is known of it, so that no moving range crosses it. */
interface Point {
	month: string;
	wave: string;
	attendances: number | null;
	people: number;
}

function nextMonth(month: string): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function waveOf(month: string, waves: readonly Wave[]): string | undefined {
	return waves.find(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7))?.id;
}

/** The months from the first to the last with an attendance; a month of lessons without one is a true 0. */
function pointsOf(counts: Counts, project: Project, module: number | null, chosen: StaffFilter): Point[] {
	const held = new Set(counts.months.map(({ month }) => month));
	const known = new Set(counts.months.map(({ wave }) => wave));
	const sorted = [...held].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first === undefined || last === undefined) return [];
	const points: Point[] = [];
	for (let month = first; month <= last; month = nextMonth(month)) {
		const rows = counts.months.filter(
			(row) =>
				row.month === month &&
				(module === null || row.module === module) &&
				chosen(row.wave, row.person, { department: row.department, mentor: row.mentor })
		);
		const wave = rows[0]?.wave ?? waveOf(month, project.waves) ?? '';
		const unknown = !held.has(month) && (HOLIDAYS.includes(month.slice(5)) || !known.has(wave));
		const attendances = unknown ? null : rows.reduce((sum, { n }) => sum + n, 0);
		points.push({ month, wave, attendances, people: new Set(rows.map(({ person }) => person)).size });
	}
	return points;
}

/**
 * Attendances per month and the limits of their XmR chart (Wheeler): centre, upper and lower, the months outside them and
 * those at which eight in a row stand on one side. Limits from 6 points on, marked as trial limits below 12.
 */
export function monthlySeries(
	counts: Counts,
	chosen: StaffFilter,
	{ module, groups }: Selection,
	results: ResultList
): void {
	const points = pointsOf(counts, results.project, module, chosen);
	const given = points.filter(({ attendances }) => attendances !== null);
	const last = given.at(-1);
	if (!last) return;
	const within = narrowed(groups, module);
	for (const { month, wave, attendances, people } of given) {
		const value = defined(attendances ?? 0);
		results.add({ measure: 'participation_monthly', wave, kind: month, ...within, value, n: people });
	}
	const shown = display({ what: 'xmr', points: given.length });
	const chart = xmr(points.map(({ attendances }) => attendances)).value;
	const why =
		shown.show === 'run_chart_no_limits' || chart === null
			? 'too_few'
			: chart.meanMovingRange === 0
				? 'no_variation'
				: null;
	const add = (fields: Pick<ResultFields, 'level' | 'kind' | 'value'>, wave = last.wave) =>
		results.add({
			...{ measure: 'participation_limits', wave, ...within, ...fields, n: given.length },
			...(why === null && shown.tag ? { tags: ['trial_limits'] } : {})
		});
	for (const level of ['centre', 'lower', 'upper'] as const) {
		add({ level, value: why === null && chart ? defined(chart[level]) : undefinedBecause(why ?? 'too_few') });
	}
	if (why !== null || chart === null) return;
	for (const level of ['outside', 'runs'] as const) {
		for (const position of chart[level]) {
			const point = points[position - 1];
			if (point) add({ level, kind: point.month, value: defined(point.attendances ?? 0) }, point.wave);
		}
	}
}
