import { WAVES, onStaff } from './people.mjs';
import { randomStream } from './random.mjs';
import { spearman } from './statistics.mjs';

/** @typedef {import('./people.mjs').Teacher} Teacher */

/**
 * @typedef {object} Attendance
 * @property {string} person
 * @property {string} date
 * @property {string} wave
 * @property {string} event
 * @property {string} kind code of the form of work
 * @property {string} level
 * @property {number | null} module
 * @property {number | null} hours
 * @property {string} role
 * @property {string} result
 */

/** Words of the files for kinds, levels and roles: Kazakh, Russian. */
export const KIND_WORDS = /** @type {Record<string, [string, string]>} */ ({
	coaching: ['коучинг', 'коучинг'],
	mentoring_meeting: ['тәлімгерлік кездесу', 'встреча с наставником'],
	lesson_study: ['Lesson Study', 'Lesson Study'],
	chained_lessons: ['тізбектелген сабақтар', 'цепочка уроков'],
	open_lesson: ['ашық сабақ', 'открытый урок'],
	master_class: ['шеберлік сыныбы', 'мастер-класс'],
	seminar: ['семинар', 'семинар'],
	practicum: ['практикум', 'практикум'],
	focus_group: ['фокус-топ', 'фокус-группа'],
	contest: ['байқау', 'конкурс'],
	course: ['курс', 'курсы'],
	conference: ['конференция', 'конференция'],
	creative_report: ['шығармашылық есеп', 'творческий отчёт'],
	business_game: ['іскерлік ойын', 'деловая игра'],
	publication: ['жарияланым', 'публикация'],
	author_programme: ['авторлық бағдарлама', 'авторская программа'],
	attestation: ['аттестация', 'аттестация']
});
export const LEVEL_WORDS = /** @type {Record<string, [string, string]>} */ ({
	school: ['мектеп', 'школа'],
	city: ['қала', 'город'],
	region: ['облыс', 'область'],
	republic: ['республика', 'республика'],
	international: ['халықаралық', 'международный']
});
const PARTICIPANT = ['қатысушы', 'участник'];
const PRESENTER = ['жүргізуші', 'ведущий'];

/** Events by wave: title (kk, ru), kind, date, level, module, hours, number of people. Coaching and seminars are handed out apart. */
const EVENTS =
	/** @type {[string, string, string, string, string, number | null, number | null, number][]} */ ([
		['«Мұғалім қажеттілігі» фокус-тобы', '', 'focus_group', '2014-10-15', 'school', null, 1.5, 12],
		['Бірінші (ілгері) деңгей курсы', '', 'course', '2014-11-03', 'republic', null, 240, 3],
		['Үшінші (базалық) деңгей курсы', '', 'course', '2015-01-12', 'region', null, 240, 6],
		['Критериалды бағалау практикумы', '', 'practicum', '2015-02-18', 'school', 3, 2, 14],
		['Ашық сабақтар апталығы', '', 'open_lesson', '2015-03-11', 'school', 1, 1, 8],
		['Тәлімгер мен тәлім алушының кездесуі', '', 'mentoring_meeting', '2015-10-14', 'school', null, 1, 16],
		['Lesson Study: 1-цикл', '', 'lesson_study', '2015-11-05', 'school', 2, 3, 11],
		['Ашық сабақтар апталығы', '', 'open_lesson', '2015-12-09', 'school', 1, 1, 15],
		['Lesson Study: 2-цикл', '', 'lesson_study', '2016-02-17', 'school', 3, 3, 13],
		['Тізбектелген сабақтар', '', 'chained_lessons', '2016-03-02', 'school', 6, 2, 9],
		['Шеберлік сыныбы: АКТ сабақта', '', 'master_class', '2016-03-16', 'city', 4, 1.5, 7],
		['Неделя открытых уроков', '', 'open_lesson', '2016-11-16', 'school', 1, 1, 25],
		['Lesson Study: 3-цикл', '', 'lesson_study', '2016-12-07', 'school', 5, 3, 18],
		['Мастер-класс: критическое мышление', '', 'master_class', '2017-01-25', 'region', 2, 1.5, 12],
		['Деловая игра «Педагогический совет»', '', 'business_game', '2017-02-15', 'school', 7, 2, 20],
		['Творческий отчёт наставнических пар', '', 'creative_report', '2017-03-29', 'school', 7, 2, 20],
		['Итоговая научно-практическая конференция', '', 'conference', '2017-05-17', 'region', null, 4, 23]
	]);

/** Sessions of the two forms whose dose is compared. */
const COACHING_DAYS = [
	'2015-10-07',
	'2015-11-11',
	'2015-12-16',
	'2016-01-20',
	'2016-02-10',
	'2016-03-09',
	'2016-04-06',
	'2016-10-05',
	'2016-11-09',
	'2016-12-14',
	'2017-01-18',
	'2017-02-08',
	'2017-03-15',
	'2017-04-05'
];
const SEMINAR_DAYS = ['2015-10-28', '2015-12-02', '2016-02-24', '2016-10-26', '2016-12-21', '2017-03-01'];
const COACHING_HOURS = 1.5;
const SEMINAR_HOURS = 3;
/** Wanted Spearman correlation of hours with the mentor's rating change: moderate for coaching, none for seminars. */
const WANTED = { coaching: [0.44, 0.54], seminar: [-0.05, 0.05] };

/** @param {string} date */
function waveOf(date) {
	return WAVES.find((wave) => date >= wave.from && date <= wave.to)?.id ?? '';
}

/**
 * The attendance list of three years.
 * @param {Teacher[]} staff
 * @param {Map<string, number>} growth change of the mentor's rating from w1 to w3, by code
 * @param {number} seed
 * @returns {Attendance[]}
 */
