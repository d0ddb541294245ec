import { DEPARTMENTS, SMALL_DEPARTMENT, onStaff } from './people.mjs';
import { randomStream } from './random.mjs';
import { mean } from './statistics.mjs';
import { FORM_OPTIONS, OPEN_ANSWERS, TEACHER_ITEMS } from './teacher-words.mjs';

/** @typedef {import('./people.mjs').Teacher} Teacher */
/** @typedef {import('./random.mjs').RandomStream} RandomStream */
/** @typedef {number | 'dont_know' | 'not_answered' | 'not_asked' | 'invalid'} Answer */

/**
 * One filled questionnaire. `person` is null where the code was left blank or mistyped; answers are as ticked,
 * before a reversed item is turned round.
 * @typedef {object} TeacherResponse
 * @property {string} wave
 * @property {'kk' | 'ru'} language
 * @property {string} date
 * @property {string} time
 * @property {string | null} person
 * @property {string} codeText
 * @property {string} department
 * @property {Map<string, Answer>} answers
 * @property {string[]} forms
 * @property {string} open
 * @property {boolean} superseded answered again later, so this one is set aside
 */

/** Items asked in the same words on the same scale in the first and the last wave. */
export const COMPARABLE = TEACHER_ITEMS.map((item) => item.id).filter(
	(id) => !['t12', 't16', 't18'].includes(id)
);
const REVERSED = new Set(TEACHER_ITEMS.flatMap((item) => (item.reversed ? [item.id] : [])));

/** How much an item lies above or below the person's own level, by wave. t4 falls; t5, t6 and t9 rise. */
const ITEM_LEVEL = new Map([
	['t1', [-0.1, -0.1, -0.1]],
	['t2', [0.05, 0.05, 0]],
	['t3', [-0.3, -0.3, -0.3]],
	['t4', [0.2, -0.2, -1]],
	['t5', [-0.6, -0.15, 0.35]],
	['t6', [-0.35, 0, 0.35]],
	['t7', [0.1, 0.1, 0.05]],
	['t8', [0, 0, 0]],
	['t9', [-0.65, -0.2, 0.3]],
	['t10', [-0.2, -0.15, -0.15]],
	['t11', [0.25, 0.2, 0.1]],
	['t12', [0, 0.1, 0.2]],
	['t13', [0.35, 0.35, 0.25]],
	['t14', [0, 0, -0.05]],
	['t15', [0.15, 0.15, 0.05]],
	['t16', [0.2, 0.2, 0.1]],
	['t17', [-0.1, -0.1, -0.15]],
	['t18', [0.15, 0.15, 0.1]],
	['t19', [0.2, 0.2, 0.1]],
	['t20', [-0.05, 0, 0.05]]
]);

const WAVE_IDS = ['w1', 'w2', 'w3'];
const FIRST_DAYS = { w1: '2015-04-13', w2: '2016-04-11', w3: '2017-04-10' };

/** Value on the scale 1–5 (or 1–10) after a reversed item is turned round. @param {string} item @param {number} raw */
export function turned(item, raw) {
	return REVERSED.has(item) ? 6 - raw : raw;
}

/**
 * Mean of a person over items, in POMP (0–100), reversed items turned; null under half of the items answered.
 * @param {TeacherResponse} response
 * @param {readonly string[]} items
 */
export function pompMean(response, items) {
	const values = items.flatMap((id) => {
		const answer = response.answers.get(id);
		if (typeof answer !== 'number') return [];
		const ten = id === 't18' && response.wave === 'w3';
		return [ten ? ((answer - 1) * 100) / 9 : (turned(id, answer) - 1) * 25];
	});
	return values.length * 2 >= items.length ? mean(values) : null;
}

/**
 * Who answers when, and who is on the high level: 44 questionnaires in w1 (26 high) and 44 in w3 (33 high), of which
 * 38 teachers can be matched: 21 high twice, 8 up, 1 down, 8 low twice.
 * @param {Teacher[]} staff
 * @param {RandomStream} random
 */
