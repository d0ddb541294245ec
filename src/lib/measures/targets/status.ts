import type { Verdict } from '$lib/model/result';
import { SAME_VALUE } from '../statistics/frequencies';
import type { Interval } from '../statistics/intervals';

/** Which way a target is passed. */
export type Towards = 'up' | 'down';

/** The way to a target: as stated, else by the sign of target − baseline. To hold a level is not to fall below it. */
export function towards(direction: string | null, target: number, baseline: number | null): Towards {
	if (direction === 'down') return 'down';
	if (direction === 'up' || direction === 'hold') return 'up';
	return baseline !== null && target < baseline ? 'down' : 'up';
}

/** Status of a target: with an interval, whether it is passed with certainty (measures.md M3). */
export function targetStatus(
	actual: number,
	target: number,
	way: Towards,
	interval: Interval | null
): Verdict {
	const passed = (value: number) =>
		way === 'up' ? value >= target - SAME_VALUE : value <= target + SAME_VALUE;
	if (!interval) return passed(actual) ? 'reached' : 'not_reached';
	const { low, high } = interval;
	const [worst, best] = way === 'up' ? [low, high] : [high, low];
	if (passed(worst)) return 'reached_certain';
	if (passed(actual)) return 'reached_uncertain';
	return passed(best) ? 'not_reached_uncertain' : 'not_reached';
}

/**
 * Status of a target to stay between two values, ends included: with certainty where the whole interval lies between
 * them, within uncertainty where the value or at least a part of the interval does.
 */
export function rangeStatus(actual: number, range: Interval, interval: Interval | null): Verdict {
	const inside = (value: number) => value >= range.low - SAME_VALUE && value <= range.high + SAME_VALUE;
	if (!interval) return inside(actual) ? 'reached' : 'not_reached';
	if (inside(interval.low) && inside(interval.high)) return 'reached_certain';
	if (inside(actual)) return 'reached_uncertain';
	const apart = interval.low > range.high + SAME_VALUE || interval.high < range.low - SAME_VALUE;
	return apart ? 'not_reached' : 'not_reached_uncertain';
}

/** Whether a status means that the target was reached. */
export function isReached(status: Verdict | undefined): boolean {
	return status === 'reached' || status === 'reached_certain' || status === 'reached_uncertain';
}
