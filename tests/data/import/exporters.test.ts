import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import type { Exporter, ReadingOptions } from '$lib/model/reading';
import { bytesIn, tableText, type Encoding } from './guises';

interface Export {
	name: string;
	exporter: Exporter;
	/** Rows above the answers. */
	head: string[][];
	/** The header as it is to be read; the first row of the head where it is left out. */
	header?: string[];
	rows: string[][];
	status?: string;
	issues?: string[];
	delimiters?: string[];
	encodings?: Encoding[];
}

const stamped = (stamps: string[]) => stamps.map((stamp, index) => [stamp, `${7 + index}А`, 'иә', 'жоқ']);
const GOOGLE = [
	['Отметка времени', ['2025/09/10 6:05:54 ПП GMT+5', '2025/09/11 11:06:07 ДП GMT+5']],
	['Уақыт белгісі', ['19.09.2023 18:07:33', '20.09.2023 8:07:33']],
	['Timestamp', ['12/15/2025 10:18:29 GMT+5', '12/16/2025 9:18:29 GMT+5']],
	['Timestamp', ['2025/09/10 6:05:54 PM GMT+5', '2025/09/11 11:06:07 AM GMT+5']]
] as const;

const MICROSOFT: [names: string[], stamp: string][] = [
	[
		['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Total points', 'Quiz feedback'],
		'4/15/2026 22:38:00'
	],
	[['ИД', 'Время начала', 'Время выполнения', 'Адрес электронной почты', 'Имя'], '15.04.2026 22:38:05'],
	[['Идентификатор', 'Басталу уақыты', 'Аяқталу уақыты', 'Электрондық пошта', 'Аты'], '15.04.2026 22:38:05']
];

