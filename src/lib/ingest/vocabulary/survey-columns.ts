import { headerKeys } from './fields';
import { foldLabel } from '$lib/ingest/values/folding';

/** What a service column of a questionnaire is, by its header alone. */
type ServiceColumn =
	| { role: 'timestamp' | 'date' | 'respondent' | 'ignore' | 'wave' | 'language' }
	| { role: 'group'; group: string };

const SERVICE: Record<'timestamp' | 'date' | 'respondent' | 'ignore' | 'wave' | 'language', string> = {
	timestamp:
		'timestamp|отметка времени|уақыт белгісі|уақыт таңбасы|zeitstempel|tijdstempel|completion time|время завершения|время выполнения|аяқталу уақыты|submitdate|date submitted|дата отправки|submission time|recordeddate|end date|enddate|дата окончания|дата и время|толтырылған уақыты|время заполнения',
	date: 'date|дата|күні|толтырылған күні|дата заполнения|дата опроса|сауалнама күні|дата анкетирования|survey date',
	respondent:
		'код|код респондента|ваш код|личный код|шифр|респондент коды|респондент|сіздің кодыңыз|жеке код|жеке кодыңыз|сіздің жеке кодыңыз|сіздің кодыңыз|коды|кодыңыз|respondent|respondent code|respondent id|respondentid|your code|code|participant code|участник|код участника|мұғалім коды|мұғалімнің коды|код учителя|код педагога|teacher code|қатысушы коды|тәлім алушы коды|код подопечного|mentee code|оқушы коды|код ученика|pupil code|ата-ана коды|код родителя|parent code',
	ignore:
		'id|start time|время начала|басталу уақыты|last modified time|total points|quiz feedback|lastpage|last page|seed|startdate|start date|datestamp|date last action|date started|ipaddr|ip address|ipaddress|refurl|collector id|collectorid|custom data 1|status|progress|duration (in seconds)|finished|responseid|response id|responseset|externaldatareference|externalreference|locationlatitude|locationlongitude|locationaccuracy|distributionchannel|start|end|uuid|validation status|notes|submitted by|version|tags|index|№|№ п/п|no|р/с|п/п|номер|нөмірі|total score|балл|результат',
	wave: 'wave|өлшеу|замер|этап|кезең|stage|волна',
	language: 'language|start language|startlanguage|userlanguage|язык|тіл|тілі'
};

const GROUPS: Record<string, string> = {
	department:
		'department|әдістемелік бірлестік|бірлестік|бірлестігіңіз|әдістемелік бірлестігіңіз|методическое объединение|ваша кафедра|кафедра|объединение|мо|әб|бөлім|отдел|сіздің әдістемелік бірлестігіңіз|ваше методическое объединение|your department',
	class:
		'class|твой класс|твой класс?|сыныбың|балаңыз оқитын сынып|класс ребенка|сынып|сыныбы|класс|сыныбың|сыныбыңыз|баланың сыныбы|балаңыздың сыныбы|класс ребёнка|класс вашего ребёнка|ваш класс|в каком классе вы учитесь|grade',
	subject: 'subject|пән|пәні|предмет|пәніңіз|ваш предмет|сіздің пәніңіз|преподаваемый предмет',
	gender: 'gender|sex|жыныс|жынысы|жынысыңыз|пол|ваш пол',
	category:
		'category|санат|санаты|категория|санатыңыз|ваша категория|квалификационная категория|біліктілік санаты',
	course_level: 'course level|деңгейлік курс|курс деңгейі|уровень курса|уровневые курсы',
	role: 'role|рөлі|рөліңіз|роль|ваша роль',
	position: 'position|лауазым|лауазымы|лауазымыңыз|должность|ваша должность',
	experience:
		'experience|еңбек өтілі|өтілі|стаж|педагогический стаж|стаж работы|педагогикалық өтілі|еңбек өтіліңіз|ваш стаж|years of experience',
	age: 'age|жас|жасы|жасыңыз|возраст|ваш возраст',
	school: 'school|мектеп|школа|мектебіңіз|ваша школа',
	stage: 'school stage|буын|мектеп буыны|ступень|звено',
	mentor: 'mentor|тәлімгер|тәлімгеріңіз|наставник|ваш наставник|mentor code|тәлімгер коды|код наставника'
};

const INDEX = new Map<string, ServiceColumn>([
	...Object.entries(GROUPS).flatMap(([group, words]) =>
		words.split('|').map((word) => [foldLabel(word), { role: 'group', group } as const] as const)
	),
	...Object.entries(SERVICE).flatMap(([role, words]) =>
		words
			.split('|')
			.map((word) => [foldLabel(word), { role: role as keyof typeof SERVICE } as const] as const)
	)
]);

/** Recognises a service or group column of a questionnaire by its header; null for questions. */
export function serviceColumn(header: string): ServiceColumn | null {
	for (const key of headerKeys(header)) {
		const found = INDEX.get(key);
		if (found !== undefined) return found;
	}
	return null;
}
