import { describe, expect, test } from 'vitest';
import { proposeProject } from './propose-project';
import { csv, given } from './testing/given';

const ROWS = Array.from({ length: 24 }, (_, at) => at);
const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
const AGREE = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const day = (at: number) => `2016-04-${String(10 + (at % 15))} 10:00:00`;

/** What every column of a file is taken for: its role, and the text of its question. */
function roles(name: string, columns: Record<string, (at: number) => string>): [string, string, string][] {
	const header = Object.keys(columns);
	const cells = ROWS.map((at) => header.map((column) => columns[column]?.(at) ?? ''));
	const { project } = proposeProject([given(name, csv([header, ...cells], ','))], null);
	const items = project.instruments.flatMap((instrument) => instrument.items);
	return header.map((column, index) => {
		const found = project.sources[0]?.columns.find((one) => one.index === index);
		const item = items.find(({ id }) => id === found?.item);
		return [column, found?.role ?? '', Object.values(item?.versions[0]?.text ?? {})[0] ?? ''];
	});
}
const number = (at: number) => String(at + 1);
const mark = (of: number) => (at: number) => (at % of ? '1' : '0');
const agree = (step: number) => (at: number) => pick(AGREE, at * step);
const empty = () => '';

describe('columns an exporter writes beside the answers are no questions', () => {
	test.each([
		[
			'LimeSurvey',
			{
				'ID ответа': number,
				'Дата отправки': day,
				'Последняя страница': () => '3',
				'Начальный язык': () => 'kk',
				Seed: (at: number) => String(1837465 * (at + 3))
			},
			['ignore', 'timestamp', 'ignore', 'ignore', 'ignore']
		],
		[
			'Microsoft Forms in Russian',
			{
				ИД: number,
				'Время начала': day,
				'Время выполнения': day,
				'Адрес электронной почты': (at: number) => `user${String(at)}@mektep.kz`,
				Имя: () => '',
				'Последнее время изменения': empty,
				'Всего баллов': (at: number) => String(at % 3)
			},
			['ignore', 'ignore', 'timestamp', 'personal', 'personal', 'ignore', 'ignore']
		],
		[
			'Microsoft Forms in Kazakh',
			{
				Идентификатор: number,
				'Басталу уақыты': day,
				'Аяқталу уақыты': day,
				'Электрондық пошта': () => 'anonymous',
				Аты: empty
			},
			['ignore', 'ignore', 'timestamp', 'personal', 'personal']
		],
		[
			'a quiz of Google Forms',
			{
				Timestamp: (at: number) => `4/${String(13 + (at % 15))}/2016 18:07:33`,
				Score: (at: number) => `${String(at % 3)}.00 / 5`
			},
			['timestamp', 'ignore']
		]
	] as const)('%s', (_name, columns, expected) => {
		const found = roles('сауалнама.csv', {
			...columns,
			'Сабақ қызықты': agree(3),
			'Тәлімгер көмектеседі': agree(2)
		});
		expect(found.map(([, role]) => role)).toEqual([...expected, 'item', 'item']);
	});
	test('points and feedback beside the questions of a quiz', () => {
		const found = roles('Quiz(1-24).csv', {
			ID: number,
			'Start time': day,
			'Completion time': day,
			Email: () => 'anonymous',
			Name: empty,
			'Lessons are useful': agree(3),
			'Points - Lessons are useful': mark(2),
			'Feedback - Lessons are useful': empty,
			'Points - what do you gain?': (at) => pick(['1', '2', '3', '4', '5'], at)
		});
		expect(found.slice(5).map(([, role]) => role)).toEqual(['item', 'ignore', 'ignore', 'item']);
	});
	test('by which respondents are told apart stay', () => {
		const found = roles('results-survey1.csv', {
			id: number,
			submitdate: day,
			lastpage: () => '3',
			startlanguage: () => 'kk',
			token: (at) => `k${String(at + 100)}`,
			Q1: agree(3)
		});
		expect(found.find(([name]) => name === 'token')?.[1]).toBe('respondent');
	});
});

describe('options of one question over several columns', () => {
	test('are one question beside a free answer', () => {
		const found = roles('сауалнама 2016-2017.csv', {
			'Сабақ қызықты': agree(3),
			'Не ұнады? [Семинар]': (at) => (at % 2 ? 'Y' : ''),
			'Не ұнады? [Коучинг]': (at) => (at % 3 ? 'Y' : ''),
			'Не ұнады? [Басқа (көрсетіңіз)]': (at) => (at % 8 ? '' : `байқау ${String(at)}`)
		});
		expect(found.slice(1)).toEqual([
			['Не ұнады? [Семинар]', 'multi', 'Не ұнады?'],
			['Не ұнады? [Коучинг]', 'multi', 'Не ұнады?'],
			['Не ұнады? [Басқа (көрсетіңіз)]', 'multi', 'Не ұнады?']
		]);
	});
});

describe('KoboToolbox', () => {
	const TAIL = {
		_id: (at: number) => String(1234567 + at),
		_uuid: (at: number) => `a${String(at)}b`,
		_submission_time: day,
		_index: number
	};

	test('writes options once more as one text, and groups before the names', () => {
		const found = roles('сауалнама.csv', {
			'топ/Сынып': (at) => pick(['7А', '8Б', '9В'], at),
			'топ/Сабақ пайдалы ма?': agree(3),
			'топ/Тәлімгер көмектеседі ме?': agree(2),
			Пән: (at) => [at % 2 ? 'химия' : '', at % 3 ? 'тарих' : ''].filter(Boolean).join(' '),
			'Пән/химия': mark(2),
			'Пән/тарих': mark(3),
			...TAIL
		});
		expect(found).toEqual([
			['топ/Сынып', 'group', ''],
			['топ/Сабақ пайдалы ма?', 'item', 'Сабақ пайдалы ма?'],
			['топ/Тәлімгер көмектеседі ме?', 'item', 'Тәлімгер көмектеседі ме?'],
			['Пән', 'ignore', ''],
			['Пән/химия', 'multi', 'Пән'],
			['Пән/тарих', 'multi', 'Пән'],
			['_id', 'ignore', ''],
			['_uuid', 'ignore', ''],
			['_submission_time', 'timestamp', ''],
			['_index', 'ignore', '']
		]);
	});
});

test('the row of a matrix is a question though it is called as a group is', () => {
	const found = roles('сауалнама 2016-2017.csv', {
		'Бағалаңыз [Сабақ]': agree(3),
		'Бағалаңыз [Пән]': agree(2),
		'Бағалаңыз [Мектеп]': agree(1)
	});
	expect(found.map(([, role]) => role)).toEqual(['item', 'item', 'item']);
});
