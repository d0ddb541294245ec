const LARGEST_STEP_COUNT = 200;

/**
 * A root of the continuous `f` inside [low, high], where it changes sign, to machine precision (Brent's method).
 * Throws a RangeError where the ends have the same sign.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
	let a = low;
	let b = high;
	let fa = f(a);
	let fb = f(b);
	if (fa * fb > 0) throw new RangeError('findRoot: no change of sign between the ends');
	let c = a;
	let fc = fa;
	let step = b - a;
	let before = step;
	for (let count = 0; count < LARGEST_STEP_COUNT && fb !== 0; count++) {
		if (fb > 0 === fc > 0) {
			c = a;
			fc = fa;
			step = before = b - a;
		}
		if (Math.abs(fc) < Math.abs(fb)) {
			[a, b, c] = [b, c, b];
			[fa, fb, fc] = [fb, fc, fb];
		}
		const tolerance = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE;
		const half = (c - b) / 2;
		if (Math.abs(half) <= tolerance) break;
		const s = fb / fa;
		let p = 2 * half * s;
		let q = 1 - s;
		if (a !== c) {
			const r = fb / fc;
			const t = fa / fc;
			p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
			q = (t - 1) * (r - 1) * (s - 1);
		}
		if (p > 0) q = -q;
		p = Math.abs(p);
		const interpolates =
			Math.abs(before) >= tolerance &&
			Math.abs(fa) > Math.abs(fb) &&
			2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(before * q));
		before = interpolates ? step : half;
		step = interpolates ? p / q : half;
		a = b;
		fa = fb;
		b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
		fb = f(b);
	}
	return b;
}

/** A root of the decreasing `f` on the whole line, the bracket growing from `start`. */
export function findRootOfDecreasing(f: (x: number) => number, start: number): number {
	let reach = 0.5;
	let low = start - reach;
	while (f(low) < 0) low -= reach *= 2;
	reach = 0.5;
	let high = start + reach;
	while (f(high) > 0) high += reach *= 2;
	return findRoot(f, low, high);
}
