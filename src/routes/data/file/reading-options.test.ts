import { describe, expect, test } from 'vitest';
import { readFile } from '$lib/ingest/reading/read-file';
import type { ReadingOptions } from '$lib/model/reading';
import { decisionsOf, treatmentsOf, withRoles } from './reading-options';

const bytes = new TextEncoder().encode('Сынып;Бала;Балл\n7А;Ким;4\n8Б;Ли;5\n9В;Пак;3\nБарлығы;;12\n');
const read = (options: ReadingOptions = {}) => readFile('a.csv', bytes, options);

describe('what may be chosen about an issue', () => {
	test('changes the reading, and taken back gives the first one again', () => {
		const before = read();
		const [issue] = before.issues.filter(({ code }) => code === 'totals-rows');
		const [treatment] = issue ? treatmentsOf(issue, {}, []) : [];
		const after = read(treatment?.options);
		expect([before.counts.imported, after.counts.imported]).toEqual([3, 4]);
		const [decision] = decisionsOf(treatment?.options ?? {});
		expect(decision).toMatchObject({ code: 'undo', issue: 'totals-rows' });
		expect(read(decision?.options).counts).toEqual(before.counts);
	});
	test('is nothing where nothing was done about it', () => {
		const issue = { severity: 'note' as const, count: 1, places: [], params: {} };
		expect(treatmentsOf({ ...issue, code: 'missing-tokens' }, {}, [])).toEqual([]);
		expect(treatmentsOf({ ...issue, code: 'ragged-rows' }, {}, [])).toEqual([]);
	});
	test('takes uneven rows as they are, line by line', () => {
		const issue = {
			severity: 'warn' as const,
			count: 2,
			places: [],
			params: {},
			code: 'ragged-rows' as const
		};
		expect(treatmentsOf(issue, { roles: { 9: 'title' } }, [3, 5])[0]?.options.roles).toEqual({
			3: 'imported',
			5: 'imported',
			9: 'title'
		});
	});
});

test('lines are given back to the judgement', () => {
	expect(withRoles({ roles: { 3: 'total', 5: 'title' } }, [3], null)).toEqual({ roles: { 5: 'title' } });
});
