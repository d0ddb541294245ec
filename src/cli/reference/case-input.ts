import type { Interval } from '$lib/measures/statistics/intervals';
import { mapMeasured, type Measured } from '$lib/model/reasons';
import type { Expected } from './tolerance';

/** What the software says about a field: a plain value, or a value with a reason where it is undefined. */
export type Computed = Expected | Measured<Expected> | undefined;

type Answers = readonly (number | null)[];

/** The inputs of a case, checked where they are read. */
export interface CaseInput {
	params: Readonly<Record<string, unknown>>;
	data: Readonly<Record<string, unknown>>;
}

function isAnswer(value: unknown): value is number | null {
	return value === null || typeof value === 'number';
}

/** A list of numbers with gaps (null); throws a TypeError for anything else. */
export function answers(value: unknown): Answers {
	if (!Array.isArray(value) || !value.every(isAnswer)) throw new TypeError('expected a list of numbers');
	return value;
}

/** A list of such lists. */
export function rows(value: unknown): Answers[] {
	if (!Array.isArray(value)) throw new TypeError('expected a list of rows');
	return value.map(answers);
}

/** A number; throws a TypeError for anything else. */
export function numberOf(value: unknown): number {
	if (typeof value !== 'number') throw new TypeError('expected a number');
	return value;
}

/** A list of names. */
export function texts(value: unknown): string[] {
	if (!Array.isArray(value)) throw new TypeError('expected a list of names');
	return value.map(String);
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
