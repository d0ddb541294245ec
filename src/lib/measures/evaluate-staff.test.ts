import * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '$lib/model/evaluation';
import { evidence } from './evidence';
import { countSchool } from './testing/counting';
import { FULL_SCHOOL } from './testing/full-school';
import { row, withEngine } from './testing/evaluated';
import { indicator, ratings } from './testing/rows';
import { schoolDataset, schoolProject, type SchoolRows } from './testing/school';

const { engine, evaluated } = withEngine();

const withReliability = schoolProject((draft) =>
	Object.assign(draft, { reliability: { value: 0.8, source: 'manual' } })
);

describe('growth of teachers, r = 0.8: means 2, 3, 4 (twice each) become 4, 3, 3.5', () => {
	const before = [
		[2, 2],
		[3, 3],
		[4, 4],
		[2, 2],
		[3, 3],
		[4, 4]
	];
	const after = [
		[4, 4],
		[3, 3],
		[4, 3],
		[4, 4],
		[3, 3],
		[3, 4]
	];
	const rows: SchoolRows = {
		criteria: [...ratings('w1', 'mentor', before), ...ratings('w3', 'mentor', after)]
	};
	const limit = 1.959963984540054 * Math.sqrt(2 * 0.8 * (1 - 0.8));

	test('the smallest reliable change is 1.96·√(2·SD₁²·(1 − r)), SD₁² = 0.8', async () => {
		const found = await evaluated(rows, withReliability);
		const most = row(found, 'growth_person|criteria|w3|w1|T0|mentor');
		expect(most).toMatchObject({ value: 2, baseline: 2, verdict: 'reliable_growth', n: 2, unit: 'scale' });
		expect(most.high).toBeCloseTo(limit, 12);
		expect(row(found, 'growth_person|criteria|w3|w1|T2|mentor')).toMatchObject({
			value: -0.5,
			verdict: 'within_uncertainty'
		});
		const shares = ['growth', 'within', 'decline'].map(
			(level) => row(found, `reliable_change_share|criteria|w3|w1|mentor|${level}`).count
		);
		expect(shares).toEqual([2, 4, 0]);
		expect(found.criteria[3]).toMatchObject({
			verdict: 'growth_counts',
			text: { code: 'c4_growth_only', params: { n: 6, growth: 2 } }
		});
	});

	test('without a reliability nothing is called reliable, and the reason is said', async () => {
		const found = await evaluated(rows);
		expect(row(found, 'growth_person|criteria|w3|w1|T0|mentor')).toMatchObject({
			value: 2,
			verdict: 'cannot_be_judged'
		});
		expect(row(found, 'reliable_change_share|criteria|w3|w1|mentor|growth')).toMatchObject({
			value: null,
			reason: 'reliability_unusable'
		});
		expect(found.criteria[3].text.code).toBe('c4_no_reliability');
		expect(found.unjudged).toContainEqual({
			code: 'unjudged_no_reliability',
			params: { instrument: { text: { en: 'text' } } }
		});
	});

	test('groups: the lowest third grew most, and the caution says what that means', async () => {
		const found = await evaluated(rows, withReliability);
		const third = (group: string) =>
			row(found, `growth_group|criteria|w3|w1|starting_third=${group}|mentor`).value;
		expect(['low', 'medium', 'high'].map(third)).toEqual([2, 0, -0.5]);
		expect(found.criteria[3].cautions.map(({ code }) => code)).toContain('caution_regression');
		const [maths, art] = ['Maths', 'Art'].map((group) =>
			row(found, `growth_group|criteria|w3|w1|department=${group}|mentor`)
		);
		expect([maths?.value, maths?.nPairs, art?.value, art?.nPairs]).toEqual([0.5, 3, 0.5, 3]);
	});

	test('the mean change has the paired t interval: 0.5 ± 2.5706·1.2247/√6', async () => {
		const mean = row(await evaluated(rows, withReliability), 'change_mean|criteria|w3|w1|mentor');
		expect(mean.value).toBeCloseTo(0.5, 12);
		expect(mean.high).toBeCloseTo(0.5 + (2.570581835636 * Math.sqrt(1.4)) / Math.sqrt(6), 9);
		expect(mean.verdict).toBe('cannot_be_judged');
	});

	test('the school’s own reliability is taken from 30 complete ratings', async () => {
		const many = Array.from({ length: 30 }, (_, i) => [1 + (i % 5), 1 + ((i + (i % 2)) % 5)]);
		const found = await evaluated({
			criteria: [...ratings('w1', 'mentor', many), ...ratings('w3', 'mentor', many)]
		});
		expect(row(found, 'reliable_change_share|criteria|w3|w1|mentor|within')).toMatchObject({
			count: 30,
			n: 30,
			value: 100
		});
	});
});

