import { mentorGrowth, ratingTruths, smallestReliableChanges } from './truths-ratings.mjs';
import { participationTruths, planTruths, targetTruths } from './truths-records.mjs';
import { anonymousTruths, independentChanges } from './truths-anonymous.mjs';
import { pairedChanges, teacherTruths } from './truths-teachers.mjs';
import { COMPARABLE } from './teachers.mjs';
import { PUPIL_ITEMS } from './words.mjs';

/** Digits kept in truths.json. @param {string | number | null} value */
function rounded(value) {
	return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value;
}

/**
 * Everything planted, reckoned from the generated answers. Throws where the dice did not give what was to be planted.
 * @param {ReturnType<typeof import('./school.mjs').makeSchool>} school
 */
export function makeTruths(school) {
	const surveys = teacherTruths(school.teachers, school.staff);
	const high = surveys.find((t) => t.id === 'teachers-high-w3')?.expect.value;
	const truths = [
		...surveys,
		...anonymousTruths(school.pupils, school.parents),
		...ratingTruths(school.modules, school.mentees),
		...participationTruths(school.attendance, school.growth, school.staff),
		...targetTruths(school.achievements, Number(high)),
		...planTruths()
	];
	const faults = plantingFaults(school);
	if (faults.length > 0) throw new Error(`not planted: ${faults.join('; ')}`);
	return truths.map((truth) => ({
		...truth,
		expect: Object.fromEntries(Object.entries(truth.expect).map(([key, value]) => [key, rounded(value)]))
	}));
}

/**
 * What the dice must not have spoilt: one teacher item and one pupil item fall, no verdict stands on an edge, and the
 * counts of reliable change do not hang on which teachers the baseline spread is taken from.
 * @param {ReturnType<typeof import('./school.mjs').makeSchool>} school
 */
function plantingFaults(school) {
	const faults = [];
	const edge = (/** @type {{q: number | null}} */ c) => c.q !== null && c.q > 0.02 && c.q < 0.1;
	const teachers = school.teachers.filter((r) => !r.superseded);
	for (const items of [COMPARABLE, [...COMPARABLE, 't18']]) {
		const changes = pairedChanges(teachers, items);
		const fell = changes.filter((c) => c.verdict === 'fell').map((c) => c.item);
		const rose = changes.filter((c) => c.verdict === 'rose').map((c) => c.item);
		if (fell.join() !== 't4') faults.push(`teacher items that fell: ${fell.join()}`);
		if (!['t5', 't9'].every((item) => rose.includes(item)))
			faults.push(`teacher items that rose: ${rose.join()}`);
		for (const c of changes) if (edge(c)) faults.push(`${c.item} on the edge, q ${c.q}`);
	}
	const pupils = independentChanges(school.pupils, PUPIL_ITEMS.length, 4);
	const moved = pupils
		.filter((c) => c.verdict === 'rose' || c.verdict === 'fell')
		.map((c) => `p${c.item + 1} ${c.verdict}`);
	if (moved.join() !== 'p3 rose,p7 fell') faults.push(`pupil items that moved: ${moved.join()}`);
	for (const c of pupils) if (edge(c)) faults.push(`p${c.item + 1} on the edge, q ${c.q}`);
	const growth = [...mentorGrowth(school.modules).values()];
	for (const limit of smallestReliableChanges(school.modules)) {
		const counts = [growth.filter((g) => g > limit).length, growth.filter((g) => g < -limit).length];
		if (counts.join() !== '18,3') faults.push(`reliable change: ${counts.join(' up, ')} down`);
		if (growth.some((g) => Math.abs(Math.abs(g) - limit) < 0.05))
			faults.push('a change on the edge of reliability');
	}
	return faults;
}
