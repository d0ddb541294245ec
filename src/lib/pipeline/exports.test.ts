import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import type { ExportedFile } from '$lib/model/printed-base';
import { emptyProject } from '$lib/model/project';
import { unzipProject, zipProject } from '$lib/project/zip';
import { Session } from './session';
import type { Snapshot } from './snapshot';

const quiet = () => undefined;
const RATED = ['1', '2', '3', '4', '5'];
const table = (rows: number) =>
	new TextEncoder().encode(
		[
			'Сынып;Сабақ қызықты;Мектеп ұнайды',
			...Array.from({ length: rows }, (_, at) => `7А;${RATED[at % 5]};${RATED[at % 4]}`)
		].join('\n')
	);
const left: ExportedFile = {
	at: '2017-05-20T20:00',
	file: 'olshem-satisfaction-levels-kk.svg',
	title: { kk: 'Деңгей' },
	groups: { class: '7А' },
	bases: [{ instrument: 'pupils', question: '', wave: 'w1', filter: {}, n: 12 }]
};

let session: Session;
let snapshot: Snapshot;
beforeAll(async () => {
	session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
	const files = [{ name: 'Оқушылар.csv', bytes: table(12) }];
	snapshot = await session.take({ project: null, files, unused: [] }, quiet);
	snapshot = await session.edit({ ...snapshot.project, exports: [left] }, quiet);
});
afterAll(() => session.close());

test('what left is taken on record without counting anything again', async () => {
	const phases: string[] = [];
	const { project, counts } = snapshot;
	const again = { ...project, exports: [left, left] };
	const next = await session.edit(again, ({ phase }) => phases.push(phase));
	expect(phases).toEqual([]);
	expect(next.project.exports).toHaveLength(2);
	expect(next.counts).toBe(counts);
	await session.edit({ ...again, privacy: { ...project.privacy, k: 7 } }, ({ phase }) => phases.push(phase));
	expect(phases).toContain('counting');
	snapshot = await session.edit({ ...project, exports: [left] }, quiet);
});

test('the record goes with the zip and outlives the files it is about', async () => {
	const opened = await unzipProject(zipProject(session.folder()));
	if ('failure' in opened) throw new Error(opened.failure.code);
	expect(opened.ignored).toEqual([]);
	expect(opened.folder.project.exports).toEqual([left]);
	const [source] = snapshot.project.sources;
	const replaced = await session.replace(
		source?.sha256 ?? '',
		{ name: 'Оқушылар 2.csv', bytes: table(14) },
		quiet
	);
	expect(replaced.project.sources.map(({ name }) => name)).toEqual(['Оқушылар 2.csv']);
	expect(replaced.project.exports).toEqual([left]);
	const emptied = await session.remove(replaced.project.sources[0]?.sha256 ?? '', quiet);
	expect(emptied.project.sources).toEqual([]);
	expect(emptied.project.exports).toEqual([left]);
});
