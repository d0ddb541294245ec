import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Audience } from '$lib/model/project';
import type { Counts } from '../counts';
import type { ResultList } from '../result-list';
import type { SurveyView } from '../survey-view';
import { favourableOfThisWave } from './this-wave';

/** A group of people who could have answered: everyone, or one value of a group kind. */
interface Part {
	kind: string;
	value: string;
}

/**
 * How many could have answered. Teachers and mentees: from the roster (mentees are those with a mentor), else from the
 * stated populations; pupils and parents: from the stated populations. Null where nobody stated it.
 */
export function populationOf(
	counts: Counts,
	audience: Audience,
	wave: string,
	part: Part | null = null
): number | null {
	return rosterCount(counts, audience, wave, part) ?? statedCount(counts, audience, wave, part);
}

function rosterCount(counts: Counts, audience: Audience, wave: string, part: Part | null): number | null {
	if (audience !== 'teacher' && audience !== 'mentee') return null;
	const rows = counts.roster.filter((row) => row.wave === wave);
	if (part) return rows.find((row) => row.kind === part.kind && row.value === part.value)?.n ?? null;
	if (audience === 'teacher') return rows.find((row) => row.kind === null)?.n ?? null;
	const mentored = rows.filter((row) => row.kind === 'mentor');
	return mentored.length === 0 ? null : mentored.reduce((sum, { n }) => sum + n, 0);
}

function statedCount(counts: Counts, audience: Audience, wave: string, part: Part | null): number | null {
	const stated = counts.populations.filter((entry) => entry.audience === audience && entry.wave === wave);
	if (part)
		return (
			stated.find(({ group }) => group === part.value || group === `${part.kind}=${part.value}`)?.n ?? null
		);
	const whole = stated.find(({ group }) => group === null);
	if (whole) return whole.n;
	return stated.length === 0 ? null : stated.reduce((sum, { n }) => sum + n, 0);
}

/** Questionnaires with at least one valid answer, of those who could have answered, per group where that is known; and what the answers say about just them. */
export function coverage(view: SurveyView, counts: Counts, wave: string, results: ResultList): void {
	if (view.scope.kind !== 'all') return;
	const { filter } = view;
	const kind = filter ? view.q.table.groups[filter.position] : undefined;
	const part = filter && kind !== undefined ? { kind, value: filter.value } : null;
	const returned = view.returned(wave);
	const add = (
		n: number,
		hidden: boolean,
		of: number | null,
		dimensions: { groupKind?: string; group?: string }
	) =>
		results.addGated(hidden, {
			measure: 'coverage',
			...view.dimensions,
			...dimensions,
			wave,
			value: of === null || of === 0 ? undefinedBecause('no_population') : defined((100 * n) / of),
			count: n,
			n: of,
			...(of !== null && n < LOW_COVERAGE * of ? { tags: ['low_coverage'] } : {})
		});
	const { audience } = view.q.instrument;
	const eligible = populationOf(counts, audience, wave, part);
	add(returned.n, returned.hidden, eligible, {});
	favourableOfThisWave(view, wave, eligible, results);
	for (const groupKind of view.q.table.groups) {
		for (const [group, { n, hidden }] of view.returnedByGroup(wave, groupKind)) {
			const of = populationOf(counts, audience, wave, { kind: groupKind, value: group });
			if (of !== null) add(n, hidden, of, { groupKind, group });
		}
	}
}

/** Below this share of those who could have answered, coverage is flagged (measures.md M1). */
export const LOW_COVERAGE = 0.6;
