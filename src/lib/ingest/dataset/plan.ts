import type { DataTable } from '$lib/model/dataset';
import type { Activity, Project } from '$lib/model/project';
import { waveNamed, waveOfDate } from '$lib/ingest/mapping/waves';
import { monthOf } from '$lib/ingest/vocabulary/months';
import { ACTIVITY_STATUSES, codeOf } from '$lib/ingest/vocabulary/terms';
import { foldKey } from '$lib/ingest/values/folding';
import { tableOf } from './columns';
import type { MappedSource } from './mapped-source';

const YEAR_MONTH = /^(\d{4})[-./](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const NAME_YEAR = /^(\D+?)\s+(\d{4})(?:\s*(?:ж|г|жыл|год)\S*)?$/;

const iso = (year: number | string, month: number | string) =>
	`${String(year)}-${String(month).padStart(2, '0')}`;

/** Month `YYYY-MM` of a cell: 2014-10, 10.2014, a date, «қазан 2014», or a name alone in the school year of its stage. */
function monthIn(text: string, date: string | null, schoolYear: string | null): string | null {
	const first = YEAR_MONTH.exec(text);
	if (first && Number(first[2]) >= 1 && Number(first[2]) <= 12) return iso(first[1] ?? '', first[2] ?? '');
	const last = MONTH_YEAR.exec(text);
	if (last && Number(last[1]) >= 1 && Number(last[1]) <= 12) return iso(last[2] ?? '', last[1] ?? '');
	if (date !== null) return date.slice(0, 7);
	const named = NAME_YEAR.exec(text);
	const month = monthOf(named?.[1] ?? text);
	if (month === null) return null;
	if (named) return iso(named[2] ?? '', month);
	return schoolYear === null ? null : iso(month >= 9 ? schoolYear.slice(0, 4) : schoolYear.slice(5), month);
}

type Row = (string | number | null)[];

const keyOf = (row: Pick<Activity, 'stage' | 'activity'>) =>
	`${foldKey(row.stage)}\u001f${foldKey(row.activity)}`;

function waveOf(project: Project, stage: string, month: string | null): string | null {
	return (
		waveNamed(project.waves, stage) ?? (month === null ? null : waveOfDate(project.waves, `${month}-01`))
	);
}

/** `activity`: the plan of the stages, typed (source −1) and from files; a typed activity wins over a file's row of the same name. */
export function activityTable(sources: readonly MappedSource[], project: Project): DataTable {
	const typed = new Set(project.plan.map(keyOf));
	const rows: Row[] = project.plan.map((row) => [
		waveOf(project, row.stage, row.month),
		row.stage,
		row.activity,
		row.month,
		row.responsible,
		row.expected,
		row.status,
		row.heldOn,
		-1,
		null
	]);
	for (const mapped of sources) {
		const at = (field: string) => mapped.column(field);
		for (let row = 0; row < mapped.cells.rows; row += 1) {
			if (mapped.isRagged(row)) continue;
			const text = (field: string) => mapped.cell(row, at(field));
			const stage = text('stage') ?? '';
			const activity = text('activity') ?? '';
			if (typed.has(keyOf({ stage, activity }))) {
				mapped.setAside('typed-wins', row);
				continue;
			}
			mapped.count.imported += 1;
			const named = waveNamed(project.waves, stage);
			const schoolYear = project.waves.find((wave) => wave.id === named)?.schoolYear ?? null;
			const monthText = text('month') ?? '';
			const month = monthIn(monthText, mapped.date(row, at('month'))?.date ?? null, schoolYear);
			if (month === null) mapped.issue('unreadable-month', row, at('month'));
			const heldText = text('held_on');
			const held = heldText === null ? null : (mapped.date(row, at('held_on'))?.date ?? null);
			if (heldText !== null && held === null) mapped.issue('unreadable-date', row, at('held_on'));
			const statusText = text('status');
			const status = statusText === null ? null : codeOf(ACTIVITY_STATUSES, statusText);
			if (statusText !== null && status === null) mapped.issue('unknown-status', row, at('status'));
			rows.push([
				waveOf(project, stage, month),
				stage,
				activity,
				month,
				text('responsible') ?? '',
				text('expected') ?? '',
				status ?? (held === null ? 'planned' : 'done'),
				held,
				mapped.index,
				mapped.cells.line(row)
			]);
		}
	}
	return tableOf(
		'activity',
		[
			['wave', 'text'],
			['stage', 'text'],
			['activity', 'text'],
			['month', 'text'],
			['responsible', 'text'],
			['expected', 'text'],
			['status', 'text'],
			['held_on', 'text'],
			['source', 'integer'],
			['line', 'integer']
		],
		rows
	);
}
