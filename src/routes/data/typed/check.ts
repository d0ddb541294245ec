import { parseNumber } from '$lib/ingest/values/numbers';
import {
	activity,
	expectedResult,
	indicator,
	population,
	wave,
	type Activity,
	type ExpectedResult,
	type Indicator,
	type Population,
	type Project,
	type Wave
} from '$lib/model/project';
import type * as z from 'zod';
import {
	expectedName,
	type ActivityDraft,
	type ExpectedDraft,
	type IndicatorDraft,
	type PopulationDraft,
	type WaveDraft
} from './drafts';
import { isShare, needsAudience } from './indicator-grammar';

/** What is wrong with one field of a form; words are `data_problem_<code>` with `params`. */
export interface Problem {
	code:
		| 'required'
		| 'number'
		| 'count'
		| 'date'
		| 'month'
		| 'school_year'
		| 'order'
		| 'overlap'
		| 'twice'
		| 'percent'
		| 'coefficient'
		| 'direction_up'
		| 'direction_down'
		| 'range'
		| 'rule';
	params: Record<string, string | number>;
}

/** Problems by field name; empty where the draft may be saved. */
export type Problems = Record<string, Problem>;

/** A draft that may be saved, or what is wrong with it. */
export type Checked<T> = { row: T; problems: null } | { row: null; problems: Problems };

const problem = (code: Problem['code'], params: Problem['params'] = {}): Problem => ({ code, params });

const NUMERIC = new Set(['value', 'valueTo', 'n']);
const FORMAT: Record<string, Problem['code']> = {
	schoolYear: 'school_year',
	from: 'date',
	to: 'date',
	setOn: 'date',
	heldOn: 'date',
	month: 'month'
};

/** The first fault of each field by the schema of the project, in words a person can act on. */
function schemaProblems(error: z.ZodError, draft: object): Problems {
	const problems: Problems = {};
	for (const issue of error.issues) {
		const field = String(issue.path[0] ?? '');
		const written = (draft as Record<string, unknown>)[field];
		const missing = written === '' || written === undefined || written === null;
		const code = NUMERIC.has(field) ? (field === 'n' ? 'count' : 'number') : (FORMAT[field] ?? 'rule');
		problems[field] ??= problem(missing ? 'required' : code);
	}
	return problems;
}

function checked<T>(
	schema: z.ZodType<T>,
	row: unknown,
	draft: object,
	more: (row: T) => Problems
): Checked<T> {
	const parsed = schema.safeParse(row);
	const problems = parsed.success ? more(parsed.data) : schemaProblems(parsed.error, draft);
	if (parsed.success && Object.keys(problems).length === 0) return { row: parsed.data, problems: null };
	return { row: null, problems };
}

/** A typed number, decimal comma or point; NaN (which no schema lets through) where it is not one. */
const typed = (text: string): number => parseNumber(text)?.value ?? Number.NaN;

function required(draft: object, fields: readonly string[]): Problems {
	const written = draft as Record<string, unknown>;
	return Object.fromEntries(
		fields
			.filter((field) => String(written[field] ?? '').trim() === '')
			.map((field) => [field, problem('required')])
	);
}

/** A wave of the form: dates in order, not over another wave. `index` is its place in the project, null for a new one. */
export function checkWave(draft: WaveDraft, project: Project, index: number | null): Checked<Wave> {
	return checked(wave, draft, draft, (row) => {
		const problems = required(draft, ['stage']);
		if (row.to < row.from) return { ...problems, to: problem('order') };
		const over = project.waves.find(
			(other, at) => at !== index && other.from <= row.to && row.from <= other.to
		);
		return over ? { ...problems, from: problem('overlap', { stage: over.stage }) } : problems;
	});
}

/** A population of the form: a whole number, once per audience, wave and group. */
export function checkPopulation(
	draft: PopulationDraft,
	project: Project,
	index: number | null
): Checked<Population> {
	const group = draft.group.trim() || null;
	return checked(population, { ...draft, group, n: typed(draft.n) }, draft, (row) => {
		const problems = required(draft, ['wave']);
		const twice = project.populations.some(
			(other, at) =>
				at !== index &&
				other.audience === row.audience &&
				other.wave === row.wave &&
				other.group === row.group
		);
		return twice ? { ...problems, wave: problem('twice') } : problems;
	});
}

