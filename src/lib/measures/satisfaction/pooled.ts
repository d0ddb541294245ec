import type { AskedItem } from '../codebook';
import type { Tally } from '../cube';
import { countMatching, meanOf } from '../statistics/frequencies';
import { pomp } from '../statistics/scale-position';
import type { SurveyView } from '../survey-view';

/** All answers to several items together. */
export interface PooledAnswers {
	answers: number;
	favourable: number;
	/** Sum of the answers' POMP values. */
	pomp: number;
	/** True where one of the items may not be shown: its answers could be found by subtraction. */
	hidden: boolean;
}

/** Adds up the answers of items, each tallied by `answersTo`. */
export function pool(
	items: readonly AskedItem[],
	answersTo: (item: AskedItem) => Tally | undefined
): PooledAnswers {
	const sum: PooledAnswers = { answers: 0, favourable: 0, pomp: 0, hidden: false };
	for (const item of items) {
		const tally = answersTo(item);
		const mean = tally ? meanOf(tally.answers) : null;
		if (!tally || mean === null) continue;
		sum.answers += tally.n;
		sum.favourable += countMatching(tally.answers, item.scale.favourable);
		sum.pomp += tally.n * pomp(mean, item.scale);
		sum.hidden ||= tally.hidden;
	}
	return sum;
}

/** The answers of a view to some items of a wave. */
export function sumOf(view: SurveyView, wave: string, items: readonly AskedItem[]): PooledAnswers {
	return pool(items, ({ id }) => view.answers(wave, id));
}
