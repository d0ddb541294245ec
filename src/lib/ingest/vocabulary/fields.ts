import type { Locale } from '$lib/model/text';
import { foldLabel } from '$lib/ingest/values/folding';

/** Kinds of files with stated columns (model.md); ratings come wide and long. */
export const STATED_KINDS = [
	'roster',
	'attendance',
	'rating',
	'rating_long',
	'indicators',
	'achievements',
	'populations',
	'plan'
] as const;
export type StatedKind = (typeof STATED_KINDS)[number];

/** A stated column: code name, header per locale as templates write it, and other spellings met in files. */
export interface StatedField {
	field: string;
	kk: string;
	ru: string;
	en: string;
	also?: string;
}

const field = (name: string, kk: string, ru: string, en: string, also?: string): StatedField => ({
	field: name,
	kk,
	ru,
	en,
	...(also === undefined ? {} : { also })
});

const PERSON_ALSO =
	'мұғалім|мұғалімнің коды|педагог|педагог коды|қызметкер|қызметкер коды|учитель|код педагога|сотрудник|код сотрудника|фио учителя|фио педагога|teacher|teacher code|staff|staff code|person code|тәлім алушы|тәлім алушы коды|подопечный|код подопечного|mentee|mentee code|мұғалімнің аты-жөні|педагогтің аты-жөні|фио|аты-жөні|employee|қатысушы|участник|participant';
const PERSON = field('person', 'Мұғалім коды', 'Код учителя', 'Person', PERSON_ALSO);
const DATE = field(
	'date',
	'Күні',
	'Дата',
	'Date',
	'күн|өткізілген күні|дата проведения|дата события|event date|мерзімі|бағалау күні|дата оценивания'
);
const KIND = field(
	'kind',
	'Түрі',
	'Вид',
	'Kind',
	'іс-шара түрі|тип|форма|вид мероприятия|жетістік түрі|вид достижения|type|event kind|форма работы|жұмыс түрі'
);
const LEVEL = field(
	'level',
	'Деңгейі',
	'Уровень',
	'Level',
	'деңгей|іс-шара деңгейі|уровень мероприятия|event level'
);
const MODULE = field(
	'module',
	'Модуль',
	'Модуль',
	'Module',
	'модуль №|модуль нөмірі|номер модуля|module no|№ модуля'
);
const RESULT = field(
	'result',
	'Нәтижесі',
	'Результат',
	'Result',
	'нәтиже|орын|место|итог|outcome|марапат|награда'
);
const ROLE = field('role', 'Рөлі', 'Роль', 'Role', 'рөл|қызметі|роль участника|қатысу рөлі|participant role');
const WAVE = field('wave', 'Өлшеу', 'Замер', 'Wave', 'кезең|этап|волна|stage|кезеңі|measurement');
const RATER = field(
	'rater',
	'Бағалаушы',
	'Кто оценивает',
	'Rater',
	'оценивающий|бағалаушы түрі|оценщик|тип оценивающего|rater kind|кім бағалайды|кім бағалады|кто оценивал|кто оценивает|rated by'
);
const RATER_CODE = field(
	'rater_code',
	'Бағалаушы коды',
	'Код оценивающего',
	'Rater code',
	'код оценщика|rater id'
);
const GROUP = field('group', 'Топ', 'Группа', 'Group', 'group key|топ коды');
const AUDIENCE = field(
	'audience',
	'Кімдер',
	'Аудитория',
	'Audience',
	'аудитория|респонденттер|респонденты|кому|кто|respondents'
);

