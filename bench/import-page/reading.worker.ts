import { emptyProject } from '$lib/model/project';
import { readGiven } from '$lib/pipeline/read-given';
import { answersOf } from './answers';
import { serve } from './calls';

/** The first stage of an import by itself: a hashed, audited reading. */
void serve(() =>
	Promise.resolve(async (file) => {
		const started = performance.now();
		const bytes = new Uint8Array(await file.arrayBuffer());
		const { files } = await readGiven([{ name: file.name, bytes }], emptyProject(), () => undefined);
		const ms = performance.now() - started;
		const cells = files[0]?.reading.cells;
		return { ms, stages: {}, answers: answersOf(cells?.width ?? 0, cells?.rows ?? 0) };
	})
);
