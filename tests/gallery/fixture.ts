import type { Evaluation } from '../../src/lib/model/evaluation';
import { ITEMS } from './fixture-project';
import { random } from './fixture-rows';
import { surveyRows, comparisonRows } from './fixture-surveys';
import {
	doseRows,
	expectedRows,
	moduleRows,
	monthRows,
	moveRows,
	reachRows,
	reliabilityRows,
	surveyExtras
} from './fixture-more';
import { targetRows, growthRows, participationRows } from './fixture-staff';

export function galleryEvaluation(): Evaluation {
	const next = random(7);
	const results = [
		...surveyRows('teachers', 'teacher', next),
		...surveyRows('pupils', 'pupil', next),
		...surveyRows('parents', 'parent', next),
		...surveyRows('mentees', 'mentee', next),
		...comparisonRows(),
		...targetRows(),
		...growthRows(next),
		...participationRows(),
		...monthRows(random(11)),
		...reachRows(),
		...moveRows(),
		...doseRows(),
		...moduleRows(),
		...surveyExtras(),
		...expectedRows(),
		...reliabilityRows()
	];
	const words = { code: 'none', params: {} };
	const criterion = (number: 1 | 2 | 3 | 4) => ({
		criterion: number,
		verdict: 'no_data' as const,
		text: words,
		headline:
			results.find((result) => result.criterion === number && result.instrument === 'teachers') ?? null,
		detail: [],
		cautions: []
	});
	return {
		selection: { wave: 'w3', against: 'w1', audience: null, rater: null, module: null, groups: {} },
		wave: 'w3',
		against: 'w1',
		staffLeftOut: false,
		summary: words,
		criteria: [criterion(1), criterion(2), criterion(3), criterion(4)],
		results,
		ledger: ITEMS.map(([item]) => ({
			instrument: 'teachers',
			item,
			comparability:
				item === 'q7' ? ('reworded' as const) : item === 'q6' ? ('rescaled' as const) : ('identical' as const)
		})),
		changed: { up: [], down: [] },
		notReached: [],
		unjudged: [],
		comparisons: 6
	};
}
