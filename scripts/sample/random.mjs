/**
 * A stream of random numbers that is the same on every machine (mulberry32). Every part of the school has its own
 * stream, so that a change in one file leaves the others as they were.
 * @param {number} seed
 */
export function randomStream(seed) {
	let state = seed >>> 0;
	const uniform = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const below = (/** @type {number} */ n) => Math.floor(uniform() * n);
	/** Sum of twelve uniforms: close enough to a normal, and free of Math.log, whose last bit is not specified. */
	const normal = () => {
		let sum = -6;
		for (let i = 0; i < 12; i++) sum += uniform();
		return sum;
	};
	/** @template T @param {readonly T[]} list @returns {T[]} */
	const shuffled = (list) => {
		const out = [...list];
		for (let i = out.length - 1; i > 0; i--) {
			const j = below(i + 1);
			[out[i], out[j]] = [out[j], out[i]];
		}
		return out;
	};
	/** @template T @param {readonly T[]} list @returns {T} */
	const pick = (list) => list[below(list.length)];
	const chance = (/** @type {number} */ p) => uniform() < p;
	return { uniform, below, normal, shuffled, pick, chance };
}

/** @typedef {ReturnType<typeof randomStream>} RandomStream */
