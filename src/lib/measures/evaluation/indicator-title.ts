import type { WordParam } from '$lib/model/words';
import type { EvaluationFrame } from './frame';
import { people, say } from './words';

/** Forms of work that have a name in the plural, `kind_<code>`. */
const NAMED_KINDS: readonly string[] = [
	...[
		'coaching',
		'mentoring_meeting',
		'lesson_study',
		'chained_lessons',
		'open_lesson',
		'master_class',
		'seminar'
	],
	...[
		'practicum',
		'focus_group',
		'subject_week',
		'contest',
		'course',
		'pedagogical_council',
		'method_council'
	],
	...[
		'method_association',
		'conference',
		'creative_report',
		'business_game',
		'publication',
		'author_programme'
	],
	...['attestation', 'other']
];

/** Measures of an audience that have a short name, `title_<measure>`. */
const NAMED_MEASURES: readonly string[] = ['level_share', 'coefficient_u', 'coverage'];

/** The name of a stated value: its title in the project, else what it counts, else its code as the file writes it. */
export function indicatorTitle(
	{ project, counts }: Pick<EvaluationFrame, 'project' | 'counts'>,
	id: string
): WordParam {
	const title = project.indicators.find(({ indicator, title }) => indicator === id && title)?.title;
	if (title) return { text: title };
	const stated = counts.indicators.find(({ indicator }) => indicator === id);
	const part = stated?.item_or_block ?? '';
	if (NAMED_KINDS.includes(part)) return { words: say(`kind_${part}`) };
	if (stated?.audience && part === '' && NAMED_MEASURES.includes(stated.measure)) {
		return { words: say(`title_${stated.measure}`, { audience: people(stated.audience, 'many') }) };
	}
	return id;
}
