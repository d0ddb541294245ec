import type { Activity, Audience, EventLevel, Indicator, Rater } from '$lib/model/project';
import { foldLabel } from '$lib/ingest/values/folding';

/** A closed vocabulary: code by folded word. */
export type Vocabulary<Code extends string> = ReadonlyMap<string, Code>;

function vocabulary<Code extends string>(words: Record<Code, string>): Vocabulary<Code> {
	const index = new Map<string, Code>();
	for (const code of Object.keys(words) as Code[]) {
		index.set(foldLabel(code.replaceAll('_', ' ')), code);
		index.set(foldLabel(code), code);
		for (const word of words[code].split('|')) index.set(foldLabel(word) || word, code);
	}
	return index;
}

/** The code of a word of a closed vocabulary, or null. */
export function codeOf<Code extends string>(terms: Vocabulary<Code>, text: string): Code | null {
	return terms.get(foldLabel(text) || text.trim()) ?? null;
}

export const RATER_WORDS: Vocabulary<Rater> = vocabulary({
	self: 'өзі|өзін-өзі|өзін-өзі бағалау|өзіндік бағалау|мұғалімнің өзі|сам|сам(а)|сама|самооценка|сам учитель|self-assessment|self assessment|self rating',
	mentor: 'тәлімгер|коуч|наставник|ментор|тренер|mentors|coach',
	administration:
		'әкімшілік|директор|директордың орынбасары|администрация|завуч|заместитель директора|администратор|сарапшы|эксперт|admin|administrator|deputy|principal|expert'
});

export const AUDIENCE_WORDS: Vocabulary<Audience> = vocabulary({
	teacher:
		'мұғалім|мұғалімдер|ұстаз|ұстаздар|педагог|педагогтер|учитель|учителя|педагоги|преподаватели|teachers',
	pupil: 'оқушы|оқушылар|ученик|ученики|учащиеся|учащийся|школьники|pupils|student|students',
	parent: 'ата-ана|ата-аналар|ата ана|родитель|родители|parents',
	mentee:
		'тәлім алушы|тәлім алушылар|тәлімгерлену|подопечный|подопечные|менти|наставляемый|наставляемые|mentees'
});

export const LEVEL_WORDS: Vocabulary<EventLevel> = vocabulary({
	school: 'мектеп|мектепішілік|мектеп ішінде|школа|школьный|внутришкольный|школьная|in school',
	city: 'қала|қалалық|аудан|аудандық|қалалық/аудандық|город|городской|район|районный|городская|районная|district|town',
	region: 'облыс|облыстық|өңірлік|область|областной|региональный|областная|регион|regional|oblast',
	republic: 'республика|республикалық|республиканский|республиканская|национальный|national|country',
	international: 'халықаралық|международный|международная|международное|world'
});

export const INDICATOR_KINDS: Vocabulary<Indicator['kind']> = vocabulary({
	published:
		'жарияланған|жарияланған көрсеткіш|алдыңғы|алдыңғы көрсеткіш|опубликовано|опубликованный|предыдущий|прежний|previous',
	baseline: 'бастапқы|бастапқы көрсеткіш|исходный|базовый|базовое|исходное|base',
	target: 'нысана|нысаналы|нысаналы көрсеткіш|мақсатты|цель|целевой|целевое|план|goal',
	benchmark: 'бағдар|бағдар көрсеткіш|эталон|ориентир|reference'
});

export const DIRECTIONS: Vocabulary<Indicator['direction']> = vocabulary({
	up: 'жоғары|өсу|артуы|вверх|рост|больше|выше|increase|higher',
	down: 'төмен|азаю|кемуі|вниз|снижение|меньше|ниже|decrease|lower',
	hold: 'сақтау|ұстау|тұрақты|удержание|сохранение|стабильно|keep|stable',
	range: 'аралық|ауқым|диапазон|interval'
});

export const ACTIVITY_STATUSES: Vocabulary<Activity['status']> = vocabulary({
	planned: 'жоспарланған|жоспарланды|жоспарда|запланировано|планируется|в плане|plan',
	done: 'орындалды|өткізілді|өтті|выполнено|проведено|состоялось|held|completed|yes|иә|да',
	cancelled: 'болмады|өткізілмеді|тоқтатылды|отменено|не состоялось|не проведено|canceled|no|жоқ|нет'
});

/** Roles of a person at an event. */
export const EVENT_ROLES: Vocabulary<string> = vocabulary<string>({
	participant: 'қатысушы|тыңдаушы|участник|участница|слушатель|attendee|listener',
	speaker: 'баяндамашы|спикер|докладчик|выступающий|presenter',
	organiser: 'ұйымдастырушы|организатор|organizer',
	leader: 'жүргізуші|жетекші|ведущий|руководитель|facilitator|trainer',
	mentor: 'тәлімгер|наставник|коуч|coach',
	mentee: 'тәлім алушы|подопечный',
	jury: 'қазылар алқасы|қазы|жюри|член жюри|judge'
});

/** Measures an indicator may state, by code or by the field's words. */
export const MEASURE_WORDS: Vocabulary<string> = vocabulary<string>({
	favourable: 'оң жауаптар үлесі|доля положительных ответов|favourable share|favorable share|favorable',
	mean: 'орташа|орташа балл|орташа мән|среднее|средний балл|average',
	coefficient_u:
		'у коэффициенті|қанағаттану коэффициенті|коэффициент у|коэффициент удовлетворённости|coefficient u',
	level_share: 'жоғары деңгей үлесі|жоғары деңгейдегілер үлесі|доля высокого уровня|share at the high level',
	coverage: 'қамту|охват|response rate',
	reliable_change_share: 'сенімді өсу үлесі|доля надёжного роста|share of reliable growth',
	achievements_count: 'жетістіктер саны|количество достижений|число достижений|number of achievements',
	participation_people:
		'қатысушылар саны|қатысқандар саны|количество участников|число участников|number of people',
	participation_attendances: 'қатысу саны|количество посещений|число посещений|number of attendances',
	participation_share: 'қатысу үлесі|қатысқандар үлесі|доля участников|доля участвующих|share of staff'
});

/** Meanings of the marks of a register; `late` counts as present. Kundelik marks by page language included. */
export const MARK_WORDS: Vocabulary<string> = vocabulary<string>({
	present: '+|✓|✔|v|x|1|қ|қатысты|келді|был|была|присутствовал|присутствовала|да|иә|yes|p|п.',
	absent: '-|–|—|0|н|н/я|ж|дәлелсіз|себепсіз|келмеді|қатыспады|жоқ|нет|отсутствовал|отсутствовала|no|a|abs',
	excused: 'д|у|п/у|дәлелді|ув|себепті|уваж|exc',
	ill: 'а|б|ауру|болел|болела|болезнь|sick',
	late: 'о|оп|кешікті|опоздал|опоздала'
});
