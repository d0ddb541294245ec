import {
	KAZAKH_MEN,
	KAZAKH_SURNAMES,
	KAZAKH_WOMEN,
	RUSSIAN_MEN,
	RUSSIAN_SURNAMES,
	RUSSIAN_WOMEN
} from './names.mjs';
import { randomStream } from './random.mjs';
import { dotted } from './text-files.mjs';

/**
 * @typedef {object} Teacher
 * @property {string} code
 * @property {string} name
 * @property {string} department
 * @property {string} subject
 * @property {string} category
 * @property {string} courseLevel
 * @property {string} role
 * @property {string} mentor code of the mentor, '' where the teacher has none
 * @property {string} from
 * @property {string} to
 * @property {'kk' | 'ru'} language
 */

/** Departments in both languages with their subjects and numbers of permanent teachers, leavers (by wave left), joiners (by wave joined). */
export const DEPARTMENTS = [
	{
		kk: 'Қазақ тілі мен әдебиеті',
		ru: 'Казахский язык и литература',
		subjects: ['Қазақ тілі', 'Қазақ әдебиеті'],
		stay: 8,
		leave: [],
		join: []
	},
	{
		kk: 'Орыс тілі мен әдебиеті',
		ru: 'Русский язык и литература',
		subjects: ['Орыс тілі'],
		stay: 6,
		leave: ['w1'],
		join: ['w2']
	},
	{
		kk: 'Шетел тілдері',
		ru: 'Иностранные языки',
		subjects: ['Ағылшын тілі'],
		stay: 6,
		leave: ['w1'],
		join: ['w2', 'w3']
	},
	{
		kk: 'Математика, физика және информатика',
		ru: 'Математика, физика и информатика',
		subjects: ['Математика', 'Физика', 'Информатика'],
		stay: 8,
		leave: ['w2'],
		join: ['w3']
	},
	{
		kk: 'Жаратылыстану',
		ru: 'Естественные науки',
		subjects: ['Биология', 'Химия', 'География'],
		stay: 6,
		leave: ['w2'],
		join: ['w3']
	},
	{
		kk: 'Тарих және дене шынықтыру',
		ru: 'История и физическая культура',
		subjects: ['Тарих', 'Дене шынықтыру'],
		stay: 6,
		leave: [],
		join: []
	},
	{
		kk: 'Көркем еңбек және өнер',
		ru: 'Художественный труд и искусство',
		subjects: ['Көркем еңбек', 'Музыка'],
		stay: 4,
		leave: [],
		join: []
	}
];

/** The department that is too small to be shown. */
export const SMALL_DEPARTMENT = 'Көркем еңбек және өнер';

/** @param {string} surname */
function feminine(surname) {
	if (surname.endsWith('ский')) return `${surname.slice(0, -2)}ая`;
	if (surname.endsWith('ой') || surname.endsWith('ый')) return `${surname.slice(0, -2)}ая`;
	return `${surname}а`;
}

/** Wave id of each school year, with its first and last day. */
export const WAVES = [
	{ id: 'w1', stage: 'I', schoolYear: '2014-2015', from: '2014-09-01', to: '2015-08-31' },
	{ id: 'w2', stage: 'II', schoolYear: '2015-2016', from: '2015-09-01', to: '2016-08-31' },
	{ id: 'w3', stage: 'III', schoolYear: '2016-2017', from: '2016-09-01', to: '2017-08-31' }
];

const MENTORS = 10;
const MENTEES = 20;

/**
 * The staff: 44 teachers of all three waves (T01–T44), four leavers (T45–T48) and five joiners (T49–T53).
 * @param {number} seed
 * @returns {Teacher[]}
 */
