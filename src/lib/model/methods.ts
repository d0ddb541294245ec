import type { Method, Project } from './project';

const BANDS: Method['bands'] = [
	{ id: 'low', title: { kk: 'төмен', ru: 'низкий', en: 'low' } },
	{ id: 'medium', title: { kk: 'орта', ru: 'средний', en: 'medium' } },
	{ id: 'high', title: { kk: 'жоғары', ru: 'высокий', en: 'high' } }
];

function coefficient(id: string, title: Method['title'], source: string): Method {
	return { id, version: 1, title, source, low: 0, high: 4, cuts: [2, 3], bands: BANDS, closed: 'left' };
}

/** Methods every project has; a project's own of the same id and version wins. */
export const BUILT_IN_METHODS: readonly Method[] = [
	coefficient(
		'andreev-pupils',
		{
			kk: 'А. А. Андреев: оқушылардың мектеп өміріне қанағаттануы',
			ru: 'А. А. Андреев: удовлетворённость учащихся школьной жизнью',
			en: 'A. A. Andreev: pupils’ satisfaction with school life'
		},
		'Андреев А. А.'
	),
	coefficient(
		'stepanov-parents',
		{
			kk: 'Е. Н. Степанов: ата-аналардың мектеп жұмысына қанағаттануы',
			ru: 'Е. Н. Степанов: удовлетворённость родителей работой школы',
			en: 'E. N. Stepanov: parents’ satisfaction with the school'
		},
		'Степанов Е. Н.'
	),
	coefficient(
		'stepanov-teachers',
		{
			kk: 'Е. Н. Степанов, А. А. Андреев: мұғалімдердің мектептегі өмірге қанағаттануы',
			ru: 'Е. Н. Степанов, А. А. Андреев: удовлетворённость педагогов жизнедеятельностью школы',
			en: 'E. N. Stepanov, A. A. Andreev: teachers’ satisfaction with life at school'
		},
		'Степанов Е. Н., Андреев А. А.'
	),
	{
		id: 'equal-thirds',
		version: 1,
		title: {
			kk: 'Шкаланың тең үштен бірі',
			ru: 'Равные трети шкалы',
			en: 'Equal thirds of the scale'
		},
		source: '',
		low: 0,
		high: 100,
		cuts: [100 / 3, 200 / 3],
		bands: BANDS,
		closed: 'left'
	}
];

/** How a method is named in results: `id@version`. */
export function methodKey({ id, version }: Pick<Method, 'id' | 'version'>): string {
	return `${id}@${version}`;
}

/** The method of a result, the project's own before a built-in one; undefined where neither knows it. */
export function methodByKey(project: Project, key: string | undefined): Method | undefined {
	return [...project.methods, ...BUILT_IN_METHODS].find((method) => methodKey(method) === key);
}
