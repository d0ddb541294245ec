const LANCZOS_G = 607 / 128;
const LANCZOS = [
	0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
	0.00003399464998481189, 0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125,
	-0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275,
	-0.000026190838401581408, 0.0000036899182659531625
] as const;

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x), x > 0, by Lanczos' approximation. */
export function logGamma(x: number): number {
	const shifted = x - 1;
	let sum: number = LANCZOS[0];
	for (let term = 1; term < LANCZOS.length; term++) sum += (LANCZOS[term] ?? 0) / (shifted + term);
	const base = shifted + LANCZOS_G + 0.5;
	return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** ln Γ(x+1) minus Stirling's formula, x > 0: keeps large factorials from cancelling (Loader 2000). */
export function stirlingError(x: number): number {
	if (x < 16) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
	const x2 = x * x;
	return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / x2) / x2) / x2) / x2) / x;
}

/** x ln(x/m) + m − x without cancellation where x is close to m (Loader 2000). */
export function deviance(x: number, m: number): number {
	if (x === 0) return m;
	if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
	const ratio = (x - m) / (x + m);
	let sum = (x - m) * ratio;
	let term = 2 * x * ratio;
	for (let j = 1; j < 1000; j++) {
		term *= ratio * ratio;
		const next = sum + term / (2 * j + 1);
		if (next === sum) break;
		sum = next;
	}
	return sum;
}

const LARGEST_DIRECT_J = 1e5;

/** Hedges' small-sample factor J(df); its asymptotic form above 100 000, where Γ would cancel (Hedges 1981). */
export function hedgesFactor(df: number): number {
	if (df > LARGEST_DIRECT_J) return 1 - 3 / (4 * df - 1);
	return Math.exp(logGamma(df / 2) - 0.5 * Math.log(df / 2) - logGamma((df - 1) / 2));
}

const TINY = 1e-300;
const LARGEST_ITERATION = 1_000_000;

/** Upper tail of χ² with `df` degrees of freedom: the regularised incomplete gamma Q(df/2, x/2). */
export function chiSquaredUpper(x: number, df: number): number {
	if (x <= 0) return 1;
	const a = df / 2;
	const half = x / 2;
	const density = Math.exp(-stirlingError(a) - deviance(a, half)) / Math.sqrt(2 * Math.PI * a);
	if (half < a + 1) {
		let sum = 1;
		let term = 1;
		for (let j = 1; j < LARGEST_ITERATION; j++) {
			term *= half / (a + j);
			sum += term;
			if (term < sum * 1e-17) break;
		}
		return 1 - density * sum;
	}
	let b = half + 1 - a;
	let c = 1 / TINY;
	let d = 1 / b;
	let fraction = d;
	for (let j = 1; j < LARGEST_ITERATION; j++) {
		const numerator = -j * (j - a);
		b += 2;
		d = 1 / (numerator * d + b || TINY);
		c = b + numerator / c || TINY;
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 1e-16) break;
	}
	return density * a * fraction;
}
