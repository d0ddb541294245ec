import { Inflate } from 'fflate';
import { crc32, joinedBytes } from '$lib/model/bytes';
import { LIMITS } from './limits';
import { Refusal } from './refusal';

/** Bytes given to the decompressor at once: bounds what can come out before it is looked at. */
const STEP = 16_384;
const MEGABYTE = 1_000_000;

/** The refusal of what would unpack to too much. */
export function tooLarge(): Refusal {
	return new Refusal('unpacked-too-large', { limit: LIMITS.unpackedBytes / MEGABYTE });
}

/** What an archive has unpacked to so far; one for all its entries. */
export class UnpackBudget {
	#left: number = LIMITS.unpackedBytes;

	/** Throws where an entry of `packed` bytes may not unpack to `size`, `more` of them new. */
	spend(more: number, size: number, packed: number): void {
		this.#left -= more;
		const bomb = size > LIMITS.unpackedRatioFrom && size > LIMITS.unpackedRatio * packed;
		if (this.#left < 0 || bomb) throw tooLarge();
	}
}

function inflated(packed: Uint8Array, budget: UnpackBudget): Uint8Array {
	const parts: Uint8Array[] = [];
	let size = 0;
	let finished = false;
	const inflate = new Inflate((part, final) => {
		size += part.length;
		budget.spend(part.length, size, packed.length);
		parts.push(part);
		finished ||= final;
	});
	for (let from = 0; from < packed.length; from += STEP) {
		const to = Math.min(from + STEP, packed.length);
		inflate.push(packed.subarray(from, to), to === packed.length);
	}
	if (!finished) throw new Refusal('damaged-archive');
	return joinedBytes(parts);
}

/** How the bytes of an entry are packed, and what they must be once unpacked. */
interface Packed {
	bytes: Uint8Array;
	stored: boolean;
	crc: number;
	size: number;
}

/** Unpacks within the budget; throws a Refusal where that is passed or where the bytes are not those that were packed. */
export function unpackedBytes({ bytes, stored, crc, size }: Packed, budget: UnpackBudget): Uint8Array {
	let whole: Uint8Array;
	try {
		if (stored) budget.spend(bytes.length, bytes.length, bytes.length);
		whole = stored ? bytes : inflated(bytes, budget);
	} catch (cause) {
		throw cause instanceof Refusal ? cause : new Refusal('damaged-archive');
	}
	if (whole.length !== size || crc32(whole) !== crc) throw new Refusal('damaged-archive');
	return whole;
}
