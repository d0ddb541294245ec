import { describe, expect, test } from 'vitest';
import { emptyProject, type Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { applyAnswer } from './answers';
import { proposeProject } from './propose-project';
import { removeSource, replaceSource } from './sources';
import { csv, given } from './testing/given';

const KK = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const RU = ['Совершенно не согласен', 'Не согласна', 'Нейтрально', 'Согласен', 'Полностью согласна'];

const KK_ITEMS = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды', 'Пікірім ескеріледі'];
const RU_ITEMS = ['Уроки проходят интересно', 'Мне помогают', 'Школа нравится', 'Моё мнение учитывают'];

/** A questionnaire whose answers run through the labels; dates lie in April of `year`. */
function survey(
	name: string,
	items: readonly string[],
	labels: readonly string[],
	year: number,
	code = false,
	count = 30
): ReadFile {
	const kk = labels === KK;
	const header = [
		kk ? 'Уақыт белгісі' : 'Отметка времени',
		...(code ? [kk ? 'Жеке кодыңыз' : 'Личный код'] : []),
		...items
	];
	const rows = Array.from({ length: count }, (_, row) => [
		`${String((row % 27) + 1).padStart(2, '0')}.04.${String(year)} 10:00:${String(row).padStart(2, '0')}`,
		...(code ? [`T${String(row + 1).padStart(2, '0')}`] : []),
		...items.map((_item, at) => labels[(row + at * 2) % labels.length] ?? '')
	]);
	return given(name, csv([header, ...rows]));
}

const propose = (files: ReadFile[], project: Project = emptyProject(), answers = {}) =>
	proposeProject(files, project, answers);

describe('language versions', () => {
	const kk = survey('мұғалімдер-kk.csv', KK_ITEMS, KK, 2016);
	const ru = survey('учителя-ru.csv', RU_ITEMS, RU, 2016);

	test('are one instrument, and that is asked', () => {
		const { project, questions } = propose([kk, ru]);
		expect(project.instruments).toHaveLength(1);
		expect(project.instruments[0]?.items.map((item) => item.versions[0]?.text.ru)).toEqual(RU_ITEMS);
		expect(questions.map(({ code, assumed }) => [code, assumed])).toEqual([['same_instrument', 'yes']]);
	});

	test('part on the answer no, given before or after', () => {
		const first = propose([kk, ru]);
		const question = first.questions[0];
		if (!question) throw new Error('not asked');
		const before = propose([kk, ru], emptyProject(), { [question.id]: 'no' });
		expect(before.project.instruments.map((instrument) => instrument.items.length)).toEqual([4, 4]);
		expect(before.questions).toEqual([]);
		const after = applyAnswer(first.project, question, 'no');
		expect(
			after.instruments.map((instrument) => Object.keys(instrument.items[0]?.versions[0]?.text ?? {}))
		).toEqual([['kk'], ['ru']]);
		expect(new Set(after.sources.map((source) => source.instrument)).size).toBe(2);
		expect(propose([kk, ru], after).questions).toEqual([]);
	});

	test('of another audience stay apart', () => {
		const parents = survey('родители-ru.csv', RU_ITEMS, RU, 2016);
		expect(propose([kk, parents]).project.instruments.map(({ audience }) => audience)).toEqual([
			'teacher',
			'parent'
		]);
	});
});

describe('one instrument across waves', () => {
	const first = survey('мұғалімдер-1.csv', KK_ITEMS, KK, 2015);

	test('is found by its items', () => {
		const { project, questions } = propose([first, survey('мұғалімдер-2.csv', KK_ITEMS, KK, 2016)]);
		expect(project.instruments).toHaveLength(1);
		expect(project.instruments[0]?.items[0]?.versions.map(({ waves }) => waves)).toEqual([['w1', 'w2']]);
		expect(questions).toEqual([]);
	});

	test('a reworded item is asked, and the answer makes it the same or a new one', () => {
		const changed = [KK_ITEMS[0] ?? '', 'Қиналғанда қолдау табамын', ...KK_ITEMS.slice(2)];
		const { project, questions } = propose([first, survey('мұғалімдер-2.csv', changed, KK, 2016)]);
		const question = questions[0];
		if (!question) throw new Error('not asked');
		expect([question.code, question.params.before, question.params.after]).toEqual([
			'item_changed',
			KK_ITEMS[1],
			changed[1]
		]);
		expect(project.instruments[0]?.items[1]?.versions.map(({ change }) => change)).toEqual([
			undefined,
			'reworded'
		]);
		const same = applyAnswer(project, question, 'same').instruments[0]?.items[1]?.versions;
		expect(same?.map(({ waves }) => waves)).toEqual([['w1', 'w2']]);
		const split = applyAnswer(project, question, 'new');
		expect(split.instruments[0]?.items).toHaveLength(5);
		expect(split.sources[1]?.columns.find(({ index }) => index === 2)?.item).toBe('q5');
		expect(split.sources[0]?.columns.find(({ index }) => index === 2)?.item).toBe('q2');
	});

	test('an item on another scale is rescaled', () => {
		const second = survey(
			'мұғалімдер-2.csv',
			KK_ITEMS,
			['Ешқашан', 'Сирек', 'Кейде', 'Жиі', 'Әрдайым'],
			2016
		);
		const versions = propose([first, second]).project.instruments[0]?.items[0]?.versions;
		expect(versions?.map(({ change, scale }) => [change, scale])).toEqual([
			[undefined, 'agree5'],
			['rescaled', 'often5']
		]);
	});
});

describe('scales', () => {
	const scaleOf = (labels: string[]) => {
		const { project, questions } = propose([survey('оқушылар.csv', KK_ITEMS, labels, 2016)]);
		const scale = project.scales.find(
			({ id }) => id === project.instruments[0]?.items[0]?.versions[0]?.scale
		);
		return { scale, questions };
	};

	test.each([
		[['Никогда', 'Редко', 'Иногда', 'Часто', 'Всегда'], 'often5'],
		[
			[
				'Не удовлетворена',
				'Удовлетворён(а)',
				'Полностью удовлетворен',
				'Нейтрально',
				'Совершенно не удовлетворён'
			],
			'satisfied5'
		],
		[['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'], 'agree5'],
		[['Нет', 'Частично', 'Да'], 'yesno3'],
		[
			['Келіспеймін', 'Мүлдем келіспеймін', 'Ішінара келісемін', 'Келісемін', 'Толық келісемін'],
			'agree5_partly'
		]
	])('%j is known by its words', (labels, id) => {
		const { scale, questions } = scaleOf(labels);
		expect(scale?.id).toBe(id);
		expect(scale?.provisional).toBe(false);
		expect(questions).toEqual([]);
	});

	test('levels that fit two scales are asked and provisional', () => {
		const { scale, questions } = scaleOf(['Келіспеймін', 'Келісемін', 'Толық келісемін']);
		expect(scale?.provisional).toBe(true);
		expect(questions[0]?.options.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['agree5', 'agree4'])
		);
	});

	test('bare numbers get the nearest standard scale, provisional until confirmed', () => {
		const first = propose([survey('оқушылар.csv', KK_ITEMS, ['1', '2', '3', '4', '5'], 2016)]);
		const question = first.questions[0];
		if (!question) throw new Error('not asked');
		expect(question.assumed).toBe('num_1_5');
		const confirmed = applyAnswer(first.project, question, 'num_1_5');
		expect(confirmed.scales.map(({ id, provisional }) => [id, provisional])).toEqual([['num_1_5', false]]);
		const other = applyAnswer(first.project, question, 'num_0_10');
		expect(other.instruments[0]?.items.map((item) => item.versions[0]?.scale)).toEqual(
			Array(4).fill('num_0_10')
		);
		expect(first.project.scales[0]?.provisional).toBe(true);
	});

	test('a slip of the pen does not stretch a scale of numbers', () => {
		const rows = Array.from({ length: 120 }, (_, row) => [
			`${String((row % 27) + 1).padStart(2, '0')}.04.2016`,
			String((row % 5) + 1),
			row === 60 ? '45' : String(((row + 1) % 5) + 1)
		]);
		const file = given('оқушылар.csv', csv([['Күні', 'Сабақ қызықты', 'Мектеп ұнайды'], ...rows]));
		const { project } = propose([file]);
		expect(project.instruments[0]?.items.map((item) => item.versions[0]?.scale)).toEqual([
			'num_1_5',
			'num_1_5'
		]);
		expect(buildDataset([file], project).issues.map(({ code, places }) => [code, places[0]?.text])).toEqual([
			['out-of-scale', '45']
		]);
	});
});

