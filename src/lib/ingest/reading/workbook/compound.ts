import { Refusal } from '../refusal';

const LAST = 0xfffffffa;
const HEADER_FATS = 109;
const ENTRY_BYTES = 128;
const STREAM = 2;
const ROOT = 5;

interface Entry {
	name: string;
	type: number;
	start: number;
	size: number;
}

function damaged(): never {
	throw new Refusal('damaged-workbook');
}

/** Sector numbers of a chain; throws where it leaves the table or never ends. */
function chain(table: readonly number[], start: number): number[] {
	const sectors: number[] = [];
	for (let sector = start; sector < LAST; sector = table[sector] ?? damaged()) {
		if (sectors.length > table.length) damaged();
		sectors.push(sector);
	}
	return sectors;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	if (whole.length < size) damaged();
	return whole.subarray(0, size);
}

/**
 * The streams of a compound file (MS-CFB) by name. Stricter than hucre, which stands in for the reading of cells: a chain
 * that is shorter than its stream, or leaves the file, throws a Refusal, so that no truncated workbook passes as whole.
 */
export function compoundStreams(bytes: Uint8Array): Map<string, Uint8Array> {
	const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 512) damaged();
	const size = 1 << data.getUint16(30, true);
	const miniSize = 1 << data.getUint16(32, true);
	if (size < 512 || size > 4096 || miniSize !== 64) damaged();
	const sector = (number: number): Uint8Array => {
		const at = (number + 1) * size;
		if (at + size > bytes.length) damaged();
		return bytes.subarray(at, at + size);
	};
	const numbers = (part: Uint8Array): number[] => {
		const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
		return Array.from({ length: part.length / 4 }, (_, index) => view.getUint32(index * 4, true));
	};
	const read = (table: readonly number[], start: number): Uint8Array[] => chain(table, start).map(sector);

	const fatSectors = numbers(bytes.subarray(76, 76 + HEADER_FATS * 4));
	const seen = new Set<number>();
	for (let next = data.getUint32(68, true); next < LAST;) {
		if (seen.has(next)) damaged();
		seen.add(next);
		const list = numbers(sector(next));
		next = list.pop() ?? LAST;
		fatSectors.push(...list);
	}
	const fat = fatSectors.filter((number) => number < LAST).flatMap((number) => numbers(sector(number)));

	const entries = read(fat, data.getUint32(48, true)).flatMap(entriesOf);
	const root = entries.find(({ type }) => type === ROOT) ?? damaged();
	const miniStream = joined(read(fat, root.start), root.size);
	const miniFat = read(fat, data.getUint32(60, true)).flatMap(numbers);
	const cutoff = data.getUint32(56, true);
	const streams = new Map<string, Uint8Array>();
	for (const { name, type, start, size: length } of entries) {
		if (type !== STREAM) continue;
		const parts =
			length >= cutoff
				? read(fat, start)
				: chain(miniFat, length === 0 ? LAST : start).map((number) =>
						miniStream.subarray(number * miniSize, (number + 1) * miniSize)
					);
		streams.set(name, joined(parts, length));
	}
	return streams;
}

function entriesOf(part: Uint8Array): Entry[] {
	const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
	const entries: Entry[] = [];
	for (let at = 0; at + ENTRY_BYTES <= part.length; at += ENTRY_BYTES) {
		const units = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1));
		let name = '';
		for (let unit = 0; unit < units; unit += 1)
			name += String.fromCharCode(view.getUint16(at + unit * 2, true));
		entries.push({
			name,
			type: view.getUint8(at + 66),
			start: view.getUint32(at + 116, true),
			size: view.getUint32(at + 120, true)
		});
	}
	return entries;
}
