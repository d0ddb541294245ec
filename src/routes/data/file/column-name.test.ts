import { expect, test } from 'vitest';
import { columnName } from './column-name';

test('columns of one name are told apart, and one without a name has its place', () => {
	const header = ['Балл', 'Класс', ' Балл ', '', 'Балл'];
	expect(header.map((_, index) => columnName(header, index))).toEqual([
		'Балл',
		'Класс',
		'Балл (2)',
		expect.stringContaining('4'),
		'Балл (3)'
	]);
	expect(columnName(null, 0)).toContain('1');
});
