import type { Verdict } from '$lib/model/result';
import type { Interval } from '../statistics/intervals';

/** A whole interval within so many POMP points (or percentage points of a share) means practically unchanged. */
export const UNCHANGED_WITHIN = 5;

/** Below so many answers in the smaller wave (or pairs) a change is not judged. */
export const JUDGED_FROM = 10;

/** q values below this are taken for a change. */
const Q_LIMIT = 0.05;

/** What the verdict on a change rests on. The interval is in POMP points or percentage points. */
export interface ChangeToJudge {
	hidden: boolean;
	/** Smaller n of the two waves, or pairs. */
	n: number;
	interval: Interval | null;
	/** Adjusted p; null where no test was possible. */
	q: number | null;
	/** An unconfirmed scale, or too small a base for another reason. */
	unjudgeable?: boolean;
}

/** The verdict on a change, in the order of measures.md M2. */
export function changeVerdict({ hidden, n, interval, q, unjudgeable }: ChangeToJudge): Verdict {
	if (hidden) return 'hidden';
	if (n < JUDGED_FROM || !interval || unjudgeable) return 'cannot_be_judged';
	if (interval.low >= -UNCHANGED_WITHIN && interval.high <= UNCHANGED_WITHIN) return 'practically_unchanged';
	if (q !== null && q < Q_LIMIT && interval.low > 0) return 'rose';
	if (q !== null && q < Q_LIMIT && interval.high < 0) return 'fell';
	return 'no_clear_change';
}
