import { describe, expect, test } from 'vitest';
import { sentence } from '$lib/i18n/words';
import { row, withEngine } from './testing/evaluated';
import { pupils, teachers, times } from './testing/rows';
import { schoolProject } from './testing/school';

const { evaluated } = withEngine();

describe('seven people', () => {
	const of = async (answers: number[]) =>
		evaluated({
			teachers: teachers(
				'w1',
				answers.map((value, index) => [value, value, index === 0 ? 3 : value])
			)
		});

	test('are told as counts: no interval of a mean, and no level unless it is certain', async () => {
		const found = await of([1, 2, 3, 4, 5, 5, 4]);
		expect(row(found, 'favourable|teachers|t1|w1')).toMatchObject({ count: 4, n: 7, tags: ['counts_only'] });
		expect(row(found, 'favourable|teachers|t1|w1')).toHaveProperty('low');
		expect(row(found, 'mean|teachers|t1|w1')).not.toHaveProperty('low');
		expect(row(found, 'block_score|teachers|work|w1')).not.toHaveProperty('low');
		expect(row(found, 'coefficient_u|teachers|w1')).not.toHaveProperty('level');
		expect(found.criteria[2]).toMatchObject({ verdict: 'cannot_be_judged', text: { code: 'c3_too_few' } });
	});

	test('have a level where both ends of the interval lie in it', async () => {
		const found = await of([5, 5, 5, 5, 5, 5, 4]);
		expect(row(found, 'coefficient_u|teachers|w1').level).toBe('high');
		expect(found.criteria[2].text.code).toBe('c3_high');
	});
});

test('a method whose bands do not fit is said and not used', async () => {
	const project = schoolProject((draft) => {
		const title = { en: 'Own' };
		const bands = ['low', 'high'].map((id) => ({ id, title }));
		draft.methods = [{ id: 'own', version: 1, title, low: 0, high: 4, cuts: [5], bands }];
		Object.assign((draft.instruments as object[])[1] ?? {}, { method: 'own@1' });
	});
	const found = await evaluated({ pupils: pupils('w1', times(20, 4)) }, project);
	expect(found.unjudged).toContainEqual({
		code: 'unjudged_method_cuts_outside',
		params: { title: { text: { en: 'Own' } } }
	});
	expect(found.results.filter(({ method }) => method === 'own@1')).toEqual([]);
});

test('a coefficient just under the high level is not printed as if it were in it', async () => {
	const answers = times(400, [4, 4, 4]).map((one, index) => (index === 0 ? [3, 4, 4] : one));
	const found = await evaluated({ teachers: teachers('w1', answers) });
	expect(found.criteria[2].text.code).toBe('c3_medium');
	expect(sentence(found.criteria[2].detail[0] ?? { code: '', params: {} }, 'en')).toContain('2.999 ');
	expect(found.criteria[2].detail.map(({ code }) => code)).toEqual(['c3_scale', 'c3_audience']);
});

describe('a verdict that few could turn is called fragile', () => {
	const matched = (risen: number) => ({
		matched: true,
		teachers: [
			...teachers('w1', times(20, [2, 2, 2])),
			...teachers('w3', [...times(risen, [5, 5, 5]), ...times(20 - risen, [2, 2, 2])])
		]
	});
	const fragile = async (risen: number) => {
		const { text, cautions } = (await evaluated(matched(risen))).criteria[0];
		return [text.code, cautions.find(({ code }) => code === 'caution_fragile')?.params.count];
	};

	test('among pairs', async () => {
		expect(await fragile(5)).toEqual(['c1_rose', 1]);
		expect(await fragile(12)).toEqual(['c1_rose', undefined]);
	});

	test('and by those who did not answer, where it is known how many they are', async () => {
		const project = schoolProject((draft) =>
			Object.assign(draft, { populations: [{ audience: 'pupil', wave: 'w3', n: 100 }] })
		);
		const found = await evaluated(
			{
				pupils: [
					...pupils('w1', [...times(30, 1), ...times(20, 4)]),
					...pupils('w3', [...times(18, 1), ...times(32, 4)])
				]
			},
			project
		);
		const [silent] = found.criteria[0].cautions.filter(({ code }) => code === 'caution_silent_few');
		expect(silent?.params.silent).toBe(50);
		expect(silent?.params.count).toBeGreaterThan(0);
	});
});

test('an item answered less than half as often as the others is marked', async () => {
	const rows = times(40, 0).map((_, index) => [4, 3, index < 15 ? 5 : null]);
	const found = await evaluated({ teachers: teachers('w1', rows) });
	expect(row(found, 'favourable|teachers|t3|w1').tags).toEqual(['small_group', 'few_answers']);
	expect(row(found, 'favourable|teachers|t1|w1').tags).toBeUndefined();
});
