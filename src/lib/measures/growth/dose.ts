import { undefinedBecause } from '$lib/model/reasons';
import type { AttendanceRow } from '../participation/attendance';
import { display } from '../policy';
import { ends } from '../result-row';
import type { ResultList } from '../result-list';
import { kendall, spearman } from '../statistics/correlation';
import type { Course } from './course';
import type { GrowthFrame } from './growth';

/** Forms of joint professional development, compared with seminars (domain.md). */
export const COLLECTIVE_KINDS: readonly string[] = [
	'coaching',
	'mentoring_meeting',
	'lesson_study',
	'chained_lessons',
	'focus_group',
	'practicum'
];

/**
 * How much each person took part: hours, or attendances where no attendance has hours. An attendance without hours among
 * others that have them adds nothing, and a person with only such has no dose (null).
 */
function doses(rows: readonly AttendanceRow[]): Map<string, number | null> {
	const inHours = rows.some(({ hours }) => hours !== null);
	const dose = new Map<string, number | null>();
	for (const { person, n, hours } of rows) {
		const before = dose.get(person) ?? null;
		const more = inHours ? hours : n;
		dose.set(person, more === null ? before : (before ?? 0) + more);
	}
	return dose;
}

/**
 * Growth against hours of each kind of work between the two waves (later wave included), Spearman's ρ and Kendall's τ-b,
 * over the people whose dose is known; those rated who never came have 0.
 */
export function doseGrowth(
	frame: GrowthFrame,
	course: Course,
	attendance: readonly AttendanceRow[],
	between: readonly string[],
	results: ResultList
): void {
	const rows = attendance.filter(({ wave }) => between.includes(wave));
	const kinds = [...new Set(rows.flatMap(({ kind }) => (kind === null ? [] : [kind])))].sort();
	const people = course.people.filter(({ person }) => frame.chosen(person));
	const parts: [string, (kind: string | null) => boolean][] = kinds.map((kind) => [
		kind,
		(other) => other === kind
	]);
	const isCollective = (kind: string | null) => kind !== null && COLLECTIVE_KINDS.includes(kind);
	if (kinds.some(isCollective)) parts.push(['collective', isCollective]);
	for (const [kind, counts] of parts) {
		const ofKind = rows.filter((row) => counts(row.kind));
		const dose = doses(ofKind);
		const taken = people.map(({ person }) => (dose.has(person) ? (dose.get(person) ?? null) : 0));
		const grown = people.map(({ change }) => change);
		const partly = ofKind.some(({ timed }) => timed > 0) && ofKind.some(({ n, timed }) => timed < n);
		for (const [measure, found] of [
			['dose_growth', spearman(taken, grown)],
			['dose_growth_tau', kendall(taken, grown)]
		] as const) {
			const shown = display({ what: 'corr', n: found.n });
			const tags = [...(shown.tag ? [shown.tag] : []), ...(partly ? (['hours_missing'] as const) : [])];
			const tooFew = shown.show === 'hidden' && found.n > 0;
			results.add({
				measure,
				...frame.dimensions,
				wave: frame.wave,
				against: frame.against,
				rater: course.rater,
				kind,
				value: tooFew ? undefinedBecause('too_few') : found.value,
				...(tooFew ? {} : ends(found.interval.value)),
				...(tooFew || found.p.value === null ? {} : { p: found.p.value }),
				n: found.n,
				...(tags.length === 0 ? {} : { tags })
			});
		}
	}
}
