import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { catalogue } from '$lib/measures/catalogue';
import { changeVerdict } from '$lib/measures/change/verdict';
import { display } from '$lib/measures/policy';
import { shareChange } from '$lib/measures/statistics/independent';
import { benjaminiHochberg } from '$lib/measures/statistics/multiplicity';
import type { Evaluation } from '$lib/model/evaluation';
import { ROOT } from './method-document';
import { evaluator, resultOf, sheets, teachers } from './method-school';

const engine = await openNodeEngine();
const evaluated = evaluator(engine);
afterAll(() => engine.close());

function many<Row>(n: number, row: Row): Row[] {
	return Array.from({ length: n }, () => row);
}

function cautions({ criteria }: Evaluation): string[] {
	return criteria.flatMap((criterion) => criterion.cautions.map(({ code }) => code));
}

/** Ratings before and after, of as many teachers, by the mentor. */
function rated(before: readonly number[], after: readonly number[]) {
	return evaluated(
		{ criteria: [...sheets('w1', before), ...sheets('w3', after)] },
		{ change: (draft) => Object.assign(draft, { reliability: { value: 0.8, source: 'test' } }) }
	);
}

describe('traps of dashboards', () => {
	it('codes 1–5 are not put under the cut-points of a 0–4 scale', async () => {
		const found = await evaluated({ teachers: teachers('w1', many(12, [3, 3, 3])) });
		const own = resultOf(found, { measure: 'coefficient_u', item: undefined, method: 'stepanov-teachers@1' });
		expect(own).toMatchObject({ value: 2, level: 'medium' });
		const levels = found.results.filter(
			({ measure, method }) => measure === 'level_share' && method === own.method
		);
		expect(levels.map(({ level, count }) => [level, count])).toEqual([
			['low', 0],
			['medium', 12],
			['high', 0]
		]);
	});

	it('a blank and a don’t know are not zero', async () => {
		const rows = [
			...many(6, { item_t3: 5, state_t3: null }),
			...many(4, { item_t3: null, state_t3: 'dont_know' })
		];
		const blank = many(2, { item_t3: null, state_t3: null });
		const found = await evaluated({ teachers: [...rows, ...blank].map((row) => ({ wave: 'w1', ...row })) });
		expect(resultOf(found, { measure: 'mean', item: 't3' })).toMatchObject({ value: 5, n: 6 });
		expect(resultOf(found, { measure: 'favourable', item: 't3' })).toMatchObject({
			value: 100,
			count: 6,
			n: 6
		});
		expect(resultOf(found, { measure: 'distribution', item: 't3', level: 'dont_know' })).toMatchObject({
			count: 4,
			n: 12
		});
		expect(resultOf(found, { measure: 'distribution', item: 't3', level: 'not_answered' })).toMatchObject({
			count: 2,
			n: 12
		});
		expect(resultOf(found, { measure: 'favourable', item: 't1' })).toMatchObject({
			value: null,
			reason: 'no_data',
			n: 0
		});
	});

	it('actual over target is never called progress', async () => {
		const of = { indicator: 'A', measure: 'achievements_count', period: 'III', direction: 'up' };
		const achievement = many(6, { wave: 'w3', person: 'T1', kind: 'contest', level: 'city' });
		const target = { ...of, kind: 'target', value: 8 };
		const without = await evaluated({ achievement, indicator: [target] });
		expect(resultOf(without, { measure: 'progress', wave: 'w3' })).toMatchObject({
			value: 75,
			level: 'attainment'
		});
		const baseline = { ...of, kind: 'baseline', period: 'I', value: 4 };
		const within = resultOf(await evaluated({ achievement, indicator: [target, baseline] }), {
			measure: 'progress',
			wave: 'w3'
		});
		expect(within).toMatchObject({ value: 50, baseline: 4 });
		expect(within.level).toBeUndefined();
	});

	it('groups of unequal size do not weigh the same', async () => {
		const large = teachers('w1', many(30, [5, 5, 5]), { group_department: 'Maths' });
		const small = teachers('w1', many(10, [1, 1, 1]), { group_department: 'Arts' });
		const found = await evaluated({ teachers: [...large, ...small] });
		const of = { measure: 'coefficient_u', item: undefined, method: 'stepanov-teachers@1' };
		expect(resultOf(found, { ...of, group: 'Maths' }).value).toBe(4);
		expect(resultOf(found, { ...of, group: 'Arts' }).value).toBe(0);
		expect(resultOf(found, { ...of, group: undefined })).toMatchObject({ value: 3, level: 'high', n: 40 });
	});

	it('categories and course levels are labels, not numbers', async () => {
		const people = Array.from({ length: 12 }, (_, index) => `T${index + 1}`);
		const school = (names: readonly string[]) => {
			const kinds = ['category', 'course_level'];
			const membership = people.flatMap((person, index) =>
				kinds.map((kind) => ({ person, kind, value: names[index % names.length] ?? '' }))
			);
			const [before, after] = [
				people.map((_, index) => 2 + (index % 4) / 2),
				people.map((_, index) => 3 + (index % 3) / 2)
			];
			const criteria = [...sheets('w1', before), ...sheets('w3', after)];
			return evaluated({ person: people.map((person) => ({ person })), membership, criteria });
		};
		const [numbered, named] = [await school(['1', '2', '3']), await school(['third', 'second', 'first'])];
		const values = ({ results }: Evaluation) => results.map(({ measure, value }) => [measure, value]);
		expect(values(numbered)).toEqual(values(named));
		const about = numbered.results.filter(
			({ measure, groupKind }) =>
				measure === 'growth_group' && /^(category|course_level)$/.test(groupKind ?? '')
		);
		expect(about.map(({ measure, group }) => `${measure} ${group}`)).toEqual(
			['1', '2', '3', '1', '2', '3'].map((group) => `growth_group ${group}`)
		);
	});

	it('three waves give three values and no trend', async () => {
		const wave = (id: string, answer: number) => teachers(id, many(12, [answer, answer, answer]));
		const found = await evaluated({ teachers: [...wave('w1', 3), ...wave('w2', 4), ...wave('w3', 5)] });
		expect(new Set(found.results.map(({ wave }) => wave))).toEqual(new Set(['w1', 'w2', 'w3']));
		expect(catalogue.map(({ id }) => id).filter((id) => /trend|slope|forecast|r2/.test(id))).toEqual([]);
		expect(display({ what: 'xmr', points: 3 }).show).toBe('run_chart_no_limits');
		const means = found.results.filter(({ measure, item }) => measure === 'mean' && item === 't1');
		expect(means.map(({ value }) => value)).toEqual([3, 4, 5]);
	});

	it('a rise of the lowest third carries the warning about regression to the mean', async () => {
		const before = [1, 1.5, 2, 2, 3, 3, 3, 3, 4, 4, 4.5, 5];
		const towardsTheMean = await rated(
			before,
			before.map((value) => value + (3 - value) / 2)
		);
		expect(cautions(towardsTheMean)).toContain('caution_regression');
		const allAlike = await rated(
			before,
			before.map((value) => value - 0.5)
		);
		expect(cautions(allAlike)).not.toContain('caution_regression');
	});

	it('a start near the top of the scale carries the warning about the ceiling', async () => {
		const nearTheTop = await rated([4.5, 5, 4.5, 5, 5, 5, 4.5, 5, 5, 4.5], many(10, 5));
		expect(cautions(nearTheTop)).toContain('caution_ceiling');
		const withRoom = await rated([3.5, 4, 3.5, 4, 4, 4, 3.5, 4, 4, 3.5], many(10, 5));
		expect(cautions(withRoom)).not.toContain('caution_ceiling');
	});

	it('240 comparisons of nothing name no change', async () => {
		let state = 2024;
		const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
		const favourable = () => many(40, 0).filter(() => random() < 0.6).length;
		const changes = many(240, 0).map(() => shareChange(favourable(), 40, favourable(), 40).value);
		const p = changes.map((change) => change?.test.p.value ?? null);
		const q = benjaminiHochberg(p);
		const verdicts = changes.map((change, index) => {
			const interval = change && { low: 100 * change.low, high: 100 * change.high };
			return changeVerdict({ hidden: false, n: 40, interval, q: q[index] ?? null });
		});
		expect(p.filter((value) => value !== null && value < 0.05).length).toBeGreaterThan(5);
		expect(verdicts.filter((verdict) => verdict === 'rose' || verdict === 'fell')).toEqual([]);

		const answers = (t1: number, t2: number) => [...many(8, [t1, t2, 4]), ...many(12, [4, 4, 4])];
		const found = await evaluated({
			teachers: [...teachers('w1', answers(2, 3)), ...teachers('w3', answers(5, 4))]
		});
		const judged = found.results.filter(
			({ measure, item }) => measure === 'change_favourable' && item !== undefined
		);
		expect(found.comparisons).toBe(2);
		expect(judged.map((row) => row.q ?? null)).toEqual(benjaminiHochberg(judged.map((row) => row.p ?? null)));
	});

	it('a small group is not left over by subtraction', async () => {
		const mixed = (n: number) => Array.from({ length: n }, (_, at) => (at % 2 === 0 ? [4, 4, 4] : [2, 1, 5]));
		const of = (department: string, n: number) => teachers('w1', mixed(n), { group_department: department });
		const rows = [...of('Maths', 14), ...of('Languages', 9), ...of('Arts', 3)];
		const found = await evaluated({ teachers: rows });
		const groups = found.results.filter(({ group }) => group !== undefined);
		const shown = new Set(groups.filter(({ value }) => value !== null).map(({ group }) => group));
		expect(shown).toEqual(new Set(['Maths']));
		for (const { value, reason, n, count, low } of groups.filter(({ group }) => group !== 'Maths')) {
			expect({ value, reason, n, count, low }).toEqual({ value: null, reason: 'suppressed', n: null });
		}
		const pair = [...of('Maths', 14), ...of('Arts', 3)];
		const filtered = await evaluated({ teachers: pair }, { selection: { groups: { department: 'Maths' } } });
		const about = filtered.results.filter(
			({ measure }) => measure === 'favourable' || measure === 'coefficient_u'
		);
		expect(about.length).toBeGreaterThan(0);
		expect(about.filter(({ value }) => value !== null)).toEqual([]);
	});

	it('fewer than ten answers are not judged', async () => {
		const change = async (n: number) => {
			const answers = [...teachers('w1', many(n, [2, 2, 2])), ...teachers('w3', many(n, [5, 5, 5]))];
			return (await evaluated({ teachers: answers })).criteria[0].verdict;
		};
		expect([await change(4), await change(9), await change(10)]).toEqual([
			'hidden',
			'cannot_be_judged',
			'rose'
		]);
	});

	it('no sentence claims a cause or a proof', () => {
		const forbidden = {
			en: /\b(prove[ds]?|proof|caused|influenced|significant(ly)?)\b/iu,
			ru: /доказ(ан|ыва)|повлиял|вызвал|значим/iu,
			kk: /дәлелде|әсер етті/iu
		};
		for (const topic of readdirSync(new URL('messages', ROOT))) {
			for (const [locale, words] of Object.entries(forbidden)) {
				const messages = JSON.parse(
					readFileSync(new URL(`messages/${topic}/${locale}.json`, ROOT), 'utf8')
				) as object;
				const said = Object.entries(messages).filter(([, text]) => words.test(JSON.stringify(text)));
				expect(said, `${topic} ${locale}`).toEqual([]);
			}
		}
	});
});
