import { beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '$lib/model/evaluation';
import { row, withEngine } from './testing/evaluated';
import { indicator, pupils, teachers, times } from './testing/rows';
import { schoolProject, type SchoolRows } from './testing/school';

const { evaluated } = withEngine();

describe('one wave of one item: 4 × 1, 3 × 2, 2 × 3, 6 × 4, 5 × 5, one blank', () => {
	let found: Evaluation;
	beforeAll(async () => {
		const values = [...times(4, 1), ...times(3, 2), ...times(2, 3), ...times(6, 4), ...times(5, 5), null];
		const rows = teachers(
			'w1',
			values.map((value) => [value, value, null])
		);
		found = await evaluated({
			teachers: rows.map((one, index) => ({ ...one, state_t3: index < 6 ? 'dont_know' : null }))
		});
	});

	test('distribution counts every level of the codebook, and the blank apart', () => {
		const counts = ['1', '2', '3', '4', '5', 'not_answered'].map((level) =>
			row(found, `distribution|teachers|t1|w1|${level}`)
		);
		expect(counts.map(({ count, n }) => [count, n])).toEqual([
			[4, 20],
			[3, 20],
			[2, 20],
			[6, 20],
			[5, 20],
			[1, 21]
		]);
		expect(counts[3]?.value).toBeCloseTo(30, 12);
	});

	test('favourable is 11 of 20 with Wilson’s interval, unfavourable 7 of 20, net their difference', () => {
		expect(row(found, 'favourable|teachers|t1|w1')).toMatchObject({
			value: 55.00000000000001,
			count: 11,
			n: 20
		});
		expect(row(found, 'favourable|teachers|t1|w1').low).toBeCloseTo(34.2085, 3);
		expect(row(found, 'favourable|teachers|t1|w1').high).toBeCloseTo(74.1802, 3);
		expect(row(found, 'unfavourable|teachers|t1|w1').count).toBe(7);
		expect(row(found, 'net|teachers|t1|w1').value).toBeCloseTo(20, 12);
	});

	test('the mean is 65/20 and У the same on 0–4', () => {
		expect(row(found, 'mean|teachers|t1|w1').value).toBeCloseTo(3.25, 12);
		expect(row(found, 'coefficient_u|teachers|t1|w1').value).toBeCloseTo(2.25, 12);
		expect(row(found, 'coefficient_u|teachers|w1')).toMatchObject({
			level: 'medium',
			method: 'stepanov-teachers@1',
			n: 20
		});
	});

	test('people are counted per band by their own mean: those with 1, 2 low; 3 medium; 4, 5 high', () => {
		const bands = ['low', 'medium', 'high'].map((level) => row(found, `level_share|teachers|w1|${level}`));
		expect(bands.map(({ count, n }) => [count, n])).toEqual([
			[7, 20],
			[2, 20],
			[11, 20]
		]);
	});

	test('the block’s score is the mean POMP of people who answered at least half of it', () => {
		expect(row(found, 'block_score|teachers|work|w1').value).toBeCloseTo(56.25, 12);
	});

	test('two items that say the same are perfectly reliable', () => {
		expect(row(found, 'alpha|teachers|work|w1')).toMatchObject({ n: 20, tags: ['grey'] });
		expect(row(found, 'alpha|teachers|work|w1').value).toBeCloseTo(1, 12);
		expect(row(found, 'omega|teachers|work|w1').reason).toBe('too_few');
	});

	test('an item nobody answered has no data, never 0 %, and its states are told', () => {
		expect(row(found, 'favourable|teachers|t3|w1')).toMatchObject({ value: null, reason: 'no_data', n: 0 });
		expect(row(found, 'distribution|teachers|t3|w1|dont_know')).toMatchObject({ count: 6, n: 21 });
	});

	test('with one wave the rest is said, not thrown', () => {
		expect(found.against).toBeNull();
		expect(found.criteria.map(({ text }) => text.code)).toEqual([
			'c1_one_wave',
			'c2_no_data',
			'c3_medium',
			'c4_no_ratings'
		]);
		expect(found.unjudged.map(({ code }) => code)).toContain('unjudged_no_previous');
	});
});

test('Kazakh school questionnaires on four points: 3 and 4 are favourable, У is re-anchored from 1–4', async () => {
	const found = await evaluated({ pupils: pupils('w1', [...times(5, 2), ...times(5, 3), ...times(10, 4)]) });
	expect(row(found, 'favourable|pupils|p1|w1').count).toBe(15);
	expect(row(found, 'coefficient_u|pupils|w1').value).toBeCloseTo(
		((5 * 1 + 5 * 2 + 10 * 3) / 20) * (4 / 3),
		12
	);
});

test('a multi-select item is shared among those who answered it, and may pass 100 %', async () => {
	const chosen = (clubs: readonly [number, number] | null) => ({
		option_clubs_1: clubs?.[0] ?? null,
		option_clubs_2: clubs?.[1] ?? null
	});
	const answers = [
		...times(6, [1, 1] as const),
		...times(2, [1, 0] as const),
		...times(2, [0, 0] as const),
		null
	];
	const rows = pupils('w1', times(11, 3)).map((row, index) => ({
		...row,
		...chosen(answers[index] ?? null)
	}));
	const found = await evaluated({ pupils: rows });
	const options = ['1', '2'].map((level) => row(found, `option_share|pupils|clubs|w1|${level}`));
	expect(options.map(({ value, count, n }) => [value, count, n])).toEqual([
		[80, 8, 10],
		[60, 6, 10]
	]);
	const few = await evaluated({ pupils: rows.slice(7) });
	expect(row(few, 'option_share|pupils|clubs|w1|1')).toMatchObject({ value: null, reason: 'suppressed' });
});

describe('matched teachers: of 20, 12 rise to the high level, 2 fall from it, 6 stay high', () => {
	const before = [...times(12, [2, 2, 2]), ...times(8, [5, 5, 5])];
	const after = [...times(12, [5, 5, 5]), ...times(2, [2, 2, 2]), ...times(6, [5, 5, 5])];
	let found: Evaluation;
	beforeAll(async () => {
		found = await evaluated({
			matched: true,
			teachers: [...teachers('w1', before), ...teachers('w3', after)]
		});
	});

	test('the headline is (12 − 2)/20 with Bonett–Price, rose', () => {
		const headline = row(found, 'change_matched|teachers|w3|w1|high');
		expect(headline).toMatchObject({ verdict: 'rose', nPairs: 20, up: 12, down: 2, same: 6, baseline: 40 });
		expect(headline.value).toBeCloseTo(50, 12);
		const [rise, fall] = [13 / 22, 3 / 22];
		const margin = 1.959963984540054 * Math.sqrt((rise + fall - (rise - fall) ** 2) / 22);
		expect(headline.low).toBeCloseTo(100 * (rise - fall - margin), 9);
		expect(headline.high).toBeCloseTo(100 * (rise - fall + margin), 9);
		expect(found.criteria[0]).toMatchObject({
			verdict: 'rose',
			headline: { id: headline.id },
			text: { code: 'c1_rose' }
		});
	});

	test('the first two sentences are the interval and who moved; then of whom the shares are, and how firm it is', () => {
		expect(found.criteria[0].detail.map(({ code }) => code)).toEqual([
			'c1_interval',
			'c1_moved',
			'c1_pairs_from_to',
			'c1_everyone_from_to',
			'c1_holds'
		]);
	});

	test('the effect size and the rank test stand beside the change, as details', () => {
		const [, item] = ['t1', 't2'].map((id) => row(found, `change_matched|teachers|${id}|w3|w1`));
		const [mean, sd] = [
			(12 * 3 - 2 * 3) / 20,
			(values: number[]) => {
				const m = values.reduce((a, b) => a + b) / values.length;
				return values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1);
			}
		];
		const d = mean / Math.sqrt((sd(before.map(([v = 0]) => v)) + sd(after.map(([v = 0]) => v))) / 2);
		expect(item?.effect).toBeCloseTo(d * (1 - 3 / (4 * 19 - 1)), 2);
		expect(item?.effectLow).toBeGreaterThan(0);
		expect(item?.effectHigh).toBeGreaterThan(item?.effect ?? NaN);
		expect(item?.pRank).toBeLessThan(0.05);
	});

	test('nobody left or joined: the whole change is the stayers’', () => {
		const parts = ['total', 'stayers', 'leavers', 'joiners'].map(
			(level) => row(found, `stayers_leavers_joiners|teachers|w3|w1|${level}`).value
		);
		expect(parts.map((value) => Math.round((value ?? NaN) * 1e9) / 1e9)).toEqual([50, 50, 0, 0]);
	});

	test('q is adjusted over the items of the comparison, and the clearest are named', () => {
		const items = ['t1', 't2', 't3'].map((item) => row(found, `change_matched|teachers|${item}|w3|w1`));
		expect(items.every(({ p, q }) => p === q && p !== undefined && p < 0.05)).toBe(true);
		expect(found.comparisons).toBe(3);
		expect(found.changed.up).toHaveLength(3);
	});
});

