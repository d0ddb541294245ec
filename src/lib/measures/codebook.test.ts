import { describe, expect, test } from 'vitest';
import { scale } from '$lib/model/project';
import { scaleRule } from './codebook';
import { matchesRule } from './statistics/frequencies';

function sides(values: readonly number[], own: { favourable?: number[] } = {}) {
	const rule = scaleRule(
		scale.parse({ id: 's', levels: values.map((value) => ({ value, labels: [] })), ...own })
	);
	if (!rule) throw new Error('no rule');
	return {
		favourable: values.filter((value) => matchesRule(value, rule.favourable)),
		unfavourable: values.filter((value) => matchesRule(value, rule.unfavourable))
	};
}

const upTo = (n: number, from = 1) => Array.from({ length: n }, (_, index) => from + index);

describe('which levels are favourable by default', () => {
	test.each([
		[upTo(2), [2], [1]],
		[upTo(3), [3], [1]],
		[upTo(4), [3, 4], [1, 2]],
		[upTo(5), [4, 5], [1, 2]],
		[upTo(7), [6, 7], [1, 2]],
		[upTo(10), [8, 9, 10], [1, 2, 3]],
		[upTo(11, 0), [8, 9, 10], [0, 1, 2]]
	])('on %j', (values, favourable, unfavourable) => {
		expect(sides(values)).toEqual({ favourable, unfavourable });
	});
});

test('the codebook wins over the default', () => {
	expect(sides(upTo(7), { favourable: [5, 6, 7] }).favourable).toEqual([5, 6, 7]);
});

test('a scale without width has no rule', () => {
	expect(
		scaleRule(
			scale.parse({
				id: 's',
				levels: [
					{ value: 1, labels: [] },
					{ value: 1, labels: [] }
				]
			})
		)
	).toBeNull();
});
