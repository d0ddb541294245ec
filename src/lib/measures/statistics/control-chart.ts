import { undefinedBecause, defined, type Measured } from '$lib/model/reasons';
import { SAME_VALUE } from './frequencies';

/** 2/√π: expected moving range of two points in standard deviations. */
const D2 = 2 / Math.sqrt(Math.PI);
/** Upper limit of the moving range in mean moving ranges. */
const MOVING_RANGE_FACTOR = 1 + (3 * Math.sqrt(2 - 4 / Math.PI)) / D2;
const RUN_LENGTH = 8;

/** An individuals chart (XmR); signals are 1-based positions in the series. */
export interface ControlChart {
	n: number;
	movingRanges: number;
	centre: number;
	meanMovingRange: number;
	sigma: number;
	upper: number;
	lower: number;
	movingRangeUpper: number;
	/** Points outside the limits. */
	outside: number[];
	/** Points at which a run of at least eight on one side of the centre stands. */
	runs: number[];
}

/** XmR chart of a series with gaps (null); moving ranges over adjacent points only. Undefined without two adjacent points. */
export function xmr(points: readonly (number | null)[]): Measured<ControlChart> {
	const given = points.filter((point) => point !== null);
	if (given.length === 0) return undefinedBecause('no_data');
	const ranges = points.flatMap((point, index) => {
		const before = points[index - 1] ?? null;
		return point === null || before === null ? [] : [Math.abs(point - before)];
	});
	if (ranges.length === 0) return undefinedBecause('n_lt_2');
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const centre = mean(given);
	const meanMovingRange = mean(ranges);
	const sigma = meanMovingRange / D2;
	const upper = centre + 3 * sigma;
	const lower = centre - 3 * sigma;
	return defined({
		n: given.length,
		movingRanges: ranges.length,
		centre,
		meanMovingRange,
		sigma,
		upper,
		lower,
		movingRangeUpper: MOVING_RANGE_FACTOR * meanMovingRange,
		outside: points.flatMap((point, index) =>
			point !== null && (point > upper + SAME_VALUE || point < lower - SAME_VALUE) ? [index + 1] : []
		),
		runs: runsOnOneSide(points, centre)
	});
}

/** A gap is skipped, a point on the line ends the run. */
function runsOnOneSide(points: readonly (number | null)[], centre: number): number[] {
	let side = 0;
	let length = 0;
	return points.flatMap((point, index) => {
		if (point === null) return [];
		const here = Math.abs(point - centre) <= SAME_VALUE ? 0 : Math.sign(point - centre);
		length = here !== 0 && here === side ? length + 1 : Math.abs(here);
		side = here;
		return length >= RUN_LENGTH ? [index + 1] : [];
	});
}
