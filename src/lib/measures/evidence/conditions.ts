import type { Result } from '$lib/model/result';
import { quoteIdentifier, quoteText } from '$lib/model/sql';
import { groupColumn } from '../sql-text';

/** `column = 'value'`. */
export function equals(column: string, value: string): string {
	return `${quoteIdentifier(column)} = ${quoteText(value)}`;
}

/** Conditions joined by AND; TRUE where there are none. */
export function all(conditions: readonly string[]): string {
	return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

/** The waves a result speaks of, the later first. */
export function wavesCondition({ wave, against }: Pick<Result, 'wave' | 'against'>): string {
	const waves = [wave, ...(against === undefined || against === wave ? [] : [against])];
	return waves.length === 1 ? equals('wave', wave) : `wave IN (${waves.map(quoteText).join(', ')})`;
}

/** The groups a result is about: its own, and those the whole evaluation was narrowed to. */
export function groupsOf({ groupKind, group, within }: Result): [kind: string, value: string][] {
	const own: [string, string][] = groupKind === undefined || group === undefined ? [] : [[groupKind, group]];
	return [...own, ...Object.entries(within?.groups ?? {})];
}

/** The conditions of a result's groups on a table that has their columns. */
export function groupConditions(result: Result): string[] {
	return groupsOf(result).map(([kind, value]) => equals(groupColumn(kind), value));
}

/** The module a result is about: its own, or the one the evaluation was narrowed to. */
export function moduleOf({ module, within }: Result): number | null {
	return module ?? within?.module ?? null;
}
