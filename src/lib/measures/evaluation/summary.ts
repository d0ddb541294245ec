import type { Criterion, Evaluation } from '$lib/model/evaluation';
import type { Words } from '$lib/model/words';
import { LOW_COVERAGE } from '../coverage/coverage';
import type { EvaluationFrame } from './frame';
import { people, say } from './words';

type Direction = 'forward' | 'back' | 'still' | 'unknown';

/** Which way a criterion moved, for the one sentence about the whole. */
function direction(criterion: Criterion, frame: EvaluationFrame): Direction {
	switch (criterion.verdict) {
		case 'rose':
		case 'level_high':
			return 'forward';
		case 'fell':
		case 'level_low':
			return 'back';
		case 'no_clear_change':
		case 'practically_unchanged':
		case 'level_medium':
			return 'still';
		case 'k_of_m':
			return 2 * (criterion.headline?.count ?? 0) >= (criterion.headline?.n ?? 1) ? 'forward' : 'still';
		case 'growth_counts': {
			const grown = criterion.headline?.count ?? 0;
			const declined = frame.results.find(
				(row) =>
					row.measure === 'reliable_change_share' &&
					row.rater === criterion.headline?.rater &&
					row.instrument === criterion.headline?.instrument &&
					row.level === 'decline'
			);
			const fewer = declined?.count ?? 0;
			return grown > fewer ? 'forward' : grown < fewer ? 'back' : 'still';
		}
		default:
			return 'unknown';
	}
}

/** One sentence for the whole: on how many criteria the programme moved forward; a second for what weighs against it. */
export function summary(criteria: Evaluation['criteria'], frame: EvaluationFrame): Words {
	const directions = criteria.map((criterion) => direction(criterion, frame));
	const count = (wanted: Direction) => directions.filter((found) => found === wanted).length;
	const forward = count('forward');
	const back = count('back');
	if (count('unknown') === criteria.length) return say('summary_no_data');
	const first =
		forward > 0
			? say(`summary_forward_${forward}`)
			: say(back > 0 ? `summary_back_${back}` : 'summary_still');
	const second =
		forward > 0 && back > 0 ? say(`summary_but_back_${back}`) : butCoverage(frame, count('unknown'));
	return second ? say('summary_two', { first: { words: first }, second: { words: second } }) : first;
}

function butCoverage(frame: EvaluationFrame, unknown: number): Words | null {
	const low = frame.results.find(
		(row) =>
			row.measure === 'coverage' &&
			row.wave === frame.wave &&
			row.group === undefined &&
			row.value !== null &&
			row.value < 100 * LOW_COVERAGE
	);
	if (low) return say('summary_few_answers', { audience: people(low.audience, 'whose') });
	return unknown > 0 ? say(`summary_unknown_${unknown}`) : null;
}
