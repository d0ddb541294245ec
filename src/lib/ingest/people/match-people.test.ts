import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyAnswer } from '$lib/ingest/mapping/answers';
import { csv, given } from '$lib/ingest/mapping/testing/given';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { emptyProject, type Project } from '$lib/model/project';
import type { PersonMatch, ReadFile } from '$lib/model/proposal';
import { decidePeople, undecidePerson } from './decisions';
import { matchPeople } from './match-people';

const roster = (people: [string, string][]) =>
	given(
		'roster.csv',
		csv([['code', 'name', 'from'], ...people.map(([code, name]) => [code, name, '2014-09-01'])])
	);
const attendance = (name: string, people: string[]) =>
	given(
		name,
		csv([
			['person', 'date', 'event', 'kind'],
			...people.map((who) => [who, '2015-02-10', 'Семинар', 'семинар'])
		])
	);
const opened = (files: ReadFile[], project: Project | null = null) => proposeProject(files, project).project;
const brief = ({ text, joined, how, proposals }: PersonMatch) => [
	text,
	joined,
	how,
	proposals.map(({ person, reason }) => `${person} ${reason}`)
];
const matches = (files: ReadFile[], decide: Project['people'] = []) =>
	matchPeople(files, decidePeople(opened(files), decide));

const STAFF: [string, string][] = [
	['T01', 'Ахметова Айгүл Серікқызы'],
	['T02', 'Ахметова Асель Ерланқызы'],
	['T03', 'Оспанов Нұрлан'],
	['T04', 'Ким Ольга'],
	['T05', 'Ким Ольга']
];

describe('with a roster', () => {
	test('a code and the same name join; what differs in letters is only proposed', () => {
		const written = [
			'T01',
			' t02',
			'Оспанов Нұрлан',
			'ОСПАНОВ\u00a0НҰРЛАН',
			'Оспанов Нурлан',
			'Oспанов Нұрлан',
			'Т03',
			'T3',
			'T99',
			'Ким Ольга',
			'Ахметова А.',
			'Ахметова Айгүл'
		];
		expect(matches([roster(STAFF), attendance('a.csv', written)]).map(brief)).toEqual([
			['T01', 'T01', 'code', []],
			['t02', 'T02', 'code', []],
			['Оспанов Нұрлан', 'T03', 'name', []],
			['ОСПАНОВ НҰРЛАН', 'T03', 'name', []],
			['Оспанов Нурлан', null, 'none', ['T03 spelling']],
			['Oспанов Нұрлан', null, 'none', ['T03 look_alike']],
			['Т03', null, 'none', ['T03 code_form']],
			['T3', null, 'none', ['T03 code_form']],
			['T99', null, 'none', []],
			['Ким Ольга', null, 'none', ['T04 two_people_fit', 'T05 two_people_fit']],
			['Ахметова А.', null, 'none', ['T01 two_people_fit', 'T02 two_people_fit']],
			['Ахметова Айгүл', null, 'none', ['T01 no_patronymic']]
		]);
	});

	test('two people whose names look alike are never told apart by Olshem', () => {
		const alike: [string, string][] = [
			['T01', 'Королёв Пётр'],
			['T02', 'Королев Петр']
		];
		expect(matches([roster(alike), attendance('a.csv', ['Королёв Пётр'])]).map(brief)).toEqual([
			['Королёв Пётр', null, 'none', ['T01 two_people_fit', 'T02 two_people_fit']]
		]);
	});

	test('says in which rows and lines of which file a person is so written', () => {
		const file = attendance('a.csv', ['T01', 'Оспанов Н.', 'T01', 'Оспанов Н.']);
		expect(matches([roster(STAFF), file]).find(({ text }) => text === 'Оспанов Н.')).toMatchObject({
			source: file.sha256,
			rows: 2,
			lines: [3, 5]
		});
	});

	test('a mentor named in the roster itself is matched too', () => {
		const file = given(
			'roster.csv',
			csv([
				['code', 'name', 'mentor_code'],
				['T01', 'Ахметова Айгүл', ''],
				['T02', 'Сериков Дәурен', 'Ахметова А.']
			])
		);
		expect(matches([file]).map(brief)).toEqual([['Ахметова А.', null, 'none', ['T01 initials']]]);
	});

	test('a join by name can be refused, also where the text is the same', () => {
		const files = [roster(STAFF), attendance('a.csv', ['Оспанов Нұрлан', 'оспанов нұрлан'])];
		const refused = matches(files, [{ from: 'оспанов нұрлан', to: null }]);
		expect(refused.map(({ joined, refused: no }) => [joined, no])).toEqual([
			['T03', false],
			[null, true]
		]);
		const both = matches(files, [{ from: 'Оспанов Нұрлан', to: null }]);
		expect(both.map(({ joined }) => joined)).toEqual([null, null]);
	});

	test('a decision for somebody who left the roster is not followed', () => {
		const files = [roster(STAFF), attendance('a.csv', ['Оспанов Н.'])];
		expect(matches(files, [{ from: 'Оспанов Н.', to: 'T77' }]).map(brief)).toEqual([
			['Оспанов Н.', null, 'none', ['T03 initials']]
		]);
	});
});

