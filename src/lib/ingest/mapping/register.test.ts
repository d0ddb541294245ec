import { describe, expect, test } from 'vitest';
import { emptyProject } from '$lib/model/project';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from './propose-project';
import { csv, given } from './testing/given';
import { addWaves } from './waves';

const DAYS = ['14.09.2016', '12.10.2016', '23.11.2016', '28.12.2016'];

function register(titles: string[], rows: string[][], days = DAYS) {
	const file = given(
		'journal.csv',
		csv([...titles.map((title) => [title, ...days.map(() => '')]), ['Мұғалім', ...days], ...rows])
	);
	const project = emptyProject();
	addWaves(project, ['2016-2017']);
	const proposal = proposeProject([file], project);
	const attendance = buildDataset([file], proposal.project).tables.find(({ name }) => name === 'attendance');
	const dates = attendance?.columns.find(({ name }) => name === 'date');
	return {
		proposal,
		source: proposal.project.sources[0],
		rows: attendance?.rows,
		dates: dates?.type === 'text' ? dates.values : []
	};
}

describe('a register', () => {
	test('gives an attendance per mark of presence, with the meaning its own legend states', () => {
		const { proposal, source, rows } = register(
			['Коучинг журналы', '+ қатысты; к – кешікті; а – ауру'],
			[
				['Ахмет А.', '+', 'к', 'а', ''],
				['Серік Д.', '+', '+', '+', '+']
			]
		);
		expect(source?.kind).toBe('register');
		expect(source?.answers.marks).toMatchObject({ к: 'late', '+': 'present', а: 'ill' });
		expect(proposal.questions.map(({ code }) => code)).not.toContain('mark_language');
		expect(rows).toBe(6);
	});

	test('asks the language of marks that differ by it', () => {
		const { proposal } = register(
			[],
			[
				['Ахмет А.', '+', 'к', '+', 'п'],
				['Серік Д.', '+', '+', '+', '+']
			]
		);
		expect(proposal.questions.find(({ code }) => code === 'mark_language')?.params.marks).toBe('к, п');
	});

	test('counts blanks as presence only where absences alone are marked', () => {
		const absences = [
			['Ахмет А.', 'ж', 'а', '', 'ж'],
			['Серік Д.', '', 'а', 'д', 'ж']
		];
		expect(register([], absences).rows).toBe(2);
		expect(register([], [...absences, ['Ветрова А.', '+', '+', '+', '+']]).rows).toBe(4);
	});

	test('takes the year of short dates from its title', () => {
		const days = ['14.09', '12.10', '11.01', '19.04'];
		const { dates } = register(
			['Қатысу журналы', '2016–2017 оқу жылы'],
			[
				['Ахмет А.', '+', '+', '+', '+'],
				['Серік Д.', '+', '+', '+', '+']
			],
			days
		);
		expect([...new Set(dates)]).toEqual(['2016-09-14', '2016-10-12', '2017-01-11', '2017-04-19']);
	});
	test('reads days below their months and dates behind the names of events', () => {
		const marks = ['қ', 'б', 'қ', 'қ'];
		const lines = (head: string[][]) => csv([...head, ['Ахмет А.', ...marks], ['Серік Д.', ...marks]]);
		const months = given(
			'Журнал 2016-2017.csv',
			lines([
				['Мұғалім', 'Қыркүйек', '', 'Қаңтар', ''],
				['', '2', '9', '13', '20']
			])
		);
		const events = given(
			'іс-шаралар.csv',
			lines([
				['Мұғалім', 'Семинар 02.09.2016', 'Коучинг (09.09.2016)', 'Семинар 13.01.2017', 'Сабақ, 20.01.2017']
			])
		);
		const marksOf = (file: typeof months) => {
			const { project } = proposeProject([file], null);
			const [source] = project.sources;
			expect(source?.kind).toBe('register');
			return source?.columns.flatMap(({ role, date, event }) => (role === 'mark' ? [[date, event]] : []));
		};
		const days = ['2016-09-02', '2016-09-09', '2017-01-13', '2017-01-20'];
		expect(marksOf(months)?.map(([date]) => date)).toEqual(days);
		expect(marksOf(events)).toEqual(
			['Семинар', 'Коучинг', 'Семинар', 'Сабақ'].map((event, at) => [days[at], event])
		);
	});
});
