import type { Audience, Instrument, Method, Project } from '$lib/model/project';
import { SAME_VALUE } from './statistics/frequencies';

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

const DEFAULT_METHOD: Record<Audience, string> = {
	pupil: 'andreev-pupils@1',
	parent: 'stepanov-parents@1',
	teacher: 'stepanov-teachers@1',
	mentee: 'stepanov-teachers@1'
};

/** How a method is named in results: `id@version`. */
export function methodKey({ id, version }: Pick<Method, 'id' | 'version'>): string {
	return `${id}@${version}`;
}

/** Every method that can be used: the project's own whose bands are sound, and the built-in ones they do not replace. */
export function methodsOf(project: Project): Method[] {
	const sound = project.methods.filter((method) => methodFault(method) === null);
	const own = new Set(sound.map(methodKey));
	return [...sound, ...BUILT_IN_METHODS.filter((method) => !own.has(methodKey(method)))];
}

/** The method by which an instrument is reported: its own, else that of its audience. */
export function methodOf(instrument: Instrument, project: Project): Method {
	const methods = methodsOf(project);
	const wanted = instrument.method ?? DEFAULT_METHOD[instrument.audience];
	const found =
		methods.find((method) => methodKey(method) === wanted) ??
		methods.find((method) => methodKey(method) === DEFAULT_METHOD[instrument.audience]);
	if (!found) throw new Error(`no method ${wanted}`);
	return found;
}

/** A POMP value (0–100) on the anchors of a method. */
export function onMethodScale(pomp: number, method: Method): number {
	return method.low + (pomp * (method.high - method.low)) / 100;
}

/** The band of a value on the method's own scale; a value at a cut belongs to the side the method closes. */
export function bandOf(value: number, method: Method): string {
	const passed = method.cuts.filter((cut) =>
		method.closed === 'left' ? value >= cut - SAME_VALUE : value > cut + SAME_VALUE
	).length;
	return method.bands[passed]?.id ?? '';
}

type MethodFault = 'cuts_not_ascending' | 'cuts_outside' | 'bands_do_not_match';

/** What is wrong with a set of bands, or null: cuts ascend strictly inside the ends, one band more than cuts. A method with a fault is not used. */
export function methodFault(method: Method): MethodFault | null {
	if (method.bands.length !== method.cuts.length + 1) return 'bands_do_not_match';
	const ends = [method.low, ...method.cuts, method.high];
	if (method.cuts.some((cut) => cut <= method.low || cut >= method.high)) return 'cuts_outside';
	return ends.every((cut, index) => index === 0 || cut > (ends[index - 1] ?? cut))
		? null
		: 'cuts_not_ascending';
}
