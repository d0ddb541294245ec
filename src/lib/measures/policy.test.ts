import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { display } from './policy';

describe('display', () => {
	it('hides questionnaire figures below any k, and never shows less of a larger group', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 1, max: 60 }), (k, n) => {
				const hidden = n < k;
				expect(display({ what: 'item', n }, k).show === 'suppressed_privacy').toBe(hidden);
				expect(display({ what: 'paired', pairs: n }, k).show === 'suppressed_privacy').toBe(hidden);
				expect(display({ what: 'indep', n1: n, n2: 60 }, k).show === 'descriptives_only').toBe(hidden);
				if (hidden) expect(display({ what: 'alpha', complete: n }, k).show).toBe('hidden');
				expect(display({ what: 'paired', pairs: n }, k).verdict).toBe(!hidden && n >= 10);
			})
		);
	});

	it('judges a comparison by its smaller wave', () => {
		expect(display({ what: 'indep', n1: 40, n2: 9 })).toEqual(display({ what: 'indep', n1: 9, n2: 40 }));
	});

	it('says no data, not hidden, where nobody answered', () => {
		expect(display({ what: 'item', n: 0 }).show).toBe('no_data');
	});
});
