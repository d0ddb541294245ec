import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isArchive, unpackTables } from '$lib/ingest/reading/archive-tables';
import { readAny, unpackedFrom } from '$lib/ingest/reading/read-any';
import { readingToJson } from '$lib/ingest/reading/to-json';
import { readingIssueWords } from '$lib/i18n/import-words';
import type { Reading } from '$lib/model/reading';
import { CommandError } from './command-error';
import { bytesOf, filesBelow } from './files';

/** Tables of an archive that holds several; none for any other file, an archive that is refused among them. */
function severalTables(name: string, bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
	if (!isArchive(name, bytes)) return [];
	try {
		const { tables } = unpackTables(name, bytes);
		return tables.length > 1 ? tables : [];
	} catch {
		return [];
	}
}

/** The readings of a file: one, or one for each table of an archive under `<archive>/<table>`. */
async function* readingsOf(name: string, bytes: Uint8Array): AsyncGenerator<Reading> {
	const tables = severalTables(name, bytes);
	if (tables.length === 0) yield await readAny(name, bytes);
	for (const table of tables) {
		const reading = unpackedFrom(name, await readAny(table.name, table.bytes));
		yield { ...reading, file: `${name}/${table.name}` };
	}
}

/** `olshem read`: the reading of every file of the paths, in `out` one JSON per table mirroring relative paths, else one per line. */
export async function readPaths(paths: string[], out: string | undefined): Promise<number> {
	if (paths.length === 0) throw new CommandError('read needs at least one PATH');
	for (const path of paths) {
		for (const file of await filesBelow(path)) {
			for await (const reading of readingsOf(file.relative, await bytesOf(file.path))) {
				const json = JSON.stringify(readingToJson(reading, (issue) => readingIssueWords(issue, 'en')));
				if (out === undefined) {
					process.stdout.write(json + '\n');
					continue;
				}
				const target = join(out, `${reading.file}.json`);
				await mkdir(dirname(target), { recursive: true });
				await writeFile(target, json + '\n');
			}
		}
	}
	return 0;
}
