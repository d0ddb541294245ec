import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { csv, given } from '$lib/ingest/mapping/testing/given';
import { build, codes, column, item, SCALE, field } from './testing/one-source';

describe('answers', () => {
	test('have five states, in any language of the labels, and values are never clipped', () => {
		const cells = [
			'Иә',
			' согласна ',
			'НЕ СОГЛАСЕН',
			'2',
			'Білмеймін',
			'қатысты емес',
			'',
			'н/д',
			'4',
			'мүмкін'
		];
		const file = given('a.csv', csv([['id', 'q'], ...cells.map((cell, at) => [`r${String(at)}`, cell])]));
		const columns = [
			{ index: 0, role: 'text', item: 't' },
			{ index: 1, role: 'item', item: 'q' }
		];
		const dataset = build({ file, columns, items: [item('q', ['w1']), item('later', ['w2'])] });
		expect(column(dataset, 'survey_x', 'item_q')).toEqual([3, 3, 1, 2, null, null, null, null, null, null]);
		const states = [null, null, null, null, 'dont_know', 'not_applicable', null, null, 'invalid', 'invalid'];
		expect(column(dataset, 'survey_x', 'state_q')).toEqual(states);
		expect(new Set(column(dataset, 'survey_x', 'state_later'))).toEqual(new Set(['not_asked']));
		expect(dataset.issues.map(({ code, places }) => [code, places])).toEqual([
			['out-of-scale', [{ line: 10, column: 2, name: 'q', text: '4' }]],
			['unknown-label', [{ line: 11, column: 2, name: 'q', text: 'мүмкін' }]]
		]);
	});

	test('of reversed items are recoded by the codebook, each wave on its own scale', () => {
		const file = given(
			'a.csv',
			csv([
				['күні', 'q'],
				['10.04.2015', 'Иә'],
				['10.04.2016', '10']
			])
		);
		const ten = { id: 'ten', levels: [0, 10].map((value) => ({ value, labels: [String(value)] })) };
		const versions = [
			{ waves: ['w1'], text: { kk: 'q' }, scale: 'agree', reversed: true },
			{ waves: ['w2'], text: { kk: 'q' }, scale: 'ten', change: 'rescaled' }
		];
		const columns = [
			{ index: 0, role: 'date' },
			{ index: 1, role: 'item', item: 'q' }
		];
		const dataset = build({
			file,
			columns,
			items: [{ id: 'q', versions }],
			source: { wave: { column: 0 } },
			project: { scales: [SCALE, ten] }
		});
		expect(column(dataset, 'survey_x', 'item_q')).toEqual([1, 10]);
		expect(column(dataset, 'survey_x', 'wave')).toEqual(['w1', 'w2']);
	});

	test('of a choose-all question keep options with commas', () => {
		const file = given(
			'a.csv',
			csv([['q'], ['Коучинг, Кеңес, жеке (үйде, мектепте)'], [''], ['Кеңес, жеке (үйде, мектепте), Өзге']])
		);
		const options = ['Коучинг', 'Кеңес, жеке (үйде, мектепте)'];
		const multi = {
			id: 'm',
			kind: 'multi',
			options,
			versions: [{ waves: ['w1'], text: { kk: 'm' }, scale: null }]
		};
		const more = given(
			'b.csv',
			csv([
				['q', 'r'],
				['Коучинг, Кеңес, жеке (үйде, мектепте)', 'x'],
				['', 'y'],
				['Кеңес, жеке (үйде, мектепте), Өзге', 'z']
			])
		);
		const columns = [
			{ index: 0, role: 'multi', item: 'm' },
			{ index: 1, role: 'text', item: 't' }
		];
		const dataset = build({ file: more, columns, items: [multi] });
		expect(column(dataset, 'survey_x', 'option_m_1')).toEqual([1, null, 0]);
		expect(column(dataset, 'survey_x', 'option_m_2')).toEqual([1, null, 1]);
		expect(codes(dataset)).toEqual(['unknown-option 1']);
		expect(build({ file, columns: columns.slice(0, 1), items: [multi] }).sources[0]?.imported).toBe(2);
	});
});

