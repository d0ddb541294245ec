import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { matchable, pairedCounts } from '../change/transitions';
import { questionnaire, type AskedItem, type Questionnaire } from '../codebook';
import { scoreSql } from '../coefficient/scores';
import type { Shape } from '../counts';
import { stateSql } from '../satisfaction/frequencies';
import { ScoreSets, type Scope } from '../score-sets';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { COUNT } from '../sql-text';
import { all, equals, groupConditions, moduleOf, wavesCondition } from './conditions';

/** The counts behind a questionnaire's number, and the rows: source, line and the one answer or score. */
export interface Statements {
	sql: string;
	rowsSql: string;
}

const COMPLETE_ROWS: ReadonlySet<string> = new Set(['alpha', 'omega', 'item_rest']);

/** The statements of a result about a questionnaire; null where its table is gone. */
export function surveyEvidence(result: Result, project: Project, { responses }: Shape): Statements | null {
	const table = responses.find(
		({ instrument, kind }) => instrument === result.instrument && kind === 'survey'
	);
	const q = table && questionnaire(table, project);
	if (!q) return null;
	if (result.measure === 'coverage') return returned(q, result);
	if (COMPLETE_ROWS.has(result.measure)) return completeRows(q, result);
	const answer = answerOf(q, result);
	if (answer === null) return returned(q, result);
	return result.measure === 'change_matched' || result.measure === 'stayers_leavers_joiners'
		? matched(q, result, answer)
		: counted(q, result, answer);
}

/** What one questionnaire says to a result: its answer to the item, else its score over the items. */
function answerOf(q: Questionnaire, result: Result): string | null {
	if (result.item !== undefined) {
		const option = q.choices.find(({ id }) => id === result.item)?.columns[Number(result.level) - 1];
		const column = option ?? q.table.items.find(({ item }) => item === result.item)?.column;
		return column === undefined ? null : quoteIdentifier(column);
	}
	const items = itemsOf(q, result);
	return items.length === 0 ? null : scoreSql(items);
}

function itemsOf(q: Questionnaire, result: Result): readonly AskedItem[] {
	const { block, wave, against } = result;
	const module = moduleOf(result);
	const scope: Scope =
		block !== undefined
			? { kind: 'block', block }
			: module !== null
				? { kind: 'module', module }
				: { kind: 'all' };
	const sets = new ScoreSets(q);
	const compared = against !== undefined && against !== wave;
	const set = compared ? sets.comparable(scope, wave, against) : sets.of(scope, wave);
	return (set === null ? undefined : sets.sets[set]?.items) ?? [];
}

function conditions(result: Result): string {
	return all([wavesCondition(result), ...groupConditions(result)]);
}

function counted(q: Questionnaire, result: Result, answer: string): Statements {
	const from = `FROM ${quoteIdentifier(q.table.table)} WHERE ${conditions(result)}`;
	const column = q.table.items.find(({ item }) => item === result.item);
	const state = column ? `, ${stateSql(column)} AS state` : '';
	return {
		sql: `SELECT wave, ${answer} AS answer${state}, ${COUNT} AS n ${from} GROUP BY ALL ORDER BY ALL`,
		rowsSql: `SELECT source, line, CAST(${answer} AS VARCHAR) AS answer ${from} ORDER BY source, line`
	};
}

function matched(q: Questionnaire, result: Result, answer: string): Statements {
	const { wave, against = wave } = result;
	const later = groupConditions(result);
	const rows = `SELECT source, line, CAST(answer AS VARCHAR) AS answer FROM (${matchable(q, `wave, source, line, respondent, ${answer} AS answer`)}) r WHERE answer IS NOT NULL AND wave IN (${quoteText(wave)}, ${quoteText(against)}) AND respondent IN (SELECT respondent FROM ${quoteIdentifier(q.table.table)} WHERE ${all([equals('wave', wave), ...later])} INTERSECT SELECT respondent FROM ${quoteIdentifier(q.table.table)} WHERE ${equals('wave', against)}) ORDER BY source, line`;
	return { sql: pairedCounts(q, answer, wave, against, later), rowsSql: rows };
}

function returned(q: Questionnaire, result: Result): Statements {
	const from = `FROM ${quoteIdentifier(q.table.table)} WHERE ${conditions(result)}`;
	const answers =
		q.table.items.map(({ column }) => `${quoteIdentifier(column)} IS NOT NULL`).join(' OR ') || 'FALSE';
	return {
		sql: `SELECT wave, ${COUNT} AS questionnaires, CAST(count(*) FILTER (WHERE ${answers}) AS INTEGER) AS with_answers ${from} GROUP BY wave`,
		rowsSql: `SELECT source, line, CASE WHEN ${answers} THEN 'valid' ELSE 'not_answered' END AS answer ${from} ORDER BY source, line`
	};
}

function completeRows(q: Questionnaire, result: Result): Statements {
	const items = itemsOf(q, result).map(({ column }) => quoteIdentifier(column));
	const complete = items.map((column) => `${column} IS NOT NULL`).join(' AND ') || 'FALSE';
	const from = `FROM ${quoteIdentifier(q.table.table)} WHERE ${conditions(result)} AND ${complete}`;
	const variances = items.map((column, index) => `var_samp(${column}) AS variance_${index + 1}`);
	const sum = items.map((column) => `CAST(${column} AS DOUBLE)`).join(' + ');
	const column = q.table.items.find(({ item }) => item === result.item)?.column;
	const own = column === undefined ? null : quoteIdentifier(column);
	const withRest = own === null ? [] : [`corr(${own}, ${sum || '0'} - ${own}) AS item_rest`];
	const told = [`${COUNT} AS n`, ...variances, `var_samp(${sum || '0'}) AS variance_of_sum`, ...withRest];
	return {
		sql: `SELECT ${told.join(', ')} ${from}`,
		rowsSql: `SELECT source, line, CAST(${sum || 'NULL'} AS VARCHAR) AS answer ${from} ORDER BY source, line`
	};
}
