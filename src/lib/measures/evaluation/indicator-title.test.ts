import { expect, test } from 'vitest';
import { sentence } from '$lib/i18n/words';
import type { Counts } from '../counts';
import { schoolProject } from '../testing/school';
import { indicatorTitle } from './indicator-title';

const row = {
	...{ indicator: 'x', measure: 'achievements_count', audience: null, instrument: null, item_or_block: null },
	...{
		group_key: null,
		period: 'III',
		kind: 'target' as const,
		value: 1,
		value_to: null,
		unit: null,
		n: null,
		direction: null
	},
	...{ source_text: null, set_on: null, source: 0, line: 2 }
};

function named(over: Partial<Counts['indicators'][number]>, project = schoolProject()): string {
	const nothing = {
		frequencies: [],
		returned: [],
		scores: [],
		transitions: [],
		covariances: [],
		ratings: [],
		roster: []
	};
	const present = {
		person: false,
		membership: false,
		attendance: false,
		achievement: false,
		activity: false,
		indicator: true
	};
	const counts: Counts = {
		...{
			...nothing,
			members: [],
			attendance: [],
			months: [],
			achievements: [],
			activities: [],
			responses: [],
			populations: [],
			present
		},
		indicators: [{ ...row, ...over }]
	};
	const title = indicatorTitle({ project, counts }, 'x');
	return sentence({ code: 'summary_two', params: { first: title, second: '' } }, 'kk').trim();
}

test('is the project’s own title first', () => {
	const indicators = [
		{ indicator: 'x', title: { kk: 'Атауы' }, measure: 'mean', period: 'III', kind: 'target', value: 1 }
	];
	expect(
		named(
			{},
			schoolProject((draft) => Object.assign(draft, { indicators }))
		)
	).toBe('Атауы');
});

test('else what it counts', () => {
	expect(named({ item_or_block: 'publication' })).toBe('Жарияланымдар');
	expect(named({ measure: 'level_share', audience: 'teacher' })).toBe(
		'Қанағаттану деңгейі жоғары мұғалімдер үлесі'
	);
});

test('else its code as the file writes it', () => {
	expect(named({ item_or_block: 'кружок' })).toBe('x');
});
