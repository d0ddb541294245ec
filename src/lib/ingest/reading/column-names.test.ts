import { expect, test } from 'vitest';
import { mapSources } from '../dataset/mapped-source';
import { IssueList } from '../dataset/issues';
import { proposeProject } from '../mapping/propose-project';
import { csv, given } from '../mapping/testing/given';
import { columnName, columnNames } from './column-names';
import { readFile } from './read-file';
import { compareVersions } from './versions';

const read = (lines: string[]) => readFile('a.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));

test('columns that read alike are numbered from the second on', () => {
	expect(columnNames(['Балл', 'Сынып', ' Балл ', '', 'бaлл', ''])).toEqual([
		'Балл',
		'Сынып',
		'Балл (2)',
		'',
		'бaлл (3)',
		''
	]);
});
test('no number makes a name that another column has', () => {
	expect(columnNames(['Балл', 'Балл (2)', 'Балл', 'Балл'])).toEqual([
		'Балл',
		'Балл (2)',
		'Балл (3)',
		'Балл (4)'
	]);
	expect(columnName(null, 0)).toBe('');
});
test('places of a reading name the column they stand in', () => {
	const { issues } = read(['Сынып;Балл;Балл', '7А;4;5', '7Б;3;#Н/Д', '8А;5;#Н/Д', '8Б;2;3']);
	const names = (code: string) => issues.find((issue) => issue.code === code)?.places.map(({ name }) => name);
	expect(names('excel-errors')).toEqual(['Балл (2)']);
	expect(names('duplicate-headers')).toEqual(['Балл', 'Балл (2)']);
});
test('so do places met in taking answers, and differences of versions', () => {
	const file = given(
		'a.csv',
		csv([
			['Сынып', 'Балл', 'Балл'],
			['7А', '4', '5']
		])
	);
	const { project } = proposeProject([file], null);
	expect(mapSources([file], project, new IssueList())[0]?.place(0, 2).name).toBe('Балл (2)');
	const next = compareVersions(
		read(['Код;Балл;Балл', 'k1;4;5', 'k2;3;4', 'k3;3;4']),
		read(['Код;Балл;Балл;Балл', 'k1;4;5;2', 'k2;3;5;2', 'k3;3;4;2'])
	);
	expect([next.columnsAdded, next.first[0]?.place.name]).toEqual([['Балл (3)'], 'Балл (2)']);
});
