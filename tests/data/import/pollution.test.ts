import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { encodeText } from './encode-text';

const HEADER = ['Дата', 'Класс', 'Учитель', 'Отзыв', 'Балл', 'Примечание'];
const ROWS = [
	['01.09.2015', '7А', 'Иванова Мария', 'Хорошо; очень помогает, спасибо', '4', ''],
	['02.09.2015', '8Б', 'Петрова Анна', 'Школа "Арман", лучшая', '5', 'да'],
	['03.09.2015', '9В', 'Ким Елена', 'Нет', '3', ''],
	['04.09.2015', '10Г', 'Сидоров Пётр', 'Часто, но не всегда; редко', '4', 'нет'],
	['05.09.2015', '11А', 'Юсупова Эльвира', 'Да', '5', '']
];

const DIALECTS = [
	{ delimiter: ';', encoding: 'windows-1251', newline: '\r\n' },
	{ delimiter: ',', encoding: 'utf-8', newline: '\n' },
	{ delimiter: '\t', encoding: 'utf-16le', newline: '\r\n' }
] as const;

type Pollution = (cells: string[], column: number, delimiter: string) => string;

const joined = (cells: string[], delimiter: string) => cells.join(delimiter);

const POLLUTIONS: Record<string, Pollution> = {
	'a delimiter too many': (cells, column, delimiter) =>
		joined([...cells.slice(0, column + 1), '', ...cells.slice(column + 1)], delimiter),
	'a delimiter missing': (cells, column, delimiter) =>
		joined(
			[
				...cells.slice(0, column),
				(cells[column] ?? '') + (cells[column + 1] ?? ''),
				...cells.slice(column + 2)
			],
			delimiter
		),
	'a quote too many': (cells, column, delimiter) =>
		joined(
			cells.map((cell, index) => (index === column ? `"${cell}` : cell)),
			delimiter
		),
	'a quote inside': (cells, column, delimiter) =>
		joined(
			cells.map((cell, index) => (index === column ? `${cell.slice(0, 2)}"${cell.slice(2)}` : cell)),
			delimiter
		)
};

function quoted(cell: string, delimiter: string): string {
	return cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe.each(DIALECTS)(
	'one damaged row in a "$delimiter" file in $encoding',
	({ delimiter, encoding, newline }) => {
		const lines = [HEADER, ...ROWS].map((row) => row.map((cell) => quoted(cell, delimiter)));
		const read = (texts: string[]) => readFile('t.csv', encodeText(texts.join(newline) + newline, encoding));

		test('undamaged it is exact', () => {
			const reading = read(lines.map((cells) => joined(cells, delimiter)));
			expect(reading.status).toBe('ok');
			expect([reading.header, ...rowsOf(reading.cells)]).toEqual([HEADER, ...ROWS]);
		});

		test.each(Object.entries(POLLUTIONS))('%s is never passed without a word', (_name, pollute) => {
			const silent: string[] = [];
			for (let row = 0; row < lines.length; row += 1) {
				for (let column = 0; column < HEADER.length; column += 1) {
					const texts = lines.map((cells, index) =>
						index === row ? pollute(cells, column, delimiter) : joined(cells, delimiter)
					);
					const clean = lines.map((cells) => joined(cells, delimiter));
					if (texts[row] === clean[row]) continue;
					const reading = read(texts);
					const flagged =
						reading.status !== 'ok' || reading.issues.some(({ severity }) => severity === 'warn');
					const exact =
						JSON.stringify([reading.header, ...rowsOf(reading.cells)]) === JSON.stringify([HEADER, ...ROWS]);
					if (!flagged && !exact) silent.push(`row ${row} column ${column}: ${texts[row]}`);
				}
			}
			expect(silent).toEqual([]);
		});
	}
);