describe('without a roster', () => {
	const first = attendance('first.csv', ['Ахметова А.', 'Оспанов Нұрлан', 'Оспанов Нұрлан']);
	const second = attendance('second.csv', ['Ахметова Айгүл', 'оспанов нұрлан', 'Ким Ольга']);

	test('the fuller way of writing gives the name, and each pair is proposed once', () => {
		expect(matches([first, second]).map(brief)).toEqual([
			['Ахметова А.', 'Ахметова А.', 'code', ['Ахметова Айгүл initials']],
			['Оспанов Нұрлан', 'Оспанов Нұрлан', 'code', []],
			['Ахметова Айгүл', 'Ахметова Айгүл', 'code', []],
			['оспанов нұрлан', 'Оспанов Нұрлан', 'name', []],
			['Ким Ольга', 'Ким Ольга', 'code', []]
		]);
	});

	test('accepted joins lead through one another', () => {
		const third = attendance('third.csv', ['Ахметова Айгүл Серікқызы']);
		const found = matches(
			[first, second, third],
			[
				{ from: 'Ахметова А.', to: 'Ахметова Айгүл' },
				{ from: 'Ахметова Айгүл', to: 'Ахметова Айгүл Серікқызы' }
			]
		);
		expect(found.filter(({ text }) => text.startsWith('Ахметова')).map(({ joined }) => joined)).toEqual(
			Array.from({ length: 3 }, () => 'Ахметова Айгүл Серікқызы')
		);
	});
});

describe('the question', () => {
	const files = [roster(STAFF), attendance('a.csv', ['Оспанов Н.', 'Ахметова А.', 'T01'])];

	test('is one for all, names the pairs, and joins nothing meanwhile', () => {
		const { questions } = proposeProject(files, null);
		expect(questions.map(({ code }) => code)).toEqual(['people']);
		expect(questions[0]?.options.map(({ value }) => value)).toEqual(['accept_all', 'none']);
		expect(questions[0]?.params.list).toBe(
			'«Ахметова А.» → «Ахметова Айгүл Серікқызы» (T01) / «Ахметова Асель Ерланқызы» (T02); «Оспанов Н.» → «Оспанов Нұрлан» (T03)'
		);
	});

	test('accepting joins where one person fits, and asks on about the others', () => {
		const { project, questions } = proposeProject(files, null);
		const [question] = questions;
		if (!question) throw new Error('nothing was asked');
		const answered = applyAnswer(project, question, 'accept_all');
		expect(answered.people).toEqual([{ from: 'Оспанов Н.', to: 'T03' }]);
		expect(project.people).toEqual([]);
		const later = proposeProject(files, answered, { [question.id]: 'accept_all' });
		expect(later.questions.map(({ params, options }) => [params.count, options.length])).toEqual([[1, 1]]);
		expect(applyAnswer(answered, question, 'accept_all').people).toEqual(answered.people);
	});

	test('given with the answers it is stored the same way; other people are not asked about again', () => {
		const [question] = proposeProject(files, null).questions;
		const { project } = proposeProject(files, null, { [question?.id ?? '']: 'none' });
		expect(project.people).toHaveLength(2);
		expect(proposeProject(files, project).questions).toEqual([]);
	});

	test('an answer is not taken for pairs the user has not seen', () => {
		const [question] = proposeProject(files, null).questions;
		const more = [...files, attendance('b.csv', ['Оспанов Нурлан'])];
		expect(proposeProject(more, null, { [question?.id ?? '']: 'accept_all' }).project.people).toEqual([]);
	});
});

const WORDS = [
	'Ахметова',
	'Ахметов',
	'Ахмeтова',
	'Айгүл',
	'Айгуль',
	'Асель',
	'А.',
	'Серікқызы',
	'Пётр',
	'Петр'
];
const NAME = fc
	.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
	.map((words) => words.join(' '));
const NAMES = fc.uniqueArray(NAME, { minLength: 1, maxLength: 6 });
const coded = (names: string[]) => names.map((name, at): [string, string] => [`T${String(at)}`, name]);

property.prop([NAMES, NAMES])(
	'nobody is joined in silence to one whose name is written with other letters',
	(staff, written) => {
		const people = new Map(coded(staff));
		for (const match of matches([roster(coded(staff)), attendance('a.csv', written)])) {
			if (match.how === 'name')
				expect(people.get(match.joined ?? '')?.toLowerCase()).toBe(match.text.toLowerCase());
			else expect(match.joined).toBeNull();
		}
		expect.hasAssertions();
	}
);

property.prop([NAMES, NAMES, fc.boolean()])(
	'the order of files does not matter',
	(one, other, withRoster) => {
		const files = [attendance('a.csv', one), attendance('b.csv', other)];
		const all = withRoster ? [roster(coded(one)), ...files] : files;
		const sorted = (found: PersonMatch[]) =>
			found.sort((a, b) => (a.source + a.text < b.source + b.text ? -1 : 1));
		expect(sorted(matches(all.toReversed()))).toEqual(sorted(matches(all)));
	}
);

property.prop([NAMES, NAMES])(
	'accepting is idempotent, and undone by deleting the decision',
	(one, other) => {
		const files = [attendance('a.csv', one), attendance('b.csv', other)];
		const project = opened(files);
		const before = matchPeople(files, project);
		const open = before.find(({ proposals }) => proposals.length > 0);
		if (!open) {
			expect(before.length).toBeGreaterThan(0);
			return;
		}
		const decision = { from: open.text, to: open.proposals[0]?.person ?? null };
		const once = decidePeople(project, [decision]);
		expect(decidePeople(once, [decision])).toEqual(once);
		const after = matchPeople(files, once).find(({ text }) => text === open.text);
		expect([after?.joined, after?.how, after?.proposals]).toEqual([decision.to, 'accepted', []]);
		expect(matchPeople(files, undecidePerson(once, open.text))).toEqual(before);
	}
);

test('a project without decisions has none', () => {
	expect(emptyProject().people).toEqual([]);
});
