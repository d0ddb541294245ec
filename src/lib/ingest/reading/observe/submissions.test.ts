import { expect, test } from 'vitest';
import { rowsOf } from '../cells';
import { readFile } from '../read-file';

const HEAD = '"id","submitdate","lastpage","startlanguage","startdate","datestamp","G1Q1"';
const ROW = (id: number, text: string) =>
	`"${id}","2016-08-27 20:10:12","3","ru","2016-08-27 20:00:00","2016-08-27 20:10:12","${text}"`;
const read = (...texts: string[]) =>
	readFile(
		'results-survey1.csv',
		new TextEncoder().encode([HEAD, ...texts.map((text, at) => ROW(at + 1, text)), ''].join('\r\n'))
	);

test('answers LimeSurvey put an apostrophe before are counted and stay as they are', () => {
	const reading = read("'=1+1", 'жақсы', "'-нет", "'кавычка'");
	expect(reading.exporter).toBe('limesurvey');
	const issue = reading.issues.find(({ code }) => code === 'masked-formulas');
	expect(issue).toMatchObject({ severity: 'note', count: 2, line: 2, column: 7 });
	expect(rowsOf(reading.cells).map((row) => row[6])).toEqual(["'=1+1", 'жақсы', "'-нет", "'кавычка'"]);
});

test('without such answers nothing is said', () => {
	expect(read('жақсы', 'нашар').issues.map(({ code }) => code)).not.toContain('masked-formulas');
});
