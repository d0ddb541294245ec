import { exportFrame } from '$lib/export/figure-svg';
import { shownResults } from '$lib/export/shown-results';
import type { Figure, Frame } from '$lib/figures/figure';
import type { Evaluation } from '$lib/model/evaluation';
import type { Recovered } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';
import type { Locale } from '$lib/model/text';
import { ExportRecord } from './export-record';

/** Any width shows the same results. */
const WIDTH = 960;

let record: ExportRecord | undefined;

/**
 * Asked before a figure is saved: null where it gives no small group away together with the figures saved before on this
 * machine, and then it counts as saved; else what it would give away (M6).
 */
export function releaseFigure(
	build: (frame: Frame) => Figure,
	evaluation: Evaluation | null,
	project: Project | null,
	locale: Locale
): Recovered | null {
	if (!evaluation || !project) return null;
	record ??= new ExportRecord(localStorage);
	return record.release(shownResults(build, exportFrame(WIDTH, locale), evaluation.results), project);
}
