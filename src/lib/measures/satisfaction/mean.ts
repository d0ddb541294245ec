import type { Result } from '$lib/model/result';
import type { ScaleRule } from '../codebook';
import { display } from '../policy';
import { ends } from '../result-row';
import { clamp, type Interval } from '../statistics/intervals';

/** The interval of a mean over n answers, limited to the ends of its scale; none where the display policy hides it (n 5–9). */
export function meanEnds(
	interval: Interval | null,
	n: number,
	{ low, high }: Pick<ScaleRule, 'low' | 'high'>,
	k = 0
): Pick<Result, 'low' | 'high'> {
	if (!interval || display({ what: 'item', n }, k).hide?.includes('mean_ci')) return {};
	return ends({ low: clamp(interval.low, low, high), high: clamp(interval.high, low, high) });
}
