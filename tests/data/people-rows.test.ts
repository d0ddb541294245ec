import { describe, expect, it } from 'vitest';
import { build, codes, column, field, item } from '$lib/ingest/dataset/testing/one-source';
import { csv, given } from '$lib/ingest/mapping/testing/given';
import type { Project } from '$lib/model/project';

const ROSTER = {
	file: given(
		'roster.csv',
		csv([
			['code', 'name', 'mentor_code'],
			['T1', 'Ахметова Айгүл', ''],
			['T2', 'Сериков Дәурен', 'Ахметова А.']
		])
	),
	kind: 'roster',
	columns: [field(0, 'code'), field(1, 'name'), field(2, 'mentor_code')]
};
const ACCEPTED: Project['people'] = [{ from: 'Ахметова А.', to: 'T1' }];

const survey = (people: Project['people']) =>
	build({
		file: given(
			'a.csv',
			csv([
				['code', 'date', 'q'],
				['Ахметова А.', '10.04.2015', 'Иә'],
				['t1', '10.04.2016', 'Иә'],
				['Сериков Дәурен', '10.04.2015', 'Иә'],
				['T2', '11.04.2015', 'Жоқ']
			])
		),
		columns: [
			{ index: 0, role: 'respondent' },
			{ index: 1, role: 'date' },
			{ index: 2, role: 'item', item: 'q' }
		],
		items: [item('q', ['w1', 'w2'])],
		source: { wave: { column: 1 } },
		project: { people },
		more: [ROSTER]
	});

describe('rows of people written in several ways', () => {
	it('keep a key of their own until accepted, and are named', () => {
		const dataset = survey([]);
		expect(column(dataset, 'survey_x', 'respondent')).toEqual(['ахметова а.', 't1', 't2']);
		expect(column(dataset, 'survey_x', 'person')).toEqual([null, 'T1', 'T2']);
		expect(codes(dataset)).toEqual(['unmatched-person 1', 'duplicate-responses 1']);
		expect(dataset.sources[0]).toMatchObject({ imported: 3, duplicates: 1 });
	});

	it('are one respondent once accepted, and a mentor so written is the person', () => {
		const dataset = survey(ACCEPTED);
		expect(column(dataset, 'survey_x', 'respondent')).toEqual(['t1', 't1', 't2']);
		expect(column(dataset, 'survey_x', 'person')).toEqual(['T1', 'T1', 'T2']);
		expect(column(dataset, 'survey_x', 'group_mentor')).toEqual([null, null, 'T1']);
		expect(codes(dataset)).toEqual(['duplicate-responses 1']);
	});

	it('said to be another person share no key with the one they resemble', () => {
		const dataset = survey([{ from: 'Сериков Дәурен', to: null }]);
		const respondents = column(dataset, 'survey_x', 'respondent') ?? [];
		expect(new Set(respondents).size).toBe(respondents.length);
		expect(dataset.sources[0]).toMatchObject({ imported: 4, duplicates: 0 });
	});

	it('make one sheet of a long rating once accepted', () => {
		const rows = [
			['Ахметова А.', '10.10.2014', 'өзі', 'c1', '2'],
			['Ахметова Айгүл', '10.10.2014', 'өзі', 'c2', '3']
		];
		const sheets = (people: Project['people']) =>
			build({
				file: given('r.csv', csv([['Мұғалім', 'Күні', 'Бағалаушы', 'Критерий', 'Балл'], ...rows])),
				kind: 'rating',
				columns: ['person', 'date', 'rater-kind', 'criterion', 'value'].map((role, index) => ({
					index,
					role
				})),
				items: [item('c1', ['w1']), item('c2', ['w1'])],
				source: { wave: { column: 1 } },
				project: { people },
				more: [ROSTER]
			});
		expect(column(sheets([]), 'rating_x', 'person')).toEqual([null, 'T1']);
		expect(column(sheets(ACCEPTED), 'rating_x', 'person')).toEqual(['T1']);
	});
});
