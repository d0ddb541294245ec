import type { Project } from '$lib/model/project';
import type { Measured } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import { definitionOf } from './catalogue';
import type { Interval } from './statistics/intervals';

/** A result before its measure's constants and its id are filled in; `value` may carry the reason it is undefined. */
export type ResultFields = Omit<
	Result,
	'id' | 'version' | 'criterion' | 'stage' | 'unit' | 'value' | 'reason'
> &
	Partial<Pick<Result, 'unit' | 'criterion' | 'stage'>> & { value: Measured };

/** The key of a result: its non-empty dimensions in a fixed order. */
export function resultId(r: Omit<Result, 'id'>, defaultMethod = true): string {
	const group = r.groupKind === undefined ? undefined : `${r.groupKind}=${r.group ?? ''}`;
	return [
		r.measure,
		r.instrument,
		r.item,
		r.block,
		r.module,
		r.wave,
		r.against,
		group,
		r.person,
		r.rater,
		levelIsFinding(r.measure) ? undefined : r.level,
		r.kind,
		r.indicator,
		defaultMethod ? undefined : r.method
	]
		.filter((part) => part !== undefined && part !== '')
		.join('|');
}

/** Completes a result from the catalogue and the project's waves. */
export function resultRow(fields: ResultFields, project: Project, defaultMethod = true): Result {
	const { value, ...rest } = fields;
	const { version, criterion, unit } = definitionOf(fields.measure);
	const stage = project.waves.find(({ id }) => id === fields.wave)?.stage ?? '';
	const row: Omit<Result, 'id'> = {
		version,
		criterion,
		unit,
		stage,
		...rest,
		value: value.value,
		...(value.reason === null ? {} : { reason: value.reason })
	};
	return { id: resultId(row, defaultMethod), ...row };
}

/** The `within` of results; nothing where the selection leaves everything in. */
export function narrowed(groups: Record<string, string>, module: number | null): Pick<Result, 'within'> {
	return Object.keys(groups).length === 0 && module === null ? {} : { within: { groups, module } };
}

/** Fields that tell something about the answers behind a result. */
const REVEALING = [
	'low',
	'high',
	'nPairs',
	'count',
	'up',
	'down',
	'same',
	'p',
	'q',
	'effect',
	'effectLow',
	'effectHigh',
	'pRank',
	'baseline',
	'tags'
] as const satisfies (keyof Result)[];

/** The result with everything its answers would tell taken out: which number it would be, and that its group is too small. */
export function hide(result: Result): Result {
	const hidden: Result = { ...result, value: null, reason: 'suppressed', n: null };
	for (const field of REVEALING) delete hidden[field];
	if (levelIsFinding(result.measure)) delete hidden.level;
	if (result.verdict !== undefined) hidden.verdict = 'hidden';
	if (result.status !== undefined) hidden.status = 'hidden';
	return hidden;
}

/** The level of У is what was found; elsewhere the level says which number is meant. */
function levelIsFinding(measure: string): boolean {
	return measure === 'coefficient_u';
}

/** The ends of an interval, scaled, as result fields; nothing where there is no interval. */
export function ends(interval: Interval | null, factor = 1): Pick<Result, 'low' | 'high'> {
	return interval ? { low: interval.low * factor, high: interval.high * factor } : {};
}
