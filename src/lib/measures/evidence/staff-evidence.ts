import { EVENT_LEVELS, type Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { questionnaire, type AskedItem } from '../codebook';
import type { Shape } from '../counts';
import { scoreSql } from '../coefficient/scores';
import { NO_RECORD } from '../growth/attribute-moves';
import { COLLECTIVE_KINDS } from '../growth/dose';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT, groupColumn } from '../sql-text';
import { all, equals, groupsOf, moduleOf, wavesCondition } from './conditions';
import type { Statements } from './survey-evidence';

/** Ratings behind a number about teachers' growth; null where the sheet is gone. */
export function ratingEvidence(
	result: Result,
	project: Project,
	{ responses, present }: Shape
): Statements | null {
	const table = responses.find(
		({ instrument, kind }) => instrument === result.instrument && kind === 'rating'
	);
	const q = table && questionnaire(table, project);
	if (!q) return null;
	const wanted = moduleOf(result);
	const items = (q.asked.get(result.wave) ?? []).filter(
		({ id, module }) =>
			(result.item === undefined || id === result.item) && (wanted === null || module === wanted)
	);
	const rating = ratingSql(items);
	const conditions = [
		wavesCondition(result),
		'person IS NOT NULL',
		...(result.rater === undefined ? [] : [equals('rater', result.rater)]),
		...(result.person === undefined ? [] : [equals('person', result.person)]),
		...memberConditions(result, q.table.groups, present.membership)
	];
	const from = `FROM ${quoteIdentifier(q.table.table)} WHERE ${all(conditions)}`;
	return {
		sql: `SELECT wave, rater, person, ${rating} AS rating ${from} ORDER BY person, rater, wave`,
		rowsSql: `SELECT source, line, CAST(${rating} AS VARCHAR) AS answer ${from} ORDER BY source, line`
	};
}

function ratingSql(items: readonly AskedItem[]): string {
	const [only] = items;
	if (!only) return 'CAST(NULL AS DOUBLE)';
	if (items.length === 1) return quoteIdentifier(only.column);
	const sameScale = items.every(
		({ scale }) => scale.low === only.scale.low && scale.high === only.scale.high
	);
	if (!sameScale) return scoreSql(items);
	const { low, high } = only.scale;
	return `(${scoreSql(items)}) * ${high - low} / 100 + ${low}`;
}

/** Conditions on a person's groups: by the table's own columns, else by the roster. */
function memberConditions(result: Result, columns: readonly string[], roster: boolean): string[] {
	return groupsOf(result).flatMap(([kind, value]) => {
		if (kind === 'starting_third' || kind === 'level_from') return [];
		const ways = columns.includes(kind) ? [equals(groupColumn(kind), value)] : [];
		if (roster) {
			ways.push(
				`person IN (SELECT person FROM membership WHERE ${equals('kind', kind)} AND ${equals('value', value)})`
			);
		}
		return ways.length === 0 ? [] : [`(${ways.join(' OR ')})`];
	});
}

/** Measures about the attendance of several waves together. */
const ACROSS_WAVES = new Set(['dose_growth', 'dose_growth_tau', 'participation_limits']);

/** Attendance behind a number about participation. */
export function attendanceEvidence(result: Result, { present }: Shape): Statements {
	const monthly = result.measure === 'participation_monthly' || result.measure === 'participation_limits';
	const kinds =
		result.kind === undefined || monthly
			? []
			: result.kind === 'collective'
				? [`kind IN (${COLLECTIVE_KINDS.map(quoteText).join(', ')})`]
				: [equals('kind', result.kind)];
	const conditions = [
		...(ACROSS_WAVES.has(result.measure) ? ['wave IS NOT NULL'] : [wavesCondition(result)]),
		...kinds,
		...(monthly && result.kind !== undefined ? [`substr(date, 1, 7) = ${quoteText(result.kind)}`] : []),
		...(monthly ? levelAndModule({ ...result, level: undefined }) : levelAndModule(result)),
		...memberConditions(result, ['department', 'mentor'], present.membership)
	];
	const from = `FROM attendance WHERE ${all(conditions)}`;
	return {
		sql: `SELECT wave, CAST(count(DISTINCT person) AS INTEGER) AS people, ${COUNT} AS attendances, CAST(sum(hours) AS DOUBLE) AS hours ${from} GROUP BY wave`,
		rowsSql: `SELECT source, line, coalesce(event, kind) AS answer ${from} ORDER BY source, line`
	};
}

