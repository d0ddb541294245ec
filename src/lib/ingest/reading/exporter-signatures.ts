import { foldLabel } from '../values/folding';

/** Names of columns as labels fold, so that case, spaces and look-alike letters do not matter. */
const folded = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(foldLabel));

/** Codes of the first row, and of the second in the legacy format. */
export const QUALTRICS = folded([
	'StartDate',
	'EndDate',
	'Status',
	'IPAddress',
	'Progress',
	'Duration (in seconds)',
	'Finished',
	'RecordedDate',
	'ResponseId',
	'ResponseID',
	'ResponseSet',
	'RecipientLastName',
	'RecipientFirstName',
	'RecipientEmail',
	'ExternalReference',
	'ExternalDataReference',
	'EmailAddress',
	'LocationLatitude',
	'LocationLongitude',
	'LocationAccuracy',
	'DistributionChannel',
	'UserLanguage'
]);

/** The one code every Qualtrics export of today has. */
export const QUALTRICS_ANSWER = folded(['ResponseId']);

/** How an answer came to be. */
export const QUALTRICS_STATUS = folded(['Status']);

/** Statuses of answers that their author gave when trying the survey out. */
export const QUALTRICS_PREVIEW = folded([
	'1',
	'Survey Preview',
	'Предварительный просмотр',
	'Предварительный просмотр опроса',
	'Предпросмотр опроса',
	'Umfragevorschau'
]);

/** Whether the survey was gone through. */
export const QUALTRICS_FINISHED = folded(['Finished']);

/** Words of that column for a survey broken off. */
export const NOT_FINISHED = folded(['0', 'False', 'Ложь', 'Жалған', 'Falsch', 'No', 'Нет', 'Жоқ']);

/** Columns before the questions, in the languages of the site. */
export const SURVEYMONKEY = folded([
	'Respondent ID',
	'RespondentID',
	'Collector ID',
	'CollectorID',
	'Start Date',
	'StartDate',
	'End Date',
	'EndDate',
	'IP Address',
	'Email Address',
	'First Name',
	'Last Name',
	'Custom Data 1',
	'Date Created',
	'Date Modified',
	'ID респондента',
	'ID коллектора',
	'Дата начала',
	'Дата завершения',
	'Дата окончания',
	'IP-адрес',
	'Адрес эл. почты',
	'Адрес электронной почты',
	'Имя',
	'Фамилия',
	'Пользовательские данные 1'
]);

/** The first column of every SurveyMonkey export. */
export const RESPONDENT_ID = folded(['Respondent ID', 'RespondentID', 'ID респондента']);

/** Second rows that say nothing about the question above. */
export const SURVEYMONKEY_FILLERS = folded([
	'Response',
	'Open-Ended Response',
	'Ответ',
	'Ответ в свободной форме',
	'Свободный ответ',
	'Открытый ответ',
	'Жауап'
]);

/** By codes and by texts, in the languages of the site. */
export const LIMESURVEY = folded([
	'id',
	'submitdate',
	'lastpage',
	'startlanguage',
	'seed',
	'startdate',
	'datestamp',
	'token',
	'ipaddr',
	'refurl',
	'Response ID',
	'Date submitted',
	'Last page',
	'Start language',
	'Date started',
	'Date last action',
	'ID ответа',
	'Дата отправки',
	'Последняя страница',
	'Начальный язык',
	'Язык',
	'Дата начала',
	'Дата последнего действия',
	'Seed',
	'IP address',
	'Referrer URL',
	'Access code',
	'Дата последнего ответа',
	'Код доступа',
	'IP-адрес',
	'Идентификатор ответа',
	'Завершено'
]);

/** Empty where the survey was broken off. */
export const LIMESURVEY_SUBMITTED = folded(['submitdate', 'Date submitted', 'Дата отправки', 'Завершено']);

/** Columns behind the questions. */
export const KOBO = folded([
	'_id',
	'_uuid',
	'_submission_time',
	'_validation_status',
	'_notes',
	'_status',
	'_submitted_by',
	'__version__',
	'_tags',
	'_index',
	'_xform_id_string',
	'meta/instanceID',
	'_geolocation',
	'_attachments',
	'formhub/uuid'
]);

/** Columns before the questions, in the languages of Excel. */
export const MICROSOFT = folded([
	'ID',
	'ИД',
	'Start time',
	'Completion time',
	'Email',
	'Name',
	'Last modified time',
	'Total points',
	'Quiz feedback',
	'Время начала',
	'Время выполнения',
	'Время завершения',
	'Адрес электронной почты',
	'Электронная почта',
	'Имя',
	'Басталу уақыты',
	'Аяқталу уақыты',
	'Электрондық пошта',
	'Аты',
	'Идентификатор',
	'Последнее время изменения',
	'Время последнего изменения',
	'Время последнего обновления',
	'Всего баллов',
	'Итого баллов',
	'Отзыв о тесте',
	'Отзыв о викторине',
	'Электрондық пошта мекенжайы',
	'Электрондық пошта мекен-жайы',
	'Соңғы өзгертілген уақыты',
	'Соңғы өзгерту уақыты',
	'Жалпы ұпай',
	'Барлық ұпай'
]);

/** When an answer was completed: no other exporter calls it so. */
export const MICROSOFT_TIMES = folded([
	'Completion time',
	'Время выполнения',
	'Время завершения',
	'Аяқталу уақыты'
]);

/** The first column of every Google Forms export. */
export const GOOGLE = folded([
	'Timestamp',
	'Отметка времени',
	'Уақыт белгісі',
	'Zeitstempel',
	'Tijdstempel',
	'Horodateur',
	'Marca temporal',
	'Zaman damgası'
]);

/** Names of a class report. */
export const KUNDELIK = folded([
	'Класс',
	'Сынып',
	'Всего',
	'Барлығы',
	'По болезни',
	'По уважительной',
	'По неуважительной',
	'Опоздания',
	'Ауруына байланысты',
	'Кешігу',
	'Полных дней',
	'Уроков',
	'Толық күндер',
	'Толық күн',
	'Сабақтар',
	'Сабақ',
	'Ауруы бойынша',
	'Ауырғандықтан',
	'Кешігулер',
	'Себепті',
	'Себепсіз'
]);

/** Of these, the reasons: a report has one of them at least. */
export const KUNDELIK_CORE = folded([
	'По болезни',
	'Опоздания',
	'По уважительной',
	'Ауруына байланысты',
	'Кешігу',
	'По неуважительной',
	'Кешігулер',
	'Ауруы бойынша',
	'Ауырғандықтан'
]);

/** Captions over its columns, by which the report is known from a table of its kind. */
export const KUNDELIK_CAPTIONS = folded(['Полных дней', 'Уроков', 'Толық күндер', 'Толық күн', 'Сабақтар']);
