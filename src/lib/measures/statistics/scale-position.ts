import type { Interval } from './intervals';

/** The ends of an item's own scale, from the codebook. */
export interface Scale {
	low: number;
	high: number;
}

/** Percent of the maximum possible, 0..100 (Cohen et al. 1999); throws a RangeError where the scale has no width. */
export function pomp(value: number, { low, high }: Scale): number {
	if (high <= low) throw new RangeError('pomp: the scale has no width');
	return (100 * (value - low)) / (high - low);
}

export type Level = 'low' | 'medium' | 'high';

const MEDIUM_FROM = 100 / 3;
const HIGH_FROM = 200 / 3;
const TOLERANCE = 1e-9;

/** Level of a POMP mean under the method "equal thirds". */
export function levelOf(pompMean: number): Level {
	if (pompMean + TOLERANCE >= HIGH_FROM) return 'high';
	return pompMean + TOLERANCE >= MEDIUM_FROM ? 'medium' : 'low';
}

/** Whether both ends of the mean's interval, in POMP, lie in the same third. */
export function isLevelCertain(interval: Interval): boolean {
	return levelOf(interval.low) === levelOf(interval.high);
}