describe('raters of one wave: self is always one above the mentor', () => {
	const mentor = Array.from({ length: 10 }, (_, i) => [1 + (i % 4), 1 + (i % 4)]);
	const rows: SchoolRows = {
		criteria: [
			...ratings('w1', 'mentor', mentor),
			...ratings(
				'w1',
				'self',
				mentor.map((values) => values.map((value) => value + 1))
			)
		]
	};

	test('the gap is 1, and agreement is absolute agreement', async () => {
		const found = await evaluated(rows);
		expect(row(found, 'rater_gap|criteria|w1')).toMatchObject({ value: 1, n: 10 });
		const single = row(found, 'icc|criteria|w1|single').value ?? NaN;
		const average = row(found, 'icc|criteria|w1|average').value ?? NaN;
		expect(average).toBeCloseTo((2 * single) / (1 + single), 9);
		expect(single).toBeLessThan(1);
		expect(found.criteria[3].text.code).toBe('c4_one_wave');
	});
});

describe('a whole school', () => {
	let found: Evaluation;
	beforeAll(async () => {
		found = await evaluated(FULL_SCHOOL, withReliability);
	});

	test('participation counts people, attendances, share of the roster, hours and concentration', () => {
		expect(row(found, 'participation_people|w3')).toMatchObject({ value: 12, n: 12 });
		expect(row(found, 'participation_attendances|w3').value).toBe(24);
		expect(row(found, 'participation_share|w3')).toMatchObject({ value: 100, count: 12, n: 12 });
		expect(row(found, 'participation_hours|w3').value).toBeCloseTo((4 * 15 + 1 + 2 + 3 + 4) / 12, 12);
		expect(row(found, 'participation_concentration|w3').value).toBeCloseTo((100 * 10) / 24, 12);
		expect(row(found, 'participation_people|w3|seminar').value).toBe(4);
	});

	test('a stage of which no attendance is recorded has no data, not 0', () => {
		expect(row(found, 'participation_people|w1')).toMatchObject({ value: null, reason: 'no_data' });
	});

	test('achievements by kind and level', () => {
		expect(row(found, 'achievements_count|w3').value).toBe(5);
		expect(row(found, 'achievements_count|w3|region|contest').value).toBe(4);
		expect(row(found, 'achievements_count|w1|region').value).toBe(0);
	});

	test('the plan against what was held', () => {
		expect(['planned', 'done', 'late'].map((level) => row(found, `plan_fact|w3|${level}`).value)).toEqual([
			3, 2, 1
		]);
	});

	test('a target is compared with what was counted at its level, from its stated baseline', () => {
		expect(row(found, 'target_status|w3|contests')).toMatchObject({
			value: 4,
			target: 5,
			baseline: 1,
			status: 'not_reached'
		});
		expect(row(found, 'progress|w3|contests').value).toBeCloseTo(75, 12);
	});

	test('a target of a share has an interval, its measured baseline, and its late seal', () => {
		const high = row(found, 'target_status|w3|high');
		expect(high).toMatchObject({ value: 100, target: 80, status: 'reached_certain', tags: ['sealed_late'] });
		expect(found.criteria[1].cautions.map(({ code }) => code)).toContain('caution_sealed_late');
	});

	test('criterion 2 counts targets, those without data apart', () => {
		expect(found.criteria[1]).toMatchObject({
			verdict: 'k_of_m',
			text: { code: 'c2_k_of_m', params: { k: 1, m: 2 } }
		});
		expect(found.unjudged.map(({ code }) => code)).toContain('unjudged_target_data');
	});

	test('the count of reached targets is a result, with the targets of the stage behind it', async () => {
		const headline = found.criteria[1].headline;
		expect(row(found, headline?.id ?? '')).toMatchObject({ value: 1, count: 1, n: 2, level: 'reached' });
		const shape = schoolDataset(FULL_SCHOOL);
		const { rowsSql } = evidence(row(found, headline?.id ?? ''), withReliability, shape);
		await countSchool(engine(), FULL_SCHOOL, withReliability);
		const answers = await engine().query({
			name: 'targets',
			sql: rowsSql ?? '',
			row: z.object({ answer: z.string() })
		});
		expect(answers.map(({ answer }) => Number(answer))).toEqual([5, 80, 60]);
	});

	test('growth is set against hours by kind of work, collective forms together', () => {
		const doses = found.results.filter(
			({ measure, rater }) => measure === 'dose_growth' && rater === 'mentor'
		);
		expect(doses.map(({ kind, n }) => [kind, n])).toEqual([
			['coaching', 12],
			['seminar', 12],
			['collective', 12]
		]);
		expect(doses.every(({ value }) => value !== null && Math.abs(value) <= 1)).toBe(true);
	});

	test('every id is there once, and every number is one', () => {
		expect(new Set(found.results.map(({ id }) => id)).size).toBe(found.results.length);
		for (const { id, value, low, high, reason } of found.results) {
			const numbers = [value, low, high].filter((number) => number !== undefined && number !== null);
			expect([id, numbers.every(Number.isFinite)]).toEqual([id, true]);
			expect([id, value === null]).toEqual([id, reason !== undefined]);
		}
	});
});

