import { foldLabel } from '$lib/ingest/values/folding';
import { codeOf, type Vocabulary } from './terms';

/** Codes of event kinds (domain.md, "Forms of work") with their words in kk, ru and en. */
const KINDS: Record<string, string> = {
	coaching: 'коучинг|коучинг-сессия|coaching session',
	mentoring_meeting:
		'тәлімгерлік кездесу|тәлімгер кездесуі|тәлімгермен кездесу|встреча с наставником|наставническая встреча|mentoring|mentor meeting',
	lesson_study: 'сабақты зерттеу|lesson-study|лессон стади|исследование урока',
	chained_lessons:
		'тізбектелген сабақтар|тізбектелген сабақ|серия уроков|цепочка уроков|последовательные уроки|chained lesson',
	open_lesson: 'ашық сабақ|ашық сабақтар|открытый урок|открытые уроки',
	master_class:
		'шеберлік сағаты|шеберлік сыныбы|шеберлік-сынып|мастер-класс|мастер класс|masterclass|master-class',
	seminar: 'семинар|семинарлар|вебинар|webinar|workshop',
	practicum: 'практикум|семинар-практикум|practical',
	focus_group: 'фокус-топ|фокус топ|фокус-группа|фокус группа|focus-group',
	subject_week: 'пәндік апта|пән апталығы|предметная неделя|неделя предмета',
	contest: 'байқау|конкурс|олимпиада|жарыс|соревнование|competition|olympiad',
	course:
		'курс|курстар|біліктілік арттыру курсы|деңгейлік курс|курсы|курсы повышения квалификации|training course|courses',
	pedagogical_council: 'педагогикалық кеңес|педкеңес|педсовет|педагогический совет|teachers council',
	method_council: 'әдістемелік кеңес|методсовет|методический совет|methodical council',
	method_association:
		'әдістемелік бірлестік|әдістемелік бірлестік отырысы|әб|джо|әб отырысы|методическое объединение|мо|заседание мо|method association meeting|department meeting',
	conference: 'конференция|ғылыми-практикалық конференция|научно-практическая конференция',
	creative_report: 'шығармашылық есеп|творческий отчёт|творческий отчет',
	business_game: 'іскерлік ойын|деловая игра',
	publication: 'жарияланым|мақала|публикация|статья|баспасөз|article|paper',
	author_programme: 'авторлық бағдарлама|авторская программа|author program|author’s programme',
	attestation: 'аттестация|аттестаттау|certification',
	other: 'басқа|өзге|другое|прочее|иное'
};

/** Codes of all event kinds, in the order of domain.md. */
export const EVENT_KINDS: readonly string[] = Object.keys(KINDS);

const KIND_WORDS: Vocabulary<string> = new Map(
	Object.entries(KINDS).flatMap(([code, words]) =>
		[code, code.replaceAll('_', ' '), ...words.split('|')].map((word) => [foldLabel(word), code] as const)
	)
);

/** Longest first, so that «семинар-практикум» is not taken for a seminar. */
const BY_LENGTH = [...KIND_WORDS]
	.filter(([word]) => word.length >= 5)
	.sort((a, b) => b[0].length - a[0].length);

/** Kind of an event by its word; null where the vocabulary does not hold it. */
export function eventKind(text: string): string | null {
	return codeOf(KIND_WORDS, text);
}

/** Kind named inside an event's title («Коучинг: топтық жұмыс»), the longest word first; null where none is. */
export function eventKindInTitle(text: string): string | null {
	const title = foldLabel(text);
	const exact = KIND_WORDS.get(title);
	if (exact !== undefined) return exact;
	return BY_LENGTH.find(([word]) => title.includes(word))?.[1] ?? null;
}
