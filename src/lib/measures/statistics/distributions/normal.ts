const INVERSE_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
function normalDensity(x: number): number {
	return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x);
}

const SERIES_BELOW = 3;

/** P(Z > x) of the standard normal distribution: series about 0, continued fraction in the tail. */
export function normalUpper(x: number): number {
	if (x < 0) return 1 - normalUpper(-x);
	if (x < SERIES_BELOW) {
		let term = x;
		let sum = x;
		for (let j = 3; term > sum * 1e-17; j += 2) {
			term *= (x * x) / j;
			sum += term;
		}
		return 0.5 - normalDensity(x) * sum;
	}
	let fraction = x;
	for (let j = 200; j >= 1; j--) fraction = x + j / fraction;
	return normalDensity(x) / fraction;
}

/** P(Z ≤ x) of the standard normal distribution. */
export function normalLower(x: number): number {
	return normalUpper(-x);
}

/** Two-sided p of a standard normal statistic. */
export function normalTwoSided(z: number): number {
	return Math.min(1, 2 * normalUpper(Math.abs(z)));
}

/** The x with P(Z ≤ x) = p, 0 < p < 1: Hastings' start, then Halley steps. */
export function normalQuantile(p: number): number {
	if (p === 0.5) return 0;
	const tail = Math.min(p, 1 - p);
	const t = Math.sqrt(-2 * Math.log(tail));
	let x =
		t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
	for (let step = 0; step < 4; step++) {
		const excess = (normalUpper(x) - tail) / normalDensity(x);
		x += excess / (1 + (x * excess) / 2);
	}
	return p < 0.5 ? -x : x;
}
