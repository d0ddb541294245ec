import { undefinedBecause } from '$lib/model/reasons';
import type { AttendanceRow } from '../participation/attendance';
import { display } from '../policy';
import { ends } from '../result-row';
import type { ResultList } from '../result-list';
import { spearman } from '../statistics/correlation';
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
 * Growth against hours of each kind of work between the two waves (later wave included), Spearman's ρ. Attendances count
 * where no hours are given; those rated who never came have 0.
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
	const withHours = rows.some(({ hours }) => hours !== null);
	const doses: [string, (kind: string | null) => boolean][] = kinds.map((kind) => [
		kind,
		(other) => other === kind
	]);
	const isCollective = (kind: string | null) => kind !== null && COLLECTIVE_KINDS.includes(kind);
	if (kinds.some(isCollective)) doses.push(['collective', isCollective]);
	for (const [kind, counts] of doses) {
		const dose = new Map<string, number>();
		for (const row of rows) {
			if (!counts(row.kind)) continue;
			dose.set(row.person, (dose.get(row.person) ?? 0) + (withHours ? (row.hours ?? 0) : row.n));
		}
		const found = spearman(
			people.map(({ person }) => dose.get(person) ?? 0),
			people.map(({ change }) => change)
		);
		const shown = display({ what: 'corr', n: found.n });
		const tooFew = shown.show === 'hidden' && found.n > 0;
		results.add({
			measure: 'dose_growth',
			...frame.dimensions,
			wave: frame.wave,
			against: frame.against,
			rater: course.rater,
			kind,
			value: tooFew ? undefinedBecause('suppressed') : found.value,
			...(tooFew ? {} : ends(found.interval.value)),
			...(tooFew || found.p.value === null ? {} : { p: found.p.value }),
			n: found.n,
			...(shown.tag ? { tags: [shown.tag] } : {})
		});
	}
}
