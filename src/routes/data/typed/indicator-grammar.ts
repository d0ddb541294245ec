import type { Project } from '$lib/model/project';

/** Measures a target or a published figure may be stated for, in the order of the form. */
export const INDICATOR_MEASURES = [
	'level_share',
	'favourable',
	'mean',
	'coefficient_u',
	'coverage',
	'reliable_change_share',
	'achievements_count',
	'participation_people',
	'participation_attendances',
	'participation_share'
] as const;

/** Event kinds a count may be narrowed to. */
export const EVENT_KINDS = [
	'open_lesson',
	'contest',
	'publication',
	'author_programme',
	'attestation',
	'master_class',
	'seminar',
	'course',
	'conference',
	'coaching',
	'mentoring_meeting',
	'lesson_study',
	'chained_lessons',
	'practicum',
	'focus_group',
	'subject_week',
	'pedagogical_council',
	'method_council',
	'method_association',
	'creative_report',
	'business_game',
	'other'
] as const;

const SHARES: readonly string[] = [
	'level_share',
	'favourable',
	'coverage',
	'reliable_change_share',
	'participation_share'
];
const SURVEYED: readonly string[] = ['level_share', 'favourable', 'mean', 'coefficient_u', 'coverage'];
const EVENTS: readonly string[] = [
	'achievements_count',
	'participation_people',
	'participation_attendances',
	'participation_share'
];

/** True where the value is a percentage 0–100. */
export const isShare = (measure: string): boolean => SHARES.includes(measure);

/** True where the measure is taken of an audience or an instrument. */
export const needsAudience = (measure: string): boolean => SURVEYED.includes(measure);

/** True where the measure counts events or achievements: its `itemOrBlock` is an event kind. */
export const countsEvents = (measure: string): boolean => EVENTS.includes(measure);

const LEVEL_GROUPS = [
	'level=school',
	'level>=city',
	'level>=region',
	'level>=republic',
	'level>=international'
] as const;
const RATER_GROUPS = ['rater=mentor', 'rater=self', 'rater=administration'] as const;

/** Groups a measure may be narrowed to, in the grammar of indicators; none where the group is typed (`department=…`). */
export function groupChoices(measure: string): readonly string[] {
	if (measure === 'reliable_change_share') return RATER_GROUPS;
	return countsEvents(measure) ? LEVEL_GROUPS : [];
}

/** Part of a message key for a group: `level_from_region`, `rater_is_mentor`. */
export const groupKey = (group: string): string => group.replace('>=', '_from_').replace('=', '_is_');

/** Periods offered: waves by id, then the school years before the first wave that published figures may stand in. */
export function periodChoices(project: Project, earlier: number): string[] {
	const first = Number(project.waves[0]?.schoolYear.slice(0, 4));
	const years = Number.isNaN(first)
		? []
		: Array.from({ length: earlier }, (_, back) => `${first - back - 1}-${first - back}`);
	return [...project.waves.map((wave) => wave.id), ...years];
}
