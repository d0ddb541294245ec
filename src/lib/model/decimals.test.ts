import { test as property, fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { decimalsBeside } from './decimals';

test.each([
	[2.999, [2, 3], 'left', 3],
	[2.99996, [2, 3], 'left', 5],
	[3, [2, 3], 'left', 2],
	[3 - 1e-12, [2, 3], 'left', 2],
	[3.001, [2, 3], 'left', 2],
	[3.001, [2, 3], 'right', 3],
	[0.004, [0], 'neither', 3],
	[-0.004, [0], 'neither', 3],
	[2.4, [2, 3], 'left', 2]
] as const)('%d beside %j closed on the %s takes %d decimals', (value, cuts, closed, decimals) => {
	expect(decimalsBeside(value, cuts, 2, closed)).toBe(decimals);
});

property.prop([fc.double({ min: 0, max: 4, noNaN: true }), fc.constantFrom(0, 1, 2)])(
	'a printed value is in the band of the value',
	(value, least) => {
		const printed = Number(value.toFixed(decimalsBeside(value, [2, 3], least)));
		const band = (number: number) => [2, 3].filter((cut) => number >= cut - 1e-9).length;
		expect(band(printed)).toBe(band(value));
	}
);
