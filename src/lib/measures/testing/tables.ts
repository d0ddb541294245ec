import type { DataTable, ResponseTable, TableColumn } from '$lib/model/dataset';

type Cell = string | number | null;

function column(name: string, values: Cell[]): TableColumn {
	const numbers = values.every((value) => value === null || typeof value === 'number');
	const someNumber = values.some((value) => typeof value === 'number');
	if (!numbers || !someNumber)
		return { name, type: 'text', values: values.map((value) => (value === null ? null : String(value))) };
	const valid = Uint8Array.from(values, (value) => (value === null ? 0 : 1));
	const filled = values.map((value) => (typeof value === 'number' ? value : 0));
	const whole = filled.every((value) => Number.isInteger(value));
	if (!whole) return { name, type: 'double', values: Float64Array.from(filled), valid };
	const isItem = name.startsWith('item_') || name.startsWith('option_');
	return isItem
		? { name, type: 'tinyint', values: Int8Array.from(filled), valid }
		: { name, type: 'integer', values: Int32Array.from(filled), valid };
}

/** A table from rows; columns in the order given, missing cells null. */
export function table(
	name: string,
	columns: readonly string[],
	rows: readonly Record<string, Cell>[]
): DataTable {
	return {
		name,
		rows: rows.length,
		columns: columns.map((key) =>
			column(
				key,
				rows.map((row) => row[key] ?? null)
			)
		)
	};
}

/** A survey or rating table with the columns of RESULTS, from rows keyed by column name. */
export function responseTable(
	kind: ResponseTable['kind'],
	instrument: string,
	items: readonly string[],
	rows: readonly Record<string, Cell>[],
	{
		groups = [],
		matched = false,
		states = []
	}: { groups?: string[]; matched?: boolean; states?: string[] } = {}
): { table: DataTable; response: ResponseTable } {
	const columns = [
		...['response', 'wave', 'date', 'respondent', 'person'],
		...(kind === 'rating' ? ['rater', 'rater_code'] : []),
		...groups.map((group) => `group_${group}`),
		...['language', 'source', 'line'],
		...items.map((item) => `item_${item}`),
		...states.map((item) => `state_${item}`)
	];
	const name = `${kind}_${instrument}`;
	const numbered = rows.map((row, index) => ({ response: index, source: 0, line: index + 2, ...row }));
	return {
		table: table(name, columns, numbered),
		response: {
			instrument,
			kind,
			table: name,
			items: items.map((item) => ({
				item,
				column: `item_${item}`,
				stateColumn: states.includes(item) ? `state_${item}` : null,
				states: ['valid', 'not_answered']
			})),
			groups,
			matched
		}
	};
}

/** Columns of the tables that are not questionnaires. */
export const COLUMNS = {
	person: ['person', 'name', 'source', 'line'],
	membership: ['person', 'kind', 'value', 'from_date', 'to_date', 'source', 'line'],
	attendance: [
		...['person', 'event', 'date', 'wave', 'kind', 'level', 'module', 'hours', 'role', 'result'],
		...['group_department', 'group_mentor', 'source', 'line']
	],
	achievement: [
		'person',
		'date',
		'wave',
		'kind',
		'level',
		'result',
		'module',
		'group_department',
		'source',
		'line'
	],
	activity: [
		'wave',
		'stage',
		'activity',
		'month',
		'responsible',
		'expected',
		'status',
		'held_on',
		'source',
		'line'
	],
	indicator: [
		...[
			'indicator',
			'measure',
			'audience',
			'instrument',
			'item_or_block',
			'group_key',
			'period',
			'kind',
			'value',
			'unit'
		],
		...['n', 'direction', 'source_text', 'set_on', 'hash', 'source', 'line']
	]
} as const;