/** Stated columns by kind of file, in the order of the template. */
export const STATED_FIELDS: Record<StatedKind, readonly StatedField[]> = {
	roster: [
		field(
			'code',
			'Коды',
			'Код',
			'Code',
			'код учителя|код педагога|мұғалім коды|мұғалімнің коды|педагог коды|код сотрудника|person code|teacher code|staff code|person|id|табельный номер'
		),
		field(
			'name',
			'Аты-жөні',
			'ФИО',
			'Name',
			'тегі, аты|тегі аты жөні|фамилия имя отчество|фамилия, имя|имя|аты|фамилия, имя, отчество|full name|аты жөні|мұғалімнің аты-жөні|фио учителя|фио педагога'
		),
		field(
			'department',
			'Әдістемелік бірлестік',
			'Методическое объединение',
			'Department',
			'бірлестік|әб|мо|объединение|кафедра|бөлім|отдел|method association'
		),
		field('subject', 'Пәні', 'Предмет', 'Subject', 'пән|оқытатын пәні|преподаваемый предмет|subjects'),
		field(
			'category',
			'Санаты',
			'Категория',
			'Category',
			'санат|біліктілік санаты|квалификационная категория|attestation category'
		),
		field(
			'course_level',
			'Деңгейлік курс',
			'Уровень курса',
			'Course level',
			'курс деңгейі|уровневый курс|уровневые курсы|деңгейі|course'
		),
		field('role', 'Рөлі', 'Роль', 'Role', 'рөл|бағдарламадағы рөлі|роль в программе'),
		field(
			'mentor_code',
			'Тәлімгер коды',
			'Код наставника',
			'Mentor code',
			'тәлімгері|тәлімгер|наставник|mentor'
		),
		field(
			'from',
			'Басталуы',
			'С даты',
			'From',
			'бастап|бастап күні|басталған күні|дата начала|с|начало|from date|start'
		),
		field(
			'to',
			'Аяқталуы',
			'По дату',
			'To',
			'дейін|аяқталған күні|дата окончания|по|до|конец|to date|end|until'
		)
	],
	attendance: [
		PERSON,
		DATE,
		field(
			'event',
			'Іс-шара',
			'Мероприятие',
			'Event',
			'іс-шара атауы|шара|название мероприятия|событие|тема|event name|event title|тақырып|тақырыбы'
		),
		KIND,
		LEVEL,
		MODULE,
		field(
			'hours',
			'Сағат',
			'Часы',
			'Hours',
			'сағат саны|сағаты|количество часов|часов|кол-во часов|duration'
		),
		ROLE,
		RESULT
	],
	rating: [PERSON, DATE, WAVE, RATER, RATER_CODE],
	rating_long: [
		PERSON,
		DATE,
		WAVE,
		RATER,
		RATER_CODE,
		field(
			'criterion',
			'Критерий',
			'Критерий',
			'Criterion',
			'өлшем|өлшемдер|критерии|бағалау критерийі|показатель'
		),
		MODULE,
		field('value', 'Бағасы', 'Оценка', 'Value', 'балл|баға|ұпай|значение|score|rating|points|мәні')
	],
	indicators: [
		field(
			'indicator',
			'Көрсеткіш',
			'Показатель',
			'Indicator',
			'көрсеткіш коды|индикатор|код показателя|indicator id'
		),
		field('measure', 'Өлшемі', 'Мера', 'Measure', 'өлшенетін шама|измерение|что измеряется|метрика'),
		AUDIENCE,
		field('instrument', 'Құрал', 'Инструмент', 'Instrument', 'сауалнама|анкета|опросник|questionnaire'),
		field(
			'item_or_block',
			'Сұрақ немесе блок',
			'Вопрос или блок',
			'Item or block',
			'тармақ|пункт|вопрос|блок|item'
		),
		GROUP,
		field(
			'period',
			'Кезең',
			'Период',
			'Period',
			'оқу жылы|учебный год|школьный год|кезең немесе жыл|этап|school year|year|stage'
		),
		field('kind', 'Түрі', 'Вид', 'Kind', 'көрсеткіш түрі|вид показателя|тип'),
		field('value', 'Мәні', 'Значение', 'Value', 'мән|шама|величина'),
		field('unit', 'Өлшем бірлігі', 'Единица', 'Unit', 'бірлік|бірлігі|единица измерения|ед. изм|ед'),
		field(
			'n',
			'Саны (n)',
			'Число (n)',
			'n',
			'саны|n|респонденттер саны|число респондентов|количество респондентов|количество'
		),
		field('direction', 'Бағыты', 'Направление', 'Direction', 'бағыт|желаемое направление'),
		field('source', 'Дереккөз', 'Источник', 'Source', 'дерек көзі|қайнар көзі|source text'),
		field(
			'set_on',
			'Белгіленген күні',
			'Дата установления',
			'Set on',
			'қойылған күні|дата постановки|установлено|дата|күні'
		),
		field(
			'value_to',
			'Ауқымның жоғарғы шегі',
			'Верхняя граница диапазона',
			'Range up to',
			'value to|не больше'
		)
	],
	achievements: [PERSON, DATE, KIND, LEVEL, RESULT, MODULE],
	populations: [
		AUDIENCE,
		WAVE,
		GROUP,
		field(
			'n',
			'Саны',
			'Количество',
			'n',
			'барлығы адам|жалпы саны|число|численность|всего человек|population|count|саны (n)|число (n)'
		)
	],
	plan: [
		field('stage', 'Кезең', 'Этап', 'Stage', 'кезеңі|өлшеу|wave'),
		field(
			'activity',
			'Шара',
			'Мероприятие',
			'Activity',
			'іс-шара|жұмыс мазмұны|іс-шара атауы|содержание работы|деятельность|название мероприятия|activities'
		),
		field('month', 'Айы', 'Месяц', 'Month', 'ай|мерзімі|срок|сроки|when'),
		field(
			'responsible',
			'Жауапты',
			'Ответственный',
			'Responsible',
			'жауаптылар|жауапты адам|ответственные|исполнитель|who'
		),
		field(
			'expected',
			'Күтілетін нәтиже',
			'Ожидаемый результат',
			'Expected',
			'күтілетін нәтижелер|ожидаемые результаты|expected result|expected outcome'
		),
		field(
			'status',
			'Күйі',
			'Статус',
			'Status',
			'орындалуы|мәртебесі|выполнение|состояние|отметка о выполнении'
		),
		field('held_on', 'Өткізілген күні', 'Дата проведения', 'Held on', 'өткен күні|проведено|held|date held')
	]
};

