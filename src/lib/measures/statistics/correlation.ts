import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import { normalTwoSided } from './distributions/normal';
import { tTwoSided } from './distributions/student-t';
import { roundForRanking, SAME_VALUE } from './frequencies';
import { Z_95, type Interval } from './intervals';

/** A correlation of n complete pairs with its two-sided p and 95 % interval. */
export interface Correlation {
	n: number;
	value: Measured;
	p: Measured;
	interval: Measured<Interval>;
}

type Answers = readonly (number | null)[];

function completePairs(x: Answers, y: Answers): { xs: number[]; ys: number[] } {
	const xs: number[] = [];
	const ys: number[] = [];
	x.forEach((first, index) => {
		const second = y[index] ?? null;
		if (first === null || second === null) return;
		xs.push(first);
		ys.push(second);
	});
	return { xs, ys };
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function isConstant(values: readonly number[]): boolean {
	const first = values[0] ?? 0;
	return values.every((value) => Math.abs(value - first) <= SAME_VALUE);
}

function productMoment(xs: readonly number[], ys: readonly number[]): number {
	const mx = mean(xs);
	const my = mean(ys);
	let xx = 0;
	let yy = 0;
	let xy = 0;
	xs.forEach((x, index) => {
		const y = (ys[index] ?? my) - my;
		xx += (x - mx) ** 2;
		yy += y * y;
		xy += (x - mx) * y;
	});
	return Math.min(1, Math.max(-1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function midranks(values: readonly number[]): number[] {
	const order = values.map((value, index) => ({ value: roundForRanking(value), index }));
	order.sort((a, b) => a.value - b.value);
	const ranks = values.map(() => 0);
	for (let start = 0, end = 0; start < order.length; start = end) {
		while (end < order.length && order[end]?.value === order[start]?.value) end++;
		for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
	}
	return ranks;
}

function isPerfect(r: number): boolean {
	return Math.abs(r) > 1 - 1e-12;
}

function tTest(r: number, n: number): number {
	return isPerfect(r) ? 0 : tTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);
}

function fisherInterval(r: number, standardError: number): Interval {
	const centre = Math.atanh(r);
	return { low: Math.tanh(centre - Z_95 * standardError), high: Math.tanh(centre + Z_95 * standardError) };
}

function correlate(
	x: Answers,
	y: Answers,
	measure: (xs: number[], ys: number[]) => { value: number; p: number; error: number }
): Correlation {
	const { xs, ys } = completePairs(x, y);
	const n = xs.length;
	const reason =
		n === 0 ? 'no_data' : n < 3 ? 'n_lt_3' : isConstant(xs) || isConstant(ys) ? 'zero_variance' : null;
	if (reason) {
		const none = undefinedBecause(reason);
		return { n, value: none, p: none, interval: none };
	}
	const { value, p, error } = measure(xs, ys);
	const open = isPerfect(value) || !Number.isFinite(error);
	return {
		n,
		value: defined(value),
		p: defined(p),
		interval: open ? undefinedBecause('perfect_or_n_lt_4') : defined(fisherInterval(value, error))
	};
}

/** Finite above the smallest n an interval needs. */
function standardError(variance: number, n: number, smallest: number): number {
	return n > smallest ? Math.sqrt(variance / (n - smallest)) : Infinity;
}

/** Pearson's product-moment correlation with Fisher's interval. */
export function pearson(x: Answers, y: Answers): Correlation {
	return correlate(x, y, (xs, ys) => {
		const value = productMoment(xs, ys);
		return { value, p: tTest(value, xs.length), error: standardError(1, xs.length, 3) };
	});
}

/** Spearman's ρ: Pearson of midranks, p from t(n − 2), interval of Bonett & Wright (2000). */
export function spearman(x: Answers, y: Answers): Correlation {
	return correlate(x, y, (xs, ys) => {
		const value = productMoment(midranks(xs), midranks(ys));
		return { value, p: tTest(value, xs.length), error: standardError(1 + (value * value) / 2, xs.length, 3) };
	});
}

/** Kendall's τ-b with its tie-corrected normal p and Fieller's interval (1957). */
export function kendall(x: Answers, y: Answers): Correlation {
	return correlate(x, y, (xs, ys) => {
		const n = xs.length;
		const rx = midranks(xs);
		const ry = midranks(ys);
		let score = 0;
		for (let i = 1; i < n; i++) {
			for (let j = 0; j < i; j++) {
				score += Math.sign((rx[i] ?? 0) - (rx[j] ?? 0)) * Math.sign((ry[i] ?? 0) - (ry[j] ?? 0));
			}
		}
		const pairs = n * (n - 1);
		const tx = tieSums(rx);
		const ty = tieSums(ry);
		const variance =
			(pairs * (2 * n + 5) - tx.fives - ty.fives) / 18 +
			(tx.pairs * ty.pairs) / (2 * pairs) +
			(tx.triples * ty.triples) / (9 * pairs * (n - 2));
		return {
			value: (2 * score) / Math.sqrt(pairs - tx.pairs) / Math.sqrt(pairs - ty.pairs),
			p: normalTwoSided(score / Math.sqrt(variance)),
			error: standardError(0.437, n, 4)
		};
	});
}

/** Σ t(t−1), Σ t(t−1)(t−2) and Σ t(t−1)(2t+5) over the tied groups. */
function tieSums(ranks: readonly number[]): Record<'pairs' | 'triples' | 'fives', number> {
	const sizes = new Map<number, number>();
	for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
	const sums = { pairs: 0, triples: 0, fives: 0 };
	for (const t of sizes.values()) {
		sums.pairs += t * (t - 1);
		sums.triples += t * (t - 1) * (t - 2);
		sums.fives += t * (t - 1) * (2 * t + 5);
	}
	return sums;
}
