import { POPULATIONS } from './anonymous.mjs';
import { benjaminiHochberg, chiSquareP, mean, newcombe, verdictOfChange } from './statistics.mjs';
import { both } from './truths-teachers.mjs';
import { PUPIL_ITEMS } from './words.mjs';

/** @typedef {import('./anonymous.mjs').AnonymousResponse} AnonymousResponse */
/** @typedef {import('./truths-teachers.mjs').Truth} Truth */

const PUPIL_FILES = [...both('pupils-2015-2016'), ...both('pupils-2017')];

/** Change of every item between two anonymous waves. @param {AnonymousResponse[]} responses @param {number} items @param {number} from lowest favourable answer */
export function independentChanges(responses, items, from) {
	const tally = (/** @type {string} */ wave, /** @type {number} */ item) => {
		const values = responses.flatMap((r) => (r.wave === wave ? (r.answers[item] ?? []) : []));
		return { n: values.length, count: values.filter((v) => v >= from).length };
	};
	const changes = Array.from({ length: items }, (_, item) => {
		const a = tally('w1', item);
		const b = tally('w3', item);
		return {
			item,
			n: Math.min(a.n, b.n),
			value: (100 * b.count) / b.n - (100 * a.count) / a.n,
			p: chiSquareP(a.count, a.n, b.count, b.n),
			...newcombe(a.count, a.n, b.count, b.n)
		};
	});
	const qs = benjaminiHochberg(changes.map((c) => c.p));
	return changes.map((c, i) => ({ ...c, q: qs[i] ?? null, verdict: verdictOfChange(c, qs[i] ?? null, c.n) }));
}

/** @param {AnonymousResponse[]} pupils @param {AnonymousResponse[]} parents @returns {Truth[]} */
export function anonymousTruths(pupils, parents) {
	const changes = independentChanges(pupils, PUPIL_ITEMS.length, 4);
	/** @type {Truth[]} */
	const truths = [];
	for (const [id, item, statement] of /** @type {const} */ ([
		['homework-fell', 6, 'Pupils: homework within my strength fell, the one item that did'],
		['interest-rose', 2, 'Pupils: interest in lessons rose']
	])) {
		const c = changes[item];
		if (c)
			truths.push({
				id,
				statement,
				measure: 'change_favourable',
				dims: { instrument: 'pupils', item: `p${item + 1}`, wave: 'w3', against: 'w1' },
				expect: { value: c.value, low: c.low, high: c.high, verdict: c.verdict },
				tolerance: 0.05,
				files: PUPIL_FILES
			});
	}
	for (const [instrument, all, wave, lowest] of /** @type {const} */ ([
		['pupils', pupils, 'w1', 1],
		['pupils', pupils, 'w3', 1],
		['parents', parents, 'w1', 0],
		['parents', parents, 'w3', 0]
	])) {
		const values = all
			.filter((r) => r.wave === wave)
			.flatMap((r) => r.answers.flatMap((a) => (a === null ? [] : [a - lowest])));
		const value = mean(values);
		truths.push({
			id: `u-${instrument}-${wave}`,
			statement: `Coefficient У of the ${instrument} in ${wave}`,
			measure: 'coefficient_u',
			dims: { instrument, wave },
			expect: { value, level: value < 2 ? 'low' : value < 3 ? 'medium' : 'high' },
			tolerance: 0.0005,
			files: filesOf(instrument, wave)
		});
	}
	for (const wave of ['w1', 'w3']) {
		const count = parents.filter((r) => r.wave === wave).length;
		const n = POPULATIONS.find((p) => p.audience === 'parent' && p.wave === wave)?.n ?? 0;
		truths.push({
			id: `coverage-parents-${wave}`,
			statement: `Parents reached in ${wave}${wave === 'w3' ? ': under a quarter, so a caution stands by every number of theirs' : ''}`,
			measure: 'coverage',
			dims: { audience: 'parent', instrument: 'parents', wave },
			expect: { value: (100 * count) / n, count, n },
			tolerance: 0.05,
			files: [...filesOf('parents', wave), 'populations.csv']
		});
	}
	return truths;
}

/** @param {string} instrument @param {string} wave */
function filesOf(instrument, wave) {
	if (instrument === 'pupils') return both(wave === 'w3' ? 'pupils-2017' : 'pupils-2015-2016');
	return both(`parents-${wave === 'w1' ? 2015 : 2017}`);
}
