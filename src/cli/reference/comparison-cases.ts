import { frequenciesOf } from '$lib/measures/statistics/frequencies';
import { compareIndependent, shareChange } from '$lib/measures/statistics/independent';
import {
	comparePaired,
	differencesOf,
	pairedShareChange,
	transitionsOf
} from '$lib/measures/statistics/paired';
import { signedRank as exactSignedRank } from '$lib/measures/statistics/rank-tests';
import { fisherExact } from '$lib/measures/statistics/share-tests';
import { mapMeasured } from '$lib/model/reasons';
import { answers, field, interval, numberOf, pair, type CaseInput, type Computed } from './case-input';

/** Fields of the type `paired`. */
export function pairedFields({ data, asked }: CaseInput): Record<string, Computed> {
	const transitions = transitionsOf(answers(data, 'x1'), answers(data, 'x2'));
	const result = comparePaired(transitions);
	const { tTest, averageSd, signedRank } = result;
	// Beyond the number of pairs at which it is reported, the exact distribution takes long.
	const wanted = asked.has('p_pratt_exact') || asked.has('p_pratt_midp');
	const exact = mapMeasured(signedRank, () =>
		wanted ? exactSignedRank(differencesOf(transitions), Infinity)?.exact : null
	);
	return {
		n_pairs: result.pairs,
		mean_1: result.mean1,
		mean_2: result.mean2,
		mean_diff: result.meanDifference,
		n_up: result.up,
		n_down: result.down,
		n_same: result.same,
		dominance: mapMeasured(result.dominance, ({ difference }) => difference),
		dominance_ci: interval(result.dominance),
		sd_1: result.sd1,
		sd_2: result.sd2,
		sd_diff: result.sdDifference,
		r_12: result.correlation,
		t: tTest.t,
		df: tTest.df,
		p_t: tTest.p,
		ci_diff: interval(tTest.interval),
		d_z: tTest.dZ,
		d_z_ci: interval(tTest.dZInterval),
		d_av: averageSd.d,
		d_av_ci: interval(averageSd.interval),
		g_av: averageSd.g,
		z_pratt: field(signedRank, ({ z }) => z),
		p_pratt_asym: field(signedRank, ({ pNormal }) => pNormal),
		p_pratt_exact: field(exact, (ranks) => ranks && mapMeasured(ranks, (value) => value.exact)),
		p_pratt_midp: field(exact, (ranks) => ranks && mapMeasured(ranks, (value) => value.midP)),
		p_signedrank: field(signedRank, ({ p }) => p),
		rrb_pratt: field(signedRank, ({ rankBiserial }) => rankBiserial),
		Wp_pratt: field(signedRank, ({ positive }) => positive),
		Wm_pratt: field(signedRank, ({ negative }) => negative)
	};
}

/** Fields of the type `indep`. */
export function independentFields({ data }: CaseInput): Record<string, Computed> {
	const result = compareIndependent(frequenciesOf(answers(data, 'x1')), frequenciesOf(answers(data, 'x2')));
	const { welch, pooledSd, averageSd, mannWhitney, cliff } = result;
	return {
		n_1: result.n1,
		n_2: result.n2,
		mean_1: result.mean1,
		mean_2: result.mean2,
		mean_diff: result.meanDifference,
		sd_1: result.sd1,
		sd_2: result.sd2,
		t_welch: welch.t,
		df_welch: welch.df,
		p_welch: welch.p,
		ci_welch: interval(welch.interval),
		d_s: pooledSd.d,
		g_s: pooledSd.g,
		d_s_ci: interval(pooledSd.interval),
		d_av: averageSd.d,
		d_av_ci: interval(averageSd.interval),
		U2: field(mannWhitney, ({ u }) => u),
		p_mw_nocc: field(mannWhitney, ({ pNormal }) => pNormal),
		p_mw_exact: field(mannWhitney, ({ exact }) => exact && mapMeasured(exact, (value) => value.exact)),
		p_mw_midp: field(mannWhitney, ({ exact }) => exact && mapMeasured(exact, (value) => value.midP)),
		p_mannwhitney: field(mannWhitney, ({ p }) => p),
		cliff_delta: cliff.delta,
		cliff_var: cliff.variance,
		cliff_ci: interval(cliff.interval)
	};
}

/** Fields of the type `prop_indep`. */
export function shareFields({ params }: CaseInput): Record<string, Computed> {
	const [s1, n1] = [numberOf(params, 'x_1'), numberOf(params, 'n_1')];
	const [s2, n2] = [numberOf(params, 'x_2'), numberOf(params, 'n_2')];
	const change = shareChange(s1, n1, s2, n2);
	return {
		p_1: mapMeasured(change, ({ share1 }) => share1),
		p_2: mapMeasured(change, ({ share2 }) => share2),
		diff: mapMeasured(change, ({ difference }) => difference),
		newcombe: interval(change),
		min_expected: field(change, ({ test }) => test.smallestExpected),
		chi2: field(change, ({ test }) => test.chiSquared),
		p_chi2: field(change, ({ test }) => test.pPearson),
		p_chi2_n1: field(change, ({ test }) => test.pNMinusOne),
		p_fisher: mapMeasured(change, () => fisherExact(s1, n1, s2, n2))
	};
}

/** Fields of the type `prop_paired`. */
export function pairedShareFields({ params }: CaseInput): Record<string, Computed> {
	const cells = {
		both: numberOf(params, 'a_fav_fav'),
		gained: numberOf(params, 'b_not_fav'),
		lost: numberOf(params, 'c_fav_not'),
		neither: numberOf(params, 'd_not_not')
	};
	const change = pairedShareChange(cells);
	return {
		n: cells.both + cells.gained + cells.lost + cells.neither,
		diff: mapMeasured(change, ({ difference }) => difference),
		bonett_price: interval(change),
		newcombe_paired: mapMeasured(change, ({ newcombe }) => pair(newcombe)),
		mcnemar_chi2: field(change, ({ mcNemar }) => mcNemar.chiSquared),
		p_mcnemar: field(change, ({ mcNemar }) => mcNemar.pNormal),
		p_exact: field(change, ({ mcNemar }) => mcNemar.exact),
		p_midp: field(change, ({ mcNemar }) => mcNemar.midP)
	};
}
