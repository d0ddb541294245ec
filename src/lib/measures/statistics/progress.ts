import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { SAME_VALUE } from './frequencies';

/** A measure's start, its target and where it stands; null where not known. */
export interface Course {
	baseline: number | null;
	target: number | null;
	actual: number | null;
}

/** (a − b)/(t − b), not clamped; undefined where the target is the baseline or a number is missing. */
export function progress({ baseline, target, actual }: Course): Measured {
	if (actual === null || target === null) return undefinedBecause('no_data');
	if (baseline === null) return undefinedBecause('no_baseline');
	if (Math.abs(target - baseline) <= SAME_VALUE) return undefinedBecause('target_equals_baseline');
	return defined((actual - baseline) / (target - baseline));
}

/**
 * The labelled substitute for progress where there is no baseline: a/t, for a target downwards t/a, so that less than 1
 * always means not yet attained. Undefined for a target of 0.
 */
export function attainment(
	{ target, actual }: Omit<Course, 'baseline'>,
	way: 'up' | 'down' = 'up'
): Measured {
	if (actual === null || target === null) return undefinedBecause('no_data');
	if (Math.abs(target) <= SAME_VALUE) return undefinedBecause('zero_target');
	if (way === 'up') return defined(actual / target);
	return Math.abs(actual) <= SAME_VALUE ? undefinedBecause('no_baseline') : defined(target / actual);
}

/** Whether the target is reached: from above, or from below where it lies under the baseline. */
export function isReached({ baseline, target, actual }: Record<keyof Course, number>): boolean {
	return target < baseline ? actual <= target + SAME_VALUE : actual >= target - SAME_VALUE;
}

/** Progress of a group over its complete rows. */
export interface GroupProgress {
	n: number;
	/** (mean a − mean b)/(mean t − mean b), not the mean of ratios. */
	progress: Measured;
	reached: number;
}

/** Joint progress of several courses, those with a missing number left out. */
export function groupProgress(courses: readonly Course[]): GroupProgress {
	const complete = courses.filter(
		(course): course is Record<keyof Course, number> =>
			course.baseline !== null && course.target !== null && course.actual !== null
	);
	const mean = (key: keyof Course) =>
		complete.length === 0 ? null : complete.reduce((sum, course) => sum + course[key], 0) / complete.length;
	return {
		n: complete.length,
		progress: progress({ baseline: mean('baseline'), target: mean('target'), actual: mean('actual') }),
		reached: complete.filter(isReached).length
	};
}