describe('what only the user knows', () => {
	const items = (labels: string[]) => labels.slice(0, 2);
	const dated = (dates: string[]) =>
		given(
			'мұғалімдер.csv',
			csv(
				[
					['Күні', ...KK_ITEMS],
					...dates.map((date, row) => [date, ...KK_ITEMS.map((_, at) => KK[(row + at) % 5] ?? '')])
				],
				'\t'
			)
		);

	test('day and month that may be exchanged are asked', () => {
		const file = dated(
			Array.from({ length: 10 }, (_, row) => `0${String((row % 9) + 1)}/0${String((row % 4) + 1)}/2016`)
		);
		const { questions } = propose([file]);
		const question = questions.find(({ code }) => code === 'day_first');
		expect(question?.assumed).toBe('day_first');
		const answered = propose([file], emptyProject(), { [question?.id ?? '']: 'month_first' });
		expect(answered.project.sources[0]?.answers.dayFirst).toBe(false);
		expect(answered.questions.map(({ code }) => code)).not.toContain('day_first');
	});

	test('a file without dates is asked for its wave, and held back where nothing is known', () => {
		const rows = KK.map((label) => items([label, label]));
		const unnamed = given('мұғалімдер.csv', csv([KK_ITEMS.slice(0, 2), ...rows, ...rows, ...rows]));
		const held = propose([unnamed]);
		expect(held.questions.map(({ code, assumed }) => [code, assumed])).toEqual([['wave', null]]);
		expect(held.unmapped).toEqual([unnamed.sha256]);
		expect(buildDataset([unnamed], held.project).sources[0]).toMatchObject({ imported: 0, setAside: 15 });
		const question = held.questions[0];
		if (!question) throw new Error('not asked');
		const told = propose([unnamed], applyAnswer(held.project, question, '2015-2016'));
		expect(told.unmapped).toEqual([]);
		expect(told.project.sources[0]?.wave).toBe('w1');
		const named = given('мұғалімдер 2015-2016.csv', csv([KK_ITEMS.slice(0, 2), ...rows, ...rows, ...rows]));
		expect(propose([named]).project.waves.map(({ schoolYear }) => schoolYear)).toEqual(['2015-2016']);
	});

	test('spellings of a group that differ in look-alike letters are offered, not joined', () => {
		const rows = Array.from({ length: 20 }, (_, row) => [
			`${String(row + 1).padStart(2, '0')}.04.2016`,
			row < 5 ? '7A' : '7А',
			KK[row % 5] ?? '',
			KK[(row + 1) % 5] ?? ''
		]);
		const file = given('оқушылар.csv', csv([['Күні', 'Сыныбың', ...KK_ITEMS.slice(0, 2)], ...rows]));
		const { project, questions } = propose([file]);
		const groups = (own: Project) => {
			const column = buildDataset([file], own).tables[0]?.columns.find(({ name }) => name === 'group_class');
			return column?.type === 'text' ? new Set(column.values).size : 0;
		};
		const question = questions.find(({ code }) => code === 'group_spelling');
		if (!question) throw new Error('not asked');
		expect(groups(project)).toBe(2);
		expect(groups(applyAnswer(project, question, 'join'))).toBe(1);
		expect(
			propose([file], applyAnswer(project, question, 'apart')).questions.map(({ code }) => code)
		).not.toContain('group_spelling');
	});

	test('personal columns are left out', () => {
		const rows = Array.from({ length: 20 }, (_, row) => [
			`${String(row + 1).padStart(2, '0')}.04.2016`,
			`user${String(row)}@mail.kz`,
			KK[row % 5] ?? '',
			KK[(row + 1) % 5] ?? ''
		]);
		const { project, questions } = propose([
			given('мұғалімдер.csv', csv([['Күні', 'Электрондық пошта', ...KK_ITEMS.slice(0, 2)], ...rows]))
		]);
		expect(project.sources[0]?.columns[1]?.role).toBe('personal');
		expect(questions).toEqual([]);
	});
});

