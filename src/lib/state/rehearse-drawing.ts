import { drawPlot } from '$lib/figures/draw';
import { figureBuilders } from '$lib/figures/places';
import { measureText } from '$lib/figures/text';
import { evaluate } from '$lib/measures/evaluate';
import type { Evaluation } from '$lib/model/evaluation';
import { selection } from '$lib/model/selection';
import type { Snapshot } from '$lib/pipeline/snapshot';

const WIDTH = 320;
/** The browser compiles for speed what it has met a few times. */
const EVALUATIONS = 4;

/** Resolves when the page has nothing to do; Safari has no such notice, so there after a moment. */
function idle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
		else setTimeout(resolve, 50);
	});
}

/**
 * Evaluates made-up counts and draws the charts of the first page off screen, one in each idle moment, so that the
 * browser has compiled the way to the first real ones. Stops once `still` is false.
 */
export async function rehearseDrawing({ counts, project }: Snapshot, still: () => boolean): Promise<void> {
	let evaluation: Evaluation | null = null;
	for (let times = 0; times < EVALUATIONS; times++) {
		await idle();
		if (!still()) return;
		evaluation = evaluate({ ...counts }, project, selection.parse({}));
	}
	if (!evaluation) return;
	const frame = { width: WIDTH, locale: project.language, measure: measureText, link: null, dark: false };
	for (const { place, build } of figureBuilders(evaluation, project)) {
		if (place !== 'evaluation') continue;
		await idle();
		if (!still()) return;
		const figure = build(frame);
		if (!figure.empty) drawPlot(figure, document);
	}
}
