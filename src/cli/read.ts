import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readAny } from '$lib/ingest/reading/read-any';
import { readingToJson } from '$lib/ingest/reading/to-json';
import { readingIssueWords } from '$lib/i18n/import-words';
import { CommandError } from './command-error';
import { bytesOf, filesBelow } from './files';

/** `olshem read`: the reading of every file of the paths, in `out` one JSON per file mirroring relative paths, else one per line. */
export async function readPaths(paths: string[], out: string | undefined): Promise<number> {
	if (paths.length === 0) throw new CommandError('read needs at least one PATH');
	for (const path of paths) {
		for (const file of await filesBelow(path)) {
			const reading = await readAny(file.relative, await bytesOf(file.path));
			const json = JSON.stringify(readingToJson(reading, (issue) => readingIssueWords(issue, 'en')));
			if (out === undefined) {
				process.stdout.write(json + '\n');
				continue;
			}
			const target = join(out, `${file.relative}.json`);
			await mkdir(dirname(target), { recursive: true });
			await writeFile(target, json + '\n');
		}
	}
	return 0;
}
