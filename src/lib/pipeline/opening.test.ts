import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { emptyProject } from '$lib/model/project';
import { zipProject } from '$lib/project/zip';
import { ProjectError, sortGiven } from './opening';

const CSV = strToU8('a;b\r\n1;2\r\n');

describe('what was given', () => {
	test('a zip with a project file is a project', async () => {
		const bytes = zipProject({ project: emptyProject(), files: new Map() });
		expect((await sortGiven([{ name: 'мектеп.zip', bytes }])).project).toEqual(emptyProject());
	});

	test('a project file that cannot be read is told as such', async () => {
		const bytes = zipSync({ 'project.json': strToU8('{'), 'a.csv': CSV });
		await expect(sortGiven([{ name: 'мектеп.zip', bytes }])).rejects.toThrow(ProjectError);
	});

	test('a zip of tables gives a file for each', async () => {
		const bytes = zipSync({ 'a.csv': CSV, 'папка/b.xlsx': CSV, 'c.docx': CSV });
		const sorted = await sortGiven([{ name: 'кестелер.zip', bytes }]);
		expect(sorted.project).toBeNull();
		expect(sorted.files.map(({ name, archive }) => [name, archive])).toEqual([
			['a.csv', 'кестелер.zip'],
			['b.xlsx', 'кестелер.zip']
		]);
		expect(sorted.unused).toEqual(['кестелер.zip/c.docx']);
	});

	test('an archive inside a folder is opened, what is no table in it left alone', async () => {
		const files = [
			{ name: 'папка/a.csv.zip', bytes: zipSync({ 'a.csv': CSV }) },
			{ name: 'папка/оқы.docx', bytes: CSV }
		];
		const sorted = await sortGiven(files);
		expect(sorted.files).toEqual([{ name: 'a.csv', bytes: CSV, archive: 'a.csv.zip' }]);
		expect(sorted.unused).toEqual(['папка/оқы.docx']);
	});

	test('an archive that cannot be opened stays as it is, for its reading to refuse it', async () => {
		const bytes = zipSync({ 'a.csv': CSV }).subarray(0, 60);
		expect((await sortGiven([{ name: 'a.zip', bytes }])).files).toEqual([{ name: 'a.zip', bytes }]);
	});
});
