import { PLAN } from './achievements.mjs';
import { KIND_WORDS, LEVEL_WORDS } from './attendance.mjs';
import { POPULATIONS } from './anonymous.mjs';
import { INDICATORS, INDICATOR_COLUMNS } from './indicators.mjs';
import { rosterRows } from './people.mjs';
import { mean } from './statistics.mjs';
import { EXCEL, OLD_OFFICE, comma, dotted } from './text-files.mjs';
import { MENTEE_CRITERIA, MODULES } from './words.mjs';

/** @typedef {import('./survey-files.mjs').SampleFile} SampleFile */
/** @typedef {import('./ratings.mjs').Rating} Rating */

const RATER_WORDS = { self: 'өзі', mentor: 'тәлімгер', administration: 'әкімшілік' };
const NONE = { instrument: null, language: null, wave: null, dayFirst: true };

/** Columns whose meaning is stated by a code name. @param {string[]} names */
function fields(names) {
	return names.map((field, index) => ({ index, role: 'field', field }));
}

/** Columns whose meaning is their role. @param {string[]} names */
function roles(names) {
	return names.map((role, index) => ({ index, role }));
}

/** @param {Rating[]} ratings @returns {SampleFile} */
export function moduleRatingFile(ratings) {
	const header = [
		'Мұғалім коды',
		'Күні',
		'Бағалаушы',
		'Бағалаушы коды',
		...MODULES.map((m, i) => `${i + 1}-модуль. ${m.kk}`)
	];
	const rows = ratings
		.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
		.map((r) => [
			r.person,
			dotted(r.date),
			RATER_WORDS[r.rater],
			r.raterCode,
			...r.values.map((value, i) => (r.typed?.[i] ? r.typed[i] : comma(value)))
		]);
	const averages = MODULES.map((_, i) => {
		const values = ratings.flatMap((r) =>
			typeof r.values[i] === 'number' ? [/** @type {number} */ (r.values[i])] : []
		);
		return comma(Math.round(mean(values) * 100) / 100);
	});
	const wide = header.map(() => '');
	return {
		...NONE,
		name: 'ratings-modules.csv',
		format: EXCEL,
		kind: 'rating',
		instrument: 'modules',
		language: 'kk',
		wave: { column: 1 },
		rows: [
			['«Қолдау» тәлімгерлік орталығы', ...wide.slice(1)],
			['Жеті модуль бойынша бағалау парақтары, 2015–2017 (шкала 1–5, жарты балл қойылады)', ...wide.slice(1)],
			wide,
			header,
			...rows,
			['Орташа балл', '', '', '', ...averages]
		],
		columns: [
			{ index: 0, role: 'person' },
			{ index: 1, role: 'date' },
			{ index: 2, role: 'rater-kind' },
			{ index: 3, role: 'rater' },
			...MODULES.map((_, i) => ({ index: 4 + i, role: 'item', item: `m${i + 1}` }))
		]
	};
}

/** @param {Rating} rating */
function order(rating) {
	return `${rating.wave} ${rating.person} ${['self', 'mentor', 'administration'].indexOf(rating.rater)}`;
}

/** The mentee's criteria in long form: a row per criterion. @param {Rating[]} ratings @returns {SampleFile} */
export function menteeRatingFile(ratings) {
	const header = ['Тәлім алушы коды', 'Күні', 'Бағалаушы', 'Бағалаушы коды', 'Өлшем', 'Балл'];
	const rows = ratings
		.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
		.flatMap((r) =>
			r.values.map((value, i) => [
				r.person,
				dotted(r.date),
				RATER_WORDS[r.rater],
				r.raterCode,
				MENTEE_CRITERIA[i]?.kk ?? '',
				comma(value)
			])
		);
	return {
		...NONE,
		name: 'ratings-mentees.csv',
		format: EXCEL,
		kind: 'rating',
		instrument: 'mentee_criteria',
		language: 'kk',
		wave: { column: 1 },
		rows: [header, ...rows],
		columns: roles(['person', 'date', 'rater-kind', 'rater', 'criterion', 'value'])
	};
}