const REMARK = /\s*[([][^()[\]]*[)\]]\s*$/;
const NUMBERING = /^(?:№\s*)?\d{1,3}\s*[.)]\s+/;

/** Matching keys of a header, the strictest first: as written, then without numbering and a remark in brackets. */
export function headerKeys(header: string): string[] {
	const plain = foldLabel(header)
		.replace(/[_\s]+/g, ' ')
		.trim();
	const bare = foldLabel(plain.replace(NUMBERING, '').replace(REMARK, ''));
	return bare === plain || bare === '' ? [plain] : [plain, bare];
}

function fieldIndex(fields: readonly StatedField[]): Map<string, string> {
	const index = new Map<string, string>();
	const add = (header: string, name: string) => {
		const key = headerKeys(header)[0];
		if (key !== undefined && !index.has(key)) index.set(key, name);
	};
	for (const { field: name, kk, ru, en } of fields) {
		for (const header of [name, kk, ru, en]) add(header, name);
	}
	for (const { field: name, also } of fields) {
		for (const header of also?.split('|') ?? []) add(header, name);
	}
	return index;
}

const INDEXES = new Map(STATED_KINDS.map((kind) => [kind, fieldIndex(STATED_FIELDS[kind])] as const));

/** The stated field a header names in files of `kind`, or null. */
export function statedField(kind: StatedKind, header: string): string | null {
	const index = INDEXES.get(kind);
	for (const key of headerKeys(header)) {
		const found = index?.get(key);
		if (found !== undefined) return found;
	}
	return null;
}

/** Header of a field as templates and pages write it. */
export function fieldHeader(stated: StatedField, locale: Locale): string {
	return stated[locale];
}
