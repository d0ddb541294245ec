import { describe, expect, test } from 'vitest';
import { emptyProject, type Project } from '$lib/model/project';
import type { Question, ReadFile } from '$lib/model/proposal';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { applyAnswer } from './answers';
import { proposeProject } from './propose-project';
import { removeSource } from './sources';
import { csv, given } from './testing/given';

const AGREE = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const ITEMS = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды'];

type Cell = (row: number) => string;
function file(name: string, columns: Record<string, Cell>, rows = 30): ReadFile {
	const body = Array.from({ length: rows }, (_, row) => Object.values(columns).map((cell) => cell(row)));
	return given(name, csv([Object.keys(columns), ...body]));
}
const pick =
	(labels: readonly string[], shift = 0): Cell =>
	(row) =>
		labels[(row + shift) % labels.length] ?? '';
const dated = (year = 2016, month = '04'): Record<string, Cell> => ({
	Күні: (row) => `${String((row % 27) + 1).padStart(2, '0')}.${month}.${String(year)}`
});
const agreeing: Record<string, Cell> = Object.fromEntries(ITEMS.map((item) => [item, pick(AGREE)]));

const propose = (files: ReadFile[], project: Project = emptyProject()) => proposeProject(files, project);
function asked(questions: readonly Question[], code: Question['code']): Question {
	const found = questions.find((question) => question.code === code);
	if (!found) throw new Error(`${code} was not asked`);
	return found;
}
function column(files: ReadFile[], project: Project, name: string) {
	const found = buildDataset(files, project).tables[0]?.columns.find((known) => known.name === name);
	return found && found.type !== 'text' ? [...found.values] : null;
}

describe('labels in no vocabulary', () => {
	const words = ['Едәуір көмектесті', 'Мүлдем көмектеспеді', 'Аздап көмектесті'];
	const first = file('мұғалімдер.csv', { ...dated(), ...agreeing, 'Жоба көмегі': pick(words) });
	const { project, questions } = propose([first]);
	const question = asked(questions, 'scale');

	test('are no scale until the user says so, and stand with their counts', () => {
		expect(question.assumed).toBe('choice');
		expect(question.params.labels).toBe(
			'Мүлдем көмектеспеді (10) · Аздап көмектесті (10) · Едәуір көмектесті (10)'
		);
		expect(question.params.basis).toBe('words');
		expect(column([first], project, 'item_q4')).toBeNull();
		expect(column([first], project, 'option_q4_1')).not.toBeNull();
	});

	test('become a scale in the order shown, or against it', () => {
		const rising = applyAnswer(project, question, 'ascending');
		expect(column([first], rising, 'item_q4')?.slice(0, 3)).toEqual([3, 1, 2]);
		const falling = applyAnswer(rising, question, 'descending');
		expect(column([first], falling, 'item_q4')?.slice(0, 3)).toEqual([1, 3, 2]);
	});

	test.each(['ascending', 'choice', 'text'])('answered %s hold for the next file unasked', (value) => {
		const answered = propose([first], applyAnswer(project, question, value)).project;
		const second = file('мұғалімдер-2.csv', {
			...dated(2016, '05'),
			...agreeing,
			'Жоба көмегі': pick(words, 1)
		});
		const next = propose([first, second], answered);
		expect(next.questions).toEqual([]);
		const roles = next.project.sources.map((source) => source.columns.at(-1)?.role);
		expect(roles[1]).toBe(roles[0]);
		expect(next.project.instruments[0]?.items.at(-1)?.versions).toHaveLength(1);
	});

	test('fall back to the order of appearance, which is said', () => {
		const colours = file('мұғалімдер.csv', {
			...dated(),
			...agreeing,
			'Түсі қандай': pick(['Көк', 'Қызыл', 'Жасыл'])
		});
		const found = asked(propose([colours]).questions, 'scale');
		expect([found.params.basis, found.params.order]).toEqual(['appearance', 'Көк < Қызыл < Жасыл']);
	});

	test('make questions even where a whole questionnaire holds nothing else', () => {
		const only = file('мұғалімдер.csv', { ...dated(), Жоспарлау: pick(words), Бағалау: pick(words, 1) });
		const found = propose([only]);
		expect(asked(found.questions, 'scale').params.items).toBe(2);
		expect(found.unmapped).toEqual([]);
	});
});

