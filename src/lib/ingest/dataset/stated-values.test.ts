import { describe, expect, test } from 'vitest';
import { csv, given } from '$lib/ingest/mapping/testing/given';
import { build, codes, column, field } from './testing/one-source';

describe('stated values', () => {
	const header = [
		'indicator',
		'measure',
		'audience',
		'item_or_block',
		'group',
		'period',
		'kind',
		'value',
		'set_on'
	];
	const run = (rows: string[][], indicators: object[] = []) =>
		build({
			file: given('i.csv', csv([header, ...rows])),
			kind: 'indicators',
			columns: header.map((name, index) => field(index, name)),
			source: { instrument: null, wave: null },
			project: { indicators }
		});

	test('are read by the grammar in three languages', () => {
		const dataset = run([
			['байқау', 'жетістіктер саны', '', 'байқау', 'деңгей>=облыс', '2013–14 оқу жылы', 'бастапқы', '4', ''],
			['охват', 'охват', 'родители', '', 'level=школа', 'III', 'цель', '70 %', '01.09.2014'],
			['x', 'mean', 'teacher', '', '', '2016-2017', 'болжам', '4', ''],
			['x', 'mean', 'teacher', '', '', '2016-2017', 'target', 'көп', '']
		]);
		expect(column(dataset, 'indicator', 'group_key')).toEqual(['level>=region', 'level=school']);
		expect(column(dataset, 'indicator', 'item_or_block')).toEqual(['contest', null]);
		expect(column(dataset, 'indicator', 'period')).toEqual(['2013-2014', 'III']);
		expect(column(dataset, 'indicator', 'audience')).toEqual([null, 'parent']);
		expect(column(dataset, 'indicator', 'unit')).toEqual(['', '%']);
		expect(column(dataset, 'indicator', 'set_on')).toEqual([null, '2014-09-01']);
		expect(dataset.sources[0]?.reasons).toEqual({ 'unknown-kind': 1, 'not-a-number': 1 });
	});

	test('typed in the page win over a file, and every row is sealed by its fields', () => {
		const row = ['a', 'mean', 'teacher', '', '', 'w1', 'target', '4', ''];
		const typed = {
			indicator: 'a',
			measure: 'mean',
			audience: 'teacher',
			period: 'w1',
			kind: 'target',
			value: 5
		};
		const dataset = run([row, [...row.slice(0, 5), 'w2', ...row.slice(6)]], [typed]);
		expect(column(dataset, 'indicator', 'value')).toEqual([5, 4]);
		expect(column(dataset, 'indicator', 'source')).toEqual([-1, 0]);
		expect(codes(dataset)).toEqual(['typed-wins 1']);
		const seal = (value: string) => column(run([[...row.slice(0, 7), value, '']]), 'indicator', 'hash')?.[0];
		expect(seal('4')).toMatch(/^[0-9a-f]{8}$/);
		expect(seal('4')).toBe(seal('4,0'));
		expect(seal('4')).not.toBe(seal('5'));
	});

	test('of a plan carry month, wave and status', () => {
		const names = ['stage', 'activity', 'month', 'status', 'held_on'];
		const rows = [
			['I', 'А', 'қазан', 'орындалды', '08.10.2014'],
			['2', 'Б', '10.2015', '', ''],
			['II', 'В', '«кейін»', 'бәлкім', '01.02.2016']
		];
		const dataset = build({
			file: given('p.csv', csv([names, ...rows])),
			kind: 'plan',
			columns: names.map((name, index) => field(index, name)),
			source: { instrument: null, wave: null }
		});
		expect(column(dataset, 'activity', 'month')).toEqual(['2014-10', '2015-10', null]);
		expect(column(dataset, 'activity', 'wave')).toEqual(['w1', 'w2', 'w2']);
		expect(column(dataset, 'activity', 'status')).toEqual(['done', 'planned', 'done']);
		expect(codes(dataset)).toEqual(['unreadable-month 1', 'unknown-status 1']);
	});
});
