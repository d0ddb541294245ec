import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_METHODS } from '$lib/model/methods';
import { emptyProject, instrument, type Method, type Project } from '$lib/model/project';
import {
	ascending,
	bandOf,
	comparedMethods,
	methodFault,
	onMethodScale,
	rangeFaults,
	type BandRange
} from './methods';

const [andreev] = BUILT_IN_METHODS;
if (!andreev) throw new Error('no method');

test('answers are put on the 0–4 scale of the method', () => {
	expect([0, 25, 50, 75, 100].map((pomp) => onMethodScale(pomp, andreev))).toEqual([0, 1, 2, 3, 4]);
});

describe('the edge of a band', () => {
	test('belongs to the upper band when closed on the left', () => {
		expect([0, 1.99, 2, 2.99, 3, 4].map((value) => bandOf(value, andreev))).toEqual([
			'low',
			'low',
			'medium',
			'medium',
			'high',
			'high'
		]);
	});

	test('belongs to the lower band when closed on the right', () => {
		const closedRight = { ...andreev, closed: 'right' as const };
		expect([2, 2.01, 3, 3.01].map((value) => bandOf(value, closedRight))).toEqual([
			'low',
			'medium',
			'medium',
			'high'
		]);
	});

	test('is met by a mean that is equal but for the last bits', () => {
		expect(bandOf(0.1 + 0.2 + 2.7, andreev)).toBe('high');
	});
});

describe('bands that do not cover the scale exactly once', () => {
	test.each([
		[{}, null],
		[{ cuts: [3, 2] }, 'cuts_not_ascending'],
		[{ cuts: [2, 2] }, 'cuts_not_ascending'],
		[{ cuts: [0, 3] }, 'cuts_outside'],
		[{ cuts: [2, 4] }, 'cuts_outside'],
		[{ cuts: [2] }, 'bands_do_not_match'],
		[{ bands: [...andreev.bands.slice(0, 2), ...andreev.bands.slice(0, 1)] }, 'bands_alike']
	])('%j → %s', (change, fault) => {
		expect(methodFault({ ...andreev, ...change })).toBe(fault);
	});
});

describe('bands typed as ranges', () => {
	const range = (from: number, to: number): BandRange => ({ from, to });

	test('that meet at their ends are a method, in whatever order they stand', () => {
		expect(rangeFaults([range(3, 4), range(0, 2), range(2, 3)], 0, 4)).toEqual([]);
	});

	test.each([
		['0–0.40, 0.41–0.70, 0.71–1', [range(0, 0.4), range(0.41, 0.7), range(0.71, 1)], ['gap', 0.4, 0.41]],
		['a band that begins late', [range(0.1, 1)], ['gap', 0, 0.1]],
		['a band that ends early', [range(0, 0.9)], ['gap', 0.9, 1]],
		['two that share a stretch', [range(0, 0.5), range(0.4, 1)], ['overlap', 0.4, 0.5]],
		['one within another', [range(0, 1), range(0.2, 0.3)], ['overlap', 0.2, 0.3]],
		['one below the scale', [range(-1, 1)], ['outside', -1, 0]],
		['one above the scale', [range(0, 2)], ['outside', 1, 2]],
		['one wholly outside', [range(0, 1), range(2, 3)], ['outside', 2, 3]],
		['an empty one', [range(0, 1), range(1, 1)], ['empty_range', 1, 1]],
		['a number that is none', [range(0, Number.NaN)], ['empty_range', 0, Number.NaN]],
		['none at all', [], ['gap', 0, 1]]
	])('%s is refused, and the stretch is named', (_, ranges, [code, from, to]) => {
		expect(rangeFaults(ranges, 0, 1)[0]).toEqual({ code, from, to });
	});

	test('name every stretch that is wrong', () => {
		const faults = rangeFaults([range(0, 0.4), range(0.41, 0.7), range(0.71, 1)], 0, 1);
		expect(faults.map(({ from, to }) => [from, to])).toEqual([
			[0.4, 0.41],
			[0.7, 0.71]
		]);
	});

	test('need a scale', () => {
		expect(rangeFaults([range(0, 1)], 1, 1)[0]?.code).toBe('no_scale');
	});

	/** How often a stretch between neighbouring ends is covered: 1 inside the scale and 0 outside, or the set is wrong. */
	function coveredOnce(ranges: readonly BandRange[], low: number, high: number): boolean {
		const ends = [...new Set([low, high, ...ranges.flatMap(({ from, to }) => [from, to])])].sort(
			(a, b) => a - b
		);
		return ends.slice(1).every((end, index) => {
			const middle = (end + (ends[index] ?? end)) / 2;
			const times = ranges.filter(({ from, to }) => from < middle && middle < to).length;
			return times === (middle > low && middle < high ? 1 : 0);
		});
	}

	const grid = fc.integer({ min: -2, max: 8 });
	const anyRange = fc.tuple(grid, grid).map(([from, to]) => range(from / 2, to / 2));

	test('are accepted exactly where they cover the scale once', () => {
		fc.assert(
			fc.property(fc.array(anyRange, { maxLength: 4 }), (ranges) => {
				const sound = ranges.every(({ from, to }) => from < to) && coveredOnce(ranges, 0, 2);
				expect(rangeFaults(ranges, 0, 2).length === 0).toBe(sound);
			}),
			{ numRuns: 2000 }
		);
	});

	test('of a scale cut at random are accepted in any order, and no longer once one is left out', () => {
		const pieces = fc
			.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 })
			.map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
			.map((ends) => ends.slice(1).map((to, index) => range(ends[index] ?? 0, to)));
		fc.assert(
			fc.property(
				pieces.chain((whole) => fc.tuple(fc.shuffledSubarray(whole, { minLength: whole.length }), fc.nat())),
				([ranges, at]) => {
					expect(rangeFaults(ranges, 0, 100)).toEqual([]);
					const missing = ascending(ranges)[at % ranges.length];
					const rest = ranges.filter((one) => one !== missing);
					expect(rangeFaults(rest, 0, 100)).toEqual([{ code: 'gap', ...missing }]);
				}
			)
		);
	});
});

describe('the methods answers are compared under', () => {
	const pupils = instrument.parse({
		id: 'pupils',
		kind: 'survey',
		audience: 'pupil',
		title: { en: 'Pupils' },
		items: []
	});
	const own = (id: string, version: number): Method => ({ ...andreev, id, version });
	const keys = (methods: Method[], method?: string) => {
		const project: Project = { ...emptyProject(), methods };
		return comparedMethods({ ...pupils, ...(method ? { method } : {}) }, project).map(
			({ id, version }) => `${id}@${version}`
		);
	};

	test('are its own and those made for no other audience', () => {
		expect(keys([])).toEqual(['andreev-pupils@1', 'equal-thirds@1']);
	});

	test('have the school’s newest version, and an older one only where the instrument uses it', () => {
		const versions = [own('school', 1), own('school', 2)];
		expect(keys(versions)).toEqual(['andreev-pupils@1', 'school@2', 'equal-thirds@1']);
		expect(keys(versions, 'school@1')).toEqual([
			'school@1',
			'school@2',
			'andreev-pupils@1',
			'equal-thirds@1'
		]);
	});

	test('leave out one whose bands are not sound', () => {
		expect(keys([{ ...own('school', 1), cuts: [3, 2] }])).not.toContain('school@1');
	});
});
