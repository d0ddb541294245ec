import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { bytesIn, guisesOf, type Encoding } from './guises';

interface Layout {
	name: string;
	text: string;
	status: string;
	issues: string[];
	header?: string[] | null;
	rows?: string[][];
	delimiters?: string[];
}

const PAIRS = [
	['Қасымова', 'химия'],
	['Иванова', 'тарих'],
	['Ким', 'тарих']
];
const MARKS = [
	['Қасымова', 'қ', 'б', 'қ'],
	['Иванова', 'к', 'қ', ''],
	['Ким', 'қ', 'қ', 'қ']
];
const lines = (rows: readonly (readonly string[])[], after = '') =>
	rows.map((row) => row.join('¦') + after + '\n').join('');

/** Layouts in which two troubles of the table "Bad-input cases" meet; `¦` stands for any delimiter. */
const LAYOUTS: Layout[] = [
	{
		name: 'two columns beside three empty ones',
		text: lines([['Мұғалім', 'Пән'], ...PAIRS], '¦¦¦'),
		status: 'ok',
		issues: ['empty-columns'],
		header: ['Мұғалім', 'Пән'],
		rows: PAIRS
	},
	{
		name: 'the same below a title',
		text: `Тізім¦¦¦¦\n\n${lines([['Мұғалім', 'Пән'], ...PAIRS], '¦¦¦')}`,
		status: 'warn',
		issues: ['empty-columns', 'preamble'],
		header: ['Мұғалім', 'Пән'],
		rows: PAIRS
	},
	{
		name: 'a numbering row beside empty columns',
		text: 'Мұғалім¦Пән¦Сағат¦Өтілі¦¦\n1¦2¦3¦4¦¦\nҚасымова¦химия¦18¦5¦¦\nИванова¦тарих¦20¦7¦¦\n',
		status: 'warn',
		issues: ['empty-columns', 'numbering-row'],
		rows: [
			['Қасымова', 'химия', '18', '5'],
			['Иванова', 'тарих', '20', '7']
		]
	},
	{
		name: 'a numbering row below a blank one',
		text: 'Мұғалім¦Пән¦Сағат¦Өтілі\n¦¦¦\n1¦2¦3¦4\nҚасымова¦химия¦18¦5\nИванова¦тарих¦20¦7\n',
		status: 'warn',
		issues: ['numbering-row'],
		rows: [
			['Қасымова', 'химия', '18', '5'],
			['Иванова', 'тарих', '20', '7']
		]
	},
	{
		name: 'as many spaces in every line as in a note',
		text: 'Сабақ қызықты өтеді ме¦Пән¦Сағат\nИә, өте қызықты өтеді¦химия¦18\nЕскерту: б – ауру\n',
		status: 'warn',
		issues: ['group-rows'],
		delimiters: ['\t'],
		header: ['Сабақ қызықты өтеді ме', 'Пән', 'Сағат']
	},
	{
		name: 'a date in two cells above the names',
		text: 'Тоқсан ведомосі\nКүні¦12.05.2016\nМұғалім¦Пән¦Балл\nҚасымова¦химия¦4\nИванова¦тарих¦5\n',
		status: 'warn',
		issues: ['preamble'],
		header: ['Мұғалім', 'Пән', 'Балл']
	},
	{
		name: 'a title above a table that begins in the second column',
		text: 'Сауалнама нәтижелері 2016 жыл¦¦¦\n¦Мұғалім¦Пән¦Балл\n¦Қасымова¦химия¦4\n¦Иванова¦тарих¦5\n',
		status: 'warn',
		issues: ['empty-headers', 'preamble'],
		header: ['', 'Мұғалім', 'Пән', 'Балл']
	},
	{
		name: 'captions of groups in a column of their own',
		text: '¦Мұғалім¦Балл¦Пән\nБастауыш мектеп¦¦¦\n¦Қасымова¦4¦химия\n¦Иванова¦5¦тарих\nЖоғары буын¦¦¦\n¦Ким¦3¦тарих\n',
		status: 'warn',
		issues: ['empty-headers', 'group-rows'],
		rows: [
			['', 'Қасымова', '4', 'химия'],
			['', 'Иванова', '5', 'тарих'],
			['', 'Ким', '3', 'тарих']
		]
	},
	{
		name: 'days below their months',
		text: `Мұғалім¦Қыркүйек¦¦Қазан\n¦2¦9¦7\n${lines(MARKS)}`,
		status: 'warn',
		issues: ['merged-header'],
		header: ['Мұғалім', 'Қыркүйек / 2', 'Қыркүйек / 9', 'Қазан / 7'],
		rows: MARKS
	},
	{
		name: 'days below their months, some of each',
		text: 'Мұғалім¦Қыркүйек¦¦¦Қазан¦\n¦2¦9¦16¦7¦14\nҚасымова¦қ¦б¦қ¦қ¦қ\nИванова¦қ¦қ¦¦б¦қ\n',
		status: 'warn',
		issues: ['merged-header'],
		header: ['Мұғалім', 'Қыркүйек / 2', 'Қыркүйек / 9', 'Қыркүйек / 16', 'Қазан / 7', 'Қазан / 14'],
		rows: [
			['Қасымова', 'қ', 'б', 'қ', 'қ', 'қ'],
			['Иванова', 'қ', 'қ', '', 'б', 'қ']
		]
	},
	{
		name: 'years below a caption',
		text: 'Мұғалім¦Сапа¦¦\n¦2014¦2015¦2016\nҚасымова¦60¦65¦70\nИванова¦61¦66¦71\n',
		status: 'warn',
		issues: ['merged-header'],
		header: ['Мұғалім', 'Сапа / 2014', 'Сапа / 2015', 'Сапа / 2016'],
		rows: [
			['Қасымова', '60', '65', '70'],
			['Иванова', '61', '66', '71']
		]
	},
	{
		name: 'a year among names below a caption',
		text: 'Мұғалім¦Бағалау¦¦\n¦Пән¦2015¦Пікір\nҚасымова¦химия¦5¦жақсы\nИванова¦тарих¦4¦орташа\n',
		status: 'warn',
		issues: ['merged-header'],
		header: ['Мұғалім', 'Бағалау / Пән', 'Бағалау / 2015', 'Бағалау / Пікір']
	},
	{
		name: 'a first answer without its first cell is no row of names',
		text: 'Сынып¦Балл¦Сағат\n¦4¦72\n7А¦5¦36\n8Б¦3¦72\n',
		status: 'ok',
		issues: [],
		header: ['Сынып', 'Балл', 'Сағат'],
		rows: [
			['', '4', '72'],
			['7А', '5', '36'],
			['8Б', '3', '72']
		]
	},
	...['Директор: Ахметов А.', 'Ескерту б – ауру', '* – себепсіз', 'Қолы ____________'].map((note) => ({
		name: `a note below the table: ${note}`,
		text: `Мұғалім¦Пән¦Пікір\nҚасымова¦химия¦жақсы\nИванова¦тарих¦орташа\n${note}¦¦\n`,
		status: 'warn',
		issues: ['group-rows'],
		rows: [
			['Қасымова', 'химия', 'жақсы'],
			['Иванова', 'тарих', 'орташа']
		]
	})),
	{
		name: 'who has signed, apart from the table and in two cells',
		text: 'Мұғалім¦Пән¦Пікір\nҚасымова¦химия¦жақсы\nИванова¦тарих¦орташа\n¦¦\nДиректор¦¦Ахметов А.\n',
		status: 'warn',
		issues: ['group-rows'],
		rows: [
			['Қасымова', 'химия', 'жақсы'],
			['Иванова', 'тарих', 'орташа']
		]
	},
	{
		name: 'a director among those who answered is no note',
		text: 'Лауазымы¦Пән¦Пікір\nмұғалім¦химия¦жақсы\nмұғалім¦тарих¦орташа\nдиректор¦тарих¦\n',
		status: 'ok',
		issues: [],
		rows: [
			['мұғалім', 'химия', 'жақсы'],
			['мұғалім', 'тарих', 'орташа'],
			['директор', 'тарих', '']
		]
	},
	{
		name: 'a sum with nothing beside it',
		text: 'Мұғалім¦Пән¦Пікір\nҚасымова¦химия¦жақсы\nИванова¦тарих¦орташа\nБарлығы¦¦\n',
		status: 'warn',
		issues: ['totals-rows'],
		rows: [
			['Қасымова', 'химия', 'жақсы'],
			['Иванова', 'тарих', 'орташа']
		]
	},
	{
		name: 'few answers that repeat below a repeated header are no second table',
		text: `Балл¦Баға\n${'4¦5\n5¦5\n4¦4\n'.repeat(4)}Балл¦Баға\n${'4¦5\n4¦4\n'.repeat(4)}`,
		status: 'warn',
		issues: ['repeated-header']
	},
	{
		name: 'a comma in a name beside decimal commas',
		text: 'Үлесі, %¦Пән\n53,8%¦химия\n76,8%¦тарих\n90,1%¦химия\n',
		status: 'ok',
		issues: [],
		header: ['Үлесі, %', 'Пән'],
		delimiters: [';', '\t', '|']
	},
	{
		name: 'a small table below more lines than it has is asked about',
		text: 'Тоқсан ведомосі\nМұғалім: Ахметова А.\nКүні: 12.05.2016\nПән¦Сынып¦Балл¦Сағат\nхимия¦7А¦4¦18\nЕскерту: жоқ\n',
		status: 'ask',
		issues: ['dialect-unsure', 'group-rows', 'preamble'],
		rows: [['химия', '7А', '4', '18']]
	}
];

