import type { Verdict } from '$lib/model/result';
import { SAME_VALUE } from '../statistics/frequencies';
import type { Interval } from '../statistics/intervals';

/** Which way a target is passed. */
export type Towards = 'up' | 'down';

/** The way to a target: as stated, else by the sign of target − baseline. */
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

/** Whether a status means that the target was reached. */
export function isReached(status: Verdict | undefined): boolean {
	return status === 'reached' || status === 'reached_certain' || status === 'reached_uncertain';
}
