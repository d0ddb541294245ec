import { afterAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import type { Population } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { countSchool } from '../testing/counting';
import { pupils } from '../testing/rows';
import { schoolProject } from '../testing/school';

const engine = await openNodeEngine();
afterAll(() => engine.close());

/** 20 pupils answer on four points, 15 of them favourably. */
async function thisWave(eligible: number | null, answers = 20): Promise<Result[]> {
	const project = schoolProject((draft) => {
		const population: Population[] =
			eligible === null ? [] : [{ audience: 'pupil', wave: 'w1', group: null, n: eligible }];
		draft.populations = population;
	});
	const given = Array.from({ length: answers }, (_, at) => (at % 4 === 3 ? 1 : 4));
	const counts = await countSchool(engine, { pupils: pupils('w1', given) }, project);
	const { results } = evaluate(counts, project, selection.parse({}));
	return results.filter(({ measure }) => measure === 'favourable_this_wave');
}

describe('the favourable share of just this wave', () => {
	it('has the interval of a finite population', async () => {
		const [whole, item] = await thisWave(40);
		// n* = 20 × 39 / 20 = 39 in Wilson’s formula, p = 0.75: (0.75 + 0.0493 ± 0.1426…) / 1.0985.
		const z = 1.959963984540054;
		const size = 39;
		const centre = 0.75 + (z * z) / (2 * size);
		const half = z * Math.sqrt((0.75 * 0.25) / size + (z * z) / (4 * size * size));
		const low = (100 * (centre - half)) / (1 + (z * z) / size);
		const high = (100 * (centre + half)) / (1 + (z * z) / size);
		for (const row of [whole, item]) {
			expect(row).toMatchObject({ value: 75, n: 20 });
			expect(row?.low).toBeCloseTo(low, 9);
			expect(row?.high).toBeCloseTo(high, 9);
			expect(row?.tags).toBeUndefined();
		}
		expect([low, high].map(Math.round)).toEqual([60, 86]);
		expect([whole?.item, item?.item]).toEqual([undefined, 'p1']);
	});

	it('is exact where everyone answered', async () => {
		const [whole] = await thisWave(20);
		expect(whole).toMatchObject({ value: 75, low: 75, high: 75, tags: ['everyone_answered'] });
	});

	it('is undefined without a population, and where more answered than there are', async () => {
		expect((await thisWave(null)).map(({ value, reason }) => [value, reason])).toEqual([
			[null, 'no_population']
		]);
		expect((await thisWave(12)).map(({ value }) => value)).toEqual([null, null]);
	});

	it('goes through the gate', async () => {
		const found = await thisWave(40, 4);
		expect(found.map(({ reason, n, low }) => [reason, n, low])).toEqual([
			['suppressed', null, undefined],
			['suppressed', null, undefined]
		]);
	});
});
