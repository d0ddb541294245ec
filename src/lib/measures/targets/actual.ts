import type { Audience, Project, Wave } from '$lib/model/project';
import { AUDIENCES, RATERS } from '$lib/model/project';
import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import type { Counts } from '../counts';
import { populationOf } from '../coverage/coverage';
import { highestBand } from '../change/headline';
import { courseOf } from '../growth/course';
import { teacherGrowth } from '../growth/growth';
import { raters } from '../growth/raters';
import { sheetsOf } from '../growth/sheets';
import { methodOf } from '../methods';
import { countPeople, isCounted, type RecordFilter } from '../participation/participation';
import { ResultList } from '../result-list';
import { levelResults } from '../survey-results';
import { surveysOf, SurveyView } from '../survey-view';
import type { IndicatorRow } from './indicators';

/** What a stated value is compared with: the measure in a wave, of the same people and kind. */
export interface Actual {
	value: Measured;
	low?: number;
	high?: number;
	n: number | null;
}

type Asked = Pick<IndicatorRow, 'measure' | 'audience' | 'instrument' | 'item_or_block' | 'group_key'>;

const NOTHING: Actual = { value: undefinedBecause('no_data'), n: null };

/** The measured counterpart of a stated value in a wave. */
export function actualOf(asked: Asked, wave: Wave, counts: Counts, project: Project): Actual {
	switch (asked.measure) {
		case 'achievements_count':
			return achievements(asked, wave, counts);
		case 'participation_people':
		case 'participation_attendances':
		case 'participation_share':
			return participation(asked, wave, counts);
		case 'reliable_change_share':
			return reliableShare(asked, wave, counts, project);
		default:
			return surveyed(asked, wave, counts, project) ?? rated(asked, wave, counts, project) ?? NOTHING;
	}
}

/** Splits `level>=region`, `level=school`, `department=…`. */
function groupOf(key: string | null): { kind: string; value: string; from: boolean } | null {
	const found = /^\s*([^=<>\s]+)\s*(>=|=)\s*(.+?)\s*$/.exec(key ?? '');
	if (!found) return null;
	return { kind: found[1] ?? '', value: found[3] ?? '', from: found[2] === '>=' };
}

function recordFilter({ item_or_block, group_key }: Asked): RecordFilter {
	const group = groupOf(group_key);
	return {
		...(item_or_block === null || item_or_block === '' ? {} : { kind: item_or_block }),
		...(group?.kind === 'level' ? (group.from ? { fromLevel: group.value } : { level: group.value }) : {}),
		...(group?.kind === 'department' ? { department: group.value } : {})
	};
}

function achievements(asked: Asked, wave: Wave, counts: Counts): Actual {
	const inWave = counts.achievements.filter((row) => row.wave === wave.id);
	if (inWave.length === 0) return NOTHING;
	const rows = inWave.filter((row) => isCounted(row, recordFilter(asked)));
	return {
		value: defined(rows.reduce((sum, { n }) => sum + n, 0)),
		n: new Set(rows.flatMap(({ person }) => person ?? [])).size
	};
}

function participation(asked: Asked, wave: Wave, counts: Counts): Actual {
	const inWave = counts.attendance.filter((row) => row.wave === wave.id);
	if (inWave.length === 0) return NOTHING;
	const { people, attendances } = countPeople(inWave.filter((row) => isCounted(row, recordFilter(asked))));
	if (asked.measure === 'participation_people') return { value: defined(people), n: people };
	if (asked.measure === 'participation_attendances') return { value: defined(attendances), n: people };
	const group = groupOf(asked.group_key);
	const part = group?.kind === 'department' ? { kind: group.kind, value: group.value } : null;
	const staff = populationOf(counts, 'teacher', wave.id, part);
	if (staff === null || staff === 0) return { value: undefinedBecause('no_population'), n: null };
	return { value: defined((100 * people) / staff), n: staff };
}

function fromResult(row: Result | undefined): Actual | null {
	if (!row) return null;
	const value: Measured = row.value === null ? undefinedBecause(row.reason ?? 'no_data') : defined(row.value);
	return {
		value,
		...(row.low === undefined || row.high === undefined ? {} : { low: row.low, high: row.high }),
		n: row.n
	};
}

function surveyed(asked: Asked, wave: Wave, counts: Counts, project: Project): Actual | null {
	const audience: Audience | undefined = AUDIENCES.find((known) => known === asked.audience);
	const survey = surveysOf(counts, project).find(({ q }) =>
		asked.instrument ? q.instrument.id === asked.instrument : q.instrument.audience === audience
	);
	if (!survey) return null;
	const group = groupOf(asked.group_key);
	const position = group ? survey.q.table.groups.indexOf(group.kind) : -1;
	if (group && position < 0) return null;
	const filter = group ? { position, value: group.value } : null;
	const view = new SurveyView(survey, project, filter);
	const part = asked.item_or_block === '' ? null : asked.item_or_block;
	const isItem = survey.q.instrument.items.some(({ id }) => id === part);
	const level = highestBand(methodOf(survey.q.instrument, project));
	const rows = levelResults(view, counts, project, wave.id);
	return fromResult(
		rows.find(
			(row) =>
				row.measure === asked.measure &&
				(row.item ?? null) === (isItem ? part : null) &&
				(row.block ?? null) === (isItem ? null : part) &&
				(group !== null || row.group === undefined) &&
				(asked.measure !== 'level_share' || row.level === level)
		)
	);
}

function raterOf(asked: Asked) {
	const group = groupOf(asked.group_key);
	return group?.kind === 'rater' ? RATERS.find((known) => known === group.value) : undefined;
}

/** The mean rating of a wave, by the rater the group names or the first there is. */
function rated(asked: Asked, wave: Wave, counts: Counts, project: Project): Actual | null {
	const sheets = sheetsOf(counts, project).find(
		({ q }) => !asked.instrument || q.instrument.id === asked.instrument
	);
	if (!sheets || asked.measure !== 'mean') return null;
	const results = new ResultList(project);
	raters({ sheets, wave: wave.id, chosen: () => true, dimensions: {}, module: null }, results);
	const rater = raterOf(asked) ?? sheets.raters(wave.id)[0];
	const part = asked.item_or_block === '' ? null : asked.item_or_block;
	return fromResult(
		results.rows.find((row) => row.measure === 'mean' && row.rater === rater && (row.item ?? null) === part)
	);
}

/** Share of teachers who grew reliably since the baseline wave. */
function reliableShare(asked: Asked, wave: Wave, counts: Counts, project: Project): Actual {
	const sheets = sheetsOf(counts, project).find(
		({ q }) => !asked.instrument || q.instrument.id === asked.instrument
	);
	if (!sheets) return NOTHING;
	const earlier = sheets.waves.slice(0, Math.max(0, sheets.waves.indexOf(wave.id)));
	const against =
		earlier.find((id) => project.waves.some((known) => known.id === id && known.baseline)) ?? earlier[0];
	const rater = raterOf(asked) ?? sheets.raters(wave.id)[0];
	const course = against && rater ? courseOf(sheets, counts, project, rater, wave.id, against, null) : null;
	if (!course || !against) return NOTHING;
	const results = new ResultList(project);
	teacherGrowth({ sheets, wave: wave.id, against, chosen: () => true, dimensions: {} }, course, results);
	const row = results.rows.find(
		({ measure, level }) => measure === 'reliable_change_share' && level === 'growth'
	);
	return fromResult(row) ?? NOTHING;
}