test('unmatched waves are compared as independent: Newcombe’s interval and χ²', async () => {
	const found = await evaluated({
		pupils: [
			...pupils('w1', [...times(40, 1), ...times(10, 4)]),
			...pupils('w3', [...times(20, 1), ...times(30, 4)])
		]
	});
	const change = row(found, 'change_favourable|pupils|p1|w3|w1');
	expect(change).toMatchObject({ baseline: 20, n: 50, verdict: 'rose' });
	expect(change.value).toBeCloseTo(40, 12);
	expect(change.low).toBeCloseTo(21.0021, 3);
	expect(change.high).toBeCloseTo(55.1731, 3);
});

test('fewer than ten answers are compared without a verdict', async () => {
	const found = await evaluated({ pupils: [...pupils('w1', times(9, 1)), ...pupils('w3', times(50, 4))] });
	expect(row(found, 'change_favourable|pupils|w3|w1|high').verdict).toBe('cannot_be_judged');
	expect(found.criteria[0].text.code).toBe('c1_too_few');
});

test('no verdict rests on an unconfirmed scale', async () => {
	const project = schoolProject((draft) => {
		const scales = draft.scales as { id: string; provisional?: boolean }[];
		for (const scale of scales) scale.provisional = true;
	});
	const found = await evaluated(
		{ pupils: [...pupils('w1', times(30, 1)), ...pupils('w3', times(30, 4))] },
		project
	);
	expect(row(found, 'change_favourable|pupils|w3|w1|high')).toMatchObject({
		verdict: 'cannot_be_judged',
		tags: ['provisional']
	});
	expect(found.criteria.map(({ text }) => text.code)).toEqual([
		'c1_provisional',
		'c2_no_data',
		'c3_provisional',
		'c4_no_ratings'
	]);
});

