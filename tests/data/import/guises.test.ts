import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { CYRILLIC, guisesOf, UNICODE, type Encoding } from './guises';

interface Guised {
	name: string;
	text: string;
	status: string;
	issues: string[];
	header?: string[] | null;
	rows?: string[][];
	delimiters?: string[];
	encodings?: readonly Encoding[];
}

const SPREADSHEET = [';', '\t', '|'];
const CLASSES = [
	['7А', 'Иванова', '4'],
	['8Б', 'Петрова', '5']
];

/** Rows of the table "Bad-input cases" in other words, other places and other shapes; `¦` stands for any delimiter. */
const GUISES: Guised[] = [
	{
		name: '04 lost letters, capitals',
		text: 'Класс¦Имя¦Балл\n7А¦?ЛИЯ¦3\n8Б¦АЙГ?Л¦5\n9В¦Н?РСУЛТАН¦4\n',
		status: 'warn',
		issues: ['lost-letters'],
		encodings: ['utf-8', 'windows-1251']
	},
	{
		name: '04 question marks that are meant',
		text: 'Класс¦Нравится?¦Балл\n7А¦Почему? Не знаю¦3\n8Б¦Да?¦5\n9В¦зачем??¦4\n',
		status: 'ok',
		issues: []
	},
	{
		name: '13 a NUL in every row',
		text: 'Класс¦Учитель\n7А\0¦Иванова\n8Б\0¦Петрова\n9В\0¦Сидорова Анна Ивановна\n',
		status: 'warn',
		issues: ['control-characters'],
		encodings: ['utf-8', 'windows-1251']
	},
	{
		name: '16 a comma cuts numbers of two columns',
		text: 'Класс,Балл 1,Балл 2\n7А,4,5,3,5\n8Б,3,9,4,1\n9В,4,0,4,2\n',
		status: 'refuse',
		issues: ['decimal-comma-vs-delimiter', 'ragged-rows'],
		delimiters: [',']
	},
	{
		name: '16 one number is whole',
		text: 'Класс,Балл,Учитель\n7А,4,5,Иванова\n8Б,3,9,Петрова\n9В,4,1,Ким\n10Г,4,Ли\n',
		status: 'refuse',
		issues: ['decimal-comma-vs-delimiter', 'ragged-rows'],
		delimiters: [',']
	},
	{
		name: '17 the separator line quoted',
		text: '"sep=;"\nСынып;Балл,1\n7А;4,5\n8Б;3\n',
		status: 'ok',
		issues: [],
		header: ['Сынып', 'Балл,1'],
		delimiters: [';']
	},
	{
		name: '20 marks of inches',
		text: 'Предмет¦Диагональ¦Цена\nЭкран¦17"¦100\nДоска¦65"¦900\nПарта¦нет¦80\n',
		status: 'ok',
		issues: [],
		rows: [
			['Экран', '17"', '100'],
			['Доска', '65"', '900'],
			['Парта', 'нет', '80']
		]
	},
	{
		name: '21 a quote never closed in the last cell',
		text: 'Школа¦Балл¦Отзыв\nЛицей¦4¦"хорошо\nСШ¦5¦нет\nОШ¦3¦так себе\n',
		status: 'warn',
		issues: ['unclosed-quote'],
		rows: [
			['Лицей', '4', '"хорошо'],
			['СШ', '5', 'нет'],
			['ОШ', '3', 'так себе']
		]
	},
	{
		name: '24 one quoted cell per record, with commas in the answers',
		text: '"Класс;""Отзыв, если есть"";""Балл"""\n"7А;""да, очень"";""4"""\n"8Б;""нет"";""5"""\n',
		status: 'ask',
		issues: ['double-encoded'],
		delimiters: [';']
	},
	{
		name: '27 and 28 together',
		text: 'Класс¦Балл¦Часы¦¦\n7А¦4¦2¦¦\n¦¦¦¦\n8Б¦5¦3¦¦\n¦¦¦¦\n¦¦¦¦\n',
		status: 'ok',
		issues: ['empty-columns', 'empty-rows'],
		header: ['Класс', 'Балл', 'Часы'],
		rows: [
			['7А', '4', '2'],
			['8Б', '5', '3']
		]
	},
	{
		name: '31 a title above two columns',
		text: 'Тоқсан ведомосі\n\nОқушы¦Балл\nАхметов¦4\nИванова¦5\n',
		status: 'warn',
		issues: ['preamble'],
		header: ['Оқушы', 'Балл']
	},
	{
		name: '32 three header rows',
		text: 'Класс¦2025¦¦¦\n¦Осень¦¦Весна¦\n¦Балл¦Часы¦Балл¦Часы\n7А¦4¦12¦5¦14\n8Б¦5¦10¦4¦12\n',
		status: 'warn',
		issues: ['merged-header'],
		header: [
			'Класс',
			'2025 / Осень / Балл',
			'2025 / Осень / Часы',
			'2025 / Весна / Балл',
			'2025 / Весна / Часы'
		]
	},
	{
		name: '32 options over answers of text',
		text: 'Учитель¦Что вы посещали?¦¦¦Отзыв\n¦Коучинг¦Семинар¦Конкурс¦\nИванова¦Коучинг¦¦Конкурс¦Хорошо\nКим¦¦Семинар¦¦Нормально\nЛи¦Коучинг¦Семинар¦¦Плохо\n',
		status: 'warn',
		issues: ['merged-header'],
		header: [
			'Учитель',
			'Что вы посещали? / Коучинг',
			'Что вы посещали? / Семинар',
			'Что вы посещали? / Конкурс',
			'Отзыв'
		]
	},
	{
		name: '34 a Latin letter in one of two names',
		text: 'Класс¦Отзыв¦Oтзыв\n7А¦да¦нет\n8Б¦нет¦да\n',
		status: 'warn',
		issues: ['duplicate-headers'],
		header: ['Класс', 'Отзыв', 'Oтзыв']
	},
	{
		name: '36 answers without names',
		text: '7А¦Әлия Қасымова¦4\n8Б¦Нұрлан Жүніс¦5\n9В¦Сәуле Әбіш¦3\n',
		status: 'ask',
		issues: ['no-header'],
		header: null
	},
	...['Общий итог', 'Жиынтығы', 'Ср. балл', 'Мектеп бойынша барлығы', 'Всего по школе'].map((word) => ({
		name: `39 ${word}`,
		text: `Класс¦Учитель¦Балл\n7А¦Иванова¦4\n8Б¦Петрова¦5\n${word}¦¦9\n`,
		status: 'warn',
		issues: ['totals-rows'],
		rows: CLASSES
	})),
	{
		name: '40 groups and subtotals in Kazakh',
		text: 'Сынып¦Оқушы¦Балл\n7 сыныптар¦¦\n7А¦25¦4\n7Б¦26¦5\n7 сыныптар бойынша барлығы¦51¦9\n8 сыныптар¦¦\n8А¦24¦3\n',
		status: 'warn',
		issues: ['group-rows', 'totals-rows'],
		rows: [
			['7А', '25', '4'],
			['7Б', '26', '5'],
			['8А', '24', '3']
		]
	},
	{
		name: '41 two tables of nothing but text',
		text: 'Учитель¦Предмет\nИванова¦Химия\nПетрова¦Физика\n\nНаставник¦Подопечный¦Кафедра\nКим¦Ли¦МО языков\nСидорова¦Юсупова¦МО физики\n',
		status: 'ask',
		issues: ['several-tables'],
		rows: [
			['Иванова', 'Химия'],
			['Петрова', 'Физика']
		]
	},
	...['05.окт', 'янв.10', '3.сәу', '5-Oct', '01 мая'].map((score) => ({
		name: `47 ${score}`,
		text: `Ученик¦Балл\nАхметов¦${score}\nИванова¦7/10\nКим¦8/10\n`,
		status: 'warn',
		issues: ['excel-damage'],
		encodings: UNICODE
	})),
	{
		name: '53 a letter for a digit',
		text: 'Класс¦Часы\n7А¦40\n8Б¦50\n9В¦30\n10Г¦1O\n11А¦22\n',
		status: 'warn',
		issues: ['not-a-number']
	},
	{
		name: 'a numbering row below a running number',
		text: '№¦ФИО¦Предмет¦Часы\n1¦2¦3¦4\n1¦Иванова¦Химия¦18\n2¦Ким¦Физика¦20\n',
		status: 'warn',
		issues: ['numbering-row'],
		rows: [
			['1', 'Иванова', 'Химия', '18'],
			['2', 'Ким', 'Физика', '20']
		]
	},
	{
		name: 'a column of spaces keeps its name',
		text: 'Класс¦Примечание¦Балл\n7А¦ ¦4\n8Б¦¦5\n',
		status: 'ok',
		issues: [],
		header: ['Класс', 'Примечание', 'Балл']
	},
	{
		name: 'apostrophes for quotes',
		text: "'Класс'¦'Учитель'¦'Балл'\n'7А'¦'Иванова'¦'4'\n'8Б'¦'Петрова'¦'5'\n",
		status: 'ok',
		issues: ['quote-style'],
		header: ['Класс', 'Учитель', 'Балл'],
		rows: CLASSES
	},
	{
		name: 'a mark of the end of the file, and padding',
		text: 'Класс¦Учитель¦Балл\n7А¦Иванова¦4\n8Б¦Петрова¦5\n\u001a\0\0\n',
		status: 'ok',
		issues: ['end-mark'],
		rows: CLASSES,
		encodings: CYRILLIC.filter((encoding) => !encoding.startsWith('utf-16'))
	},
	{
		name: 'percent signs, kinds of spaces and of minus',
		text: 'Сынып¦Сапа¦Қаражат¦Өсу\n7А¦45,5 %¦1\u00a0234,50¦\u22123\n8Б¦50%¦12\u202f000¦+2\n',
		status: 'ok',
		issues: [],
		encodings: UNICODE,
		delimiters: SPREADSHEET
	}
];

describe('the classes of bad input in other guises', () => {
	test.each(GUISES)('$name', ({ text, status, issues, header, rows, delimiters, encodings }) => {
		const guises = guisesOf(text, { ...(delimiters && { delimiters }), ...(encodings && { encodings }) });
		expect(guises.length).toBeGreaterThan(0);
		for (const { bytes, name } of guises) {
			const reading = readFile('t.csv', bytes);
			const codes = reading.issues.map(({ code }) => code).filter((code) => code !== 'encoding-detected');
			expect({ name, status: reading.status, issues: codes.toSorted() }).toEqual({ name, status, issues });
			if (header !== undefined) expect(reading.header).toEqual(header);
			if (rows !== undefined) expect(rowsOf(reading.cells)).toEqual(rows);
		}
	});
});
