import { defined, undefinedBecause, type Measured, type UndefinedReason } from '$lib/model/reasons';
import { fQuantile } from './distributions/f';
import { SAME_VALUE } from './frequencies';
import { Z_95, type Interval } from './intervals';

/** Agreement of k raters on n subjects, rated by all. */
export interface Agreement {
	subjects: number;
	raters: number;
	/** Mean squares of the two-way layout; null where there is none. */
	meanSquares: { subjects: number; raters: number; error: number } | null;
	/** One-way ICC(1), two-way absolute agreement ICC(A,1) and consistency ICC(C,1) of single ratings. */
	oneWay: Measured;
	absolute: Measured;
	consistency: Measured;
	/** The same of the mean of all raters. */
	oneWayMean: Measured;
	absoluteMean: Measured;
	consistencyMean: Measured;
	absoluteInterval: Measured<Interval>;
	consistencyInterval: Measured<Interval>;
	absoluteMeanInterval: Measured<Interval>;
	/** Two raters only: mean of second − first, and its 95 % limits of agreement. */
	bias: Measured;
	limitsOfAgreement: Measured<Interval>;
}

type Ratings = readonly (readonly (number | null)[])[];

function sum(values: readonly number[]): number {
	return values.reduce((running, value) => running + value, 0);
}

/** Intraclass correlations of a subjects × raters matrix, subjects with a missing rating left out (McGraw & Wong 1996). */
export function icc(ratings: Ratings): Agreement {
	const complete = ratings.filter((row): row is readonly number[] => row.every((value) => value !== null));
	const n = complete.length;
	const k = complete[0]?.length ?? ratings[0]?.length ?? 0;
	const reason: UndefinedReason | null = n === 0 ? 'no_data' : n < 2 ? 'n_lt_2' : k < 2 ? 'k_lt_2' : null;
	if (reason) return { ...without(reason), subjects: n, raters: k };
	const grand = sum(complete.map(sum)) / (n * k);
	const rowMeans = complete.map((row) => sum(row) / k);
	const columnMeans = Array.from(
		{ length: k },
		(_, rater) => sum(complete.map((row) => row[rater] ?? 0)) / n
	);
	const subjects = (k * sum(rowMeans.map((mean) => (mean - grand) ** 2))) / (n - 1);
	const raters = (n * sum(columnMeans.map((mean) => (mean - grand) ** 2))) / (k - 1);
	const residuals = complete.flatMap((row, i) =>
		row.map((value, j) => (value - (rowMeans[i] ?? 0) - (columnMeans[j] ?? 0) + grand) ** 2)
	);
	const rawError = sum(residuals) / ((n - 1) * (k - 1));
	const error = rawError <= SAME_VALUE ** 2 ? 0 : rawError;
	const squares = { subjects, raters, error };
	if (subjects <= SAME_VALUE ** 2 && error === 0) {
		return {
			...without('zero_variance'),
			...bias(complete, k),
			subjects: n,
			raters: k,
			meanSquares: squares
		};
	}
	return {
		subjects: n,
		raters: k,
		meanSquares: squares,
		...coefficients(squares, n, k),
		...bias(complete, k)
	};
}

function without(reason: UndefinedReason): Agreement {
	const none = undefinedBecause(reason);
	return {
		subjects: 0,
		raters: 0,
		meanSquares: null,
		oneWay: none,
		absolute: none,
		consistency: none,
		oneWayMean: none,
		absoluteMean: none,
		consistencyMean: none,
		absoluteInterval: none,
		consistencyInterval: none,
		absoluteMeanInterval: none,
		bias: none,
		limitsOfAgreement: none
	};
}

type Squares = NonNullable<Agreement['meanSquares']>;
type Coefficients = Omit<Agreement, 'subjects' | 'raters' | 'meanSquares' | 'bias' | 'limitsOfAgreement'>;

function coefficients({ subjects, raters, error }: Squares, n: number, k: number): Coefficients {
	const within = ((n - 1) * (k - 1) * error + (k - 1) * raters) / (n * (k - 1));
	const spread = subjects + (k - 1) * error + (k * (raters - error)) / n;
	const absolute = (subjects - error) / spread;
	const single = {
		oneWay: defined((subjects - within) / (subjects + (k - 1) * within)),
		absolute:
			Math.abs(spread) <= SAME_VALUE * (subjects + raters + error)
				? undefinedBecause('no_agreement')
				: defined(absolute),
		consistency: defined((subjects - error) / (subjects + (k - 1) * error))
	};
	if (subjects <= error) {
		const none = undefinedBecause('no_agreement');
		return {
			...single,
			oneWayMean: none,
			absoluteMean: none,
			consistencyMean: none,
			absoluteInterval: none,
			consistencyInterval: none,
			absoluteMeanInterval: none
		};
	}
	const interval = absoluteInterval({ subjects, raters, error }, absolute, n, k);
	const stepUp = (value: number) => (value * k) / (1 + value * (k - 1));
	return {
		...single,
		oneWayMean: defined((subjects - within) / subjects),
		absoluteMean: defined((subjects - error) / (subjects + (raters - error) / n)),
		consistencyMean: defined((subjects - error) / subjects),
		absoluteInterval: defined(interval),
		consistencyInterval: consistencyInterval(subjects, error, n, k),
		absoluteMeanInterval: defined({ low: stepUp(interval.low), high: stepUp(interval.high) })
	};
}

/** McGraw & Wong's interval of ICC(A,1), degrees of freedom by Satterthwaite; raters who never differ have none. */
function absoluteInterval({ subjects, raters, error }: Squares, rho: number, n: number, k: number): Interval {
	if (raters === 0 && error === 0) return { low: 1, high: 1 };
	const a = k * rho * raters;
	const b = (n * (1 + (k - 1) * rho) - k * rho) * error;
	const df = (a + b) ** 2 / ((a * a) / (k - 1) + (b * b) / ((n - 1) * (k - 1)));
	const upper = fQuantile(0.975, n - 1, df);
	const lower = fQuantile(0.975, df, n - 1);
	const rest = k * raters + (k * n - k - n) * error;
	return {
		low: (n * (subjects - upper * error)) / (upper * rest + n * subjects),
		high: (n * (lower * subjects - error)) / (rest + n * lower * subjects)
	};
}

function consistencyInterval(subjects: number, error: number, n: number, k: number): Measured<Interval> {
	if (error === 0) return undefinedBecause('zero_error_variance');
	const ratio = subjects / error;
	const low = ratio / fQuantile(0.975, n - 1, (n - 1) * (k - 1));
	const high = ratio * fQuantile(0.975, (n - 1) * (k - 1), n - 1);
	return defined({ low: (low - 1) / (low + k - 1), high: (high - 1) / (high + k - 1) });
}

/** Bland & Altman's limits of agreement of two raters. */
function bias(
	complete: readonly (readonly number[])[],
	k: number
): Pick<Agreement, 'bias' | 'limitsOfAgreement'> {
	if (k !== 2)
		return {
			bias: undefinedBecause('not_comparable'),
			limitsOfAgreement: undefinedBecause('not_comparable')
		};
	const gaps = complete.map((row) => (row[1] ?? 0) - (row[0] ?? 0));
	const mean = sum(gaps) / gaps.length;
	const margin = Z_95 * Math.sqrt(sum(gaps.map((gap) => (gap - mean) ** 2)) / (gaps.length - 1));
	return { bias: defined(mean), limitsOfAgreement: defined({ low: mean - margin, high: mean + margin }) };
}