test('one department’s teachers are looked at by the roster, with the department’s staff as the whole', async () => {
	const found = await evaluated(FULL_SCHOOL, withReliability, { groups: { department: 'Maths' } });
	expect(row(found, 'participation_share|w3')).toMatchObject({
		count: 6,
		n: 6,
		within: { groups: { department: 'Maths' }, module: null }
	});
	expect(row(found, 'reliable_change_share|criteria|w3|w1|mentor|growth').n).toBe(6);
});

test('of a class, which no teacher belongs to, nothing is told about staff: not that there were no events', async () => {
	const found = await evaluated(FULL_SCHOOL, withReliability, { groups: { class: '7A' } });
	const ofStaff = found.results.filter(({ measure }) =>
		/^(participation|achievements|growth|reliable)/.test(measure)
	);
	expect(ofStaff).toEqual([]);
	expect(found.staffLeftOut).toBe(true);
	expect(found.criteria[3]).toMatchObject({ verdict: 'no_data', text: { code: 'c_no_staff_group' } });
	expect(found.results.some(({ measure }) => measure === 'plan_fact')).toBe(true);
});

test('a target downwards without a baseline: 7 for 5 is attained by 71 %, not 140 %', async () => {
	const found = await evaluated({
		achievement: Array.from({ length: 7 }, () => ({
			person: 'T1',
			wave: 'w3',
			kind: 'other',
			level: 'school'
		})),
		indicator: [
			indicator({
				...{ indicator: 'fewer', measure: 'achievements_count', item_or_block: 'other', period: 'III' },
				...{ kind: 'target', value: 5, direction: 'down' }
			})
		]
	});
	const progress = row(found, 'progress|w3|attainment|fewer');
	expect(progress.value).toBeCloseTo((100 * 5) / 7, 12);
	expect(row(found, 'target_status|w3|fewer').status).toBe('not_reached');
});