function castResponses(staff, random) {
	const stayers = staff.filter((t) => t.from < '2014-09-02' && t.to === '');
	const large = new Set(DEPARTMENTS.filter((d) => d.stay === 8).map((d) => d.kk));
	const [never, onlyThird1, onlyThird2, uncoded, onlyFirst1, onlyFirst2] = random
		.shuffled(stayers.filter((t) => large.has(t.department)))
		.map((t) => t.code);
	const special = new Set([never, onlyThird1, onlyThird2, uncoded, onlyFirst1, onlyFirst2]);
	const pairs = random.shuffled(stayers.filter((t) => !special.has(t.code)).map((t) => t.code));
	/** @type {Map<string, Map<string, boolean>>} wave → code → is high */
	const cast = new Map(WAVE_IDS.map((wave) => [wave, new Map()]));
	const put = (/** @type {string} */ wave, /** @type {string} */ code, /** @type {boolean} */ high) =>
		cast.get(wave)?.set(code, high);
	pairs.forEach((code, i) => {
		put('w1', code, i < 22);
		put('w3', code, i < 21 || i >= 30);
		put('w2', code, i < 21 || i >= 34);
	});
	const leavers = staff.filter((t) => t.to !== '');
	const joiners = staff.filter((t) => t.from > '2014-09-02');
	put('w1', onlyFirst1, true);
	put('w1', onlyFirst2, false);
	put('w1', uncoded, true);
	leavers.slice(0, 3).forEach((t, i) => put('w1', t.code, i !== 1));
	put('w2', onlyFirst1, true);
	put('w2', onlyThird1, true);
	put('w2', uncoded, true);
	leavers.slice(2).forEach((t, i) => put('w2', t.code, i === 0));
	joiners.slice(0, 2).forEach((t, i) => put('w2', t.code, i === 1));
	put('w3', onlyThird1, true);
	put('w3', onlyThird2, true);
	put('w3', uncoded, false);
	joiners
		.filter((t) => onStaff(t, 'w3'))
		.slice(1, 4)
		.forEach((t, i) => put('w3', t.code, i !== 2));
	return { cast, uncoded };
}

/**
 * All questionnaires of the teachers, in the order in which they came in.
 * @param {Teacher[]} staff
 * @param {number} seed
 * @returns {TeacherResponse[]}
 */
export function makeTeacherResponses(staff, seed) {
	const random = randomStream(seed);
	const { cast, uncoded } = castResponses(staff, random);
	/** @type {TeacherResponse[]} */
	const responses = [];
	for (const teacher of staff) {
		const leaning = new Map([...ITEM_LEVEL.keys()].map((id) => [id, 0.35 * random.normal()]));
		const blockLeaning = new Map(TEACHER_ITEMS.map((item) => [item.block, 0.3 * random.normal()]));
		for (const [waveIndex, wave] of WAVE_IDS.entries()) {
			const high = cast.get(wave)?.get(teacher.code);
			if (high === undefined) continue;
			const answers = answersOf(waveIndex, high, leaning, blockLeaning, random);
			const person = teacher.code === uncoded && wave !== 'w2' ? null : teacher.code;
			responses.push({
				wave,
				language: teacher.language,
				...moment(FIRST_DAYS[/** @type {'w1'} */ (wave)], random),
				person,
				codeText: person === null ? '' : random.chance(0.06) ? ` ${person.toLowerCase()}` : person,
				department: teacher.department,
				answers,
				forms: chosenForms(random),
				open: random.chance(0.3) ? random.pick(OPEN_ANSWERS[teacher.language]) : '',
				superseded: false
			});
		}
	}
	addFaults(responses, random);
	return responses.sort((a, b) => (a.date + a.time < b.date + b.time ? -1 : 1));
}

/**
 * Answers of one person, drawn again until the person stands clearly on the wanted side of the high level, over
 * whichever items the waves have in common.
 * @param {number} waveIndex
 * @param {boolean} high
 * @param {Map<string, number>} leaning
 * @param {Map<string, number>} blockLeaning
 * @param {RandomStream} random
 */
