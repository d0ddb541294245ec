import { wholePercents } from '$lib/figures/shares';
import { bandOf } from '$lib/measures/methods';
import { BUILT_IN_METHODS, methodKey } from '$lib/model/methods';
import { fQuantile } from '$lib/measures/statistics/distributions/f';
import { tCritical } from '$lib/measures/statistics/distributions/student-t';
import { answersToFlip } from '$lib/measures/statistics/fragility';
import {
	describeFrequencies,
	favourable,
	frequenciesOf,
	netScore
} from '$lib/measures/statistics/frequencies';
import { shareChange } from '$lib/measures/statistics/independent';
import { wilson } from '$lib/measures/statistics/intervals';
import { benjaminiHochberg } from '$lib/measures/statistics/multiplicity';
import { comparePaired, pairedShareChange, transitionsOf } from '$lib/measures/statistics/paired';
import { blockCovariance, reliability } from '$lib/measures/statistics/reliability';
import { pomp } from '$lib/measures/statistics/scale-position';
import { splitChange } from '$lib/measures/statistics/stayers';
import type { Result } from '$lib/model/result';
import { ofStaff } from './method-examples-staff';
import {
	type Answer,
	type Computation,
	resultOf,
	teachers,
	some,
	pointScale,
	ends,
	times,
	verdictOf
} from './method-school';

const FIVE_POINTS = pointScale([1, 2, 3, 4, 5]);

