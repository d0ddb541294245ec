import { TextNumbers } from './key-numbers';

/** Who answered, in which wave, as which rater and under which code of the rater, as numbers of {@link ResponseNumbers}. */
export type ResponseKey = readonly [who: number, wave: number, rater: number, code: number];

/** Numbers of who answered when and as whom, over all sources of an instrument: answers of one key repeat each other. */
export class ResponseNumbers {
	readonly who = new TextNumbers();
	readonly wave = new TextNumbers();
	readonly rater = new TextNumbers();
	readonly code = new TextNumbers();

	/** How many numbers each part of a key has so far. */
	sizes(): number[] {
		return [this.who, this.wave, this.rater, this.code].map(({ size }) => Math.max(1, size));
	}
}
