import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { sortGiven, type GivenFile } from '$lib/pipeline/opening';
import { Session } from '$lib/pipeline/session';
import type { Snapshot } from '$lib/pipeline/snapshot';

const SAMPLE = fileURLToPath(new URL('../../data-samples/qoldau', import.meta.url));

/** The files of the sample school as a folder gives them, with or without its project.json. */
export function sampleFiles(withProject: boolean): GivenFile[] {
	const sources = readdirSync(join(SAMPLE, 'sources')).map((name) => `sources/${name}`);
	return [...(withProject ? ['project.json'] : []), ...sources].map((path) => ({
		name: `qoldau/${path}`,
		bytes: new Uint8Array(readFileSync(join(SAMPLE, path)))
	}));
}

/** The sample school opened by the whole pipeline; the caller closes the session. */
export async function openSample(withProject: boolean): Promise<{ session: Session; snapshot: Snapshot }> {
	const session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
	const snapshot = await session.take(await sortGiven(sampleFiles(withProject)), () => undefined);
	return { session, snapshot };
}