describe('which way a scale goes', () => {
	test('school marks from 2 to 5 rise and are not asked', () => {
		const marks = file('оқушылар.csv', {
			...dated(),
			'Алгебра бағасы (2–5)': pick(['2', '3', '4', '5']),
			'Тарих бағасы (2–5)': pick(['3', '4', '5'])
		});
		expect(propose([marks]).questions.map(({ code }) => code)).not.toContain('scale_direction');
	});

	test('places are asked; the smaller one is better once that is said', () => {
		const places = file('оқушылар.csv', {
			...dated(),
			...agreeing,
			'Сыныптың алған орны': pick(['1', '2', '3', '4', '5'])
		});
		const { project, questions } = propose([places]);
		const question = asked(questions, 'scale_direction');
		expect(project.scales.find(({ id }) => id === question.params.scale)?.provisional).toBe(true);
		const turned = applyAnswer(project, question, 'descending');
		expect(column([places], turned, 'item_q4')?.slice(0, 5)).toEqual([5, 4, 3, 2, 1]);
		expect(applyAnswer(turned, question, 'descending')).toEqual(turned);
	});
});

describe('the vocabulary that covers all labels', () => {
	const scaleFor = (labels: string[], rows = 40) => {
		const { project, questions } = propose([
			file(
				'оқушылар.csv',
				{ ...dated(), [ITEMS[0] ?? '']: pick(labels), [ITEMS[1] ?? '']: pick(labels, 1) },
				rows
			)
		]);
		return {
			id: project.instruments[0]?.items[0]?.versions[0]?.scale,
			codes: questions.map(({ code }) => code)
		};
	};

	test.each([
		[
			['Мүлдем келіспеймін', 'Келіспеймін', 'Ішінара келісемін', 'Келісемін', 'Толық келісемін'],
			'agree5_partly'
		],
		[
			['Совершенно не согласен', 'Не согласен', 'Нейтрально', 'Частично согласен', 'Полностью согласен'],
			'agree5'
		],
		[
			[
				'Мүлдем келіспеймін',
				'Келіспеймін',
				'Көбіне келіспеймін',
				'Бейтарап',
				'Ішінара келісемін',
				'Келісемін',
				'Толық келісемін'
			],
			'agree7'
		]
	])('%j', (labels, id) => {
		expect(scaleFor(labels)).toEqual({ id, codes: [] });
	});

	test.each([
		[['Жоқ', 'Айту қиын', 'Иә']],
		[['Мүлдем қанағаттанбаймын', 'Қанағаттанбаймын', 'Айту қиын', 'Қанағаттанамын', 'Толық қанағаттанамын']],
		[['Нет', 'Скорее нет', 'Затрудняюсь ответить', 'Скорее да', 'Да']]
	])('%j may hold a middle or a "don’t know": asked', (labels) => {
		expect(scaleFor(labels).codes).toEqual(['scale']);
	});

	test('beside another middle it is no level', () => {
		expect(scaleFor(['Нет', 'Скорее нет', 'Частично', 'Скорее да', 'Да', 'Затрудняюсь ответить'])).toEqual({
			id: 'yesno5',
			codes: []
		});
	});
});

describe('the latest word of the user', () => {
	const first = file('мұғалімдер.csv', {
		...dated(),
		'Мұғалім коды': (row) => `T${String(row)}`,
		...agreeing
	});
	const second = file('келесі.csv', {
		...dated(2017),
		'Мұғалім коды': (row) => `T${String(row)}`,
		...agreeing
	});

	test('about a file’s kind is not overridden by an earlier file with the same columns', () => {
		const { project } = propose([first]);
		const confirmed = {
			...project,
			sources: project.sources.map((source) => ({ ...source, confirmed: true }))
		};
		const carried = propose([first, second], confirmed).project;
		expect(carried.sources[1]?.kind).toBe('survey');
		const question: Question = {
			id: `kind:${second.sha256.slice(0, 12)}`,
			source: second.sha256,
			code: 'kind',
			params: {},
			options: [],
			assumed: null
		};
		const told = propose([first, second], applyAnswer(carried, question, 'rating')).project;
		expect(told.sources[1]?.kind).toBe('rating');
	});

	test('about a file’s wave is the one typed last', () => {
		const undated = file('мұғалімдер.csv', agreeing);
		const other = file('мұғалімдер-2016-2017.csv', { ...dated(2017), ...agreeing });
		const before = propose([undated, other]);
		const question = asked(before.questions, 'wave');
		const answers = { [question.id]: '2015-2016' };
		const answered = proposeProject(
			[undated, other],
			applyAnswer(before.project, question, '2015-2016'),
			answers
		).project;
		const edited = {
			...answered,
			sources: answered.sources.map((source) =>
				source.sha256 === undated.sha256 ? { ...source, wave: 'w1', columns: [] } : source
			)
		};
		expect(proposeProject([undated, other], edited, answers).project.sources[0]?.wave).toBe('w1');
	});
});

