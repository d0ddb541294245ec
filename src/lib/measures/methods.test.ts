import { describe, expect, test } from 'vitest';
import { BUILT_IN_METHODS, bandOf, methodFault, onMethodScale } from './methods';

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
		[{ cuts: [2] }, 'bands_do_not_match']
	])('%j → %s', (change, fault) => {
		expect(methodFault({ ...andreev, ...change })).toBe(fault);
	});
});
