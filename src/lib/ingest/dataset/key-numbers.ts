/** Combinations that are looked up in a flat array; above that many, in a table of the ones that were met. */
const FLAT_KEYS = 1 << 25;
const EXACT = Number.MAX_SAFE_INTEGER;
const FIRST_SLOTS = 1 << 10;
const WORD = 2 ** 32;

function grown(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
	const wider = new Float64Array(length);
	wider.set(array);
	return wider;
}

/** Numbers texts from 0 in the order they are first met. */
export class TextNumbers {
	readonly #known = new Map<string, number>();

	get size(): number {
		return this.#known.size;
	}

	of(text: string): number {
		let number = this.#known.get(text);
		if (number === undefined) this.#known.set(text, (number = this.#known.size));
		return number;
	}
}

/**
 * Numbers combinations of numbers from 0 in the order they are first met, without an object or a text for each: tables
 * have millions of rows, and a `Map` ends near 16.7 million keys.
 */
export class KeyNumbers {
	size = 0;
	readonly #sizes: readonly number[];
	/** Parts from here on make the second half of a key; all others the first. */
	readonly #split: number;
	readonly #flat: Int32Array | null;
	/** Number + 1 by slot; 0 is a free one. */
	#slots = new Int32Array(0);
	#first = new Float64Array(0);
	#second = new Float64Array(0);

	/** `sizes`: part `i` of every key is a whole number from 0 to below `sizes[i]`. Throws where two safe integers do not hold a key. */
	constructor(sizes: readonly number[]) {
		this.#sizes = sizes;
		const keys = sizes.reduce((product, size) => product * size, 1);
		this.#flat = keys <= FLAT_KEYS ? new Int32Array(keys) : null;
		let split = 0;
		for (let product = sizes[0] ?? 1; product <= EXACT && split < sizes.length; product *= sizes[split] ?? 1)
			split += 1;
		this.#split = split;
		if (sizes.slice(split).reduce((product, size) => product * size, 1) > EXACT)
			throw new RangeError('too many combinations to number');
		if (!this.#flat) this.#hold(FIRST_SLOTS);
	}

	/** The number of a key; it is new where it is the {@link size} from before the call. */
	of(parts: ArrayLike<number>): number {
		const first = this.#joined(parts, 0, this.#split);
		if (this.#flat) {
			const known = this.#flat[first] as number;
			return known > 0 ? known - 1 : (this.#flat[first] = this.size += 1) - 1;
		}
		const second = this.#joined(parts, this.#split, parts.length);
		const slot = this.#slotOf(first, second);
		const known = this.#slots[slot] as number;
		if (known > 0) return known - 1;
		this.#first[this.size] = first;
		this.#second[this.size] = second;
		this.#slots[slot] = this.size += 1;
		if (this.size * 2 > this.#slots.length) this.#hold(this.#slots.length * 2);
		return this.size - 1;
	}

	#joined(parts: ArrayLike<number>, from: number, to: number): number {
		let key = 0;
		for (let at = from; at < to; at += 1) key = key * (this.#sizes[at] as number) + (parts[at] as number);
		return key;
	}

	#slotOf(first: number, second: number): number {
		const mask = this.#slots.length - 1;
		let hash = Math.imul((first % WORD) | 0, 0x9e3779b1) ^ Math.imul((first / WORD) | 0, 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 15) ^ ((second % WORD) | 0), 0xc2b2ae35) ^ ((second / WORD) | 0);
		let slot = (hash ^ (hash >>> 13)) & mask;
		for (;;) {
			const at = (this.#slots[slot] as number) - 1;
			if (at < 0 || (this.#first[at] === first && this.#second[at] === second)) return slot;
			slot = (slot + 1) & mask;
		}
	}

	#hold(slots: number): void {
		this.#slots = new Int32Array(slots);
		this.#first = grown(this.#first, slots / 2 + 1);
		this.#second = grown(this.#second, slots / 2 + 1);
		for (let at = 0; at < this.size; at += 1)
			this.#slots[this.#slotOf(this.#first[at] as number, this.#second[at] as number)] = at + 1;
	}
}
