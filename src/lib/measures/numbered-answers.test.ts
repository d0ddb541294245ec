import { describe, expect, test } from 'vitest';
import type { DataTable } from '$lib/model/dataset';
import { engineTables } from './numbered-answers';
import { schoolProject } from './testing/school';
import { responseTable } from './testing/tables';

type Row = Record<string, string | number | null>;

const project = schoolProject();
const [first = '', second = ''] = project.waves.map(({ id }) => id);

function tablesOf(rows: Row[], groups: string[] = [], kind: 'survey' | 'rating' = 'survey'): DataTable[] {
	const { table, response } = responseTable(kind, 's', ['a'], rows, { groups, matched: true });
	return engineTables({ tables: [table], responses: [response] }, project);
}

function valuesOf(table: DataTable | undefined, name: string): (string | number | null)[] {
	const column = table?.columns.find((known) => known.name === name);
	if (!column) throw new Error(`no column ${name}`);
	if (column.type === 'text') return column.values;
	return [...column.values].map((value, row) => (column.valid?.[row] === 0 ? null : value));
}

const answer = (wave: string | null, respondent: string | null, more: Row = {}): Row => ({
	...{ wave, respondent, item_a: 1 },
	...more
});

describe('numbers of answers', () => {
	test('a cell is a wave and its groups, and the table of cells tells them', () => {
		const [answers, cells] = tablesOf(
			[
				answer(first, null, { group_class: '7A' }),
				answer(second, null, { group_class: '7A' }),
				answer(first, null, { group_class: null }),
				answer(first, null, { group_class: '7A' }),
				answer(null, null, { group_class: '7A' })
			],
			['class']
		);
		expect(valuesOf(answers, 'cell')).toEqual([0, 1, 2, 0, null]);
		expect(valuesOf(answers, 'occasion')).toEqual([
			0,
			project.waves.findIndex(({ id }) => id === second),
			0,
			0,
			null
		]);
		expect(cells?.name).toBe('cells_s');
		expect(valuesOf(cells, 'cell')).toEqual([0, 1, 2]);
		expect(valuesOf(cells, 'wave')).toEqual([first, second, first]);
		expect(valuesOf(cells, 'group_class')).toEqual(['7A', '7A', null]);
	});

	test('attributes of single people make no cells', () => {
		const rows = ['one', 'two'].map((group_subject) =>
			answer(first, null, { group_subject, group_class: '7A' })
		);
		const [answers, cells] = tablesOf(rows, ['subject', 'class']);
		expect(valuesOf(answers, 'cell')).toEqual([0, 0]);
		expect(cells?.columns.map(({ name }) => name)).toEqual(['cell', 'wave', 'group_class']);
	});

	test('a code that stands twice in a wave, is missing or has no wave cannot be matched', () => {
		const [answers] = tablesOf([
			answer(first, 'R1'),
			answer(second, 'R1'),
			answer(first, 'R2'),
			answer(first, 'R2'),
			answer(first, 'R2'),
			answer(second, 'R2'),
			answer(first, null),
			answer(null, 'R3')
		]);
		expect(valuesOf(answers, 'matched')).toEqual([0, 0, null, null, null, 1, null, null]);
	});

	test('rating sheets stay as they are', () => {
		const rows = [answer(first, 'R1', { person: 'T1', rater: 'self' })];
		expect(tablesOf(rows, [], 'rating').map(({ name, columns }) => [name, columns.at(-1)?.name])).toEqual([
			['rating_s', 'item_a']
		]);
	});
});
