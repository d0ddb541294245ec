import { binomialLower } from '$lib/measures/statistics/distributions/beta';
import { fQuantile, fUpper } from '$lib/measures/statistics/distributions/f';
import { chiSquaredUpper, hedgesFactor, logGamma } from '$lib/measures/statistics/distributions/gamma';
import { noncentralTLower } from '$lib/measures/statistics/distributions/noncentral-t';
import { normalLower, normalQuantile, normalUpper } from '$lib/measures/statistics/distributions/normal';
import { tQuantile, tTwoSided } from '$lib/measures/statistics/distributions/student-t';
import { rankSumDistribution, signedRankDistribution } from '$lib/measures/statistics/rank-tests';
import type { Tolerance } from './tolerance';

/** One line of a grid of special functions: `fn(x; a, b)` and R's value. */
export interface GridPoint {
	fn: string;
	a: number;
	b: number;
	x: number;
	value: number;
}

function untied(size: number): { doubledRank: number; members: number }[] {
	return Array.from({ length: size }, (_, index) => ({ doubledRank: 2 * (index + 1), members: 1 }));
}

function shareUpTo(distribution: Iterable<readonly [number, number]>, largest: number): number {
	let all = 0;
	let within = 0;
	for (const [value, count] of distribution) {
		all += count;
		if (value <= largest) within += count;
	}
	return within / all;
}

const FUNCTIONS: Readonly<Record<string, (point: GridPoint) => number>> = {
	pnorm: ({ x }) => normalLower(x),
	pnorm_upper: ({ x }) => normalUpper(x),
	qnorm: ({ x }) => normalQuantile(x),
	lgamma: ({ x }) => logGamma(x),
	hedges_J: ({ a }) => hedgesFactor(a),
	pt_2sided: ({ x, a }) => tTwoSided(x, a),
	qt: ({ x, a }) => tQuantile(x, a),
	pt_ncp: ({ x, a, b }) => noncentralTLower(x, a, b),
	pchisq_upper: ({ x, a }) => chiSquaredUpper(x, a),
	pf_upper: ({ x, a, b }) => fUpper(x, a, b),
	qf: ({ x, a, b }) => fQuantile(x, a, b),
	pbinom: ({ x, a, b }) => binomialLower(x, a, b),
	psignrank: ({ x, a }) => shareUpTo(signedRankDistribution(untied(a)).entries(), 2 * x),
	pwilcox: ({ x, a, b }) => shareUpTo(rankSumDistribution(untied(a + b), a), 2 * x + a * (a + 1))
};

/** The software's value of a grid function; null where it has none of that name. */
export function computeGridPoint(point: GridPoint): number | null {
	return FUNCTIONS[point.fn]?.(point) ?? null;
}

/** R's own qf is off by 1e-8 from this many degrees of freedom up. */
const INEXACT_QF_DF = 100_000;

/** Functions that pass through zero, where a relative error means nothing; tail probabilities do not. */
const MAY_BE_ZERO = new Set(['lgamma', 'qnorm', 'qt']);

/** The kit's tolerance of a grid point. */
export function gridTolerance({ fn, a, b }: GridPoint): Tolerance {
	if (fn === 'pt_ncp') return { relative: 0, absolute: 1e-10 };
	if (fn === 'qf' && Math.max(a, b) >= INEXACT_QF_DF) return { relative: 1e-7, absolute: 1e-300 };
	if (MAY_BE_ZERO.has(fn)) return { relative: 1e-8, absolute: 1e-9 };
	return { relative: 1e-8, absolute: 1e-300 };
}

/** Reads a `dist_grid*.csv`: quoted cells fn, a, b, c, x, value, r. */
export function parseGrid(text: string): GridPoint[] {
	const lines = text.split(/\r?\n/).filter((line) => line !== '');
	return lines.slice(1).map((line) => {
		const cells = [...line.matchAll(/"([^"]*)"/g)].map(([, cell = '']) => cell.trim());
		const number = (column: number) => (cells[column] ? Number(cells[column]) : NaN);
		return { fn: cells[0] ?? '', a: number(1), b: number(2), x: number(4), value: number(5) };
	});
}