const LIME = [
	['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'Q1', 'Q2[SQ001]'],
	['Response ID', 'Date submitted', 'Last page', 'Start language', 'Seed', 'Useful?', 'Rate [Lessons]'],
	[
		'ID ответа',
		'Дата отправки',
		'Последняя страница',
		'Начальный язык',
		'Seed',
		'Полезно?',
		'Оцените [Уроки]'
	]
];

const KOBO_TAIL = ['_id', '_uuid', '_submission_time', '_validation_status', '_status', '_index'];
const KOBO = ['start', 'топ/Сынып', 'Пән', 'Пән/Химия', ...KOBO_TAIL];
const koboRow = (id: string, answer: string) => [
	'2025-10-20T20:39:41.694000+05:00',
	'7А',
	answer,
	'1',
	id,
	'a-b',
	'2025-10-20T19:39:41',
	'',
	'web',
	id
];

const QUALTRICS = [
	'StartDate',
	'EndDate',
	'Status',
	'Progress',
	'Finished',
	'RecordedDate',
	'ResponseId',
	'Q1',
	'Q5_1'
];
const QUALTRICS_TEXTS = [
	'Басталу күні',
	'Аяқталу күні',
	'Жауап түрі',
	'Барысы',
	'Аяқталды',
	'Жазылған күні',
	'Жауап ID',
	'Мектеп ұнай ма?',
	'Бағалаңыз - Сабақ'
];
const QUALTRICS_IDS = QUALTRICS.map((code) => `{"ImportId":"${code}"}`);
const QUALTRICS_HEADER = [...QUALTRICS.slice(0, 7), ...QUALTRICS_TEXTS.slice(7)];
const qualtricsRow = (id: string, status = '0', finished = '1') => {
	const at = '2025-09-10 10:00:00';
	return [at, at, status, '100', finished, at, id, '1,3', 'Келісемін'];
};
const LEGACY = ['V1', 'V2', 'V3', 'V4', 'V5', 'Q1'];
const LEGACY_TEXTS = ['ResponseID', 'ResponseSet', 'StartDate', 'EndDate', 'Finished', 'Мектеп ұнай ма?'];

const MONKEY = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address'];
const MONKEY_RU = ['ID респондента', 'ID коллектора', 'Дата начала', 'Дата завершения', 'IP-адрес', 'Имя'];
const monkeyRow = (id: string, ...answers: string[]) => [
	id,
	'4567',
	'09/01/2026 10:00:00 AM',
	'09/01/2026 10:05:00 AM',
	'192.0.2.1',
	'',
	...answers
];

const EXPORTS: Export[] = [
	...GOOGLE.map(([name, stamps]): Export => ({
		name: `Google Forms, ${name} ${stamps[0]}`,
		exporter: 'google-forms',
		head: [[name, 'Сынып', 'Сұрақ [1-жол]', 'Сұрақ [2-жол]']],
		rows: stamped([...stamps])
	})),
	...MICROSOFT.map(([names, stamp]): Export => ({
		name: `Microsoft Forms, ${names[1] ?? ''}`,
		exporter: 'microsoft-forms',
		head: [[...names, 'Қандай түрлері ұнады?']],
		rows: ['1', '2'].map((id) => [
			id,
			stamp,
			stamp,
			'anonymous',
			...names.slice(4).map(() => ''),
			'Семинар;Коучинг;'
		]),
		encodings: ['utf-8 BOM', 'windows-1251', 'KZ-1048', 'utf-16le BOM']
	})),
	...LIME.map((names): Export => ({
		name: `LimeSurvey, ${names[1] ?? ''}`,
		exporter: 'limesurvey',
		head: [names],
		rows: [
			['1', '2025-09-10 20:10:12', '3', 'kk', '123', 'A1', "'=1+1"],
			['2', '', '1', 'ru', '124', '', 'A2']
		],
		issues: ['masked-formulas', 'unfinished-rows']
	})),
	{
		name: 'KoboToolbox',
		exporter: 'kobotoolbox',
		head: [KOBO],
		rows: [koboRow('1', 'Химия'), koboRow('2', '')]
	},
	{
		name: 'KoboToolbox with HXL tags',
		exporter: 'kobotoolbox',
		head: [KOBO, ['#date+start', '#loc +class', '#indicator+q2', '', '', '', '', '', '', '']],
		rows: [koboRow('1', 'Химия'), koboRow('2', '')]
	},
	{
		name: 'KoboToolbox, an answer that begins with a hash',
		exporter: 'kobotoolbox',
		head: [KOBO],
		rows: [koboRow('1', '#best'), koboRow('2', '')]
	},
	{
		name: 'Qualtrics, three header rows',
		exporter: 'qualtrics',
		head: [QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS],
		header: QUALTRICS_HEADER,
		rows: [qualtricsRow('R_1'), qualtricsRow('R_2')]
	},
	{
		name: 'Qualtrics, the row of import ids taken away',
		exporter: 'qualtrics',
		head: [QUALTRICS, QUALTRICS_TEXTS],
		header: QUALTRICS_HEADER,
		rows: [qualtricsRow('R_1'), qualtricsRow('R_2')]
	},
	{
		name: 'Qualtrics with trials and a survey broken off',
		exporter: 'qualtrics',
		head: [QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS],
		header: QUALTRICS_HEADER,
		rows: [qualtricsRow('R_1', '1'), qualtricsRow('R_2', 'Survey Preview'), qualtricsRow('R_3', '0', '0')],
		status: 'warn',
		issues: ['preview-rows', 'unfinished-rows']
	},
	{
		name: 'Qualtrics, legacy',
		exporter: 'qualtrics',
		head: [LEGACY, LEGACY_TEXTS],
		header: LEGACY_TEXTS,
		rows: [['R_1', 'Default', '2017-07-18 08:28:09', '2017-07-18 08:28:48', '1', '2']]
	},
	...[MONKEY, MONKEY_RU].map((names): Export => ({
		name: `SurveyMonkey, ${names[0] ?? ''}`,
		exporter: 'surveymonkey',
		head: [
			[...names, 'Ұнай ма?', 'Не ұнайды?', '', 'Неге?'],
			['', '', '', '', '', '', 'Response', 'Сабақ', 'Үйірме', 'Open-Ended Response']
		],
		header: [...names, 'Ұнай ма?', 'Не ұнайды? / Сабақ', 'Не ұнайды? / Үйірме', 'Неге?'],
		rows: [
			monkeyRow('10001234567', 'Иә', 'Сабақ', '', 'солай'),
			monkeyRow('10001234568', 'Жоқ', '', 'Үйірме', '')
		]
	})),
	...[
		['Ученик', 'Полных дней', 'Уроков', 'Всего', 'По болезни', 'Опоздания'],
		['Оқушы', 'Толық күндер', 'Сабақтар', 'Барлығы', 'Ауруына байланысты', 'Кешігу']
	].map(([who = '', days = '', lessons = '', all = '', ill = '', late = '']): Export => ({
		name: `Kundelik, report of a class, ${who}`,
		exporter: 'kundelik',
		head: [
			[who, days, '', lessons, '', ''],
			['', all, ill, all, ill, late]
		],
		header: [
			who,
			`${days} / ${all}`,
			`${days} / ${ill}`,
			`${lessons} / ${all}`,
			`${lessons} / ${ill}`,
			`${lessons} / ${late}`
		],
		rows: [
			['Ахметов Ерлан', '3', '2', '15', '10', '1'],
			['Иванова Мария', '0', '0', '1', '0', '2']
		],
		status: 'warn',
		issues: ['merged-header'],
		delimiters: [';', '\t'],
		encodings: ['utf-8 BOM', 'windows-1251', 'KZ-1048', 'utf-16le BOM']
	}))
];

const DIALECTS = [
	{ delimiter: ',', quoteAll: false },
	{ delimiter: ',', quoteAll: true },
	{ delimiter: ';', quoteAll: true },
	{ delimiter: ';', quoteAll: false },
	{ delimiter: '\t', quoteAll: false }
];

function* read(wanted: Export, options?: ReadingOptions) {
	for (const { delimiter, quoteAll } of DIALECTS) {
		if (wanted.delimiters && !wanted.delimiters.includes(delimiter)) continue;
		for (const encoding of wanted.encodings ?? (['utf-8', 'utf-8 BOM', 'utf-16le BOM'] as const)) {
			const text = tableText([...wanted.head, ...wanted.rows], delimiter, quoteAll);
			const bytes = bytesIn(text, encoding);
			if (bytes) yield readFile('Sheet_1.csv', bytes, options);
		}
	}
}

describe('exports as the services write them', () => {
	test.each(EXPORTS)('$name', (wanted) => {
		const { exporter, head, header = head[0], rows, status = 'ok', issues = [] } = wanted;
		const readings = [...read(wanted)];
		expect(readings.length).toBeGreaterThan(0);
		for (const reading of readings) {
			const codes = reading.issues.map(({ code }) => code).filter((code) => code !== 'encoding-detected');
			expect(reading).toMatchObject({ exporter, status, header });
			expect(codes.toSorted()).toEqual([`exporter-${exporter}`, ...issues].toSorted());
			expect(rowsOf(reading.cells)).toEqual(rows);
		}
	});

	test.each(EXPORTS)('$name, refused', (wanted) => {
		for (const reading of read(wanted, { plain: true })) {
			expect(reading.exporter).toBe('plain');
			expect(reading.issues.some(({ code }) => code.startsWith('exporter-'))).toBe(false);
		}
	});
});

describe('tables that only resemble an export', () => {
	test.each([
		['a time that is none', 'Timestamp,Temp\n1,20\n2,30\n3,40\n'],
		['two names of a signature', 'id,submitdate,Балл\n1,2025-09-10,4\n2,2025-09-11,5\n'],
		['names of people', 'ID,Name,Email,Балл\n1,Ann,a@b.kz,4\n2,Bob,c@d.kz,5\n']
	])('%s', (_name, text) => {
		const reading = readFile('results-survey1.csv', new TextEncoder().encode(text));
		expect(reading).toMatchObject({ exporter: 'plain', status: 'ok', issues: [] });
	});

	test('a table of absences carries no note of an exporter', () => {
		const text = 'Класс;Всего;По болезни;Опоздания\n7А;12;5;1\n8Б;9;3;0\n';
		expect(readFile('a.csv', new TextEncoder().encode(text)).issues).toEqual([]);
	});
});
