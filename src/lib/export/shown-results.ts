import type { Figure, Frame } from '$lib/figures/figure';
import type { Result } from '$lib/model/result';

/** The results a figure shows: those its marks would open. */
export function shownResults(
	build: (frame: Frame) => Figure,
	frame: Frame,
	results: readonly Result[]
): Result[] {
	const shown = new Set<string>();
	build({
		...frame,
		// Only what is drawn for a page has links.
		large: false,
		link: (id) => {
			shown.add(id);
			return '#';
		}
	});
	return results.filter(({ id }) => shown.has(id));
}
