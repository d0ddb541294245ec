import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { display, policyRows, type DisplayQuestion } from './policy';

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

describe('the policy as rows', () => {
	const asked = (what: DisplayQuestion['what'], n: number): DisplayQuestion => {
		if (what === 'paired') return { what, pairs: n };
		if (what === 'indep') return { what, n1: n, n2: n };
		if (what === 'alpha' || what === 'omega') return { what, complete: n };
		if (what === 'icc') return { what, subjects: n };
		return what === 'xmr' ? { what, points: n } : { what, n };
	};

	it('say of every size, exactly once, what is shown at it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 0, max: 200 }), (k, n) => {
				const rows = policyRows(k);
				for (const what of new Set(rows.map((row) => row.what))) {
					const here = rows.filter((row) => row.what === what && row.from <= n && n <= (row.to ?? n));
					expect(here.map((row) => row.display)).toEqual([display(asked(what, n), k)]);
				}
			})
		);
	});

	it('begin a new row only where something changes', () => {
		expect(
			policyRows(5)
				.filter(({ what }) => what === 'item')
				.map(({ from, to, display: { show } }) => [from, to, show])
		).toEqual([
			[0, 0, 'no_data'],
			[1, 4, 'suppressed_privacy'],
			[5, 9, 'counts_and_wilson_text'],
			[10, 29, 'percent_wilson_bar_mean_ci'],
			[30, null, 'full']
		]);
	});
});
