import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { BUILT_IN_METHODS, methodKey } from '$lib/model/methods';
import type { Project } from '$lib/model/project';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { evidence } from '../evidence';
import { countSchool } from '../testing/counting';
import { teachers, times } from '../testing/rows';
import { schoolDataset, schoolProject, type SchoolRows } from '../testing/school';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

async function resultsOf(rows: SchoolRows, project: Project = schoolProject(), chosen = {}) {
	const found = evaluate(await countSchool(engine, rows, project), project, selection.parse(chosen));
	const row = (id: string) => {
		const [one, ...more] = found.results.filter((result) => result.id === id);
		if (!one || more.length > 0) throw new Error(`not one result ${id}`);
		return one;
	};
	return { row, results: found.results };
}

const OWN = {
	...{ id: 'school-1', version: 1, title: { en: 'Own' }, low: 0, high: 1, cuts: [0.5, 0.8] },
	bands: ['low', 'medium', 'high'].map((id) => ({ id, title: { en: id } }))
};

describe('the same answers of twenty teachers', () => {
	const rows = { teachers: teachers('w1', [...times(10, [5, 5, 5]), ...times(10, [1, 3, null])]) };
	const withOwn = schoolProject((draft) => (draft.methods = [OWN]));

	test('have one value, put on the scale of every method', async () => {
		const { row } = await resultsOf(rows, withOwn);
		// 30 answers of 5 and 20 between 1 and 3: POMP (30·100 + 10·0 + 10·50) / 50.
		expect(row('coefficient_u|teachers|w1').value).toBeCloseTo(2.8, 9);
		expect(row('coefficient_u|teachers|w1|school-1@1')).toMatchObject({
			method: 'school-1@1',
			level: 'medium'
		});
		expect(row('coefficient_u|teachers|w1|school-1@1').value).toBeCloseTo(0.7, 9);
		expect(row('coefficient_u|teachers|w1|equal-thirds@1').value).toBeCloseTo(70, 9);
		expect(row('mean|teachers|w1')).toMatchObject({ n: 20 });
		expect(row('mean|teachers|w1').value).toBeCloseTo(3.8, 9);
	});

	test('have people per level, each person once', async () => {
		const { results } = await resultsOf(rows, withOwn);
		const people = (method: string) =>
			results
				.filter(
					(row) => row.measure === 'level_share' && row.wave === 'w1' && row.method === method && !row.group
				)
				.map(({ level, count, n }) => [level, count, n]);
		const shares = [
			['low', 10, 20],
			['medium', 0, 20],
			['high', 10, 20]
		];
		expect(people('school-1@1')).toEqual(shares);
		expect(people('equal-thirds@1')).toEqual(shares);
	});

	test('have a POMP mean over people, not over answers', async () => {
		const { row } = await resultsOf(rows);
		expect(row('block_score|teachers|w1')).toMatchObject({ n: 20, unit: 'score' });
		expect(row('block_score|teachers|w1').value).toBeCloseTo((100 + 25) / 2, 9);
		expect(row('block_score|teachers|w1').low).toBeLessThan(62.5);
	});

	test('are not reported under a method made for another audience', async () => {
		const { results } = await resultsOf(rows);
		const used = new Set(results.flatMap(({ method }) => (method ? [method] : [])));
		expect([...used].sort()).toEqual(['equal-thirds@1', 'stepanov-teachers@1']);
		expect(BUILT_IN_METHODS.map(methodKey)).toEqual(expect.arrayContaining([...used]));
	});

	test('can be opened under every method', async () => {
		const project = withOwn;
		const { row } = await resultsOf(rows, project);
		const { responses } = schoolDataset(rows);
		const shape = { responses } as Parameters<typeof evidence>[2];
		for (const id of [
			'coefficient_u|teachers|w1|school-1@1',
			'mean|teachers|w1',
			'block_score|teachers|w1'
		]) {
			expect(evidence(row(id), project, shape).rowsSql).toContain('survey_teachers');
		}
	});
});

test('items with different ends have no common mean, and still a POMP', async () => {
	const project = schoolProject((draft) => {
		const [{ items }] = draft.instruments as [{ items: { versions: { scale: string }[] }[] }];
		const version = items[2]?.versions[0];
		if (version) version.scale = 'agree4';
	});
	const { row } = await resultsOf({ teachers: teachers('w1', times(12, [5, 5, 4])) }, project);
	expect(row('mean|teachers|w1')).toMatchObject({ value: null, reason: 'not_comparable' });
	expect(row('block_score|teachers|w1').value).toBe(100);
});

describe('small groups', () => {
	test('fewer than k are hidden under every method', async () => {
		const { results } = await resultsOf({ teachers: teachers('w1', times(4, [5, 4, 3])) });
		const told = results.filter(({ measure }) =>
			['coefficient_u', 'level_share', 'mean', 'block_score'].includes(measure)
		);
		expect(told.length).toBeGreaterThan(5);
		expect(told.filter(({ value, n, count }) => value !== null || n !== null || count !== undefined)).toEqual(
			[]
		);
	});

	test('seven who are all at one level of another method are hidden there, since it tells each one’s level', async () => {
		const answers = [
			...times(4, [4, 4, 4]),
			...times(3, [4, 4, 3]),
			...times(6, [5, 5, 5]),
			...times(8, [1, 1, 1])
		];
		const rows = { teachers: teachers('w1', answers, (index) => (index < 7 ? 'Maths' : 'Arts')) };
		const { row } = await resultsOf(rows, schoolProject(), { groups: { department: 'Maths' } });
		expect(row('level_share|teachers|w1|high')).toMatchObject({ count: 4, n: 7 });
		expect(row('level_share|teachers|w1|high|equal-thirds@1')).toMatchObject({
			value: null,
			reason: 'suppressed',
			n: null
		});
	});
});
