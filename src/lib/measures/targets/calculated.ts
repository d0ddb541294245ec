import type { Project, Wave } from '$lib/model/project';
import { foldYear } from './school-year';
import { isSealedLate, sameNumber, wavesOf, type Stated } from './stated';

/** A target that nobody stated: it lies on the straight way between two stated values of its number. */
export interface CalculatedTarget {
	target: Stated;
	wave: Wave;
	/** One of the two targets it follows from was set after the stage had begun. */
	late: boolean;
}

interface Anchor {
	row: Stated;
	/** First calendar year of the school year. */
	year: number;
}

function yearOf(period: string, project: Project): number | null {
	const year = wavesOf(period, project)[0]?.schoolYear ?? foldYear(period);
	return year === null ? null : Number(year.slice(0, 4));
}

/** Baselines and targets of one number, by year; of two in a year the target. */
function anchorsOf(first: Stated, stated: readonly Stated[], project: Project): Anchor[] {
	const byYear = new Map<number, Anchor>();
	for (const row of stated) {
		if ((row.kind !== 'target' && row.kind !== 'baseline') || !sameNumber(row, first)) continue;
		const year = yearOf(row.period, project);
		if (year !== null && (row.kind === 'target' || !byYear.has(year))) byYear.set(year, { row, year });
	}
	return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/**
 * Targets of the stages between two stated ones (or between a stated baseline and a target), by school years, in a
 * straight line; each stands for its whole stage. None for the baseline's own stage, nor for targets to hold or to stay
 * within a range.
 */
export function calculatedTargets(stated: readonly Stated[], project: Project): CalculatedTarget[] {
	const found: CalculatedTarget[] = [];
	const done: Stated[] = [];
	for (const first of stated.filter(({ kind }) => kind === 'target')) {
		if (first.direction === 'hold' || first.direction === 'range') continue;
		if (done.some((row) => sameNumber(row, first))) continue;
		done.push(first);
		const anchors = anchorsOf(first, stated, project);
		anchors.slice(1).forEach((later, index) => {
			const earlier = anchors[index];
			if (!earlier || later.row.kind !== 'target') return;
			const share = (year: number) => (year - earlier.year) / (later.year - earlier.year);
			for (const wave of project.waves) {
				const year = Number(wave.schoolYear.slice(0, 4));
				if (wave.baseline || year <= earlier.year || year >= later.year) continue;
				const value = earlier.row.value + share(year) * (later.row.value - earlier.row.value);
				const target: Stated = { ...later.row, value, period: wave.id, set_on: null, replaced: false };
				const late = [earlier, later].some(({ row }) => row.kind === 'target' && isSealedLate(row, wave));
				found.push({ target, wave, late });
			}
		});
	}
	return found;
}
