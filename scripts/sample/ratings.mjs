import { onStaff } from './people.mjs';
import { randomStream } from './random.mjs';
import { mean } from './statistics.mjs';
import { MENTEE_CRITERIA, MODULES } from './words.mjs';

/** @typedef {import('./people.mjs').Teacher} Teacher */
/** @typedef {import('./random.mjs').RandomStream} RandomStream */

/**
 * @typedef {object} Rating
 * @property {string} person
 * @property {'self' | 'mentor' | 'administration'} rater
 * @property {string} raterCode
 * @property {string} wave
 * @property {string} date
 * @property {(number | null)[]} values by criterion, null where not rated
 * @property {string[]} [typed] source text of the cells where it is not the number itself
 */

const WAVE_IDS = ['w1', 'w2', 'w3'];
const DAYS = ['2015-04', '2016-04', '2017-04'];
/** What modules gain beside the teacher's own growth: assessment most, gifted pupils least. */
const MODULE_GAIN = [0.1, 0.05, 0.3, 0.1, -0.3, -0.1, -0.15];

/** 18 teachers grow, 3 decline, 23 stay within the uncertainty of the rating. @param {Teacher[]} stayers @param {RandomStream} random */
function castGrowth(stayers, random) {
	/** @type {Map<string, 'growth' | 'decline' | 'within'>} */
	const cast = new Map();
	const order = random.shuffled(stayers);
	order.forEach((t, i) => cast.set(t.code, i < 18 ? 'growth' : i < 21 ? 'decline' : 'within'));
	return cast;
}

/**
 * Ratings over the seven modules by three raters in three waves.
 * @param {Teacher[]} staff
 * @param {number} seed
 */
export function makeModuleRatings(staff, seed) {
	const random = randomStream(seed);
	const stayers = staff.filter((t) => t.from < '2014-09-02' && t.to === '');
	const cast = castGrowth(stayers, random);
	/** @type {Rating[]} */
	const ratings = [];
	for (const teacher of staff) {
		const fate = cast.get(teacher.code) ?? 'within';
		const start = { growth: 2.9, within: 3.2, decline: 3.6 }[fate] + 0.5 * random.normal();
		const profile = MODULES.map(() => 0.22 * random.normal());
		const waves = WAVE_IDS.filter((wave) => onStaff(teacher, wave));
		/** @type {(number | null)[] | null} */
		let base = null;
		for (const wave of waves) {
			const step = wave === waves[0] ? 0 : WAVE_IDS.indexOf(wave) - WAVE_IDS.indexOf(waves[0] ?? '');
			const mentorValues =
				base === null
					? rate(Math.max(1.9, Math.min(4.1, start)), profile, 0, random)
					: grown(base, fate, step, profile, random);
			base ??= mentorValues;
			const level = mean(numbers(mentorValues));
			const modest = wave === 'w1' ? 0.45 : wave === 'w2' ? 0.3 : 0.15;
			const mentorCode = mentorOf(teacher, staff);
			const raters = /** @type {const} */ ([
				['self', teacher.code, rate(level + modest + 0.2 * random.normal(), profile, 0, random)],
				['mentor', mentorCode, mentorValues],
				['administration', 'ADM', rate(level + 0.05 + 0.15 * random.normal(), profile, 0, random)]
			]);
			for (const [rater, raterCode, values] of raters) {
				const date = `${DAYS[WAVE_IDS.indexOf(wave)]}-${String(3 + random.below(24)).padStart(2, '0')}`;
				const kept = values.map((value) => (rater !== 'mentor' && random.chance(0.012) ? null : value));
				ratings.push({ person: teacher.code, rater, raterCode, wave, date, values: kept });
			}
		}
	}
	const slip = ratings.find((r) => r.rater === 'self' && r.wave === 'w2' && r.values[4] !== null);
	if (slip) {
		slip.values[4] = null;
		slip.typed = MODULES.map((_, i) => (i === 4 ? '45' : ''));
	}
	return { ratings, cast };
}

/** Half steps between 1 and 5 round a level. @param {number} level @param {number[]} profile @param {number} gain @param {RandomStream} random */
function rate(level, profile, gain, random) {
	return profile.map((own, i) => half(level + own + gain * (MODULE_GAIN[i] ?? 0) + 0.28 * random.normal()));
}

/** @param {number} value */
function half(value) {
	return Math.max(1, Math.min(5, Math.round(value * 2) / 2));
}

/** @param {(number | null)[]} values */
function numbers(values) {
	return values.flatMap((value) => (value === null ? [] : [value]));
}

/**
 * Later ratings of a mentor: drawn until the change from the first one is clearly of the wanted kind, well away
 * from the smallest reliable change on either side.
 * @param {(number | null)[]} base
 * @param {'growth' | 'within' | 'decline'} fate
 * @param {number} step
 * @param {number[]} profile
 * @param {RandomStream} random
 */
function grown(base, fate, step, profile, random) {
	const from = mean(numbers(base));
	const range = { growth: [0.5, 1.15], within: [-0.3, 0.29], decline: [-0.9, -0.5] }[fate];
	const share = step === 1 ? 0.5 : 1;
	for (;;) {
		const wanted = (range[0] + (range[1] - range[0]) * random.uniform()) * share;
		const values = rate(from + wanted, profile, 1, random);
		const change = mean(values) - from;
		if (change >= range[0] * share && change <= range[1] * share) return values;
	}
}

/** The mentor who visited the lessons: the teacher's own, else the leader of the focus group; mentors visit each other. @param {Teacher} teacher @param {Teacher[]} staff */
function mentorOf(teacher, staff) {
	if (teacher.mentor !== '') return teacher.mentor;
	const index = staff.indexOf(teacher);
	return `T${String(1 + ((index + (index < 10 ? 1 : 0)) % 10)).padStart(2, '0')}`;
}

/**
 * The mentee's criteria, by the three raters.
 * @param {Teacher[]} staff
 * @param {number} seed
 * @returns {Rating[]}
 */
export function makeMenteeRatings(staff, seed) {
	const random = randomStream(seed);
	const gain = [0.35, 0.5, 0.15, 0.25, 0.45];
	return staff
		.filter((t) => t.role === 'тәлім алушы')
		.flatMap((teacher) => {
			const start = 2.6 + 0.4 * random.normal();
			return WAVE_IDS.filter((wave) => onStaff(teacher, wave)).flatMap((wave) => {
				const step = WAVE_IDS.indexOf(wave);
				return /** @type {const} */ (['self', 'mentor', 'administration']).map((rater) => ({
					person: teacher.code,
					rater,
					raterCode: rater === 'self' ? teacher.code : rater === 'mentor' ? teacher.mentor : 'ADM',
					wave,
					date: `${['2014-10', '2016-04', '2017-04'][step]}-${String(6 + random.below(20)).padStart(2, '0')}`,
					values: MENTEE_CRITERIA.map((_, i) => {
						if (rater === 'administration' && random.chance(0.03)) return null;
						return half(start + step * (gain[i] ?? 0) + (rater === 'self' ? 0.3 : 0) + 0.3 * random.normal());
					})
				}));
			});
		});
}
