import { describe, expect, test } from 'vitest';
import type { Project } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { applyAnswer } from './answers';
import { proposeProject } from './propose-project';
import { removeSource } from './sources';
import { AGREE, ITEMS, file, pick, dated, agreeing, propose, asked } from './testing/made-files';

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
