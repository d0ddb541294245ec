const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;

/** CRC-32 of every entry as the zip's central directory lists them (APPNOTE 4.3.12, 4.3.16); null where it cannot be read. */
export function listedChecksums(bytes: Uint8Array): number[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOfDirectory(view);
	if (end === null) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const checksums: number[] = [];
	for (let entry = 0; entry < count; entry++) {
		if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return null;
		checksums.push(view.getUint32(at + 16, true));
		at +=
			ENTRY_SIZE +
			view.getUint16(at + 28, true) +
			view.getUint16(at + 30, true) +
			view.getUint16(at + 32, true);
	}
	return checksums;
}

function endOfDirectory(view: DataView): number | null {
	const last = view.byteLength - END_SIZE;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
		if (view.getUint32(at, true) === END) return at;
	}
	return null;
}