describe('attendance', () => {
	const came = (person: string, more: Record<string, string | number | null> = {}) => ({
		...{ person, event: 'e', date: '2016-10-10', wave: 'w3', kind: 'coaching', hours: 2 },
		...{ group_department: 'Maths', group_mentor: null },
		...more
	});

	test('without hours is left out of the hours per person, and said', async () => {
		const attendance = [
			came('T0'),
			came('T0', { hours: null }),
			came('T1', { hours: 0 }),
			came('T2', { hours: null })
		];
		expect(row(await evaluated({ attendance }), 'participation_hours|w3')).toMatchObject({
			value: 1,
			n: 2,
			tags: ['hours_missing']
		});
		const known = row(await evaluated({ attendance: [came('T0')] }), 'participation_hours|w3');
		expect([known.value, known.tags]).toEqual([2, undefined]);
	});

	test('of a person all of whose hours are missing is no dose of 0', async () => {
		const before = Array.from({ length: 12 }, (_, i) => [1 + (i % 3), 2]);
		const after = Array.from({ length: 12 }, (_, i) => [1 + (i % 3), 2 + (i % 4)]);
		const criteria = [...ratings('w1', 'mentor', before), ...ratings('w3', 'mentor', after)];
		const attendance = before.map((_, i) => came(`T${i}`, { hours: i === 0 ? null : i }));
		expect(
			row(await evaluated({ criteria, attendance }), 'dose_growth|criteria|w3|w1|mentor|coaching')
		).toMatchObject({
			n: 11,
			tags: ['small_group', 'hours_missing']
		});
		const few = await evaluated({
			criteria,
			attendance: attendance.map((one, i) => (i < 3 ? { ...one, hours: null } : one))
		});
		expect(row(few, 'dose_growth|criteria|w3|w1|mentor|coaching')).toMatchObject({
			value: null,
			reason: 'too_few',
			n: 9
		});
	});

	test('of a kind that the stage did not hold is not held; where it was held and none of the group came it is 0', async () => {
		const attendance = [came('T0'), came('T1', { kind: 'seminar', wave: 'w1' })];
		const everyone = await evaluated({ attendance });
		expect(row(everyone, 'participation_people|w3|seminar')).toMatchObject({
			value: null,
			reason: 'not_held'
		});
		const art = await evaluated({ attendance }, schoolProject(), { groups: { department: 'Art' } });
		expect(row(art, 'participation_people|w3|coaching').value).toBe(0);
	});
});

describe('parts may be missing', () => {
	const parts = Object.keys(FULL_SCHOOL) as (keyof SchoolRows)[];

	test.each(parts)('everything but %s', async (part) => {
		const found = await evaluated({ ...FULL_SCHOOL, [part]: undefined });
		expect(found.criteria).toHaveLength(4);
	});

	test.each(parts)('nothing but %s', async (part) => {
		const found = await evaluated({ [part]: FULL_SCHOOL[part] });
		expect(found.summary.code).toMatch(/^summary_/);
	});

	test('no question about the chosen module', async () => {
		const found = await evaluated(FULL_SCHOOL, withReliability, { module: 3 });
		expect(found.criteria.slice(0, 3).map(({ text }) => text.code)).toEqual([
			'c_no_module',
			'c2_k_of_m',
			'c_no_module'
		]);
	});

	test('nothing at all', async () => {
		const found = await evaluated({});
		expect([found.wave, found.against, found.summary.code]).toEqual([null, null, 'summary_no_data']);
		expect(found.criteria.map(({ verdict }) => verdict)).toEqual([
			'no_data',
			'no_data',
			'no_data',
			'no_data'
		]);
	});

	test('a project without waves', async () => {
		const found = await evaluated(
			{},
			schoolProject((draft) => Object.assign(draft, { waves: [] }))
		);
		expect(found.results).toEqual([]);
	});
});