function answersOf(waveIndex, high, leaning, blockLeaning, random) {
	const wave = WAVE_IDS[waveIndex] ?? '';
	const sets = [
		COMPARABLE,
		[...COMPARABLE, 't12'],
		[...COMPARABLE, 't16', 't18'],
		TEACHER_ITEMS.map((item) => item.id)
	];
	for (;;) {
		const level = (high ? 4.4 : 3.62) + 0.18 * random.normal();
		/** @type {Map<string, Answer>} */
		const answers = new Map();
		for (const item of TEACHER_ITEMS) {
			if (item.id === 't12' && waveIndex === 0) {
				answers.set(item.id, 'not_asked');
				continue;
			}
			const shift = ITEM_LEVEL.get(item.id)?.[waveIndex] ?? 0;
			const own = (leaning.get(item.id) ?? 0) + (blockLeaning.get(item.block) ?? 0);
			const latent = level + shift + own + 0.55 * random.normal();
			const ten = item.id === 't18' && wave === 'w3';
			const value = ten ? clamp(Math.round(1 + ((latent - 1) * 9) / 4), 10) : clamp(Math.round(latent), 5);
			const fate = random.uniform();
			answers.set(
				item.id,
				fate < 0.018 ? 'not_answered' : fate < 0.038 && !ten ? 'dont_know' : turned(item.id, value)
			);
		}
		const response = /** @type {TeacherResponse} */ ({ wave, answers });
		const means = sets.map((items) => pompMean(response, items) ?? 75);
		if (means.every((value) => (high ? value >= 76.2 && value <= 95 : value <= 73.8 && value >= 48)))
			return answers;
	}
}

/** @param {number} value @param {number} top */
function clamp(value, top) {
	return Math.max(1, Math.min(top, value));
}

/** @param {RandomStream} random */
function chosenForms(random) {
	const liking = [0.62, 0.55, 0.48, 0.2, 0.4];
	const chosen = FORM_OPTIONS.filter((_, i) => random.chance(liking[i] ?? 0));
	return chosen.length > 0 || random.chance(0.4) ? chosen : [random.pick(FORM_OPTIONS)];
}

/** A working day within two weeks of the first one, and a time of day. @param {string} firstDay @param {RandomStream} random */
export function moment(firstDay, random) {
	const day = random.below(5) + 7 * random.below(2);
	const date = new Date(
		Date.UTC(Number(firstDay.slice(0, 4)), Number(firstDay.slice(5, 7)) - 1, Number(firstDay.slice(8)) + day)
	);
	const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
	return {
		date: date.toISOString().slice(0, 10),
		time: `${two(8 + random.below(12))}:${two(random.below(60))}:${two(random.below(60))}`
	};
}

/**
 * What real files have: a form sent twice within minutes, one teacher who answered both language versions, a
 * mistyped code, and an answer that is on no scale.
 * @param {TeacherResponse[]} responses
 * @param {RandomStream} random
 */
function addFaults(responses, random) {
	const usual = responses.filter((r) => r.person !== null && r.department !== SMALL_DEPARTMENT);
	const first = usual.find((r) => r.wave === 'w1' && r.language === 'kk' && r.time < '18:00:00');
	if (first) responses.push(earlierDraft(first, `${first.date} `, first.language, random));
	const both = usual.find((r) => r.wave === 'w3' && r.language === 'ru' && r.date > '2017-04-13');
	if (both) responses.push(earlierDraft(both, '2017-04-10 ', 'kk', random));
	const mistyped = usual.find((r) => r.wave === 'w2' && r.language === 'ru');
	if (mistyped) Object.assign(mistyped, { person: null, codeText: 'T99' });
	const odd = usual.find(
		(r) => r.wave === 'w2' && r.language === 'ru' && typeof r.answers.get('t9') === 'number' && r !== mistyped
	);
	odd?.answers.set('t9', 'invalid');
}

/**
 * The questionnaire a person sent first and then sent again: two answers differ.
 * @param {TeacherResponse} final
 * @param {string} day
 * @param {'kk' | 'ru'} language
 * @param {RandomStream} random
 * @returns {TeacherResponse}
 */
function earlierDraft(final, day, language, random) {
	const answers = new Map(final.answers);
	for (const id of random.shuffled(COMPARABLE).slice(0, 2)) answers.set(id, 3);
	return { ...final, language, date: day.trim(), time: '07:58:12', answers, open: '', superseded: true };
}
