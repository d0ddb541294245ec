import type { ScaleRule } from '../codebook';
import { clamp, type Interval } from '../statistics/intervals';

/** The interval of a mean, limited to the ends of its scale. */
export function clampedMean(
	interval: Interval | null,
	{ low, high }: Pick<ScaleRule, 'low' | 'high'>
): Interval | null {
	return interval && { low: clamp(interval.low, low, high), high: clamp(interval.high, low, high) };
}
