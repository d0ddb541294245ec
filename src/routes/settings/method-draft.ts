import { parseNumber } from '$lib/ingest/values/numbers';
import { ascending, rangeFaults, type BandRange, type RangeFault } from '$lib/measures/methods';
import { methodKey } from '$lib/model/methods';
import type { Method, Project } from '$lib/model/project';
import { LOCALES, type Locale, type Trilingual } from '$lib/model/text';

/** A text in the fields of a form, one per language. */
type TextDraft = Record<Locale, string>;

/** One level as it is typed: from – to, and its name. */
interface BandDraft {
	from: string;
	to: string;
	title: TextDraft;
}

/** A method as it stands in the form. `edits` is the method of the school that gets a new version, null for a new one. */
export interface MethodDraft {
	edits: Method | null;
	title: TextDraft;
	source: string;
	low: string;
	high: string;
	bands: BandDraft[];
	closed: Method['closed'];
}

/** What keeps a draft from being a method. Numbers and names are missing at a level; ranges name the stretch. */
export type MethodProblem =
	{ code: 'title' | 'ends' | 'unchanged' } | { code: 'number' | 'band_title'; band: number } | RangeFault;

export const FEWEST_BANDS = 2;

const emptyText = (): TextDraft => ({ kk: '', ru: '', en: '' });

/** A level nobody has typed yet. */
export function emptyBand(): BandDraft {
	return { from: '', to: '', title: emptyText() };
}

/** A method nobody has typed yet: three levels on 0–4. */
export function emptyDraft(): MethodDraft {
	return {
		edits: null,
		title: emptyText(),
		source: '',
		low: '0',
		high: '4',
		bands: [emptyBand(), emptyBand(), emptyBand()],
		closed: 'left'
	};
}

const typedText = (text: Trilingual): TextDraft => ({ ...emptyText(), ...text });

/** A method in the form: to be copied, or to get a new version. */
export function draftOf(method: Method, how: 'copy' | 'edit'): MethodDraft {
	const ends = [method.low, ...method.cuts, method.high].map(String);
	return {
		edits: how === 'edit' ? method : null,
		title: typedText(method.title),
		source: method.source,
		low: String(method.low),
		high: String(method.high),
		bands: method.bands.map(({ title }, at) => ({
			from: ends[at] ?? '',
			to: ends[at + 1] ?? '',
			title: typedText(title)
		})),
		closed: method.closed
	};
}

function readText(draft: TextDraft): Trilingual | null {
	const given = LOCALES.map((locale) => [locale, draft[locale].trim()] as const).filter(([, text]) => text);
	return given.length === 0 ? null : Object.fromEntries(given);
}

const readNumber = (text: string): number => parseNumber(text)?.value ?? Number.NaN;

/** Ids of so many levels: the lowest is `low`, the highest `high`, so that every page knows which is which. */
export function bandIds(count: number): string[] {
	const between = Array.from({ length: Math.max(0, count - 2) }, (_, at) =>
		count === 3 ? 'medium' : `medium_${at + 1}`
	);
	return ['low', ...between, 'high'].slice(0, count);
}

/** What is wrong with a draft, in the order of the form; empty where it is a method. */
export function draftProblems(draft: MethodDraft, project: Project): MethodProblem[] {
	const problems: MethodProblem[] = [];
	if (!readText(draft.title)) problems.push({ code: 'title' });
	const [low, high] = [readNumber(draft.low), readNumber(draft.high)];
	if (!(low < high)) problems.push({ code: 'ends' });
	const ranges = draft.bands.map(({ from, to }) => ({ from: readNumber(from), to: readNumber(to) }));
	ranges.forEach(({ from, to }, band) => {
		if (Number.isNaN(from) || Number.isNaN(to)) problems.push({ code: 'number', band });
	});
	draft.bands.forEach(({ title }, band) => {
		if (!readText(title)) problems.push({ code: 'band_title', band });
	});
	const readable = ranges.every(({ from, to }) => !Number.isNaN(from) && !Number.isNaN(to));
	if (readable && low < high) problems.push(...rangeFaults(ranges, low, high));
	if (problems.length === 0 && draft.edits && sameDefinition(methodOfDraft(draft, project), draft.edits))
		problems.push({ code: 'unchanged' });
	return problems;
}

function sameDefinition(a: Method, b: Method): boolean {
	return JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
}

/** The method of a draft without problems: the next version of the one it edits, else a new method of the school. */
export function methodOfDraft(draft: MethodDraft, project: Project): Method {
	const bands = ascending(
		draft.bands.map(({ from, to, title }): BandRange & { title: Trilingual } => ({
			from: readNumber(from),
			to: readNumber(to),
			title: readText(title) ?? {}
		}))
	);
	const { edits } = draft;
	const ids = edits?.bands.length === bands.length ? edits.bands.map(({ id }) => id) : bandIds(bands.length);
	return {
		id: edits?.id ?? newId(project),
		version: edits ? nextVersion(edits.id, project) : 1,
		title: readText(draft.title) ?? {},
		source: draft.source.trim(),
		low: readNumber(draft.low),
		high: readNumber(draft.high),
		cuts: bands.slice(1).map(({ from }) => from),
		bands: bands.map(({ title }, at) => ({ id: ids[at] ?? '', title })),
		closed: draft.closed
	};
}

function nextVersion(id: string, { methods }: Project): number {
	return 1 + Math.max(0, ...methods.filter((method) => method.id === id).map(({ version }) => version));
}

function newId({ methods }: Project): string {
	const taken = new Set(methods.map(({ id }) => id));
	let number = 1;
	while (taken.has(`school-${number}`)) number++;
	return `school-${number}`;
}

/** The project with one more method; versions that are there stay as they are. */
export function withMethod(project: Project, method: Method): Project {
	return { ...project, methods: [...project.methods, method] };
}

/** The project in which an instrument is reported by a method; null: by that of its audience. */
export function withInstrumentMethod(project: Project, instrument: string, method: Method | null): Project {
	return {
		...project,
		instruments: project.instruments.map((one) =>
			one.id === instrument ? { ...one, method: method ? methodKey(method) : undefined } : one
		)
	};
}