/** What the product itself says to the examples about questionnaires (M1, M2). */
const ofQuestionnaires: Record<string, Computation> = {
	async distribution(given, evaluated) {
		const row = (t3: Answer, state: string | null) => ({ wave: 'w1', item_t3: t3, state_t3: state });
		const answered = given.answers('answers').map((answer) => row(answer, null));
		const doubtful = times(given.number('don’t know'), () => row(null, 'dont_know'));
		const blank = times(given.number('blank'), () => row(null, 'not_answered'));
		const found = await evaluated({ teachers: [...answered, ...doubtful, ...blank] });
		const share = (level: string) => resultOf(found, { measure: 'distribution', item: 't3', level }).value;
		return { 'answered 4': share('4'), 'answered 1': share('1'), 'said don’t know': share('dont_know') };
	},
	'largest-remainder': (given) => ({ printed: wholePercents(given.numbers('counts')) }),
	favourable(given) {
		const answers = frequenciesOf(given.answers('answers'));
		const yes = some(favourable(answers, FIVE_POINTS.favourable).value);
		const no = some(favourable(answers, FIVE_POINTS.unfavourable).value);
		const net = some(netScore(answers, FIVE_POINTS.favourable, FIVE_POINTS.unfavourable).value);
		return {
			...{ n: yes.n, favourable: yes.count, 'favourable share': 100 * yes.share, low: 100 * yes.low },
			...{ high: 100 * yes.high, unfavourable: no.count, 'unfavourable share': 100 * no.share },
			...{ 'unfavourable interval': ends(no), net: 100 * net.difference, 'net interval': ends(net) }
		};
	},
	mean(given) {
		const { n, mean, sd, meanInterval } = describeFrequencies(frequenciesOf(given.answers('answers')));
		const interval = ends(meanInterval.value, 1);
		return { n, mean: mean.value, sd: sd.value, 't(0.975; 7)': tCritical(n - 1), interval };
	},
	async coefficient(given, evaluated) {
		const people = given.rows('person').map(([, answers]) => answers);
		const found = await evaluated({ teachers: teachers('w1', people) });
		const coefficient = (method: string) =>
			resultOf(found, { measure: 'coefficient_u', item: undefined, method });
		const [own, thirds] = [coefficient('stepanov-teachers@1'), coefficient('equal-thirds@1')];
		const band = ({ value, method }: Result) =>
			bandOf(some(value), some(BUILT_IN_METHODS.find((known) => methodKey(known) === method)));
		const share = (level: string) => resultOf(found, { measure: 'level_share', method: own.method, level });
		const high = share('high');
		const block = resultOf(found, { measure: 'block_score', block: 'work' });
		return {
			...{ У: own.value, level: band(own), 'level told': own.level ?? 'none', n: own.n },
			...{ 'У in POMP': thirds.value, 'level under equal thirds': band(thirds) },
			'people high, medium, low': [high.count, share('medium').count, share('low').count],
			...{ 'people with a level': high.n, 'share high': high.value, 'interval of high': ends(high, 1) },
			...{ 'score of the block': block.value, 'people of the block': block.n }
		};
	},
	alpha(given) {
		const rows = given.rows('person').map(([, answers]) => answers);
		const { n, alpha, alphaInterval, itemRest } = reliability(blockCovariance(['1', '2', '3'], rows));
		const quantiles = [fQuantile(0.975, 4, 8), fQuantile(0.025, 4, 8)];
		return {
			n,
			α: alpha.value,
			'F(4, 8) at 0.975, 0.025': quantiles,
			interval: ends(alphaInterval.value, 1),
			'item 1 with the rest': itemRest[0]?.value ?? null
		};
	},
	omega(given) {
		const [ab = 0, ac = 0, bc = 0] = given.numbers('correlations 1–2, 1–3, 2–3');
		const covariance = [[1, ab, ac], [ab, 1, bc], [ac, bc, 1]]; // prettier-ignore
		const found = reliability({ items: ['1', '2', '3'], n: given.number('complete rows'), covariance });
		return { ω: found.omega.value, α: found.alpha.value };
	},
	async coverage(given, evaluated) {
		const pupils = times(given.number('questionnaires'), () => ({ wave: 'w1', item_p1: 3 }));
		const n = given.number('eligible');
		const populations = [{ audience: 'pupil' as const, wave: 'w1', group: null, n }];
		const known = resultOf(await evaluated({ pupils }, { populations }), { measure: 'coverage' });
		const unknown = resultOf(await evaluated({ pupils }), { measure: 'coverage' });
		return { coverage: known.value, 'without a population': unknown.reason };
	},
	/** Also turns the later wave's answers until the verdict turns. */
	async 'this-wave'(given, evaluated) {
		const [yes, answers, n] = ['favourable', 'answers', 'invited'].map(given.number);
		const pupils = times(some(answers), (index) => ({ wave: 'w1', item_p1: index < some(yes) ? 4 : 1 }));
		const of = async (eligible: number) => {
			const populations = [{ audience: 'pupil' as const, wave: 'w1', group: null, n: eligible }];
			return evaluated({ pupils }, { populations });
		};
		const own = { measure: 'favourable_this_wave', item: 'p1' };
		const found = await of(some(n));
		const usual = resultOf(found, { measure: 'favourable', item: 'p1', wave: 'w1', group: undefined });
		return {
			share: resultOf(found, own).value,
			'this wave': ends(resultOf(found, own), 1),
			'people like these': ends(usual, 1),
			'if only these 20 had been invited': ends(resultOf(await of(some(answers)), own), 1)
		};
	},
	'change-favourable'(given) {
		const [s1 = 0, n1 = 0] = given.numbers('before');
		const [s2 = 0, n2 = 0] = given.numbers('after');
		const changeTo = (count: number, n: number) => some(shareChange(s1, n1, count, n).value);
		const judge = (count: number, n: number) =>
			verdictOf(Math.min(n1, n), ends(changeTo(count, n)), changeTo(count, n).test.p.value);
		const { difference, test, low, high } = changeTo(s2, n2);
		const flip = answersToFlip(s2, n2, judge);
		return {
			...{ 'Wilson before': ends(wilson(s1, n1), 1), 'Wilson after': ends(wilson(s2, n2), 1) },
			...{ change: 100 * difference, low: 100 * low, high: 100 * high },
			...{ 'χ²': test.chiSquared.value, p: test.p.value, verdict: judge(s2, n2) },
			...{ 'answers until it turns': flip?.count, 'it turns into': flip?.verdict }
		};
	},
	'change-matched'(given) {
		const [both = 0, gained = 0, lost = 0, neither = 0] = given.numbers('both, gained, lost, neither');
		const change = some(pairedShareChange({ both, gained, lost, neither }).value);
		const p = change.mcNemar.midP.value;
		const verdict = verdictOf(both + gained + lost + neither, ends(change), p);
		return { change: 100 * change.difference, low: 100 * change.low, high: 100 * change.high, p, verdict };
	},
	'change-mean'(given) {
		const found = comparePaired(transitionsOf(given.answers('before'), given.answers('after')));
		const { interval, p, df } = found.tTest;
		const inPomp = ends(interval.value, 25);
		return {
			...{ n: found.pairs, change: found.meanDifference.value, sd: found.sdDifference.value },
			...{ 't(0.975; 9)': tCritical(df), interval: ends(interval.value, 1), 'interval in POMP': inPomp },
			...{ p: p.value, verdict: verdictOf(found.pairs, inPomp, p.value) }
		};
	},
	pomp: (given) => ({
		'on 1–5': pomp(given.number('mean of 1–5'), { low: 1, high: 5 }),
		'on 1–10': pomp(given.number('mean of 1–10'), { low: 1, high: 10 })
	}),
	'benjamini-hochberg': (given) => ({ q: benjaminiHochberg(given.numbers('p')) }),
	stayers(given) {
		const wave = (name: string) => {
			const [high = 0, n = 0] = given.numbers(name);
			return frequenciesOf(times(n, (index) => Number(index < high)));
		};
		const matched = given.rows('stayers').map(([name, [n]]) => {
			const [from, to] = name.split(' to ').map((level) => Number(level === 'high'));
			return { from: some(from), to: some(to), n: some(n) };
		});
		const { value } = splitChange(wave('everyone before'), wave('everyone after'), matched);
		const { total, stayers, leavers, joiners } = some(value);
		const parts = { 'part of stayers': 100 * stayers, 'part of leavers': 100 * leavers };
		return { total: 100 * total, ...parts, 'part of joiners': 100 * joiners };
	}
};

/** What the product itself says to every example of the document. */
export const computations: Record<string, Computation> = { ...ofQuestionnaires, ...ofStaff };
