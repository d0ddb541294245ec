import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { DELIMITERS, guisesOf, tableText } from './guises';

/** Tables a school keeps, small ones too. In every dialect and encoding that holds them they are read without a warning. */
const TABLES: Record<string, string[][]> = {
	'one row in Kazakh': [
		['Сынып', 'Мұғалім', 'Балл'],
		['7А', 'Қасымова Әлия', '4']
	],
	'one row in Russian': [
		['ФИО', 'Предмет', 'Стаж'],
		['Сидорова Ольга Петровна', 'Химия', '12']
	],
	'decimal commas': [
		['Класс', 'Учитель', 'Балл'],
		['7А', 'Иванова Мария', '4,5'],
		['8Б', 'Петрова Анна', '3,9']
	],
	'nothing but text': [
		['Пән', 'Сынып жетекшісі'],
		['Математика', 'Қасымова Әлия'],
		['Тарих', 'Жүніс Нұрлан'],
		['Қазақ тілі', 'Өтеген Гүлнар']
	],
	'answers that repeat': [
		['Уақыт', 'Тәлімгер көмектеседі ме?', 'Ұсынар ма едіңіз?'],
		['01.09.2025', 'толық келісемін', 'иә'],
		['02.09.2025', 'келіспеймін', 'жоқ'],
		['03.09.2025', 'келісемін', 'иә']
	],
	'departments and levels': [
		['Отдел', 'Курс'],
		['МО математики', 'Ступень 1'],
		['МО математики', 'Ступень 2'],
		['МО языков', 'Ступень 1']
	],
	'line breaks and quotes': [
		['Школа', 'Отзыв', 'Балл'],
		['СШ "Арман"', 'Сказал: "хорошо",\nи ушёл', '5'],
		['Лицей «Білім»', '„так себе“\n\nда', '4']
	],
	'empty cells and an empty column': [
		['Класс', 'Примечание', 'Балл', 'Отзыв'],
		['7А', '', '4', ''],
		['8Б', '', '5', 'да'],
		['9В', '', '5', '']
	],
	'years for names': [
		['Мұғалім', '2021-2022', '2022-2023', '2024'],
		['Қасымова', '75%', '80 %', '4'],
		['Жүніс', '60%', '70 %', '5']
	],
	'points of a maximum': [
		['Ученик', 'СОР 1', 'СОЧ'],
		['Ахметов', '7/10', '15/20'],
		['Иванова', '5/10', '18/20']
	],
	identifiers: [
		['ЖСН', 'Оқушы', 'Телефон'],
		['010203500123', 'Ахметов', '+7 701 123 45 67'],
		['050607600234', 'Иванова', '8 (702) 765-43-21']
	],
	apostrophes: [
		["Teacher's name", 'Comment'],
		["O'Brien", "it's fine"],
		["D'Arc", "don't"]
	],
	'a numbered list': [
		['№ п/п', 'ФИО педагога', 'Категория'],
		['1', 'Иванова М. А.', 'высшая'],
		['2', 'Петров П. С.', 'первая'],
		['3', 'Ким А. В.', 'вторая']
	],
	'levels, one of them «орташа»': [
		['Деңгей', 'Саны', 'Үлесі, %'],
		['төмен', '5', '25,0'],
		['орташа', '10', '50,0'],
		['жоғары', '5', '25,0']
	],
	formulas: [
		['Ученик', 'Ответ'],
		['Ахметов', '=1+1'],
		['Иванова', '@SUM(1)'],
		['Ким', '-5']
	],
	'marks of a week': [
		['Оқушы', '01.09', '02.09', '03.09'],
		['Ахметов', '5', '4', '5'],
		['Иванова', '4', '', '3']
	]
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
	test.each(DELIMITERS.flatMap((delimiter) => [true, false].map((all) => [delimiter, all] as const)))(
		'cells between %j, all quoted: %s',
		(delimiter, quoteAll) => {
			const alarms: string[] = [];
			for (const { bytes, newline, name } of guisesOf(tableText(table, delimiter, quoteAll), {
				delimiters: [delimiter]
			})) {
				const reading = readFile('t.csv', bytes);
				const expected = table.map((row) => row.map((cell) => cell.replaceAll('\n', newline)));
				const exact = JSON.stringify([reading.header, ...rowsOf(reading.cells)]) === JSON.stringify(expected);
				const codes = reading.issues.map(({ code }) => code).filter((code) => code !== 'encoding-detected');
				if (!exact || reading.status !== 'ok' || codes.length > 0)
					alarms.push(`${name}: ${codes.join(', ')}`);
			}
			expect(alarms).toEqual([]);
		}
	);
});

describe('one column is legal', () => {
	test.each([
		['Отзыв\nХорошо, но мало\nНормально\nСпасибо, очень понравилось, да\n'],
		['Пікір\nӨте жақсы\nЖаман емес\nКөп рақмет\n'],
		['ФИО\nИванова Мария Петровна\nПетров Пётр Сергеевич\nКим Анна Викторовна\n'],
		['Балл\n4,5\n3,9\n4,1\n'],
		['Время\n01.09.2025 10:00\n02.09.2025 11:30\n'],
		['"Өте жақсы пікір"\n"Жаман емес"\n"Көп рақмет сізге"\n'],
		["'Отзыв'\n'хорошо, да'\n'плохо'\n"],
		['"Отзыв"\n"сказал \\"да\\" и ушёл"\n"нет"\n']
	])('%j', (text) => {
		const reading = readFile('t.csv', new TextEncoder().encode(text));
		expect(reading.header).toHaveLength(1);
		expect(reading.status).not.toBe('ask');
		expect(reading.cells.width).toBe(1);
		expect(reading.cells.rows).toBe(text.trim().split('\n').length - 1);
	});
});