describe('files come, go and are remembered', () => {
	const first = survey('мұғалімдер-1.csv', KK_ITEMS, KK, 2015, true);

	test('a file with the same columns in another order takes over a confirmed mapping', () => {
		const { project } = propose([first]);
		const confirmed: Project = {
			...project,
			sources: project.sources.map((source) => ({
				...source,
				confirmed: true,
				answers: { ...source.answers, duplicates: 'first' }
			}))
		};
		const turned = survey('келесі.csv', [...KK_ITEMS].reverse(), KK, 2016, true);
		const next = propose([first, turned], confirmed);
		const source = next.project.sources[1];
		expect(source?.columns.map(({ role, item }) => item ?? role)).toEqual([
			'timestamp',
			'respondent',
			'q4',
			'q3',
			'q2',
			'q1'
		]);
		expect(source?.answers.duplicates).toBe('first');
		expect(next.project.sources[0]).toEqual(confirmed.sources[0]);
	});

	test('a replaced file keeps its place and mapping; a removed one is gone', () => {
		const { project } = propose([first]);
		const corrected = survey('түзетілген.csv', KK_ITEMS, KK, 2015, true, 28);
		const replaced = replaceSource(project, first, corrected);
		expect(replaced.sources.map(({ sha256 }) => sha256)).toEqual([corrected.sha256]);
		expect(replaced.sources[0]?.columns).toEqual(project.sources[0]?.columns);
		expect(removeSource(replaced, corrected.sha256).sources).toEqual([]);
	});
});
