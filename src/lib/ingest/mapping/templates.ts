import type { Locale } from '$lib/model/text';
import { fieldHeader, STATED_FIELDS, type StatedKind } from '$lib/ingest/vocabulary/fields';

/** A file with stated columns, ready to be written: its name, headers in the locale, and two example rows. */
interface Template {
	name: string;
	columns: string[];
	example: string[][];
}

type Words = Record<Locale, string>;
const say = (kk: string, ru: string, en: string): Words => ({ kk, ru, en });
const same = (text: string): Words => say(text, text, text);

const NAMES: Record<StatedKind, Words> = {
	roster: say('құрам', 'состав', 'roster'),
	attendance: say('қатысу', 'участие', 'attendance'),
	rating: say('бағалау', 'оценки', 'ratings'),
	rating_long: say('бағалау-ұзын', 'оценки-длинные', 'ratings-long'),
	indicators: say('көрсеткіштер', 'показатели', 'indicators'),
	achievements: say('жетістіктер', 'достижения', 'achievements'),
	populations: say('жалпы-саны', 'численность', 'populations'),
	plan: say('жоспар', 'план', 'plan')
};

const SELF = say('өзі', 'сам', 'self');
const MENTOR = say('тәлімгер', 'наставник', 'mentor');
const COACHING = say('коучинг', 'коучинг', 'coaching');
const OPEN_LESSON = say('ашық сабақ', 'открытый урок', 'open lesson');
const SCHOOL = say('мектеп', 'школа', 'school');
const REGION = say('облыс', 'область', 'region');
const PLANNING = say('Сабақ жоспарлау', 'Планирование урока', 'Lesson planning');
const MATHS = say('Математика', 'Математика', 'Mathematics');

const EXAMPLES: Record<StatedKind, readonly (readonly Words[])[]> = {
	roster: [
		[
			'T01',
			say('Ахметова Айгүл', 'Ахметова Айгуль', 'Akhmetova Aigul'),
			MATHS,
			MATHS,
			say('жоғары', 'высшая', 'highest'),
			'2',
			MENTOR,
			'',
			'2014-09-01',
			''
		],
		[
			'T02',
			say('Серікұлы Дәурен', 'Серикулы Даурен', 'Serikuly Dauren'),
			MATHS,
			MATHS,
			say('екінші', 'вторая', 'second'),
			'3',
			say('тәлім алушы', 'подопечный', 'mentee'),
			'T01',
			'2014-09-01',
			''
		]
	].map((row) => row.map((cell) => (typeof cell === 'string' ? same(cell) : cell))),
	attendance: [
		[
			same('T01'),
			same('2014-10-15'),
			say('Коучинг: топтық жұмыс', 'Коучинг: групповая работа', 'Coaching: group work'),
			COACHING,
			SCHOOL,
			same('1'),
			same('1,5'),
			say('қатысушы', 'участник', 'participant'),
			same('')
		],
		[
			same('T02'),
			same('2014-10-15'),
			say('Коучинг: топтық жұмыс', 'Коучинг: групповая работа', 'Coaching: group work'),
			COACHING,
			SCHOOL,
			same('1'),
			same('1,5'),
			say('қатысушы', 'участник', 'participant'),
			same('')
		]
	],
	rating: [
		[same('T02'), same('2014-10-06'), same('w1'), SELF, same('T02'), same('3'), same('4')],
		[same('T02'), same('2014-10-09'), same('w1'), MENTOR, same('T01'), same('2'), same('3')]
	],
	rating_long: [
		[same('T02'), same('2014-10-06'), same('w1'), SELF, same('T02'), PLANNING, same('1'), same('3')],
		[same('T02'), same('2014-10-09'), same('w1'), MENTOR, same('T01'), PLANNING, same('1'), same('2')]
	],
	indicators: [
		[
			same('open_lessons'),
			same('achievements_count'),
			same(''),
			same(''),
			same('open_lesson'),
			same(''),
			same('2013-2014'),
			same('baseline'),
			same('9'),
			same(''),
			same(''),
			same('up'),
			say('жылдық есеп', 'годовой отчёт', 'annual report'),
			same('')
		],
		[
			same('open_lessons'),
			same('achievements_count'),
			same(''),
			same(''),
			same('open_lesson'),
			same(''),
			same('2016-2017'),
			same('target'),
			same('24'),
			same(''),
			same(''),
			same('up'),
			say('бағдарлама', 'программа', 'programme'),
			same('2014-09-01')
		]
	],
	achievements: [
		[same('T01'), same('2015-02-07'), OPEN_LESSON, SCHOOL, same(''), same('2')],
		[
			same('T02'),
			same('2015-03-12'),
			say('байқау', 'конкурс', 'contest'),
			REGION,
			say('1 орын', '1 место', '1st place'),
			same('')
		]
	],
	populations: [
		[say('оқушы', 'ученик', 'pupil'), same('w1'), same(''), same('320')],
		[say('ата-ана', 'родитель', 'parent'), same('w1'), same(''), same('210')]
	],
	plan: [
		[
			same('I'),
			say('Қажеттілік сауалнамасы', 'Анкета потребностей', 'Needs questionnaire'),
			same('2014-10'),
			say('Әдіскер', 'Методист', 'Methodist'),
			say('Тізім', 'Список', 'List'),
			say('орындалды', 'выполнено', 'done'),
			same('2014-10-08')
		],
		[
			same('I'),
			say('Жұптарды бекіту', 'Утверждение пар', 'Approving the pairs'),
			same('2014-12'),
			say('Директор', 'Директор', 'Principal'),
			say('Бұйрық', 'Приказ', 'Order'),
			say('жоспарланған', 'запланировано', 'planned'),
			same('')
		]
	]
};

/** Criteria of the wide rating's template; the scale in brackets is read back. */
const CRITERIA: readonly Words[] = [
	say('Сабақ жоспарлау (0–4)', 'Планирование урока (0–4)', 'Lesson planning (0–4)'),
	say('Жаңа әдістерді қолдану (0–4)', 'Применение новых методов (0–4)', 'Use of new methods (0–4)')
];

/** Template of a file with stated columns; the recogniser reads its headers back in every locale. */
export function templates(kind: StatedKind, locale: Locale): Template {
	const columns = STATED_FIELDS[kind].map((field) => fieldHeader(field, locale));
	if (kind === 'rating') columns.push(...CRITERIA.map((criterion) => criterion[locale]));
	return {
		name: `${NAMES[kind][locale]}.csv`,
		columns,
		example: EXAMPLES[kind].map((row) => row.map((cell) => cell[locale]))
	};
}
