import { defined } from '$lib/model/reasons';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { narrowed } from '../result-row';
import type { ResultList } from '../result-list';
import { staffFilter } from '../staff-filter';
import { byStep, ORDERED_ATTRIBUTES, wayOf, type OrderedAttribute } from './attribute-order';

/** Stands for a label in a wave in which a person has none. */
export const NO_RECORD = 'no_record';

const WAYS = ['up', 'same', 'down', 'changed', NO_RECORD] as const;

/** The label of each person in a wave, as the roster has it at the wave's end. */
function labelsIn(counts: Counts, wave: string, attribute: OrderedAttribute): Map<string, string> {
	return new Map(
		counts.members
			.filter((row) => row.wave === wave && row.kind === attribute)
			.map(({ person, value }) => [person, value])
	);
}

/**
 * How many people moved from which category (course level) to which between two waves, and how many moved up, stayed,
 * moved down, changed between labels without an order, or have a label in one of the waves only. `n` is everybody with
 * a label in either wave. Labels are counted, never averaged.
 */
export function attributeMoves(
	counts: Counts,
	selection: Selection,
	wave: string,
	against: string,
	results: ResultList
): void {
	const chosen = staffFilter(counts, selection);
	for (const attribute of ORDERED_ATTRIBUTES) {
		const [before, after] = [labelsIn(counts, against, attribute), labelsIn(counts, wave, attribute)];
		if (before.size === 0 || after.size === 0) continue;
		const people = [...new Set([...before.keys(), ...after.keys()])].filter((person) =>
			chosen(after.has(person) ? wave : against, person)
		);
		const moves = new Map<string, Map<string, number>>();
		const ways = new Map<(typeof WAYS)[number], number>();
		for (const person of people) {
			const [from, to] = [before.get(person) ?? NO_RECORD, after.get(person) ?? NO_RECORD];
			const targets = moves.get(from) ?? new Map<string, number>();
			moves.set(from, targets.set(to, (targets.get(to) ?? 0) + 1));
			const recorded = from !== NO_RECORD && to !== NO_RECORD;
			const way = recorded ? (wayOf(attribute, from, to) ?? 'changed') : NO_RECORD;
			ways.set(way, (ways.get(way) ?? 0) + 1);
		}
		const common = {
			...{ measure: 'category_transitions', wave, against, n: people.length },
			...narrowed(selection.groups, null)
		};
		for (const way of WAYS) {
			const count = ways.get(way) ?? 0;
			if (way === 'changed' && count === 0) continue;
			results.add({ ...common, kind: attribute, level: way, value: defined(count) });
		}
		const labels = byStep(attribute, [...new Set([...before.values(), ...after.values()])]);
		for (const from of [...labels, NO_RECORD]) {
			for (const to of [...labels, NO_RECORD]) {
				const count = moves.get(from)?.get(to) ?? 0;
				// An empty diagonal cell still tells the place of its label on the ladder.
				if (count === 0 && (from !== to || from === NO_RECORD)) continue;
				const recorded = from !== NO_RECORD && to !== NO_RECORD;
				const way = recorded ? wayOf(attribute, from, to) : null;
				const moved = { up: way === 'up' ? count : 0, down: way === 'down' ? count : 0 };
				results.add({
					...{ ...common, groupKind: attribute, group: from, level: to, value: defined(count) },
					...(way === null ? {} : { ...moved, same: way === 'same' ? count : 0 })
				});
			}
		}
	}
}