describe('a removed file that was never confirmed', () => {
	const teachers = file('мұғалімдер.csv', { ...dated(2015), ...agreeing });
	const parents = file('ата-аналар.csv', {
		...dated(2016),
		Сынып: pick(['7А', '7Б']),
		'Мектеп ашық': pick(['Жоқ', 'Иә']),
		'Мектеп таза': pick(['Жоқ', 'Иә'], 1)
	});

	test('takes along what it alone had brought', () => {
		const { project } = propose([teachers, parents]);
		const alone = propose([teachers]).project;
		expect(removeSource(project, parents.sha256, [teachers, parents])).toMatchObject({
			waves: alone.waves,
			scales: alone.scales,
			instruments: alone.instruments
		});
	});

	test('leaves what the user confirmed or typed', () => {
		const { project } = propose([teachers, parents]);
		const typed: Project = {
			...project,
			populations: [{ audience: 'parent', wave: 'w2', group: null, n: 200 }]
		};
		const left = removeSource(typed, parents.sha256, [teachers, parents]);
		expect(left.waves.map(({ id }) => id)).toEqual(['w1', 'w2']);
		const confirmed = {
			...project,
			sources: project.sources.map((source) => ({ ...source, confirmed: true }))
		};
		expect(removeSource(confirmed, parents.sha256, [teachers, parents]).instruments).toHaveLength(2);
	});

	test('takes its wave out of the items it shared with another file', () => {
		const later = file('мұғалімдер-2.csv', { ...dated(2016), ...agreeing });
		const { project } = propose([teachers, later]);
		const left = removeSource(project, later.sha256, [teachers, later]);
		expect(left.instruments[0]?.items.map(({ versions }) => versions.map(({ waves }) => waves))).toEqual(
			ITEMS.map(() => [['w1']])
		);
		expect(left.waves).toHaveLength(1);
	});
});

describe('cells that are no answer on the scale', () => {
	test('are named with their line and left out, never clipped', () => {
		const odd: Record<number, string> = {
			3: '4,,5',
			9: '5б',
			12: '9',
			15: 'не задавали',
			18: 'қатысты емес',
			21: ''
		};
		const numbers = file(
			'оқушылар.csv',
			{
				...dated(),
				'Сабақ (1-5)': (row) => odd[row] ?? pick(['1', '2', '3', '4', '5'])(row),
				'Мектеп жұмысы (1-5)': pick(['1', '2', '3', '4', '5'])
			},
			100
		);
		const { project } = propose([numbers]);
		const dataset = buildDataset([numbers], project);
		const places = dataset.issues.flatMap(({ code, places: found }) =>
			found.map(({ line, text }) => [code, line, text])
		);
		expect(places).toEqual([
			['unknown-label', 5, '4,,5'],
			['unknown-label', 11, '5б'],
			['out-of-scale', 14, '9']
		]);
		const states = dataset.tables[0]?.columns.find(({ name }) => name === 'state_q1');
		expect(states?.type === 'text' ? [15, 18, 21].map((row) => states.values[row]) : null).toEqual([
			'not_asked',
			'not_applicable',
			null
		]);
	});
});

