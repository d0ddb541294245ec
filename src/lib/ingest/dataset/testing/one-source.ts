import type { Dataset } from '$lib/model/dataset';
import { project as projectSchema, type Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { buildDataset } from '../build-dataset';

const WAVES = [
	{
		id: 'w1',
		stage: 'I',
		schoolYear: '2014-2015',
		from: '2014-09-01',
		to: '2015-08-31',
		label: { kk: 'I кезең' },
		baseline: true
	},
	{
		id: 'w2',
		stage: 'II',
		schoolYear: '2015-2016',
		from: '2015-09-01',
		to: '2016-08-31',
		label: { kk: 'II кезең' }
	}
];
export const SCALE = {
	id: 'agree',
	levels: [
		{ value: 1, labels: ['Жоқ', 'Не согласен(на)'] },
		{ value: 2, labels: ['Ішінара', 'Частично'] },
		{ value: 3, labels: ['Иә', 'Согласен(на)'] }
	],
	dontKnow: ['Білмеймін']
};
export const item = (id: string, waves: string[], extra: object = {}) => ({
	id,
	versions: [{ waves, text: { kk: id }, scale: 'agree', ...extra }]
});

interface Setup {
	file: ReadFile;
	kind?: string;
	columns: object[];
	items?: object[];
	source?: object;
	project?: object;
	more?: { file: ReadFile; kind: string; columns: object[] }[];
}

export function build({
	file,
	kind = 'survey',
	columns,
	items = [],
	source = {},
	project = {},
	more = []
}: Setup): Dataset {
	const sourceOf = (own: ReadFile, of: string, at: object[]) => ({
		sha256: own.sha256,
		name: own.name,
		bytes: own.bytes,
		kind: of,
		columns: at
	});
	const instrumentKind = kind === 'rating' ? 'rating' : 'survey';
	const parsed: Project = projectSchema.parse({
		olshem: 1,
		name: { kk: 'Сынақ' },
		waves: WAVES,
		scales: [SCALE],
		instruments: [{ id: 'x', kind: instrumentKind, audience: 'teacher', title: { kk: 'x' }, items }],
		sources: [
			{ ...sourceOf(file, kind, columns), instrument: 'x', wave: 'w1', ...source },
			...more.map((known) => sourceOf(known.file, known.kind, known.columns))
		],
		...project
	});
	return buildDataset([file, ...more.map((known) => known.file)], parsed);
}

export function column(
	dataset: Dataset,
	table: string,
	name: string
): (string | number | null)[] | undefined {
	const found = dataset.tables
		.find((known) => known.name === table)
		?.columns.find((known) => known.name === name);
	if (!found || found.type === 'text') return found?.values;
	return [...found.values].map((value, at) => (found.valid?.[at] === 0 ? null : value));
}

export const field = (index: number, name: string) => ({ index, role: 'field', field: name });
export const codes = (dataset: Dataset) =>
	dataset.issues.map(({ code, count }) => `${code} ${String(count)}`);