/** An activity of the plan: what, in which stage and month; a held one says when. */
export function checkActivity(draft: ActivityDraft): Checked<Activity> {
	return checked(activity, { ...draft, heldOn: draft.heldOn || null }, draft, (row) => ({
		...required(draft, ['stage', 'activity']),
		...(row.status === 'done' && row.heldOn === null ? { heldOn: problem('required') } : {})
	}));
}

/** Target and baseline of one indicator must lie as the stated direction says; equal ones mean "hold". */
function directionProblem(row: Indicator, project: Project, index: number | null): Problem | null {
	if (row.direction !== 'up' && row.direction !== 'down') return null;
	const counterpart = { target: 'baseline', baseline: 'target' }[row.kind as 'target' | 'baseline'];
	const others = project.indicators.filter(
		(other, at) => at !== index && other.indicator === row.indicator && other.kind === counterpart
	);
	for (const other of others) {
		const [target, baseline] = row.kind === 'target' ? [row.value, other.value] : [other.value, row.value];
		const against = row.direction === 'up' ? target < baseline : target > baseline;
		if (against)
			return problem(row.direction === 'up' ? 'direction_up' : 'direction_down', { target, baseline });
	}
	return null;
}

function valueProblem(row: Indicator): Problem | null {
	if (isShare(row.measure) && (row.value < 0 || row.value > 100)) return problem('percent');
	if (row.measure === 'coefficient_u' && (row.value < 0 || row.value > 4)) return problem('coefficient');
	const counted = row.measure === 'achievements_count' || row.measure === 'participation_people';
	return counted && (row.value < 0 || !Number.isInteger(row.value)) ? problem('count') : null;
}

/** A target or published figure of the form; one whose direction contradicts sign(target − baseline) is refused. */
export function checkIndicator(
	draft: IndicatorDraft,
	project: Project,
	index: number | null
): Checked<Indicator> {
	const known = project.indicators.find((other) =>
		Object.values(other.title ?? {}).includes(draft.name.trim())
	);
	const row = {
		indicator: known?.indicator ?? draft.name.trim(),
		title: known?.title ?? { [draft.language]: draft.name.trim() },
		measure: draft.measure,
		audience: draft.audience || null,
		instrument: draft.instrument || null,
		itemOrBlock: draft.itemOrBlock || null,
		group: draft.group.trim() || null,
		period: draft.period.trim(),
		kind: draft.kind,
		value: typed(draft.value),
		...(draft.direction === 'range' ? { valueTo: typed(draft.valueTo) } : {}),
		unit: draft.unit.trim(),
		n: draft.n.trim() === '' ? null : typed(draft.n),
		direction: draft.direction,
		source: draft.source.trim(),
		setOn: draft.setOn || null
	};
	const missing = required(draft, [
		'name',
		'period',
		'value',
		...(draft.direction === 'range' ? ['valueTo'] : []),
		...(draft.kind === 'target' ? ['setOn'] : ['source'])
	]);
	if (needsAudience(draft.measure) && !draft.audience && !draft.instrument)
		missing['audience'] = problem('required');
	const result = checked(indicator, row, draft, (parsed) => {
		const value = valueProblem(parsed);
		const direction = directionProblem(parsed, project, index);
		const empty = parsed.valueTo !== undefined && parsed.valueTo <= parsed.value;
		return {
			...missing,
			...(value ? { value } : {}),
			...(empty ? { valueTo: problem('range') } : {}),
			...(direction ? { direction } : {})
		};
	});
	return result.problems ? { row: null, problems: { ...result.problems, ...missing } } : result;
}

/** An expected result of the form; a name left as the programme has it is not stored as one's own. */
export function checkExpected(draft: ExpectedDraft): Checked<ExpectedResult> {
	const { id, indicators, language } = draft;
	const name = draft.name.trim();
	if (name === '') return { row: null, problems: required(draft, ['name']) };
	const own = name !== expectedName({ id, indicators }, language);
	const row = { id, indicators, ...(own ? { title: { [language]: name } } : {}) };
	return checked(expectedResult, row, draft, () => ({}));
}
