import type { DataTable, Dataset } from '$lib/model/dataset';
import { project as projectSchema, type Project } from '$lib/model/project';
import { COLUMNS, responseTable, table } from './tables';

type Cell = string | number | null;
type Row = Record<string, Cell>;

const TEXT = { en: 'text' };

function items(ids: readonly string[], waves: readonly string[], scale: string, block: string | null = null) {
	return ids.map((id) => ({ id, block, versions: [{ waves: [...waves], text: { en: id }, scale }] }));
}

/** A project of three stages with a questionnaire for teachers and pupils and a rating sheet; `change` adjusts it. */
export function schoolProject(change: (draft: Record<string, unknown>) => void = () => undefined): Project {
	const waves = ['w1', 'w2', 'w3'];
	const draft: Record<string, unknown> = {
		olshem: 1,
		name: TEXT,
		waves: [
			{
				id: 'w1',
				stage: 'I',
				schoolYear: '2014-2015',
				from: '2014-09-01',
				to: '2015-08-31',
				label: TEXT,
				baseline: true
			},
			{ id: 'w2', stage: 'II', schoolYear: '2015-2016', from: '2015-09-01', to: '2016-08-31', label: TEXT },
			{ id: 'w3', stage: 'III', schoolYear: '2016-2017', from: '2016-09-01', to: '2017-08-31', label: TEXT }
		],
		scales: [
			{ id: 'agree5', levels: [1, 2, 3, 4, 5].map((value) => ({ value, labels: [`${value}`] })) },
			{ id: 'agree4', levels: [1, 2, 3, 4].map((value) => ({ value, labels: [`${value}`] })) }
		],
		instruments: [
			{
				id: 'teachers',
				kind: 'survey',
				audience: 'teacher',
				title: TEXT,
				items: [...items(['t1', 't2'], waves, 'agree5', 'work'), ...items(['t3'], waves, 'agree5')]
			},
			{
				id: 'pupils',
				kind: 'survey',
				audience: 'pupil',
				title: TEXT,
				items: [
					...items(['p1'], waves, 'agree4'),
					{
						id: 'clubs',
						kind: 'multi',
						options: ['Chess', 'Choir'],
						versions: [{ waves, text: { en: 'Clubs' }, scale: null }]
					}
				]
			},
			{
				id: 'criteria',
				kind: 'rating',
				audience: 'teacher',
				title: TEXT,
				items: items(['c1', 'c2'], waves, 'agree5')
			}
		]
	};
	change(draft);
	return projectSchema.parse(draft);
}

/** Rows of the school; everything left out is absent. */
export interface SchoolRows {
	teachers?: Row[];
	matched?: boolean;
	/** Kinds of group of the teachers; departments if left out. */
	groups?: string[];
	pupils?: Row[];
	criteria?: Row[];
	person?: Row[];
	membership?: Row[];
	attendance?: Row[];
	achievement?: Row[];
	activity?: Row[];
	indicator?: Row[];
}

/** The dataset of a school as ingest would hand it over. */
export function schoolDataset(rows: SchoolRows, populations: Dataset['populations'] = []): Dataset {
	const tables: DataTable[] = [];
	const responses: Dataset['responses'] = [];
	const add = ({ table, response }: ReturnType<typeof responseTable>) => {
		tables.push(table);
		responses.push(response);
	};
	const groups = rows.groups ?? ['department'];
	if (rows.teachers) {
		const matched = rows.matched ?? false;
		add(
			responseTable('survey', 'teachers', ['t1', 't2', 't3'], rows.teachers, {
				groups,
				matched,
				states: ['t3']
			})
		);
	}
	if (rows.pupils)
		add(
			responseTable('survey', 'pupils', ['p1'], rows.pupils, {
				groups: ['class'],
				options: ['option_clubs_1', 'option_clubs_2']
			})
		);
	if (rows.criteria) add(responseTable('rating', 'criteria', ['c1', 'c2'], rows.criteria, { groups }));
	const present: Dataset['present'] = {
		...{
			person: false,
			membership: false,
			attendance: false,
			achievement: false,
			activity: false,
			indicator: false
		}
	};
	for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
		const given = rows[name];
		if (!given) continue;
		present[name] = true;
		tables.push(
			table(
				name,
				COLUMNS[name],
				given.map((row, index) => ({ source: 0, line: index + 2, ...row }))
			)
		);
	}
	return { tables, responses, sources: [], issues: [], present, populations: [...populations] };
}
