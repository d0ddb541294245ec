import { randomStream } from './random.mjs';
import { onStaff } from './people.mjs';

/**
 * @typedef {object} Achievement
 * @property {string} person
 * @property {string} date
 * @property {string} wave
 * @property {string} kind
 * @property {string} level
 * @property {string} result
 * @property {number | null} module
 */

/** Number of achievements by kind and level in w1, w2, w3. */
const COUNTS = /** @type {[string, string, [number, number, number]][]} */ ([
	['open_lesson', 'school', [8, 10, 17]],
	['open_lesson', 'city', [3, 4, 7]],
	['open_lesson', 'region', [0, 1, 3]],
	['contest', 'school', [4, 5, 6]],
	['contest', 'city', [3, 4, 5]],
	['contest', 'region', [3, 4, 5]],
	['contest', 'republic', [1, 2, 3]],
	['contest', 'international', [0, 0, 1]],
	['publication', 'city', [2, 3, 4]],
	['publication', 'region', [2, 3, 5]],
	['publication', 'republic', [1, 2, 3]],
	['publication', 'international', [0, 0, 1]],
	['author_programme', 'school', [1, 1, 1]],
	['author_programme', 'city', [0, 1, 1]],
	['author_programme', 'region', [0, 0, 1]],
	['master_class', 'school', [2, 5, 7]],
	['master_class', 'region', [0, 2, 5]],
	['attestation', 'region', [0, 2, 1]]
]);

const CONTEST_RESULTS = ['қатысушы', 'қатысушы', '1 орын', '2 орын', '3 орын', 'алғыс хат'];
const MONTHS = ['10', '11', '12', '01', '02', '03', '04', '05'];

/**
 * @param {import('./people.mjs').Teacher[]} staff
 * @param {number} seed
 * @returns {Achievement[]}
 */
export function makeAchievements(staff, seed) {
	const random = randomStream(seed);
	/** @type {Achievement[]} */
	const rows = [];
	for (const [kind, level, counts] of COUNTS)
		counts.forEach((count, i) => {
			const wave = `w${i + 1}`;
			const active = staff.filter((t) => onStaff(t, wave)).slice(0, 34);
			for (let n = 0; n < count; n++) {
				const month = random.pick(MONTHS);
				const year = 2014 + i + (Number(month) < 9 ? 1 : 0);
				rows.push({
					person: random.pick(active).code,
					date: `${year}-${month}-${String(2 + random.below(26)).padStart(2, '0')}`,
					wave,
					kind,
					level,
					result:
						kind === 'contest' ? random.pick(CONTEST_RESULTS) : kind === 'attestation' ? 'санат берілді' : '',
					module: random.chance(0.7) ? 1 + random.below(7) : null
				});
			}
		});
	return rows.sort((a, b) => (a.date + a.kind + a.person < b.date + b.kind + b.person ? -1 : 1));
}

/**
 * Activities of the plan: stage, activity, month, responsible, expected outcome, day held ('' where it was not).
 * @type {[string, string, string, string, string, string][]}
 */
export const PLAN = [
	[
		'I',
		'Мұғалімдердің қажеттілігін анықтау сауалнамасы',
		'2014-10',
		'Директордың оқу-тәрбие ісі жөніндегі орынбасары',
		'Қажеттіліктер тізімі',
		'2014-10-08'
	],
	[
		'I',
		'«Мұғалім қажеттілігі» фокус-тобы',
		'2014-10',
		'«Қолдау» орталығы',
		'Фокус-топ хаттамасы',
		'2014-10-15'
	],
	['I', 'Тәлімгерлерді іріктеу', '2014-11', 'Әдістемелік кеңес', 'Тәлімгерлер тізімі', '2014-11-19'],
	['I', 'Тәлімгер мен тәлім алушы жұптарын бекіту', '2014-12', 'Директор', 'Бұйрық', '2015-01-14'],
	[
		'I',
		'Критериалды бағалау практикумы',
		'2015-02',
		'«Қолдау» орталығы',
		'Практикум материалдары',
		'2015-02-18'
	],
	['I', 'Ашық сабақтар апталығы', '2015-03', 'ӘБ жетекшілері', 'Сабақ талдаулары', '2015-03-11'],
	['I', 'Бастапқы деңгейді бағалау', '2015-04', 'Тәлімгерлер', 'Бағалау парақтары', '2015-04-24'],
	['I', 'I кезең қорытындысы: педагогикалық кеңес', '2015-05', 'Директор', 'Шешім', '2015-06-03'],
	['II', 'Фокус-топтар жұмысын бастау', '2015-09', '«Қолдау» орталығы', 'Жұмыс жоспары', '2015-09-16'],
	['II', 'Коучинг сабақтары', '2015-10', 'Тәлімгерлер', 'Коучинг жоспарлары', '2015-10-07'],
	['II', 'Lesson Study: 1-цикл', '2015-11', 'Lesson Study тобы', 'Цикл есебі', '2015-11-05'],
	['II', 'Ашық сабақтар апталығы', '2015-12', 'ӘБ жетекшілері', 'Сабақ талдаулары', '2015-12-09'],
	['II', 'Lesson Study: 2-цикл', '2016-01', 'Lesson Study тобы', 'Цикл есебі', '2016-02-17'],
	['II', 'Тізбектелген сабақтар', '2016-02', 'Тәлімгерлер', 'Сабақтар топтамасы', '2016-03-02'],
	['II', 'Шеберлік сыныбы: АКТ сабақта', '2016-03', 'АКТ үйлестірушісі', 'Бейнежазба', '2016-03-16'],
	[
		'II',
		'Аралық өлшеу: сауалнама мен бағалау',
		'2016-04',
		'Директордың орынбасары',
		'Аралық есеп',
		'2016-04-25'
	],
	['II', 'Көрші мектеппен бірлескен семинар', '2016-05', '«Қолдау» орталығы', 'Келісім, бағдарлама', ''],
	['III', 'Коучинг-сессии по запросам учителей', '2016-10', 'Наставники', 'Планы коучинга', '2016-10-05'],
	['III', 'Неделя открытых уроков', '2016-11', 'Руководители МО', 'Анализ уроков', '2016-11-16'],
	['III', 'Lesson Study: 3-цикл', '2016-12', 'Группа Lesson Study', 'Отчёт о цикле', '2016-12-07'],
	[
		'III',
		'Мастер-класс: критическое мышление',
		'2017-01',
		'Наставники',
		'Материалы мастер-класса',
		'2017-01-25'
	],
	['III', 'Деловая игра «Педагогический совет»', '2017-02', 'Центр «Қолдау»', 'Сценарий', '2017-02-15'],
	['III', 'Творческий отчёт наставнических пар', '2017-03', 'Пары наставников', 'Портфолио', '2017-03-29'],
	[
		'III',
		'Итоговый замер: анкеты и оценки',
		'2017-04',
		'Заместитель директора',
		'Итоговый отчёт',
		'2017-04-28'
	],
	[
		'III',
		'Итоговая научно-практическая конференция',
		'2017-05',
		'Директор',
		'Сборник материалов',
		'2017-05-17'
	]
];