describe('layouts in which two troubles meet', () => {
	test.each(LAYOUTS)('$name', ({ text, status, issues, header, rows, delimiters }) => {
		for (const { bytes, name } of guisesOf(text, delimiters ? { delimiters } : {})) {
			const reading = readFile('t.csv', bytes);
			const codes = reading.issues.map(({ code }) => code);
			const told = codes.filter((code) => !['encoding-detected', 'empty-rows', 'ragged-rows'].includes(code));
			expect({ name, status: reading.status, issues: told.toSorted() }).toEqual({ name, status, issues });
			if (header !== undefined) expect(reading.header).toEqual(header);
			if (rows !== undefined) expect(rowsOf(reading.cells)).toEqual(rows);
		}
	});
});

describe('abbreviations in capitals, the only words of a file', () => {
	const PAGES: Encoding[] = ['windows-1251', 'KZ-1048', 'x-mac-cyrillic', 'IBM866', 'KOI8-R'];
	const table = (names: readonly string[]) =>
		[names, ...[1, 2, 3, 4].map((row) => names.map((_, column) => String((row * (column + 3)) % 11)))]
			.map((row) => row.join(';'))
			.join('\r\n');
	const read = (names: readonly string[], page: Encoding) => {
		const bytes = bytesIn(table(names), page);
		return bytes && readFile('t.csv', bytes);
	};

	test.each([[['БЖБ 1', 'ТЖБ']], [['ЖСН', 'СОР 1', 'СОЧ']], [['ФИО', 'Балл']]])(
		'%j are read as the words of schools they are',
		(names) => {
			for (const page of PAGES) {
				const reading = read(names, page);
				expect({ page, status: reading?.status, header: reading?.header }).toEqual({
					page,
					status: 'ok',
					header: names
				});
			}
		}
	);
	test.each([[['ПМПК', 'ЦПД']], [['РФМШ', 'ВСОШ']], [['ОЖСБ', 'ХБЖМ']]])(
		'%j, which nobody knows, are never read wrongly without a word',
		(names) => {
			for (const page of PAGES) {
				const reading = read(names, page);
				const right = JSON.stringify(reading?.header) === JSON.stringify(names);
				expect({ page, told: right || reading?.status !== 'ok' }).toEqual({ page, told: true });
			}
			expect(read(names, 'windows-1251')?.header).toEqual(names);
		}
	);
});
