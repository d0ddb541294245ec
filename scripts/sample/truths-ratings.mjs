import { alpha, mean, variance, wilson } from './statistics.mjs';

/** @typedef {import('./truths-teachers.mjs').Truth} Truth */
/** @typedef {import('./ratings.mjs').Rating} Rating */

/** @param {Rating} rating */
function score(rating) {
	return mean(rating.values.flatMap((value) => (value === null ? [] : [value])));
}

/** Change of the mentor's rating from w1 to w3, by teacher. @param {Rating[]} ratings */
export function mentorGrowth(ratings) {
	const byWave = (/** @type {string} */ wave) =>
		new Map(ratings.flatMap((r) => (r.rater === 'mentor' && r.wave === wave ? [[r.person, r]] : [])));
	const first = byWave('w1');
	const last = byWave('w3');
	return new Map(
		[...first].flatMap(([person, rating]) => {
			const later = last.get(person);
			return later ? [[person, score(later) - score(rating)]] : [];
		})
	);
}

/**
 * Smallest reliable change (Jacobson–Truax) of the mentor's rating: α and spread of the baseline. Reckoned once over
 * all rated in w1 and once over those rated again, so that the verdicts may be checked to agree.
 * @param {Rating[]} ratings
 */
export function smallestReliableChanges(ratings) {
	const baseline = ratings.filter((r) => r.rater === 'mentor' && r.wave === 'w1');
	const again = mentorGrowth(ratings);
	return [baseline, baseline.filter((r) => again.has(r.person))].map((rows) => {
		const reliability = alpha(rows.map((r) => r.values.map((value) => value ?? 0)));
		return 1.96 * Math.sqrt(2 * variance(rows.map(score)) * (1 - reliability));
	});
}

/** @param {Rating[]} modules @param {Rating[]} mentees @returns {Truth[]} */
export function ratingTruths(modules, mentees) {
	const growth = mentorGrowth(modules);
	const [limit] = smallestReliableChanges(modules);
	const n = growth.size;
	const verdict = (/** @type {number} */ change) =>
		change > limit ? 'reliable_growth' : change < -limit ? 'reliable_decline' : 'within_uncertainty';
	const verdicts = [...growth.values()].map(verdict);
	const files = ['ratings-modules.csv'];
	const dims = { instrument: 'modules', rater: 'mentor', wave: 'w3', against: 'w1' };
	const shares = /** @type {const} */ ([
		['growth', 'reliable_growth'],
		['decline', 'reliable_decline'],
		['within', 'within_uncertainty']
	]);
	const sorted = [...growth].sort((a, b) => b[1] - a[1]);
	const [most, middle, least] = [sorted[0], sorted[Math.floor(n / 2)], sorted[n - 1]];
	return [
		...shares.map(([level, word]) => {
			const count = verdicts.filter((v) => v === word).length;
			return {
				id: `growth-${level}`,
				statement: `Teachers whose mentor saw ${word.replace('_', ' ')}`,
				measure: 'reliable_change_share',
				dims: { ...dims, level },
				expect: { value: (100 * count) / n, count, n, ...wilson(count, n) },
				tolerance: 0.05,
				files
			};
		}),
		...[most, middle, least].flatMap((entry, i) =>
			entry
				? [
						{
							id: `growth-person-${['most', 'middle', 'least'][i]}`,
							statement: `Change of ${entry[0]} as the mentor rates it`,
							measure: 'growth_person',
							dims: { ...dims, person: entry[0] },
							expect: { value: entry[1], verdict: verdict(entry[1]) },
							tolerance: 0.0005,
							files
						}
					]
				: []
		),
		...[3, 5].map((module) => {
			const value = meanChange(modules, module - 1);
			return {
				id: `growth-module-${module}`,
				statement: `Module ${module} gained ${module === 3 ? 'most' : 'least'}`,
				measure: 'growth_group',
				dims: { ...dims, module },
				expect: { value: value.mean, nPairs: value.n },
				tolerance: 0.0005,
				files
			};
		}),
		(() => {
			const value = meanChange(mentees, 1);
			return {
				id: 'mentees-methods',
				statement: 'Mentees: use of new methods, mean change as mentors rate it',
				measure: 'growth_group',
				dims: { ...dims, instrument: 'mentee_criteria', item: 'c2' },
				expect: { value: value.mean, nPairs: value.n },
				tolerance: 0.0005,
				files: ['ratings-mentees.csv']
			};
		})()
	];
}

/** @param {Rating[]} ratings @param {number} criterion */
function meanChange(ratings, criterion) {
	const differences = ratings.flatMap((first) => {
		if (first.rater !== 'mentor' || first.wave !== 'w1') return [];
		const last = ratings.find((r) => r.rater === 'mentor' && r.wave === 'w3' && r.person === first.person);
		const before = first.values[criterion];
		const after = last?.values[criterion];
		return typeof before === 'number' && typeof after === 'number' ? [after - before] : [];
	});
	return { mean: mean(differences), n: differences.length };
}
