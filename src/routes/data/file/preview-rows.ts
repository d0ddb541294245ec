import type { ReadingView, SourceRow } from '$lib/model/reading';

/** A record of the file for the preview: one set aside, or the imported row of that number. */
export type PreviewRecord = { aside: SourceRow } | { imported: number };

/** Number of the file's records. */
export const recordCount = (reading: ReadingView): number => reading.rows + reading.aside.length;

/** The record at a place in file order, imported rows among those set aside. */
export function recordAt({ aside, before }: ReadingView, place: number): PreviewRecord {
	let low = 0;
	let high = aside.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((before[middle] ?? 0) + middle < place) low = middle + 1;
		else high = middle;
	}
	const found = aside[low];
	return found && (before[low] ?? 0) + low === place ? { aside: found } : { imported: place - low };
}

/** Up to `most` different answers of a column, in the order they occur in the first rows. */
export function examples({ head }: ReadingView, index: number, most: number): string[] {
	const found = new Set<string>();
	for (const row of head) {
		const cell = row[index]?.trim();
		if (cell) found.add(cell);
		if (found.size === most) break;
	}
	return [...found];
}
