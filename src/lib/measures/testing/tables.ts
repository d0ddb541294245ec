import type { DataTable, ResponseTable, TableColumn } from '$lib/model/dataset';

type Cell = string | number | null;

const ANSWERS = /^(item|option)_(?!or_block)/;
const NUMBERS = new Set(['response', 'source', 'line', 'module', 'hours', 'value', 'value_to', 'n']);

/** The type ingest gives a column, whatever it holds: answers and numbers are never text. */
function column(name: string, cells: Cell[]): TableColumn {
	const isAnswer = ANSWERS.test(name);
	if (!isAnswer && !(NUMBERS.has(name) && cells.every((cell) => typeof cell !== 'string'))) {
		return { name, type: 'text', values: cells.map((cell) => (cell === null ? null : String(cell))) };
	}
	const valid = Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1));
	const values = cells.map((cell) => (typeof cell === 'number' ? cell : 0));
	if (values.some((value) => !Number.isInteger(value)) || name === 'hours') {
		return { name, type: 'double', values: Float64Array.from(values), valid };
	}
	return isAnswer
		? { name, type: 'tinyint', values: Int8Array.from(values), valid }
		: { name, type: 'integer', values: Int32Array.from(values), valid };
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
		states = [],
		options = []
	}: { groups?: string[]; matched?: boolean; states?: string[]; options?: string[] } = {}
): { table: DataTable; response: ResponseTable } {
	const columns = [
		...['response', 'wave', 'date', 'respondent', 'person'],
		...(kind === 'rating' ? ['rater', 'rater_code'] : []),
		...groups.map((group) => `group_${group}`),
		...['language', 'source', 'line'],
		...items.map((item) => `item_${item}`),
		...states.map((item) => `state_${item}`),
		...options
	];
	const name = `${kind}_${instrument}`;
	const numbered = rows.map((row, index) => ({ response: index, source: 0, line: index + 2, ...row }));
	return {
		table: table(name, columns, numbered),
		response: {
			instrument,
			kind,
			table: name,
			rows: rows.length,
			items: items.map((item) => ({
				item,
				column: `item_${item}`,
				stateColumn: states.includes(item) ? `state_${item}` : null,
				states: ['valid', 'not_answered'],
				whole: rows.every((row) => Number.isInteger(row[`item_${item}`] ?? 0))
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
		...['value_to', 'n', 'direction', 'source_text', 'set_on', 'hash', 'source', 'line']
	]
} as const;
