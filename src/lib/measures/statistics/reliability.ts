import { defined, undefinedBecause, type Measured, type UndefinedReason } from '$lib/model/reasons';
import { fQuantile } from './distributions/f';
import { SAME_VALUE } from './frequencies';
import type { Interval } from './intervals';
import { omegaTotal } from './omega';

/** Answers of complete rows of a block, reduced to what reliability needs: n and the covariance matrix (n − 1). */
export interface BlockCovariance {
	items: readonly string[];
	n: number;
	covariance: readonly (readonly number[])[];
}

/** Internal consistency of a block of items. */
export interface Reliability {
	/** Complete rows. */
	n: number;
	/** Items left after dropping those without variance. */
	items: string[];
	dropped: string[];
	alpha: Measured;
	/** Feldt's (1965) 95 % interval. */
	alphaInterval: Measured<Interval>;
	/** Standard error of measurement of the block's mean. */
	standardError: Measured;
	meanInterItem: Measured;
	/** Correlation of each item with the sum of the others. */
	itemRest: Measured[];
	/** α without each item; empty below three items. */
	alphaIfDropped: Measured[];
	omega: Measured;
}

type Matrix = readonly (readonly number[])[];

function at(matrix: Matrix, row: number, column: number): number {
	return matrix[row]?.[column] ?? 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((running, value) => running + value, 0);
}

/** The covariance matrix of the listwise complete rows; items in the order of the columns. */
export function blockCovariance(
	items: readonly string[],
	rows: readonly (readonly (number | null)[])[]
): BlockCovariance {
	const complete = rows.filter((row): row is readonly number[] =>
		items.every((_, item) => (row[item] ?? null) !== null)
	);
	const n = complete.length;
	const means = items.map((_, item) => sum(complete.map((row) => row[item] ?? 0)) / n);
	const centred = complete.map((row) => items.map((_, item) => (row[item] ?? 0) - (means[item] ?? 0)));
	const covariance = items.map((_, i) =>
		items.map((_, j) => sum(centred.map((row) => (row[i] ?? 0) * (row[j] ?? 0))) / (n - 1))
	);
	return { items, n, covariance };
}

function without(size: number, left: number): number[] {
	return Array.from({ length: size }, (_, index) => index).filter((index) => index !== left);
}

function select(matrix: Matrix, indices: readonly number[]): number[][] {
	return indices.map((i) => indices.map((j) => at(matrix, i, j)));
}

function cronbachAlpha(covariance: Matrix): Measured {
	const k = covariance.length;
	const all = sum(covariance.map(sum));
	const own = sum(covariance.map((row, item) => row[item] ?? 0));
	if (all <= own * SAME_VALUE) return undefinedBecause('zero_variance');
	return defined((k / (k - 1)) * (1 - own / all));
}

function feldt(alpha: number, n: number, k: number): Interval {
	const df1 = n - 1;
	const df2 = df1 * (k - 1);
	return {
		low: 1 - (1 - alpha) * fQuantile(0.975, df1, df2),
		high: 1 - (1 - alpha) * fQuantile(0.025, df1, df2)
	};
}

function itemRestCorrelation(covariance: Matrix, item: number): Measured {
	const others = without(covariance.length, item);
	const shared = sum(others.map((other) => at(covariance, item, other)));
	const rest = sum(select(covariance, others).map(sum));
	const own = at(covariance, item, item);
	if (rest <= own * SAME_VALUE) return undefinedBecause('zero_variance');
	return defined(Math.min(1, Math.max(-1, shared / Math.sqrt(own * rest))));
}

function meanCorrelation(covariance: Matrix): number {
	let total = 0;
	covariance.forEach((row, i) => {
		row.slice(0, i).forEach((value, j) => {
			total += value / Math.sqrt(at(covariance, i, i) * at(covariance, j, j));
		});
	});
	return total / ((covariance.length * (covariance.length - 1)) / 2);
}

/** α with its interval, item statistics and ω of a block, items without variance left out. */
export function reliability({ items, n, covariance }: BlockCovariance): Reliability {
	const kept = items.flatMap((_, item) =>
		n > 1 && at(covariance, item, item) > SAME_VALUE ** 2 ? [item] : []
	);
	const names = (indices: readonly number[]) => indices.map((index) => items[index] ?? '');
	const dropped = items.map((_, item) => item).filter((item) => !kept.includes(item));
	const common = { n, items: names(kept), dropped: names(dropped) };
	const k = kept.length;
	const reason: UndefinedReason | null = n < 2 ? 'n_lt_2' : k < 2 ? 'k_lt_2' : null;
	if (reason) {
		const none = undefinedBecause(reason);
		return {
			...common,
			alpha: none,
			alphaInterval: none,
			standardError: none,
			meanInterItem: none,
			itemRest: [],
			alphaIfDropped: [],
			omega: none
		};
	}
	const block = select(covariance, kept);
	const alpha = cronbachAlpha(block);
	const positions = block.map((_, item) => item);
	return {
		...common,
		alpha,
		alphaInterval: alpha.reason === null ? defined(feldt(alpha.value, n, k)) : alpha,
		standardError: standardError(alpha, sum(block.map(sum)), k),
		meanInterItem: defined(meanCorrelation(block)),
		itemRest: positions.map((item) => itemRestCorrelation(block, item)),
		alphaIfDropped: k > 2 ? positions.map((item) => cronbachAlpha(select(block, without(k, item)))) : [],
		omega: omegaTotal(block, n)
	};
}

function standardError(alpha: Measured, sumVariance: number, items: number): Measured {
	if (alpha.reason !== null) return alpha;
	if (alpha.value <= 0) return undefinedBecause('alpha_not_positive');
	return defined((Math.sqrt(sumVariance) / items) * Math.sqrt(Math.max(0, 1 - alpha.value)));
}
