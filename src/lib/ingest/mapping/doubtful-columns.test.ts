import { describe, expect, test } from 'vitest';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { applyAnswer } from './answers';
import { ITEMS, file, pick, dated, agreeing, propose, asked, column } from './testing/made-files';

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
