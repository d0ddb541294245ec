import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { encodeText } from './encode-text';

interface Expected {
	status: string;
	issues: string[];
	header?: string[] | null;
	rows?: string[][];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Rows of the table "Bad-input cases" whose files are not in the reference: our own files of the same classes. */
const CASES: [name: string, bytes: Uint8Array, expected: Expected][] = [
	[
		'04 windows-1251 with lost Kazakh letters',
		encodeText('Сынып;М??алім;Балл\r\n7А;?асымова ?лия;4,5\r\n8Б;Н?рлан Ж?ніс;5\r\n', 'windows-1251'),
		{ status: 'warn', issues: ['lost-letters'] }
	],
	[
		'07 UTF-16LE without BOM',
		encodeText('Класс\tУчитель\tБалл\r\n7А\tӘлия\t4,5\r\n', 'utf-16le'),
		{
			status: 'ok',
			issues: ['encoding-detected'],
			header: ['Класс', 'Учитель', 'Балл'],
			rows: [['7А', 'Әлия', '4,5']]
		}
	],
	[
		'09 x-mac-cyrillic',
		encodeText('Класс;Учитель;Балл\r7А;Иванова Мария;4,5\r8Б;Петрова Анна;3,9\r', 'x-mac-cyrillic'),
		{
			status: 'ok',
			issues: ['encoding-detected'],
			header: ['Класс', 'Учитель', 'Балл'],
			rows: [
				['7А', 'Иванова Мария', '4,5'],
				['8Б', 'Петрова Анна', '3,9']
			]
		}
	],
	[
		'11 mojibake',
		utf8('РљР»Р°СЃСЃ;РЈС‡РёС‚РµР»СЊ;Р‘Р°Р»Р»\n7Рђ;РРІР°РЅРѕРІР°;4\n'),
		{ status: 'ask', issues: ['mojibake'] }
	],
	[
		'16 comma delimiter and decimal commas',
		utf8('Класс,Учитель,Балл\n7А,Иванова,4,5\n8Б,Петрова,3,9\n9В,Ким,4,1\n'),
		{ status: 'refuse', issues: ['decimal-comma-vs-delimiter', 'ragged-rows'], header: null, rows: [] }
	],
	[
		'21 unclosed quote',
		utf8('Класс;Школа;Балл\n7А;"Арман;4\n8Б;Лицей;5\n9В;СШ №3;5\n'),
		{
			status: 'warn',
			issues: ['unclosed-quote'],
			header: ['Класс', 'Школа', 'Балл'],
			rows: [
				['7А', '"Арман', '4'],
				['8Б', 'Лицей', '5'],
				['9В', 'СШ №3', '5']
			]
		}
	],
	[
		'24 double-encoded',
		utf8('"Класс;""Учитель"";""Балл"""\n"7А;""Иванова"";""4"""\n"8Б;""Петрова"";""5"""\n'),
		{ status: 'ask', issues: ['double-encoded'] }
	],
	[
		'24 double-encoded without inner quotes',
		utf8('"Класс;Учитель;Балл"\n"7А;Иванова;4"\n"8Б;Петрова;5"\n'),
		{ status: 'ask', issues: ['double-encoded'] }
	],
	[
		'27 every line ends with ;;;',
		utf8('Класс;Учитель;Балл;;;\n7А;Иванова;4;;;\n8Б;Петрова;5;;;\n'),
		{
			status: 'ok',
			issues: ['empty-columns'],
			header: ['Класс', 'Учитель', 'Балл'],
			rows: [
				['7А', 'Иванова', '4'],
				['8Б', 'Петрова', '5']
			]
		}
	],
	[
		'30 CRLF, LF and CR in one file',
		utf8('Класс;Учитель;Балл\r\n7А;Иванова;4\n8Б;Петрова;5\r9В;Ким;3\r\n'),
		{
			status: 'ok',
			issues: [],
			header: ['Класс', 'Учитель', 'Балл'],
			rows: [
				['7А', 'Иванова', '4'],
				['8Б', 'Петрова', '5'],
				['9В', 'Ким', '3']
			]
		}
	],
	[
		'32 merged two-row header',
		utf8('Класс;Четверть 1;;Четверть 2;\n;Балл;Пропуски;Балл;Пропуски\n7А;4,5;3;4,6;1\n8Б;4,1;0;4,2;2\n'),
		{
			status: 'warn',
			issues: ['merged-header'],
			header: [
				'Класс',
				'Четверть 1 / Балл',
				'Четверть 1 / Пропуски',
				'Четверть 2 / Балл',
				'Четверть 2 / Пропуски'
			],
			rows: [
				['7А', '4,5', '3', '4,6', '1'],
				['8Б', '4,1', '0', '4,2', '2']
			]
		}
	],
	[
		'32 merged header of three columns',
		utf8('Класс;Пропуски;\n;Всего;По болезни\n7А;12;5\n8Б;9;3\n'),
		{
			status: 'warn',
			issues: ['merged-header'],
			header: ['Класс', 'Пропуски / Всего', 'Пропуски / По болезни']
		}
	],
	[
		'34 names equal after folding',
		utf8('Балл;Балл\u00a0;бaлл;Класс\n4;5;3;7А\n'),
		{
			status: 'warn',
			issues: ['duplicate-headers'],
			header: ['Балл', 'Балл\u00a0', 'бaлл', 'Класс'],
			rows: [['4', '5', '3', '7А']]
		}
	],
	[
		'39 totals and average at the bottom',
		utf8('Класс;Учитель;Балл\n7А;Иванова;4\n8Б;Петрова;5\nИтого;;9\nСредний балл;;4,5\n'),
		{
			status: 'warn',
			issues: ['totals-rows'],
			header: ['Класс', 'Учитель', 'Балл'],
			rows: [
				['7А', 'Иванова', '4'],
				['8Б', 'Петрова', '5']
			]
		}
	],
	[
		'39 totals in Kazakh',
		utf8('Сынып;Балл\n7А;4\n8Б;5\nБарлығы;9\nОрташа балл;4,5\n'),
		{ status: 'warn', issues: ['totals-rows'] }
	],
	[
		'41 a second table under the first',
		utf8('Класс;Балл\n7А;4\n8Б;5\n\nУчитель;Часы;Кабинет\nИванова;18;12\nПетрова;20;7\n'),
		{
			status: 'ask',
			issues: ['several-tables'],
			header: ['Класс', 'Балл'],
			rows: [
				['7А', '4'],
				['8Б', '5']
			]
		}
	],
	[
		'41 a second table of the same width',
		utf8('Класс;Балл\n7А;4\n8Б;5\n;\nУчитель;Часы\nИванова;18\nПетрова;20\n'),
		{ status: 'ask', issues: ['several-tables'], header: ['Класс', 'Балл'] }
	],
	[
		'41 a second table of another width without a gap',
		utf8('Класс;Балл\n7А;4\n8Б;5\nУчитель;Часы;Кабинет\nИванова;18;12\nПетрова;20;7\n'),
		{ status: 'ask', issues: ['several-tables'], header: ['Класс', 'Балл'] }
	],
	[
		'44 SurveyMonkey, two header rows',
		utf8(
			'Respondent ID,Collector ID,Start Date,End Date,Вам нравится школа?,Что нравится?,,Почему?\n,,,,Response,Уроки,Кружки,Open-Ended Response\n10001234567,4567,09/01/2026 10:00:00 AM,09/01/2026 10:05:00 AM,Да,Уроки,,потому что\n'
		),
		{
			status: 'ok',
			issues: ['exporter-surveymonkey'],
			header: [
				'Respondent ID',
				'Collector ID',
				'Start Date',
				'End Date',
				'Вам нравится школа?',
				'Что нравится? / Уроки',
				'Что нравится? / Кружки',
				'Почему?'
			]
		}
	],
	[
		'50 dates that read both ways',
		utf8('Дата;Балл\n03/04/2026;4\n05/06/2026;5\n'),
		{ status: 'ask', issues: ['ambiguous-dates'] }
	],
	['50 one value decides', utf8('Дата;Балл\n03/04/2026;4\n13/06/2026;5\n'), { status: 'ok', issues: [] }],
	[
		'54 register marks in two languages',
		utf8('Ученик;01.09;02.09;03.09\nАхметов;ж;;к\nИванова;н;п;\nКим;;б;о\n'),
		{ status: 'ask', issues: ['mark-language'], header: ['Ученик', '01.09', '02.09', '03.09'] }
	],
	[
		'54 in long form',
		utf8('Ученик;Белгі\nА;ж\nБ;д\nВ;а\nГ;к\n'),
		{ status: 'ask', issues: ['mark-language'] }
	],
	[
		'58 Latin i and schwa in Kazakh names',
		utf8('Мұғалім;Балл\nӘлия;4\nƏлия;5\nБілім;3\nБiлiм;4\n'),
		{ status: 'ask', issues: ['homoglyphs'] }
	],
	[
		'60 invisible characters',
		utf8('Кла\u200bсс;Учитель;Балл\n7А;Ива\u00adнова;4\n8Б;\ufeffПетрова;5\n'),
		{ status: 'ok', issues: ['invisible-characters'], header: ['Кла\u200bсс', 'Учитель', 'Балл'] }
	],
	[
		'62 names of object prototypes',
		utf8('__proto__;constructor;__parsed_extra\n1;2;3\n'),
		{
			status: 'ok',
			issues: [],
			header: ['__proto__', 'constructor', '__parsed_extra'],
			rows: [['1', '2', '3']]
		}
	],
	[
		'69 one huge cell',
		utf8(`Класс;Ответ;Балл\n7А;${'а'.repeat(12_000_000)};4\n8Б;нет;5\n`),
		{ status: 'warn', issues: ['huge-field'] }
	],
	[
		'69 a huge cell behind a quote that is never closed',
		utf8(`Класс;Ответ;Балл\n7А;"${'а'.repeat(12_000_000)};4\n8Б;нет;5\n`),
		{ status: 'warn', issues: ['huge-field'] }
	],
	[
		'69 a quote that swallows megabytes of rows',
		utf8(`Класс;Ответ;Балл\n7А;"нет;4\n${'8Б;нет;5\n'.repeat(200_000)}`),
		{ status: 'warn', issues: ['huge-field'] }
	]
];

describe('bad-input cases whose files are kept back', () => {
	test.each(CASES)('%s', (name, bytes, { status, issues, header, rows }) => {
		const reading = readFile(name, bytes);
		expect({ status: reading.status, issues: reading.issues.map(({ code }) => code).toSorted() }).toEqual({
			status,
			issues
		});
		if (header !== undefined) expect(reading.header).toEqual(header);
		if (rows !== undefined) expect(rowsOf(reading.cells)).toEqual(rows);
	});
});
