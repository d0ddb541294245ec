/** How a file stands as UTF-8: characters beyond ASCII that are well formed, and where it first is not. */
interface Utf8Check {
	/** Byte offset of the first malformed sequence, -1 where there is none. */
	firstInvalid: number;
	/** The only malformed sequence is an unfinished character at the very end. */
	cutAtEnd: boolean;
	/** Lines that hold several well-formed characters beyond ASCII and no malformed one. */
	validLines: number;
	invalidLines: number;
}

const SEVERAL = 4;

/** Length of the well-formed UTF-8 sequence at `i` (Unicode 15, table 3-7), 0 where it is malformed, -1 where the file ends inside. */
function sequenceLength(bytes: Uint8Array, i: number): number {
	const lead = bytes[i] ?? 0;
	if (lead < 0x80) return 1;
	if (lead < 0xc2 || lead > 0xf4) return 0;
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	for (let k = 1; k < length; k += 1) {
		const byte = bytes[i + k];
		if (byte === undefined) return -1;
		let low = 0x80;
		let high = 0xbf;
		if (k === 1) {
			if (lead === 0xe0) low = 0xa0;
			else if (lead === 0xed) high = 0x9f;
			else if (lead === 0xf0) low = 0x90;
			else if (lead === 0xf4) high = 0x8f;
		}
		if (byte < low || byte > high) return 0;
	}
	return length;
}

/** Strict check of the whole file, line by line; needed only where the decoder refused it. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
	const check: Utf8Check = { firstInvalid: -1, cutAtEnd: false, validLines: 0, invalidLines: 0 };
	let valid = 0;
	let invalid = 0;
	const endLine = () => {
		if (invalid > 0) check.invalidLines += 1;
		else if (valid >= SEVERAL) check.validLines += 1;
		valid = 0;
		invalid = 0;
	};
	let i = 0;
	while (i < bytes.length) {
		const byte = bytes[i] ?? 0;
		if (byte < 0x80) {
			if (byte === 10 || byte === 13) endLine();
			i += 1;
			continue;
		}
		const length = sequenceLength(bytes, i);
		if (length === -1) {
			check.cutAtEnd = check.firstInvalid < 0;
			if (check.firstInvalid < 0) check.firstInvalid = i;
			break;
		}
		if (length === 0) {
			if (check.firstInvalid < 0) check.firstInvalid = i;
			invalid += 1;
			i += 1;
			continue;
		}
		valid += 1;
		i += length;
	}
	endLine();
	return check;
}
