import type { Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { foldKey } from '$lib/ingest/values/folding';

const headerOf = (file: ReadFile) => (file.reading.header ?? []).map(foldKey);

/** Where each column of `known` stands in `next`, or null where the columns are not the same ones. */
function columnMap(known: readonly string[], next: readonly string[]): Map<number, number> | null {
	if (known.length !== next.length || known.length === 0) return null;
	const places = new Map<string, number[]>();
	for (const [at, header] of next.entries()) places.set(header, [...(places.get(header) ?? []), at]);
	const map = new Map<number, number>();
	for (const [at, header] of known.entries()) {
		const place = places.get(header)?.shift();
		if (place === undefined) return null;
		map.set(at, place);
	}
	return map;
}

/** Columns of a confirmed source for a file with the same columns in any order; null where they differ. */
export function carriedColumns(source: Source, known: ReadFile, next: ReadFile): Source['columns'] | null {
	const map = columnMap(headerOf(known), headerOf(next));
	if (!map) return null;
	const columns = source.columns.flatMap((column) => {
		const index = map.get(column.index);
		return index === undefined ? [] : [{ ...column, index }];
	});
	return columns.sort((a, b) => a.index - b.index);
}

/** The latest confirmed source whose file has the same columns as `file`, with its columns put in the file's order. */
export function rememberedMapping(
	files: readonly ReadFile[],
	project: Project,
	file: ReadFile
): { source: Source; columns: Source['columns'] } | null {
	for (const source of [...project.sources].reverse()) {
		if (!source.confirmed || source.sha256 === file.sha256) continue;
		const known = files.find((other) => other.sha256 === source.sha256);
		const columns = known ? carriedColumns(source, known, file) : null;
		if (columns) return { source, columns };
	}
	return null;
}