export function makeAttendance(staff, growth, seed) {
	const random = randomStream(seed);
	const reach = reachByWave(staff, random);
	/** @type {Attendance[]} */
	const rows = [];
	for (const [kazakh, , kind, date, level, module, hours, people] of EVENTS) {
		const wave = waveOf(date);
		const able = random.shuffled(reach.get(wave) ?? []).slice(0, people);
		able.forEach((person, i) => {
			const role = (['open_lesson', 'master_class'].includes(kind) || i < 2 ? PRESENTER : PARTICIPANT)[
				wave === 'w3' ? 1 : 0
			];
			const unknown = kind === 'mentoring_meeting' && i === 3;
			rows.push({
				person,
				date,
				wave,
				event: kazakh,
				kind,
				level,
				module,
				hours: unknown ? null : hours,
				role: role ?? '',
				result: ''
			});
		});
	}
	rows.push(...sessions('coaching', COACHING_DAYS, COACHING_HOURS, growth, reach, random));
	rows.push(...sessions('seminar', SEMINAR_DAYS, SEMINAR_HOURS, growth, reach, random));
	coverReach(rows, reach);
	return rows.sort((a, b) => (a.date + a.kind + a.person < b.date + b.kind + b.person ? -1 : 1));
}

/**
 * Who takes part at all: 30 of 48 in the first year, 42 of 48 in the second, 48 of 49 in the third.
 * @param {Teacher[]} staff
 * @param {import('./random.mjs').RandomStream} random
 */
function reachByWave(staff, random) {
	const numbers = { w1: 30, w2: 42, w3: 48 };
	const newest = staff[staff.length - 1]?.code;
	return new Map(
		Object.entries(numbers).map(([wave, n]) => [
			wave,
			random
				.shuffled(staff.filter((t) => onStaff(t, wave) && t.code !== newest).map((t) => t.code))
				.slice(0, n)
		])
	);
}

/**
 * Hands sessions out so that the hours of each teacher go with growth as wanted; every teacher of all three years
 * comes at least once, always within the reach of the year.
 * @param {'coaching' | 'seminar'} kind
 * @param {string[]} days
 * @param {number} hours
 * @param {Map<string, number>} growth
 * @param {Map<string, string[]>} reach
 * @param {import('./random.mjs').RandomStream} random
 */
function sessions(kind, days, hours, growth, reach, random) {
	const [low, high] = WANTED[kind];
	const people = [...growth.keys()];
	for (;;) {
		/** @type {Attendance[]} */
		const rows = [];
		/** @type {Map<string, number>} */
		const counts = new Map();
		for (const person of new Set([...people, ...(reach.get('w3') ?? [])])) {
			const mine = random.shuffled(days.filter((date) => reach.get(waveOf(date))?.includes(person)));
			const pull = kind === 'coaching' ? 1.6 * (growth.get(person) ?? 0.3) : 0;
			const wish = Math.round(days.length * (0.35 + 0.2 * pull + 0.26 * random.normal()));
			const chosen = mine.slice(0, Math.max(1, wish));
			counts.set(person, chosen.length);
			for (const date of chosen)
				rows.push({
					person,
					date,
					wave: waveOf(date),
					event: eventTitle(kind, date),
					kind,
					level: 'school',
					module: null,
					hours,
					role: PARTICIPANT[waveOf(date) === 'w3' ? 1 : 0] ?? '',
					result: ''
				});
		}
		const { rho } = spearman(
			people.map((p) => counts.get(p) ?? 0),
			people.map((p) => growth.get(p) ?? 0)
		);
		if (rho >= low && rho <= high && people.every((p) => (counts.get(p) ?? 0) > 0)) return rows;
	}
}

/** @param {string} kind @param {string} date */
function eventTitle(kind, date) {
	const russian = waveOf(date) === 'w3';
	if (kind === 'coaching') return russian ? 'Коучинг-сессия' : 'Коучинг сабағы';
	return russian ? 'Методический семинар' : 'Әдістемелік семинар';
}

/** Adds those who would otherwise not appear in a year to one large event of it. @param {Attendance[]} rows @param {Map<string, string[]>} reach */
function coverReach(rows, reach) {
	const largest = { w1: 'practicum', w2: 'mentoring_meeting', w3: 'creative_report' };
	for (const [wave, kind] of Object.entries(largest)) {
		const pattern = rows.find((row) => row.wave === wave && row.kind === kind && row.hours !== null);
		const seen = new Set(rows.filter((row) => row.wave === wave).map((row) => row.person));
		for (const person of reach.get(wave) ?? [])
			if (pattern && !seen.has(person))
				rows.push({ ...pattern, person, role: PARTICIPANT[wave === 'w3' ? 1 : 0] ?? '' });
	}
}

/**
 * The register of the meetings of method associations in the third year: teachers down, days across.
 * @param {Teacher[]} staff
 * @param {number} seed
 */
export function makeRegister(staff, seed) {
	const random = randomStream(seed);
	const days = [
		'2016-09-14',
		'2016-10-12',
		'2016-11-23',
		'2016-12-28',
		'2017-01-11',
		'2017-02-22',
		'2017-03-22',
		'2017-04-19',
		'2017-05-24'
	];
	const people = staff
		.filter((t) => onStaff(t, 'w3'))
		.sort((a, b) => (a.department + a.name < b.department + b.name ? -1 : 1));
	const newest = staff[staff.length - 1]?.code;
	const marks = people.map((t) =>
		days.map((date) => {
			if (date < t.from) return '';
			if (t.code === newest) return 'ж';
			const fate = random.uniform();
			if (fate < 0.05) return 'ж';
			if (fate < 0.09) return 'а';
			if (fate < 0.13) return 'д';
			return fate < 0.16 ? 'к' : '+';
		})
	);
	return { days, people, marks };
}