describe('rows', () => {
	const rows = [
		['10.04.2015 10:00:00', 'T1', 'Иә'],
		['10.04.2015 09:00:00', ' t1', 'Жоқ'],
		['10.04.2015 11:00:00', 'T2', 'Иә'],
		['10.04.2019', 'T3', 'Иә'],
		['кеше', 'T4', 'Иә'],
		['', 'T5', 'Иә'],
		['11.04.2015', '', '']
	];
	const file = given('a.csv', csv([['күні', 'код', 'q'], ...rows]));
	const columns = [
		{ index: 0, role: 'timestamp' },
		{ index: 1, role: 'respondent' },
		{ index: 2, role: 'item', item: 'q' }
	];
	const run = (duplicates: string) =>
		build({
			file,
			columns,
			items: [item('q', ['w1'])],
			source: { wave: { column: 0 }, answers: { duplicates, dayFirst: true } }
		});

	test.each([
		['last', [3, 3], 1],
		['first', [1, 3], 1],
		['both', [3, 1, 3], 0]
	])('of one person: %s is kept, the rest counted', (setting, expected, dropped) => {
		const dataset = run(setting);
		expect(column(dataset, 'survey_x', 'item_q')).toEqual(expected);
		expect(dataset.sources[0]?.duplicates).toBe(dropped);
		expect(dataset.issues.find(({ code }) => code === 'duplicate-responses')?.count).toBe(1);
	});

	test('without a wave or without an answer are set aside with the reason, never guessed', () => {
		const { sources } = run('last');
		const reasons = { 'outside-waves': 1, 'unreadable-date': 1, 'missing-date': 1 };
		expect(sources[0]?.reasons).toMatchObject(reasons);
		const aside = Object.values(sources[0]?.reasons ?? {}).reduce((sum, count) => sum + count, 0);
		expect(sources[0]?.roles.imported).toBe(
			(sources[0]?.imported ?? 0) + (sources[0]?.duplicates ?? 0) + aside
		);
	});

	property.prop([
		fc.array(
			fc.tuple(
				fc.constantFrom('10.04.2015', '10.04.2020', 'x', ''),
				fc.constantFrom('T1', 'T2', ''),
				fc.constantFrom('Иә', 'Жоқ', 'не знаю', '7', '')
			),
			{ minLength: 1, maxLength: 30 }
		)
	])('are all accounted for, whatever they hold', (cells) => {
		const any = given('a.csv', csv([['күні', 'код', 'q'], ...cells]));
		const dataset = build({
			file: any,
			columns,
			items: [item('q', ['w1'])],
			source: { wave: { column: 0 } }
		});
		const count = dataset.sources[0];
		const rowsOf = dataset.tables.find(({ name }) => name === 'survey_x')?.rows ?? 0;
		expect(count?.imported).toBe(rowsOf);
		const reasons = Object.values(count?.reasons ?? {}).reduce((sum, known) => sum + known, 0);
		const roles = Object.values(count?.roles ?? {}).reduce((sum, known) => sum + known, 0);
		expect(count?.inFile).toBe(roles);
		if (any.reading.status !== 'refuse')
			expect(count?.roles.imported).toBe(rowsOf + (count?.duplicates ?? 0) + reasons);
	});
});

const ROSTER = given(
	'roster.csv',
	csv([
		['Коды', 'Аты-жөні', 'Бірлестік', 'Тәлімгер', 'Басталуы', 'Аяқталуы'],
		['T1', 'Ахмет Айгүл', 'Тіл', 'T3', '01.09.2014', '31.12.2014'],
		['T1', 'Ахмет Айгүл', 'Өнер', 'T3', '01.01.2015', ''],
		['T2', 'Серік Дәурен', 'Тіл', '', '01.09.2014', ''],
		['T3', 'Серік Дәурен', 'Тіл', '', '01.09.2014', '']
	])
);
const ROSTER_SOURCE = {
	file: ROSTER,
	kind: 'roster',
	columns: ['code', 'name', 'department', 'mentor_code', 'from', 'to'].map((name, index) =>
		field(index, name)
	)
};