describe('an item that changed between the waves', () => {
	const changed = (change: 'reworded' | 'rescaled') =>
		schoolProject((draft) => {
			const instruments = draft.instruments as { items: { versions: object[] }[] }[];
			const item = instruments[0]?.items[2];
			if (!item) throw new Error('no item');
			item.versions = [
				{ waves: ['w1'], text: { en: 'a' }, scale: 'agree5' },
				{ waves: ['w3'], text: { en: 'a' }, scale: change === 'rescaled' ? 'agree4' : 'agree5', change }
			];
		});
	const rows: SchoolRows = {
		teachers: [...teachers('w1', times(20, [3, 3, 3])), ...teachers('w3', times(20, [4, 4, 4]))]
	};

	test('reworded: no difference, with the reason, and left out of the headline', async () => {
		const found = await evaluated(rows, changed('reworded'));
		expect(row(found, 'change_favourable|teachers|t3|w3|w1')).toMatchObject({
			value: null,
			reason: 'not_comparable'
		});
		expect(found.criteria[0].cautions).toContainEqual({
			code: 'caution_reworded_one',
			params: { number: 3 }
		});
		expect(found.ledger.map(({ comparability }) => comparability)).toEqual([
			'identical',
			'identical',
			'reworded'
		]);
	});

	test('rescaled: means in POMP, marked; shares only where both scales declare their rule', async () => {
		const found = await evaluated(rows, changed('rescaled'));
		expect(row(found, 'change_mean|teachers|t3|w3|w1')).toMatchObject({
			value: 50,
			unit: 'score',
			tags: ['rescaled']
		});
		expect(row(found, 'change_favourable|teachers|t3|w3|w1').reason).toBe('not_comparable');
	});
});

describe('coverage', () => {
	const rows = { pupils: pupils('w1', times(30, 4)) };
	const withPopulation = (n: number) =>
		schoolProject((draft) => Object.assign(draft, { populations: [{ audience: 'pupil', wave: 'w1', n }] }));

	test('is questionnaires of those who could answer', async () => {
		expect(row(await evaluated(rows, withPopulation(120)), 'coverage|pupils|w1')).toMatchObject({
			value: 25,
			count: 30,
			n: 120,
			tags: ['low_coverage']
		});
	});

	test('is unknown without a population, never 100 %', async () => {
		expect(row(await evaluated(rows), 'coverage|pupils|w1')).toMatchObject({
			value: null,
			reason: 'no_population',
			count: 30
		});
	});

	test('over 100 % is a problem of the data', async () => {
		const found = await evaluated(rows, withPopulation(20));
		expect(found.notReached.map(({ code }) => code)).toEqual(['coverage_over']);
	});

	test('teachers are counted by the roster of the wave', async () => {
		const person = ['A', 'B', 'C'].map((code) => ({ person: code }));
		const membership = [
			{ person: 'A', kind: 'department', value: 'Maths', from_date: '2010-09-01', to_date: null },
			{ person: 'B', kind: 'department', value: 'Maths', from_date: '2010-09-01', to_date: '2014-06-01' }
		];
		const found = await evaluated({ teachers: teachers('w1', times(10, [4, 4, 4])), person, membership });
		expect(row(found, 'coverage|teachers|w1')).toMatchObject({ n: 2, count: 10 });
	});
});

test('a published figure stands as a result of its measure, with the interval its n allows', async () => {
	const published = indicator({
		indicator: 'old',
		measure: 'level_share',
		audience: 'teacher',
		period: '2013-2014',
		kind: 'published',
		value: 56,
		n: 50
	});
	const found = await evaluated({ teachers: teachers('w1', times(10, [4, 4, 4])), indicator: [published] });
	const figure = row(found, 'level_share|teachers|2013-2014|high|old');
	expect(figure).toMatchObject({ value: 56, n: 50, tags: ['published'], instrument: 'teachers' });
	expect(figure.low).toBeCloseTo(42.3058, 3);
});
