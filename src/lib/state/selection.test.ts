import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionFromUrl, selectionQuery } from './selection';

const value = fc
	.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
	.filter((text) => text.isWellFormed());

describe('selection in the address', () => {
	it('comes back from the address as it went in', () => {
		fc.assert(
			fc.property(
				fc.record({
					wave: fc.option(value),
					against: fc.option(value),
					audience: fc.option(value),
					rater: fc.constantFrom(null, 'self' as const, 'mentor' as const),
					module: fc.option(fc.integer({ min: 1, max: 9 })),
					groups: fc.dictionary(fc.constantFrom('department', 'mentor', 'class'), value)
				}),
				(chosen) => {
					const url = new URL('https://olshem.invalid/growth' + selectionQuery(chosen));
					expect(selectionFromUrl(url)).toEqual(chosen);
				}
			)
		);
	});
	it('leaves defaults out and ignores what it cannot read', () => {
		expect(
			selectionQuery({ wave: null, against: null, audience: null, rater: null, module: null, groups: {} })
		).toBe('');
		expect(selectionFromUrl(new URL('https://olshem.invalid/?module=abc&x=1')).module).toBeNull();
	});
});