describe('the same questionnaire again', () => {
	const base = file('мұғалімдер.csv', { ...dated(2015), ...agreeing });
	test('with a question put in between has one new item, in its place', () => {
		const more = file('мұғалімдер-2.csv', {
			...dated(2016),
			[ITEMS[0] ?? '']: pick(AGREE),
			'Кітапхана ыңғайлы': pick(AGREE, 1),
			[ITEMS[1] ?? '']: pick(AGREE),
			[ITEMS[2] ?? '']: pick(AGREE)
		});
		const { project, questions } = propose([base, more]);
		expect(project.instruments[0]?.items.map(({ id, versions }) => [id, versions[0]?.change])).toEqual([
			['q1', undefined],
			['q4', 'new'],
			['q2', undefined],
			['q3', undefined]
		]);
		expect(questions).toEqual([]);
	});
	test('on a longer scale is rescaled', () => {
		const five = file('мұғалімдер.csv', {
			...dated(2015),
			'Сабақ (1-5)': pick(['1', '3', '5']),
			'Мектеп жұмысы (1-5)': pick(['2', '4', '5'])
		});
		const ten = file('мұғалімдер-2.csv', {
			...dated(2016),
			'Сабақ (1-10)': pick(['1', '8', '10']),
			'Мектеп жұмысы (1-10)': pick(['2', '7', '9'])
		});
		const changes = propose([five, ten]).project.instruments.flatMap(({ items }) =>
			items.flatMap(({ versions }) => versions.map(({ change, scale }) => `${change ?? ''} ${scale ?? ''}`))
		);
		expect(changes).toEqual([' num_1_5', 'rescaled num_1_10', ' num_1_5', 'rescaled num_1_10']);
	});
});

test('saying whose a questionnaire is leaves no second one behind', () => {
	const nobody = file('сауалнама.csv', {
		...dated(),
		'Бәрі жақсы': pick(AGREE),
		'Бәрі дұрыс': pick(AGREE, 1)
	});
	const { project, questions } = propose([nobody]);
	const question = asked(questions, 'instrument');
	for (const [value, audience] of [
		['new:teacher', 'teacher'],
		['new:parent', 'parent']
	] as const) {
		const { instruments } = propose([nobody], applyAnswer(project, question, value)).project;
		expect(instruments.map((instrument) => [instrument.audience, instrument.items.length])).toEqual([
			[audience, 2]
		]);
	}
});

describe('a file of another school year', () => {
	const first = file('мұғалімдер.csv', { ...dated(2016), ...agreeing });
	const next = file('мұғалімдер-2.csv', { ...dated(2017), ...agreeing });
	test('gets no wave unasked, and its own once that is said', () => {
		const before = propose([first, next], propose([first]).project);
		const question = asked(before.questions, 'wave');
		expect([question.assumed, question.options[0]?.value]).toEqual([null, '2016-2017']);
		expect(before.unmapped).toEqual([next.sha256]);
		const after = propose([first, next], applyAnswer(before.project, question, '2016-2017'));
		expect(after.unmapped).toEqual([]);
		expect(after.project.instruments[0]?.items[0]?.versions.map(({ waves }) => waves)).toEqual([
			['w1', 'w2']
		]);
	});
});

describe('spellings and options', () => {
	test('a pair in two files is asked once, and joined in both', () => {
		const sheet = (name: string, year: number, spelt: string) =>
			file(name, { ...dated(year), Сыныбың: pick([spelt, '8Б']), ...agreeing });
		const files = [sheet('оқушылар-1.csv', 2015, '7A'), sheet('оқушылар-2.csv', 2016, '7А')];
		const { project, questions } = propose(files);
		expect(questions.map(({ code }) => code)).toEqual(['group_spelling']);
		const joined = applyAnswer(project, asked(questions, 'group_spelling'), 'join');
		const groups = buildDataset(files, joined).tables[0]?.columns.find(({ name }) => name === 'group_class');
		expect(new Set(groups?.type === 'text' ? groups.values : [])).toHaveProperty('size', 2);
	});

	test('an answer on no list of options counts as another', () => {
		const help = file('мұғалімдер.csv', {
			...dated(),
			...agreeing,
			'Не көмектесті?': (row) =>
				row === 4 ? 'Коучинг; Өз кітабым' : pick(['Коучинг; Семинар', 'Семинар; Ашық сабақ', 'Коучинг'])(row)
		});
		const { project, questions } = propose([help]);
		expect(asked(questions, 'options').params.unknown).toBe('Өз кітабым');
		const options = project.instruments[0]?.items.at(-1)?.options ?? [];
		expect(options.at(-1)).toBe('Басқа');
		expect(column([help], project, `option_q4_${String(options.length)}`)?.slice(3, 6)).toEqual([0, 1, 0]);
	});
});
