import { expect, test } from 'vitest';
import { changeVerdict } from './verdict';

const clear = { hidden: false, n: 40, interval: { low: 6, high: 20 }, q: 0.01 };

test.each([
	['hidden before all', { ...clear, hidden: true, n: 3 }, 'hidden'],
	['too few', { ...clear, n: 9 }, 'cannot_be_judged'],
	['no interval', { ...clear, interval: null }, 'cannot_be_judged'],
	['an unconfirmed scale', { ...clear, unjudgeable: true }, 'cannot_be_judged'],
	[
		'within five points, though not around 0',
		{ ...clear, interval: { low: 1, high: 5 } },
		'practically_unchanged'
	],
	['rose', clear, 'rose'],
	['fell', { ...clear, interval: { low: -20, high: -6 } }, 'fell'],
	['interval without 0, q too large', { ...clear, q: 0.06 }, 'no_clear_change'],
	['q small, interval with 0', { ...clear, interval: { low: -1, high: 20 } }, 'no_clear_change'],
	['no test possible', { ...clear, q: null }, 'no_clear_change']
])('%s', (_, change, verdict) => {
	expect(changeVerdict(change)).toBe(verdict);
});