function levelAndModule(result: Result): string[] {
	const module = moduleOf(result);
	const from = EVENT_LEVELS.findIndex((level) => result.groupKind === 'level_from' && level === result.group);
	const above = EVENT_LEVELS.slice(from).map(quoteText).join(', ');
	return [
		...(from < 0 ? [] : [`level IN (${above})`]),
		...(result.level === undefined ? [] : [equals('level', result.level)]),
		...(module === null ? [] : [`module = ${module}`])
	];
}

/** Achievements behind a number. */
export function achievementEvidence(result: Result, { present }: Shape): Statements {
	const conditions = [
		wavesCondition(result),
		...(result.kind === undefined ? [] : [equals('kind', result.kind)]),
		...levelAndModule(result),
		...memberConditions(result, ['department'], present.membership)
	];
	const from = `FROM achievement WHERE ${all(conditions)}`;
	return {
		sql: `SELECT kind, level, ${COUNT} AS n ${from} GROUP BY kind, level ORDER BY kind, level`,
		rowsSql: `SELECT source, line, coalesce(result, kind) AS answer ${from} ORDER BY source, line`
	};
}

/** The roster's entries behind moves between categories or course levels. */
export function membershipEvidence(result: Result): Statements {
	const label = [result.group, result.groupKind === undefined ? undefined : result.level].flatMap((value) =>
		value === undefined || value === NO_RECORD ? [] : [value]
	);
	const conditions = [
		equals('kind', result.groupKind ?? result.kind ?? ''),
		...(label.length === 0 ? [] : [`value IN (${label.map(quoteText).join(', ')})`])
	];
	const from = `FROM membership WHERE ${all(conditions)}`;
	return {
		sql: `SELECT person, value, from_date, to_date ${from} ORDER BY person, from_date`,
		rowsSql: `SELECT source, line, value AS answer ${from} ORDER BY source, line`
	};
}

/** Planned activities behind a number. */
export function planEvidence(result: Result): Statements {
	const from = `FROM activity WHERE ${all([wavesCondition(result), ...(result.kind === undefined ? [] : [equals('month', result.kind)])])}`;
	return {
		sql: `SELECT month, status, held_on, ${COUNT} AS n ${from} GROUP BY month, status, held_on ORDER BY month`,
		rowsSql: `SELECT source, line, activity AS answer ${from} ORDER BY source, line`
	};
}

/** The ways in which a stated value may name a wave (wavesOf): its id, its stage, its school year as files write it. */
function periodCondition(wave: string, { waves }: Project): string {
	const found = waves.find(({ id }) => id === wave);
	if (!found) return equals('period', wave);
	const [from = '', to = ''] = found.schoolYear.split('-');
	const years = ['-', '–', '—', '/'].flatMap((dash) => [
		`${from}${dash}${to}`,
		`${from}${dash}${to.slice(2)}`
	]);
	const inYear = years.map((year) => `contains(replace(period, ' ', ''), ${quoteText(year)})`);
	return `(trim(period) IN (${[found.id, found.stage].map(quoteText).join(', ')}) OR ${inYear.join(' OR ')})`;
}

/** Stated values behind a target, a progress or a published figure; behind “k of m”, every target of the wave. */
export function statedEvidence(result: Result, project: Project): Statements {
	const where =
		result.indicator === undefined
			? all([equals('kind', 'target'), periodCondition(result.wave, project)])
			: equals('indicator', result.indicator);
	return {
		sql: `SELECT indicator, kind, period, value, n, set_on FROM indicator WHERE ${where} ORDER BY kind, period`,
		rowsSql: `SELECT source, line, CAST(value AS VARCHAR) AS answer FROM indicator WHERE ${where} ORDER BY source, line`
	};
}
