/** Tables a browser needs to draw upright horizontal text; layout tables are left out, so text is as wide as its advances. */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'prep'];
const COMPOSITE = { argsAreWords: 0x1, scale: 0x8, more: 0x20, xyScale: 0x40, twoByTwo: 0x80 };

interface Tables {
	view: DataView;
	at: Map<string, { offset: number; length: number }>;
}

function tablesOf(font: Uint8Array): Tables {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const at = new Map<string, { offset: number; length: number }>();
	for (let index = 0; index < view.getUint16(4); index++) {
		const entry = 12 + 16 * index;
		const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
		at.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
	}
	return { view, at };
}

function table({ at }: Tables, tag: string): { offset: number; length: number } {
	const found = at.get(tag);
	if (!found) throw new Error(`the font has no ${tag} table`);
	return found;
}

/** Glyph of a code point by the format 4 subtable (the basic plane; the charts use no other). */
function glyphOf(tables: Tables, code: number): number {
	const { view } = tables;
	const cmap = table(tables, 'cmap').offset;
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const at = cmap + view.getUint32(cmap + 8 + 8 * index);
		if (view.getUint16(at) !== 4) continue;
		const segments = view.getUint16(at + 6) / 2;
		const starts = at + 16 + 2 * segments;
		for (let segment = 0; segment < segments; segment++) {
			if (code > view.getUint16(at + 14 + 2 * segment)) continue;
			const start = view.getUint16(starts + 2 * segment);
			if (code < start) return 0;
			const delta = view.getUint16(starts + 2 * segments + 2 * segment);
			const rangeAt = starts + 4 * segments + 2 * segment;
			const range = view.getUint16(rangeAt);
			if (range === 0) return (code + delta) & 0xffff;
			const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
			return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
		}
	}
	return 0;
}

function glyphRange(tables: Tables, glyph: number): [start: number, end: number] {
	const long = tables.view.getInt16(table(tables, 'head').offset + 50) === 1;
	const loca = table(tables, 'loca').offset;
	const read = (index: number) =>
		long ? tables.view.getUint32(loca + 4 * index) : 2 * tables.view.getUint16(loca + 2 * index);
	return [read(glyph), read(glyph + 1)];
}

/** Glyphs that a composite glyph (й, ғ …) is put together from. */
function partsOf(tables: Tables, glyph: number): number[] {
	const [start, end] = glyphRange(tables, glyph);
	const at = table(tables, 'glyf').offset + start;
	if (end === start || tables.view.getInt16(at) >= 0) return [];
	const parts: number[] = [];
	let cursor = at + 10;
	for (;;) {
		const flags = tables.view.getUint16(cursor);
		parts.push(tables.view.getUint16(cursor + 2));
		cursor += 4 + (flags & COMPOSITE.argsAreWords ? 4 : 2);
		if (flags & COMPOSITE.scale) cursor += 2;
		else if (flags & COMPOSITE.xyScale) cursor += 4;
		else if (flags & COMPOSITE.twoByTwo) cursor += 8;
		if (!(flags & COMPOSITE.more)) return parts;
	}
}

function neededGlyphs(tables: Tables, text: string): Set<number> {
	const needed = new Set([0]);
	const waiting = [...new Set(text)].map((character) => glyphOf(tables, character.codePointAt(0) ?? 0));
	while (waiting.length > 0) {
		const glyph = waiting.pop()!;
		if (needed.has(glyph)) continue;
		needed.add(glyph);
		waiting.push(...partsOf(tables, glyph));
	}
	return needed;
}

/** Outlines of the needed glyphs alone, under their old numbers, and the (long) index that goes with them. */
function outlines(
	font: Uint8Array,
	tables: Tables,
	needed: Set<number>
): { glyf: Uint8Array; loca: Uint8Array } {
	const count = tables.view.getUint16(table(tables, 'maxp').offset + 4);
	const glyf = table(tables, 'glyf').offset;
	const loca = new DataView(new ArrayBuffer(4 * (count + 1)));
	const parts: Uint8Array[] = [];
	let length = 0;
	for (let glyph = 0; glyph < count; glyph++) {
		loca.setUint32(4 * glyph, length);
		if (!needed.has(glyph)) continue;
		const [start, end] = glyphRange(tables, glyph);
		const part = new Uint8Array(padded(end - start));
		part.set(font.subarray(glyf + start, glyf + end));
		parts.push(part);
		length += part.length;
	}
	loca.setUint32(4 * count, length);
	const joined = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return { glyf: joined, loca: new Uint8Array(loca.buffer) };
}

function padded(length: number): number {
	return (length + 3) & ~3;
}

function checksum(bytes: Uint8Array): number {
	const whole = new Uint8Array(padded(bytes.length));
	whole.set(bytes);
	const view = new DataView(whole.buffer);
	let sum = 0;
	for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}

function assembled(parts: Map<string, Uint8Array>): Uint8Array {
	const tags = [...parts.keys()].sort();
	const header = 12 + 16 * tags.length;
	const total = [...parts.values()].reduce((sum, part) => sum + padded(part.length), header);
	const font = new Uint8Array(total);
	const view = new DataView(font.buffer);
	const power = Math.floor(Math.log2(tags.length));
	view.setUint32(0, 0x00010000);
	view.setUint16(4, tags.length);
	view.setUint16(6, 16 * 2 ** power);
	view.setUint16(8, power);
	view.setUint16(10, 16 * tags.length - 16 * 2 ** power);
	let at = header;
	tags.forEach((tag, index) => {
		const part = parts.get(tag)!;
		const entry = 12 + 16 * index;
		[...tag].forEach((character, offset) => view.setUint8(entry + offset, character.charCodeAt(0)));
		view.setUint32(entry + 4, checksum(part));
		view.setUint32(entry + 8, at);
		view.setUint32(entry + 12, part.length);
		font.set(part, at);
		at += padded(part.length);
	});
	return font;
}

/** A TrueType font that draws the characters of `text` and nothing else (OpenType 1.9, glyf/loca); throws on a font without outlines. */
export function subsetFont(font: Uint8Array, text: string): Uint8Array {
	const tables = tablesOf(font);
	const { glyf, loca } = outlines(font, tables, neededGlyphs(tables, text));
	const parts = new Map<string, Uint8Array>();
	for (const tag of KEPT) {
		const found = tables.at.get(tag);
		if (found) parts.set(tag, font.slice(found.offset, found.offset + found.length));
	}
	parts.set('glyf', glyf);
	parts.set('loca', loca);
	const head = parts.get('head');
	const post = parts.get('post');
	if (!head) throw new Error('the font has no head table');
	const headView = new DataView(head.buffer, head.byteOffset, head.byteLength);
	headView.setUint32(8, 0);
	headView.setInt16(50, 1);
	if (post) {
		const nameless = post.slice(0, 32);
		new DataView(nameless.buffer).setUint32(0, 0x00030000);
		parts.set('post', nameless);
	}
	const whole = assembled(parts);
	const adjustmentAt = table(tablesOf(whole), 'head').offset + 8;
	new DataView(whole.buffer).setUint32(adjustmentAt, (0xb1b0afba - checksum(whole)) >>> 0);
	return whole;
}