/** @param {import('./attendance.mjs').Attendance[]} rows @returns {SampleFile[]} */
export function attendanceFiles(rows) {
	const columns = roles(['person', 'date', 'event', 'kind', 'level', 'module', 'hours', 'role', 'result']);
	const cells = (/** @type {import('./attendance.mjs').Attendance} */ r, /** @type {0 | 1} */ language) => [
		r.person,
		dotted(r.date),
		r.event,
		KIND_WORDS[r.kind]?.[language] ?? '',
		LEVEL_WORDS[r.level]?.[language] ?? '',
		r.module === null ? '' : String(r.module),
		comma(r.hours),
		r.role,
		r.result
	];
	const shared = { ...NONE, format: EXCEL, kind: 'attendance', wave: { column: 1 }, columns };
	return [
		{
			...shared,
			name: 'attendance-2014-2016.csv',
			language: 'kk',
			rows: [
				['Мұғалім', 'Күні', 'Іс-шара', 'Түрі', 'Деңгейі', 'Модуль', 'Сағат', 'Рөлі', 'Нәтижесі'],
				...rows.filter((r) => r.wave !== 'w3').map((r) => cells(r, 0))
			]
		},
		{
			...shared,
			name: 'attendance-2016-2017.csv',
			language: 'ru',
			rows: [
				['Учитель', 'Дата', 'Мероприятие', 'Вид', 'Уровень', 'Модуль', 'Часы', 'Роль', 'Результат'],
				...rows.filter((r) => r.wave === 'w3').map((r) => cells(r, 1))
			]
		}
	];
}

/** @param {{days: string[], people: import('./people.mjs').Teacher[], marks: string[][]}} register @returns {SampleFile} */
export function registerFile({ days, people, marks }) {
	const header = ['№', 'Коды', 'Мұғалімнің аты-жөні', ...days.map(dotted)];
	const rest = header.slice(1).map(() => '');
	return {
		...NONE,
		name: 'register-2016-2017.csv',
		format: EXCEL,
		kind: 'register',
		language: 'kk',
		rows: [
			['Әдістемелік бірлестік отырыстарына қатысу журналы', ...rest],
			['2016–2017 оқу жылы', ...rest],
			['Белгілер: + қатысты; к – кешікті; а – ауру; д – дәлелді; ж – дәлелсіз', ...rest],
			header,
			...people.map((t, i) => [String(i + 1), t.code, t.name, ...(marks[i] ?? [])])
		],
		columns: [
			{ index: 0, role: 'ignore' },
			{ index: 1, role: 'person' },
			{ index: 2, role: 'ignore' },
			...days.map((date, i) => ({ index: 3 + i, role: 'mark', date, event: 'Әдістемелік бірлестік отырысы' }))
		],
		marks: { '+': 'present', к: 'late', а: 'ill', д: 'excused', ж: 'absent' }
	};
}

/** @param {import('./people.mjs').Teacher[]} staff @returns {SampleFile} */
export function rosterFile(staff) {
	return {
		...NONE,
		name: 'roster.csv',
		format: OLD_OFFICE,
		kind: 'roster',
		language: 'kk',
		rows: rosterRows(staff),
		columns: fields([
			'code',
			'name',
			'department',
			'subject',
			'category',
			'course_level',
			'role',
			'mentor_code',
			'from',
			'to'
		])
	};
}

/** @param {import('./achievements.mjs').Achievement[]} achievements @returns {SampleFile} */
export function achievementFile(achievements) {
	return {
		...NONE,
		name: 'achievements.csv',
		format: EXCEL,
		kind: 'achievements',
		language: 'kk',
		wave: { column: 1 },
		rows: [
			['Мұғалім', 'Күні', 'Түрі', 'Деңгейі', 'Нәтижесі', 'Модуль'],
			...achievements.map((a) => [
				a.person,
				dotted(a.date),
				KIND_WORDS[a.kind]?.[0] ?? '',
				LEVEL_WORDS[a.level]?.[0] ?? '',
				a.result,
				a.module === null ? '' : String(a.module)
			])
		],
		columns: roles(['person', 'date', 'kind', 'level', 'result', 'module'])
	};
}

/** @returns {SampleFile[]} */
export function statedFiles() {
	const plan = PLAN.map(([stage, activity, month, responsible, expected, held]) => [
		stage,
		activity,
		month,
		responsible,
		expected,
		held === '' ? 'жоспарланған' : 'орындалды',
		dotted(held)
	]);
	const populations = POPULATIONS.map((p) => [p.audience, p.wave, '', String(p.n)]);
	return [
		{
			...NONE,
			name: 'plan.csv',
			format: EXCEL,
			kind: 'plan',
			rows: [['Кезең', 'Іс-шара', 'Айы', 'Жауапты', 'Күтілетін нәтиже', 'Күйі', 'Өткізілген күні'], ...plan],
			columns: fields(['stage', 'activity', 'month', 'responsible', 'expected', 'status', 'held_on'])
		},
		{
			...NONE,
			name: 'indicators.csv',
			format: EXCEL,
			kind: 'indicators',
			rows: [INDICATOR_COLUMNS, ...INDICATORS],
			columns: fields(INDICATOR_COLUMNS),
			dayFirst: null
		},
		{
			...NONE,
			name: 'populations.csv',
			format: EXCEL,
			kind: 'populations',
			rows: [['audience', 'wave', 'group', 'n'], ...populations],
			columns: fields(['audience', 'wave', 'group', 'n']),
			dayFirst: null
		}
	];
}
