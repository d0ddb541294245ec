import { describe, expect, test } from 'vitest';
import { schoolProject } from '../testing/school';
import type { IndicatorRow } from './indicators';
import { foldYear } from './school-year';
import { isSealedLate, statedValues, wavesOf } from './stated';
import { calculatedTargets } from './calculated';
import { rangeStatus, targetStatus, towards } from './status';

const target: IndicatorRow = {
	...{
		indicator: 'open_lessons',
		measure: 'achievements_count',
		audience: null,
		instrument: null,
		item_or_block: 'open_lesson'
	},
	...{
		group_key: null,
		period: 'III',
		kind: 'target' as const,
		value: 24,
		value_to: null,
		unit: null,
		n: null,
		direction: 'up'
	},
	...{ source_text: null, set_on: null, source: 0, line: 2 }
};

test.each([
	['2016-17', '2016-2017'],
	['2016–2017 оқу жылы', '2016-2017'],
	['2016/2017', '2016-2017'],
	['1999-00', '1999-2000'],
	['III', null]
])('school year %s', (text, year) => {
	expect(foldYear(text)).toBe(year);
});

test.each(['w3', 'III', '2016-2017', '2016–17'])(
	'a period names its wave by id, stage or year: %s',
	(period) => {
		expect(wavesOf(period, schoolProject()).map(({ id }) => id)).toEqual(['w3']);
	}
);

describe('status', () => {
	test.each([
		[26, 'up', { low: 25, high: 27 }, 'reached_certain'],
		[26, 'up', { low: 20, high: 30 }, 'reached_uncertain'],
		[22, 'up', { low: 20, high: 30 }, 'not_reached_uncertain'],
		[15, 'up', { low: 10, high: 20 }, 'not_reached'],
		[24, 'up', null, 'reached'],
		[23, 'up', null, 'not_reached'],
		[23, 'down', null, 'reached'],
		[22, 'down', { low: 20, high: 23 }, 'reached_certain'],
		[26, 'down', { low: 22, high: 30 }, 'not_reached_uncertain']
	] as const)('%d %s %j', (actual, way, interval, status) => {
		expect(targetStatus(actual, 24, way, interval)).toBe(status);
	});

	test('the way is as stated, else by the sign of target − baseline', () => {
		expect([towards('down', 5, 3), towards('up', 3, 5), towards(null, 3, 5), towards(null, 5, 3)]).toEqual([
			'down',
			'up',
			'down',
			'up'
		]);
	});
});

describe('a target to stay between two values', () => {
	test.each([
		[60, { low: 55, high: 65 }, 'reached_certain'],
		[60, { low: 45, high: 65 }, 'reached_uncertain'],
		[48, { low: 40, high: 56 }, 'not_reached_uncertain'],
		[40, { low: 35, high: 45 }, 'not_reached'],
		[75, { low: 72, high: 80 }, 'not_reached'],
		[50, null, 'reached'],
		[70, null, 'reached'],
		[71, null, 'not_reached']
	] as const)('%d %j is %s between 50 and 70', (actual, interval, status) => {
		expect(rangeStatus(actual, { low: 50, high: 70 }, interval)).toBe(status);
	});
});

describe('calculated targets', () => {
	const project = schoolProject();
	const stated = (rows: Partial<IndicatorRow>[]) => statedValues(rows.map((row) => ({ ...target, ...row })));
	const found = (rows: Partial<IndicatorRow>[]) =>
		calculatedTargets(stated(rows), project).map(({ target, wave, late }) => [wave.id, target.value, late]);
	const baseline = { kind: 'baseline' as const, period: '2013-2014', value: 9 };

	test('lie on the straight way by school years; the baseline’s own stage has none', () => {
		// From 9 in 2013 to 24 in 2016: 9 + 15 × 2/3 in 2015.
		expect(found([baseline, {}])).toEqual([['w2', 19, false]]);
		expect(found([{ period: 'I', value: 10 }, {}])).toEqual([['w2', 17, false]]);
	});

	test('stand for no stage that has its own, nor without a second value, nor beyond the last', () => {
		expect(found([baseline, { period: 'II', value: 16 }, {}])).toEqual([]);
		expect(found([{}])).toEqual([]);
		expect(found([baseline, { period: 'II', value: 16 }])).toEqual([]);
	});

	test('are not made for targets to hold or to stay within a range', () => {
		expect(found([baseline, { direction: 'hold' }])).toEqual([]);
		expect(found([baseline, { direction: 'range', value_to: 30 }])).toEqual([]);
	});

	test('are marked where the target they follow from was set late', () => {
		expect(found([baseline, { set_on: '2015-10-05' }])).toEqual([['w2', 19, true]]);
		expect(found([baseline, { set_on: '2014-10-05' }])).toEqual([['w2', 19, false]]);
	});
});

describe('the seal', () => {
	const [wave] = wavesOf('w3', schoolProject());
	const late = (row: Partial<IndicatorRow>, replaced = false) =>
		wave && isSealedLate({ ...target, ...row, replaced }, wave);

	test('a target set before its stage is sound, set later it is marked', () => {
		expect(late({ set_on: '2016-08-31' })).toBe(false);
		expect(late({ set_on: '2016-11-05' })).toBe(true);
		expect(late({})).toBe(false);
	});

	test('a typed value takes the place of a file’s, and is marked where it differs and has no date', () => {
		const [kept, ...none] = statedValues([target, { ...target, value: 20, source: -1, line: null }]);
		expect(none).toEqual([]);
		expect(kept).toMatchObject({ value: 20, source: -1, replaced: true });
		expect(late({}, kept?.replaced)).toBe(true);
	});

	test('typed first or last makes no difference', () => {
		const typed = { ...target, value: 20, source: -1, line: null };
		expect(statedValues([typed, target])).toEqual(statedValues([target, typed]));
	});
});
