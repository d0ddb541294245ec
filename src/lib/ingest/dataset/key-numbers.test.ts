import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyNumbers, TextNumbers } from './key-numbers';

const LARGE = 2 ** 25;

test.each([
	['few combinations', [7, 5, 3]],
	['many combinations', [LARGE, 9, 3]],
	['more combinations than a number holds', [LARGE, LARGE, 40, 9]]
])('%s are numbered in the order they are met', (_, sizes) => {
	const key = fc.tuple(...sizes.map((size) => fc.oneof(fc.nat(size - 1), fc.nat(Math.min(size, 4) - 1))));
	fc.assert(
		fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), (keys) => {
			const numbers = new KeyNumbers(sizes);
			const texts = new TextNumbers();
			expect(keys.map((parts) => numbers.of(parts))).toEqual(keys.map((parts) => texts.of(parts.join())));
			expect(numbers.size).toBe(texts.size);
		}),
		{ numRuns: 30 }
	);
});

test('numbers stay as they are while the table grows', () => {
	const numbers = new KeyNumbers([LARGE, LARGE]);
	const parts = (at: number) => [(at * 7919) % LARGE, at];
	for (let round = 0; round < 2; round += 1)
		for (let at = 0; at < 20_000; at += 1) if (numbers.of(parts(at)) !== at) expect.fail(String(at));
	expect(numbers.size).toBe(20_000);
});

test('keys that two whole numbers do not hold are refused', () => {
	expect(() => new KeyNumbers([LARGE, LARGE, LARGE, LARGE, LARGE])).toThrow(RangeError);
});
