import { afterAll, describe, expect, it, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { countSchool } from '../testing/counting';
import { indicator, ratings } from '../testing/rows';
import { schoolProject, type SchoolRows } from '../testing/school';
import { placesOf } from './module-profile';

const engine = await openNodeEngine();
afterAll(() => engine.close());

async function resultsOf(rows: SchoolRows, measure: string): Promise<Result[]> {
	const project = schoolProject((draft) => {
		for (const { items } of draft.instruments as { items: { id: string; module?: number }[] }[])
			for (const item of items) if (/^c\d$/.test(item.id)) item.module = Number(item.id.slice(1));
	});
	const counts = await countSchool(engine, rows, project);
	return evaluate(counts, project, selection.parse({})).results.filter((row) => row.measure === measure);
}

/** So many attendances in each month, of different people. */
function came(wave: string, months: Record<string, number>) {
	return Object.entries(months).flatMap(([month, n]) =>
		Array.from({ length: n }, (_, at) => ({ person: `T${at}`, date: `${month}-15`, wave, kind: 'coaching' }))
	);
}

const YEAR = {
	...{ '2014-09': 4, '2014-10': 6, '2014-11': 5, '2014-12': 4, '2015-01': 6, '2015-02': 5 },
	...{ '2015-04': 4, '2015-05': 6 }
};

describe('attendances per month', () => {
	it('count a month of lessons without any as 0, and leave the summer out', async () => {
		const attendance = [...came('w1', YEAR), ...came('w2', { '2015-09': 5, '2015-10': 5 })];
		const found = await resultsOf({ attendance }, 'participation_monthly');
		expect(found.map(({ kind, value, wave }) => [kind, value, wave]).slice(5, 10)).toEqual([
			['2015-02', 5, 'w1'],
			['2015-03', 0, 'w1'],
			['2015-04', 4, 'w1'],
			['2015-05', 6, 'w1'],
			['2015-09', 5, 'w2']
		]);
		expect(found).toHaveLength(11);
	});

	it('have limits from the moving ranges of neighbouring months, none across the summer', async () => {
		const attendance = [...came('w1', YEAR), ...came('w2', { '2015-09': 5, '2015-10': 5, '2015-11': 30 })];
		const limits = await resultsOf({ attendance }, 'participation_limits');
		const value = (level: string) => limits.find((row) => row.level === level && !row.kind)?.value;
		// Mean of 4 6 5 4 6 5 0 4 6 5 5 30; ranges 2 1 1 2 1 5 4 2 | 0 25.
		expect(value('centre')).toBeCloseTo(80 / 12, 9);
		const sigma = (43 / 10) * (Math.sqrt(Math.PI) / 2);
		expect(value('upper')).toBeCloseTo(80 / 12 + 3 * sigma, 9);
		expect(value('lower')).toBeCloseTo(80 / 12 - 3 * sigma, 9);
		expect(limits.filter(({ kind }) => kind).map(({ kind, level, value }) => [kind, level, value])).toEqual([
			['2015-11', 'outside', 30],
			// From the eighth month below the mean on; the summer does not end the run.
			['2015-04', 'runs', 4],
			['2015-05', 'runs', 6],
			['2015-09', 'runs', 5],
			['2015-10', 'runs', 5]
		]);
		expect(limits.every(({ tags, n }) => tags === undefined && n === 12)).toBe(true);
	});

	it('have trial limits below twelve months, and none below six or where nothing varies', async () => {
		const trial = await resultsOf({ attendance: came('w1', YEAR) }, 'participation_limits');
		expect(trial.map(({ tags }) => tags)).toEqual(trial.map(() => ['trial_limits']));
		const few = await resultsOf(
			{ attendance: came('w1', { '2014-09': 2, '2014-10': 9 }) },
			'participation_limits'
		);
		expect(few.map(({ level, value, reason }) => [level, value, reason])).toEqual([
			['centre', null, 'too_few'],
			['lower', null, 'too_few'],
			['upper', null, 'too_few']
		]);
		const months = ['09', '10', '11', '12'].map((month) => `2014-${month}`);
		const alike = Object.fromEntries([...months, '2015-01', '2015-02'].map((month) => [month, 3]));
		const flat = await resultsOf({ attendance: came('w1', alike) }, 'participation_limits');
		expect(flat.map(({ reason }) => reason)).toEqual(['no_variation', 'no_variation', 'no_variation']);
	});

	it('take months without dates for nothing', async () => {
		const attendance = [{ person: 'T1', date: null, wave: 'w1', kind: 'coaching' }];
		expect(await resultsOf({ attendance }, 'participation_monthly')).toEqual([]);
	});
});

describe('the highest level', () => {
	it('counts each person once, at their highest, and nobody without a level', async () => {
		const at = (person: string, level: string | null) => ({ person, level, wave: 'w1', kind: 'contest' });
		const attendance = [at('A', 'school'), at('A', 'region'), at('B', 'school'), at('C', null)];
		const found = await resultsOf({ attendance }, 'participation_highest');
		expect(found.map(({ level, value, n }) => [level, value, n])).toEqual([
			['school', 1, 2],
			['city', 0, 2],
			['region', 1, 2],
			['republic', 0, 2],
			['international', 0, 2]
		]);
		const achieved = await resultsOf({ achievement: attendance }, 'achievements_highest');
		expect(achieved.map(({ value }) => value)).toEqual(found.map(({ value }) => value));
	});
});

test('places begin at the highest value; equal ones share the better place', () => {
	expect(placesOf([3, 5, null, 5, 1])).toEqual([3, 1, null, 1, 4]);
});

describe('voice, practice and achievement', () => {
	const criteria = [
		...ratings('w1', 'self', [[5, 2]]),
		...ratings('w1', 'mentor', [[2, 4]]),
		...ratings('w1', 'administration', [[1, 1]])
	];
	const attendance = [1, 2, 2].map((module) => ({ person: 'T0', wave: 'w1', kind: 'coaching', module }));

	it('stand on one row per module, the mentor as the expert', async () => {
		const found = await resultsOf({ criteria, attendance }, 'module_profile');
		const line = (level: string) => found.filter((row) => row.level === level);
		expect(line('voice').map(({ module, value }) => [module, value])).toEqual([
			[1, 5],
			[2, 2]
		]);
		expect(line('expert').map(({ value, rater }) => [value, rater])).toEqual([
			[2, 'mentor'],
			[4, 'mentor']
		]);
		expect(line('practice').map(({ value }) => value)).toEqual([1, 2]);
		expect(line('achievement').map(({ value, reason }) => [value, reason])).toEqual([
			[null, 'no_data'],
			[null, 'no_data']
		]);
	});

	it('disagree by the places that the lines known differ', async () => {
		const found = await resultsOf({ criteria, attendance }, 'module_disagreement');
		expect(found.map(({ module, value, n }) => [module, value, n])).toEqual([
			[1, 1, 3],
			[2, 1, 3]
		]);
	});
});

describe('expected results', () => {
	it('are shown by a measure each, with the target set for just it', async () => {
		const achievement = [1, 2].map((at) => ({
			person: `T${at}`,
			wave: 'w1',
			kind: 'open_lesson',
			level: 'city'
		}));
		const aim = indicator({
			...{ indicator: 'lessons', measure: 'achievements_count', item_or_block: 'open_lesson' },
			...{ period: 'I', kind: 'target', value: 3 }
		});
		const attendance = [{ person: 'T1', wave: 'w1', kind: 'coaching', level: 'school' }];
		const found = await resultsOf({ achievement, attendance, indicator: [aim] }, 'expected_result');
		const first = found.filter(({ wave }) => wave === 'w1');
		expect(
			first.map(({ block, level, value, reason, indicator: of }) => [block, level, value ?? reason, of])
		).toEqual([
			['confidence', 'mean', 'no_data', undefined],
			['joint_research', 'participation_people', 'not_held', undefined],
			['joint_development', 'participation_share', 'no_population', undefined],
			['school_ties', 'participation_attendances', 'not_held', undefined],
			['exchange', 'achievements_count', 2, 'lessons'],
			['qualification', 'participation_people', 'not_held', undefined]
		]);
	});
});
