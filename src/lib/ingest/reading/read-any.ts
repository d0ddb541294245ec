import type { Reading, ReadingOptions } from '$lib/model/reading';
import { readFile } from './read-file';

/** Told between parts of a reading how much is done, 0 to 1; throws where the reading is to stop. */
export type Step = (share: number) => void;

/**
 * Reads one file of any kind that can hold a table, in parts, so that its worker stays able to answer.
 * Never throws on any bytes, only where `step` throws: what cannot be read is a reading of status `refuse`.
 */
export async function readAny(
	name: string,
	bytes: Uint8Array,
	options: ReadingOptions = {},
	step: Step = () => undefined
): Promise<Reading> {
	step(0);
	return Promise.resolve(readFile(name, bytes, options));
}