export function makeStaff(seed) {
	const random = randomStream(seed);
	const kazakhSurnames = random.shuffled(KAZAKH_SURNAMES);
	const russianSurnames = random.shuffled(RUSSIAN_SURNAMES);
	/** @type {{department: typeof DEPARTMENTS[number], from: string, to: string}[]} */
	const places = [];
	for (const department of DEPARTMENTS)
		for (let i = 0; i < department.stay; i++)
			places.push({ department, from: `${2004 + random.below(9)}-09-01`, to: '' });
	const stayers = random.shuffled(places);
	const leavers = DEPARTMENTS.flatMap((department) =>
		department.leave.map((wave) => ({
			department,
			from: '2010-09-01',
			to: WAVES.find((w) => w.id === wave)?.to ?? ''
		}))
	).sort((a, b) => (a.to < b.to ? -1 : 1));
	const joiners = DEPARTMENTS.flatMap((department) =>
		department.join.map((wave) => ({
			department,
			from: WAVES.find((w) => w.id === wave)?.from ?? '',
			to: ''
		}))
	).sort((a, b) => (a.from < b.from ? -1 : 1));
	return [...stayers, ...leavers, ...joiners].map((place, i) => {
		const russian =
			place.department.kk.startsWith('Орыс') ||
			(!place.department.kk.startsWith('Қазақ') && random.chance(0.42));
		const man = random.chance(0.14);
		const surname = (russian ? russianSurnames : kazakhSurnames).pop();
		if (surname === undefined) throw new Error('too few surnames');
		const first = random.pick(
			russian ? (man ? RUSSIAN_MEN : RUSSIAN_WOMEN) : man ? KAZAKH_MEN : KAZAKH_WOMEN
		);
		const mentor = i < MENTORS;
		const mentee = (i >= MENTORS && i < MENTORS + MENTEES - 2) || i === 48 || i === 49;
		const category = mentor
			? random.pick(['бірінші', 'жоғары', 'жоғары'])
			: mentee
				? random.pick(['санаты жоқ', 'екінші', 'екінші'])
				: random.pick(['екінші', 'бірінші', 'бірінші', 'жоғары']);
		return {
			code: `T${String(i + 1).padStart(2, '0')}`,
			name: `${man ? surname : feminine(surname)} ${first}`,
			department: place.department.kk,
			subject: random.pick(place.department.subjects),
			category,
			courseLevel: mentor ? random.pick(['1', '2']) : mentee ? '' : random.pick(['', '2', '3', '3']),
			role: mentor ? 'тәлімгер' : mentee ? 'тәлім алушы' : 'мұғалім',
			mentor: mentee ? `T${String(1 + (i % MENTORS)).padStart(2, '0')}` : '',
			from: mentee && i < 44 ? `${2011 + (i % 3)}-09-01` : place.from,
			to: place.to,
			language: russian ? 'ru' : 'kk'
		};
	});
}

/** Is the teacher on the staff at any time of the wave? @param {Teacher} teacher @param {string} waveId */
export function onStaff(teacher, waveId) {
	const wave = WAVES.find((w) => w.id === waveId);
	return wave !== undefined && teacher.from <= wave.to && (teacher.to === '' || teacher.to >= wave.from);
}

/** Teachers whose attestation changed a category, with the day of the order. */
const PROMOTED = [
	{ code: 'T12', date: '2016-06-01', category: 'бірінші' },
	{ code: 'T15', date: '2016-06-01', category: 'екінші' },
	{ code: 'T33', date: '2017-06-01', category: 'жоғары' }
];

/**
 * Rows of the roster file; a teacher whose category changed has a row before and a row after.
 * @param {Teacher[]} staff
 */
export function rosterRows(staff) {
	const header = [
		'Коды',
		'Аты-жөні',
		'Әдістемелік бірлестік',
		'Пәні',
		'Санаты',
		'Курс деңгейі',
		'Рөлі',
		'Тәлімгер коды',
		'Басталуы',
		'Аяқталуы'
	];
	const row = (
		/** @type {Teacher} */ t,
		/** @type {string} */ category,
		/** @type {string} */ from,
		/** @type {string} */ to
	) => [
		t.code,
		t.name,
		t.department,
		t.subject,
		category,
		t.courseLevel,
		t.role,
		t.mentor,
		dotted(from),
		dotted(to)
	];
	const rows = staff.flatMap((t) => {
		const change = PROMOTED.find((p) => p.code === t.code);
		if (!change) return [row(t, t.category, t.from, t.to)];
		const before = `${change.date.slice(0, 4)}-05-31`;
		return [
			row(t, beforePromotion(change.category), t.from, before),
			row(t, change.category, change.date, t.to)
		];
	});
	return [header, ...rows];
}

/** @param {string} category */
function beforePromotion(category) {
	if (category === 'жоғары') return 'бірінші';
	return category === 'бірінші' ? 'екінші' : 'санаты жоқ';
}
