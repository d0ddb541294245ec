import type { Interval } from '$lib/measures/statistics/intervals';
import { mapMeasured, type Measured } from '$lib/model/reasons';
import type { Expected } from './tolerance';

/** What the software says about a field: a plain value, or a value with a reason where it is undefined. */
export type Computed = Expected | Measured<Expected> | undefined;

type Answers = readonly (number | null)[];

type Fields = Readonly<Record<string, unknown>>;

/** The inputs of a case, checked where they are read. */
export interface CaseInput {
	params: Fields;
	data: Fields;
	/** Names of the expected fields. */
	asked: ReadonlySet<string>;
}

function isAnswer(value: unknown): value is number | null {
	return value === null || typeof value === 'number';
}

function refuse(name: string, wanted: string, value: unknown): never {
	throw new TypeError(value === undefined ? `it has no ${name}` : `${name} is not ${wanted}`);
}

/** A list of numbers with gaps (null), where a single number is a list of one; throws a TypeError for anything else. */
export function answers(from: Fields, name: string): Answers {
	const value = from[name];
	const list: unknown = isAnswer(value) ? [value] : value;
	return Array.isArray(list) && list.every(isAnswer) ? list : refuse(name, 'a list of numbers', value);
}

/** A list of such lists. */
export function rows(from: Fields, name: string): Answers[] {
	const value = from[name];
	if (!Array.isArray(value)) refuse(name, 'a list of rows', value);
	return value.map((row: unknown) => answers({ [name]: row }, name));
}

/** A number; throws a TypeError for anything else. */
export function numberOf(from: Fields, name: string): number {
	const value = from[name];
	return typeof value === 'number' ? value : refuse(name, 'a number', value);
}

/** A list of names, where a single name is a list of one. */
export function texts(from: Fields, name: string): string[] {
	const value = from[name];
	if (typeof value === 'string') return [value];
	return Array.isArray(value) ? value.map(String) : refuse(name, 'a list of names', value);
}

/** An interval in the kit's form. */
export function pair({ low, high }: Interval): [number, number] {
	return [low, high];
}

/** An interval that may be undefined, in the kit's form. */
export function interval(measured: Measured<Interval>): Measured<Expected> {
	return mapMeasured(measured, pair);
}

/** A part of a value that may be undefined. */
export function field<T>(measured: Measured<T>, pick: (value: T) => Computed): Computed {
	if (measured.reason !== null) return measured;
	return pick(measured.value) ?? undefined;
}
