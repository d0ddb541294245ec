import { describe, expect, test } from 'vitest';
import { numericScale } from '$lib/ingest/mapping/scales';
import { decoder } from './answer-decoding';

const onScale = (low: number, high: number) =>
	decoder({
		scale: numericScale(low, high, false),
		reversed: false,
		between: false,
		hiddenIsNotAsked: false
	});

describe('an answer on a scale of numbers', () => {
	test.each(['4', ' 4 ', '4,0', '4\u00a0', '\u200e4', '+4', '4.'])('%j is read', (text) => {
		expect(onScale(1, 5)(text)).toEqual({ state: 'valid', value: 4, issue: null });
	});
	test.each(['4%', '4/5', '4-5', '5+', '4\u2212', '4;5', '\uff14', 'IV', '4 балл'])(
		'%j is told, not guessed',
		(text) => {
			expect(onScale(1, 5)(text)).toMatchObject({ state: 'invalid', issue: 'unknown-label' });
		}
	);
	test('is a share where the scale ends at a hundred', () => {
		expect(onScale(0, 100)('45 %')).toMatchObject({ state: 'valid', value: 45 });
	});
});
