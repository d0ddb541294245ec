import { tooLarge, UnpackBudget, unpackedBytes } from './archive-inflate';
import { LIMITS } from './limits';
import { Refusal } from './refusal';

/** A file inside an archive: its path there, and where its bytes stand. */
export interface ArchiveEntry {
	path: string;
	stored: boolean;
	crc: number;
	packedSize: number;
	size: number;
	/** Offset of its local header. */
	at: number;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const LOCATOR_BYTES = 20;
const WIDE = 0xffffffff;
const WIDE_COUNT = 0xffff;
const WIDE_FIELD = 1;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function damaged(): never {
	throw new Refusal('damaged-archive');
}

/** Offset of the end record: the last one whose comment fills the rest of the file. */
function endRecord(data: DataView): number {
	const lowest = Math.max(0, data.byteLength - END_BYTES - LONGEST_COMMENT);
	for (let at = data.byteLength - END_BYTES; at >= lowest; at -= 1) {
		if (data.getUint32(at, true) !== END) continue;
		if (at + END_BYTES + data.getUint16(at + 20, true) === data.byteLength) return at;
	}
	return damaged();
}

/** A path as its writer meant it: UTF-8, else the DOS code page Windows of this region packs with. */
function pathOf(bytes: Uint8Array): string {
	let path: string;
	try {
		path = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		path = new TextDecoder('ibm866').decode(bytes);
	}
	return path.replaceAll('\\', '/');
}

/** Sizes and offset of a ZIP64 entry stand in an extra field, those alone that do not fit their own place. */
function widened(extra: DataView, given: readonly number[]): number[] {
	let at = 0;
	while (at + 4 <= extra.byteLength) {
		const id = extra.getUint16(at, true);
		const next = at + 4 + extra.getUint16(at + 2, true);
		if (id === WIDE_FIELD) {
			let from = at + 4;
			return given.map((value) => {
				if (value !== WIDE) return value;
				from += 8;
				return Number(extra.getBigUint64(from - 8, true));
			});
		}
		at = next;
	}
	return [...given];
}

function readEntries(bytes: Uint8Array): ArchiveEntry[] {
	const data = view(bytes);
	const end = endRecord(data);
	let count = data.getUint16(end + 10, true);
	let at = data.getUint32(end + 16, true);
	if (count === WIDE_COUNT || at === WIDE) {
		const record = Number(data.getBigUint64(end - LOCATOR_BYTES + 8, true));
		count = Number(data.getBigUint64(record + 32, true));
		at = Number(data.getBigUint64(record + 48, true));
	}
	if (count > LIMITS.archiveEntries) throw tooLarge();
	const entries: ArchiveEntry[] = [];
	for (let index = 0; index < count; index += 1) {
		if (data.getUint32(at, true) !== CENTRAL) damaged();
		const flags = data.getUint16(at + 8, true);
		const method = data.getUint16(at + 10, true);
		const nameEnd = at + 46 + data.getUint16(at + 28, true);
		const extraEnd = nameEnd + data.getUint16(at + 30, true);
		const given = [24, 20, 42].map((field) => data.getUint32(at + field, true));
		const [size = 0, packedSize = 0, local = 0] = widened(view(bytes.subarray(nameEnd, extraEnd)), given);
		if (flags & 1) throw new Refusal('encrypted-file');
		if (method !== 0 && method !== 8) damaged();
		entries.push({
			path: pathOf(bytes.subarray(at + 46, nameEnd)),
			stored: method === 0,
			crc: data.getUint32(at + 16, true),
			packedSize,
			size,
			at: local
		});
		at = extraEnd + data.getUint16(at + 32, true);
	}
	return entries;
}

/** The files of a zip, folders left out, from its directory; nothing is unpacked. Throws a Refusal where it cannot be read. */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] {
	try {
		return readEntries(bytes).filter(({ path }) => !path.endsWith('/'));
	} catch (cause) {
		throw cause instanceof Refusal ? cause : new Refusal('damaged-archive');
	}
}

/** Unpacks one file of a zip. Throws a Refusal where it is damaged or passes the budget. */
export function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry, budget: UnpackBudget): Uint8Array {
	const data = view(bytes);
	const { at, packedSize, size, crc, stored } = entry;
	if (at + 30 > bytes.length || data.getUint32(at, true) !== LOCAL) damaged();
	const from = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
	if (from + packedSize > bytes.length) damaged();
	budget.spend(0, size, packedSize);
	return unpackedBytes({ bytes: bytes.subarray(from, from + packedSize), stored, crc, size }, budget);
}

const HAS_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/** The one file of a gzip; `name` as it was packed, or null. Throws a Refusal where it is damaged or too large. */
export function gunzip(bytes: Uint8Array): { name: string | null; bytes: Uint8Array } {
	const data = view(bytes);
	if (bytes.length < HEADER_BYTES + TRAILER_BYTES || bytes[2] !== 8) damaged();
	const flags = bytes[3] ?? 0;
	let at = HEADER_BYTES;
	if (flags & HAS_EXTRA) at += 2 + data.getUint16(at, true);
	const text = (): string => {
		const end = bytes.indexOf(0, at);
		if (end < 0) damaged();
		const found = pathOf(bytes.subarray(at, end));
		at = end + 1;
		return found;
	};
	const name = flags & HAS_NAME ? text() : null;
	if (flags & HAS_COMMENT) text();
	if (flags & HAS_CRC) at += 2;
	const end = bytes.length - TRAILER_BYTES;
	if (at >= end) damaged();
	const packed = {
		bytes: bytes.subarray(at, end),
		stored: false,
		crc: data.getUint32(end, true),
		size: data.getUint32(end + 4, true)
	};
	return { name, bytes: unpackedBytes(packed, new UnpackBudget()) };
}