describe('people', () => {
	test('are found by code, else by a name only one has, with their group on the day', () => {
		const rows = [
			['t1', '10.10.2014', 'Коучинг', 'өзгеше', 'ғаламдық', '1,5 сағ'],
			['Ахмет  Айгүл', '10.02.2015', 'Шеберлік сағаты: сабақ', '', 'облыстық', 'көп'],
			['Серік Дәурен', '10.02.2015', 'Семинар', 'семинар', 'мектеп', '2'],
			['', '10.02.2015', 'Семинар', 'семинар', 'мектеп', '2']
		];
		const file = given(
			'attendance.csv',
			csv([['Мұғалім', 'Күні', 'Іс-шара', 'Түрі', 'Деңгейі', 'Сағат'], ...rows])
		);
		const columns = ['person', 'date', 'event', 'kind', 'level', 'hours'].map((role, index) => ({
			index,
			role
		}));
		const dataset = build({
			file,
			kind: 'attendance',
			columns,
			source: { instrument: null, wave: { column: 1 } },
			more: [ROSTER_SOURCE]
		});
		expect(column(dataset, 'attendance', 'person')).toEqual(['T1', 'T1', null]);
		expect(column(dataset, 'attendance', 'group_department')).toEqual(['Тіл', 'Өнер', null]);
		expect(column(dataset, 'attendance', 'group_mentor')).toEqual(['T3', 'T3', null]);
		expect(column(dataset, 'attendance', 'kind')).toEqual(['other', 'master_class', 'seminar']);
		expect(column(dataset, 'attendance', 'level')).toEqual([null, 'region', 'school']);
		expect(column(dataset, 'attendance', 'hours')).toEqual([1.5, null, 2]);
		expect(codes(dataset).sort()).toEqual([
			'missing-person 1',
			'not-a-number 1',
			'unknown-kind 1',
			'unknown-level 1',
			'unmatched-person 1'
		]);
		expect(column(dataset, 'membership', 'to_date')).toContain('2014-12-31');
	});

	test('rated in long form give one response per rater and wave; a criterion given twice keeps the later', () => {
		const rows = [
			['T1', '10.10.2014', 'өзі', 'c1', '2'],
			['T1', '10.10.2014', 'сам', 'c2', '3'],
			['T1', '11.10.2014', 'self', 'c1', '1'],
			['T1', '11.10.2014', 'наставник', 'c1', '2,5'],
			['T1', '11.10.2014', 'көрші', 'c1', '2'],
			['T1', '11.10.2014', 'өзі', 'c9', '2']
		];
		const file = given('ratings.csv', csv([['Мұғалім', 'Күні', 'Бағалаушы', 'Критерий', 'Балл'], ...rows]));
		const columns = ['person', 'date', 'rater-kind', 'criterion', 'value'].map((role, index) => ({
			index,
			role
		}));
		const points = { id: 'agree', levels: [1, 2, 3].map((value) => ({ value, labels: [String(value)] })) };
		const dataset = build({
			file,
			kind: 'rating',
			columns,
			items: [item('c1', ['w1']), item('c2', ['w1'])],
			source: { wave: { column: 1 } },
			project: { scales: [points] }
		});
		expect(column(dataset, 'rating_x', 'rater')).toEqual(['self', 'mentor']);
		expect(column(dataset, 'rating_x', 'item_c1')).toEqual([1, 2.5]);
		expect(column(dataset, 'rating_x', 'item_c2')).toEqual([3, null]);
		expect(dataset.sources[0]).toMatchObject({
			imported: 3,
			duplicates: 1,
			reasons: { 'unknown-rater': 1, 'unknown-criterion': 1 }
		});
	});
});
