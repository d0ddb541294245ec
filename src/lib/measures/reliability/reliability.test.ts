import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { evidence } from '../evidence';
import { countSchool } from '../testing/counting';
import { teachers, times } from '../testing/rows';
import { schoolDataset, schoolProject } from '../testing/school';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

const project = schoolProject();

/** Results about reliability of a wave in which teachers answered t1 and t2 (one block) so. */
async function reliabilityOf(answers: [number, number][]): Promise<Map<string, Result>> {
	const rows = { teachers: teachers('w1', answers) };
	const { results } = evaluate(await countSchool(engine, rows, project), project, selection.parse({}));
	return new Map(results.map((result) => [result.id, result]));
}

const OPPOSED: [number, number][] = [[1, 5], [2, 4], [4, 2], [5, 1], [3, 3], [2, 5]]; // prettier-ignore
const TOGETHER: [number, number][] = [[1, 1], [2, 2], [4, 5], [5, 4], [3, 3], [2, 1]]; // prettier-ignore

describe('reliability', () => {
	it('asks to check the reversed item where answers go against the rest, and reverses nothing', async () => {
		const found = await reliabilityOf(times(3, OPPOSED).flat());
		const alpha = found.get('alpha|teachers|work|w1')!;
		expect(alpha.value).toBeLessThan(0);
		expect(alpha.tags).toEqual(['grey', 'check_reversed']);
		expect(found.get('item_rest|teachers|t1|work|w1')!.value).toBeLessThan(0);
	});

	it('has no such caution where answers go together', async () => {
		const found = await reliabilityOf(times(6, TOGETHER).flat());
		expect(found.get('alpha|teachers|work|w1')).toMatchObject({ n: 36 });
		expect(found.get('alpha|teachers|work|w1')).not.toHaveProperty('tags');
		expect(found.get('item_rest|teachers|t2|work|w1')!.value).toBeGreaterThan(0.8);
	});

	it('tells neither value nor caution below ten complete rows, and nothing below k', async () => {
		const few = await reliabilityOf(OPPOSED);
		expect(few.get('alpha|teachers|work|w1')).toMatchObject({ value: null, reason: 'too_few', n: 6 });
		expect(few.get('alpha|teachers|work|w1')).not.toHaveProperty('tags');
		expect(few.get('item_rest|teachers|t1|work|w1')).toMatchObject({ value: null, reason: 'too_few' });
		const hidden = await reliabilityOf(OPPOSED.slice(0, 4));
		expect(hidden.get('item_rest|teachers|t1|work|w1')).toMatchObject({ reason: 'suppressed', n: null });
	});

	it('is undefined for an item answered alike by all', async () => {
		const alike = times(12, 0).map((_, at): [number, number] => [(at % 5) + 1, 3]);
		const found = await reliabilityOf(alike);
		expect(found.get('item_rest|teachers|t2|work|w1')!.reason).toBe('k_lt_2');
	});

	it('has the same correlation from the statement behind it', async () => {
		const answers = [...times(2, TOGETHER).flat(), ...OPPOSED];
		const result = (await reliabilityOf(answers)).get('item_rest|teachers|t1|work|w1')!;
		const shape = schoolDataset({ teachers: teachers('w1', answers) });
		const { sql } = evidence(result, project, shape);
		const [told] = await engine.query({
			name: 'item rest',
			sql,
			row: z.looseObject({ item_rest: z.number() })
		});
		expect(result.value).toBeCloseTo(told!.item_rest, 9);
	});
});
