import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderFiles, openFolder } from './folder';
import { folderWith } from './project.fixtures';
import { unzipProject, zipProject } from './zip';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('a project comes back from its zip with every byte and name', async () => {
	const folder = await folderWith([
		['сауалнама қаз.csv', 'а;ә\n1;2\n'],
		['бос.csv', ''],
		['same.csv', 'one'],
		['SAME.csv', 'two'],
		['../../evil/c:name?.csv', 'three']
	]);
	const zip = zipProject(folder);
	expect(Object.keys(unzipSync(zip))).toEqual([
		'project.json',
		'sources/сауалнама қаз.csv',
		'sources/бос.csv',
		'sources/same.csv',
		'sources/SAME (2).csv',
		'sources/.._.._evil_c_name_.csv'
	]);
	expect(await unzipProject(zip)).toEqual({ folder, unused: [], ignored: [] });
});

test('the same project gives the same bytes', async () => {
	const folder = await folderWith([['a.csv', '1']]);
	expect(zipProject(folder)).toEqual(zipProject(folder));
});

test('a folder above all, and what macOS adds, do not matter; other files are named', async () => {
	const folder = await folderWith([['a.csv', '1']]);
	const entries = [...folderFiles(folder)].map(([path, bytes]) => [`Жоба 2016/${path}`, bytes] as const);
	const zip = zipSync({
		...Object.fromEntries(entries),
		'Жоба 2016/note.txt': strToU8('hello'),
		'Жоба 2016/.DS_Store': strToU8('x'),
		'__MACOSX/._project.json': strToU8('x')
	});
	expect(await unzipProject(zip)).toEqual({ folder, unused: ['Жоба 2016/note.txt'], ignored: [] });
});

test('a source is known by its bytes, not by its name', async () => {
	const folder = await folderWith([['a.csv', '1']]);
	const files = folderFiles(folder);
	const bytes = files.get('sources/a.csv') as Uint8Array;
	files.delete('sources/a.csv');
	files.set('sources/renamed.csv', bytes);
	expect(await openFolder(files)).toEqual({ folder, unused: [], ignored: [] });
});

describe('refusals', () => {
	const zipOf = async (change: (files: Record<string, Uint8Array>) => void) => {
		const files = Object.fromEntries(folderFiles(await folderWith([['a.csv', 'one']])));
		change(files);
		return zipSync(files);
	};

	test('a source that was edited', async () => {
		const zip = await zipOf((files) => (files['sources/a.csv'] = strToU8('two')));
		expect(await unzipProject(zip)).toEqual({ failure: { code: 'source_changed', name: 'a.csv' } });
	});

	test('a source that is not there', async () => {
		const zip = await zipOf((files) => delete files['sources/a.csv']);
		expect(await unzipProject(zip)).toEqual({ failure: { code: 'source_missing', name: 'a.csv' } });
	});

	test('no project file, or one in a folder beside others', async () => {
		const none = await zipOf((files) => delete files['project.json']);
		expect(await unzipProject(none)).toEqual({ failure: { code: 'no_project' } });
		const beside = await zipOf((files) => {
			files['inner/project.json'] = files['project.json'] as Uint8Array;
			delete files['project.json'];
		});
		expect(await unzipProject(beside)).toEqual({ failure: { code: 'no_project' } });
	});

	test.each(['../evil.csv', 'sources/../../evil.csv', '/etc/evil', 'C:\\evil.csv', 'a\\..\\..\\evil.csv'])(
		'a path out of the folder: %s',
		async (path) => {
			const zip = await zipOf((files) => (files[path] = strToU8('x')));
			expect(await unzipProject(zip)).toEqual({ failure: { code: 'unsafe_path', name: path } });
		}
	);

	test('a file that unpacks beyond all measure, before it is unpacked', async () => {
		const bomb = zipSync({ 'bomb.csv': new Uint8Array(200_000_000) }, { level: 9 });
		const started = performance.now();
		expect(await unzipProject(bomb)).toEqual({ failure: { code: 'inflated', name: 'bomb.csv' } });
		expect(performance.now() - started).toBeLessThan(500);
	});

	test('more files than any project has', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array(0)])
		);
		expect(await unzipProject(zipSync(many))).toEqual({ failure: { code: 'too_many_files', limit: 10_000 } });
	});

	test('what is no zip at all', async () => {
		expect(await unzipProject(strToU8('a;b\n1;2\n'.repeat(9)))).toEqual({ failure: { code: 'not_a_zip' } });
		expect(await unzipProject(new Uint8Array(0))).toEqual({ failure: { code: 'not_a_zip' } });
	});

	test('a zip cut short or damaged anywhere never gives another project', async () => {
		const folder = await folderWith([['a.csv', 'сан;жауап\n'.repeat(400)]]);
		const zip = zipProject(folder);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(zip.length - 1),
				fc.integer({ min: 1, max: 255 }),
				fc.boolean(),
				async (at, by, cut) => {
					const damaged = cut ? zip.slice(0, at) : zip.slice();
					if (!cut) damaged[at] = (zip[at] ?? 0) ^ by;
					const opened = await unzipProject(damaged);
					if ('failure' in opened) expect(opened.failure.code).toMatch(/^[a-z_]+$/);
					else expect(opened.folder.files).toEqual(folder.files);
				}
			),
			{ numRuns: 300, examples: [[613, 64, false]] }
		);
	});
});

test('project.json in a zip is the text of the format', async () => {
	const folder = await folderWith([]);
	expect(text(unzipSync(zipProject(folder))['project.json'])).toContain('\n\t"olshem": 1,');
});
