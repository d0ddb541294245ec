import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { openNodeEngine } from '$lib/engine/node';
import { ProjectError, sortGiven, type GivenFile } from '$lib/pipeline/opening';
import { Session } from '$lib/pipeline/session';
import type { Snapshot } from '$lib/pipeline/snapshot';
import { projectFailureWords } from '$lib/i18n/project-words';
import { emptyProject } from '$lib/model/project';
import { CommandError } from './command-error';
import { bytesOf, filesBelow } from './files';

/** Opens a folder: its project where it has one, else everything in it recognised by itself. The caller closes the session. */
export async function openFolder(
	folder: string
): Promise<{ session: Session; snapshot: Snapshot; recognised: boolean }> {
	const found = await stat(folder).catch(() => null);
	if (!found?.isDirectory()) throw new CommandError(`not a folder: ${folder}`);
	const files: GivenFile[] = [];
	for (const file of await filesBelow(folder))
		files.push({ name: `${basename(resolve(folder))}/${file.relative}`, bytes: await bytesOf(file.path) });
	const session = new Session(emptyProject(), openNodeEngine, (bytes) =>
		crypto.getRandomValues(new Uint8Array(bytes))
	);
	try {
		const snapshot = await session.take(await sortGiven(files), () => undefined);
		return { session, snapshot, recognised: !files.some(({ name }) => name.endsWith('/project.json')) };
	} catch (error) {
		await session.close();
		if (error instanceof ProjectError) throw new CommandError(projectFailureWords(error.failure, 'en'));
		throw error;
	}
}
