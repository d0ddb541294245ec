/**
 * The formulas behind the truths, written a second time in plain loops over the generated answers: no code of the
 * product is used here, so that a mistake in one place does not hide the same mistake in the other.
 */

const Z = 1.959963984540054;

/** @param {number[]} values */
export function mean(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}

/** Variance with n − 1. @param {number[]} values */
export function variance(values) {
	const centre = mean(values);
	let sum = 0;
	for (const value of values) sum += (value - centre) * (value - centre);
	return sum / (values.length - 1);
}

/** Wilson's 95 % interval of a share, in percent. @param {number} count @param {number} n */
export function wilson(count, n) {
	const p = count / n;
	const centre = p + (Z * Z) / (2 * n);
	const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
	const scale = 1 + (Z * Z) / n;
	return { low: (100 * (centre - half)) / scale, high: (100 * (centre + half)) / scale };
}

/** Bonett–Price interval of a paired difference of shares, in points. @param {number} up @param {number} down @param {number} n */
export function bonettPrice(up, down, n) {
	const p1 = (up + 1) / (n + 2);
	const p2 = (down + 1) / (n + 2);
	const difference = p1 - p2;
	const half = Z * Math.sqrt((p1 + p2 - difference * difference) / (n + 2));
	return { low: 100 * Math.max(-1, difference - half), high: 100 * Math.min(1, difference + half) };
}

/** Newcombe's interval (method 10) of p2 − p1, in points. @param {number} c1 @param {number} n1 @param {number} c2 @param {number} n2 */
export function newcombe(c1, n1, c2, n2) {
	const a = wilson(c1, n1);
	const b = wilson(c2, n2);
	const p1 = (100 * c1) / n1;
	const p2 = (100 * c2) / n2;
	return {
		low: p2 - p1 - Math.sqrt((p2 - b.low) ** 2 + (a.high - p1) ** 2),
		high: p2 - p1 + Math.sqrt((b.high - p2) ** 2 + (p1 - a.low) ** 2)
	};
}

/** McNemar's mid-p. @param {number} up @param {number} down */
export function mcnemarMidP(up, down) {
	const m = up + down;
	if (m === 0) return null;
	if (up === down) return 1;
	const smaller = Math.min(up, down);
	let term = 2 ** -m;
	let sum = 0;
	for (let i = 0; i <= smaller; i++) {
		sum += term;
		if (i < smaller) term *= (m - i) / (i + 1);
	}
	return 2 * sum - term;
}

/** p of the "N−1" χ² test of two shares (df 1). @param {number} c1 @param {number} n1 @param {number} c2 @param {number} n2 */
export function chiSquareP(c1, n1, c2, n2) {
	const n = n1 + n2;
	const total = c1 + c2;
	if (total === 0 || total === n) return null;
	const cross = c1 * (n2 - c2) - c2 * (n1 - c1);
	const chi = ((n - 1) * cross * cross) / (n1 * n2 * total * (n - total));
	return erfc(Math.sqrt(chi / 2));
}

/** Complementary error function (Numerical Recipes, relative error under 1.2e-7). @param {number} x */
function erfc(x) {
	const t = 1 / (1 + 0.5 * x);
	const series = [
		1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
		0.17087277
	];
	let polynomial = 0;
	for (let i = series.length - 1; i >= 0; i--) polynomial = polynomial * t + series[i];
	return t * Math.exp(-x * x - 1.26551223 + t * polynomial);
}

/** Benjamini–Hochberg q of each p, nulls left out. @param {(number | null)[]} ps */
export function benjaminiHochberg(ps) {
	const tested = ps.flatMap((p, i) => (p === null ? [] : [{ p, i }])).sort((a, b) => b.p - a.p);
	/** @type {(number | null)[]} */
	const qs = ps.map(() => null);
	let smallest = 1;
	tested.forEach(({ p, i }, rank) => {
		smallest = Math.min(smallest, (p * tested.length) / (tested.length - rank));
		qs[i] = smallest;
	});
	return qs;
}

/** Cronbach's alpha of complete rows. @param {number[][]} rows */
export function alpha(rows) {
	const items = rows[0].length;
	let itemVariance = 0;
	for (let j = 0; j < items; j++) itemVariance += variance(rows.map((row) => row[j]));
	const total = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
	return (items / (items - 1)) * (1 - itemVariance / total);
}

/** Ranks with ties averaged. @param {number[]} values */
function midranks(values) {
	return values.map((value) => {
		let below = 0;
		let equal = 0;
		for (const other of values) {
			if (other < value) below++;
			else if (other === value) equal++;
		}
		return below + (equal + 1) / 2;
	});
}

/** Spearman's rho with the interval of Bonett and Wright. @param {number[]} x @param {number[]} y */
export function spearman(x, y) {
	const a = midranks(x);
	const b = midranks(y);
	const meanA = mean(a);
	const meanB = mean(b);
	let cross = 0;
	let squareA = 0;
	let squareB = 0;
	for (let i = 0; i < a.length; i++) {
		cross += (a[i] - meanA) * (b[i] - meanB);
		squareA += (a[i] - meanA) ** 2;
		squareB += (b[i] - meanB) ** 2;
	}
	const rho = cross / Math.sqrt(squareA * squareB);
	const half = Z * Math.sqrt((1 + (rho * rho) / 2) / (x.length - 3));
	return { rho, low: Math.tanh(Math.atanh(rho) - half), high: Math.tanh(Math.atanh(rho) + half) };
}

/** Rounds away the last bits, as the specification does before values are compared. @param {number} value */
export function settle(value) {
	return Math.round(value * 1e9) / 1e9;
}

/**
 * The verdict on a change of shares: interval and BH q must agree (measures.md, M2).
 * @param {{low: number, high: number}} interval
 * @param {number | null} q
 * @param {number} n
 */
export function verdictOfChange(interval, q, n) {
	if (n < 10) return 'cannot_be_judged';
	if (interval.low >= -5 && interval.high <= 5) return 'practically_unchanged';
	if (q !== null && q < 0.05 && interval.low > 0) return 'rose';
	if (q !== null && q < 0.05 && interval.high < 0) return 'fell';
	return 'no_clear_change';
}
