import type { Selection } from '$lib/model/selection';
import type { Counts } from './counts';
import { attributesOf, type Sheets } from './growth/sheets';

/** Whether a member of staff belongs to the chosen groups in a wave; staff records may cross several kinds. */
export type StaffFilter = (wave: string, person: string, own?: Record<string, string | null>) => boolean;

/** Kinds of group that records of attendance and achievements carry themselves. */
const OWN_KINDS = ['department', 'mentor'];

/** Whether the chosen groups are of kinds that staff belong to: nobody of the staff is of a class. */
export function isGroupOfStaff(counts: Counts, { groups }: Selection): boolean {
	const known = new Set([
		...OWN_KINDS,
		...counts.members.map(({ kind }) => kind),
		...counts.responses.flatMap((table) => (table.kind === 'rating' ? table.groups : []))
	]);
	return Object.keys(groups).every((kind) => known.has(kind));
}

/** The filter of a selection. `own` are the attributes written beside the record itself; the roster's come first. */
export function staffFilter(counts: Counts, selection: Selection, sheets: Sheets | null = null): StaffFilter {
	const wanted = Object.entries(selection.groups);
	if (wanted.length === 0) return () => true;
	return (wave, person, own = {}) => {
		const attributes = attributesOf(counts, wave, person, sheets);
		return wanted.every(([kind, value]) => (attributes.get(kind) ?? own[kind] ?? null) === value);
	};
}
